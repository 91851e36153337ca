internal import JSONText

/// SHA-256 (FIPS 180-4).
enum SHA256 {
  /// The digest's thirty-two bytes, as eight big-endian words.
  typealias Digest = SIMD8<UInt32>

  /// The first 32 bits of the fractions of the first eight primes' square roots (FIPS 180-4, 5.3.3).
  static let start = Digest(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// Returns the digest of a message.
  ///
  /// - Parameters:
  ///   - start: the state before it, where the message's beginning is already part of that.
  ///   - passed: how many bytes that beginning has, a multiple of 64.
  ///   - portably: whether the processor's own instructions are left out; the digest is the same.
  static func digest(
    _ message: Span<UInt8>, from start: Digest = start, behind passed: Int = 0, portably: Bool = false
  ) -> Digest {
    var state = start
    DigestState.finishSHA256(&state, message, behind: passed, portably: portably)
    return state
  }

  /// Returns the state after a block of 64 bytes with which a message begins.
  static func state(after block: Span<UInt8>, portably: Bool = false) -> Digest {
    var state = start
    DigestState.addSHA256(block, to: &state, portably: portably)
    return state
  }
}
