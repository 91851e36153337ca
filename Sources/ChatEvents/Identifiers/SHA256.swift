/// SHA-256 (FIPS 180-4).
enum SHA256 {
  /// The digest's thirty-two bytes, as eight big-endian words.
  typealias Digest = SIMD8<UInt32>

  /// The first 32 bits of the fractions of the first eight primes' square roots (FIPS 180-4, 5.3.3).
  static let start = Digest(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// The first 32 bits of the fractions of the first 64 primes' cube roots (FIPS 180-4, 4.2.2).
  private static let roots: [64 of UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// Returns the digest of a message.
  static func digest(_ message: Span<UInt8>) -> Digest { digest(message, from: start, behind: 0) }

  /// Returns the digest of a message whose beginning is already part of the state.
  ///
  /// - Parameter passed: how many bytes that beginning has, a multiple of 64.
  static func digest(_ message: Span<UInt8>, from start: Digest, behind passed: Int) -> Digest {
    var state = start
    var words = [16 of UInt32](repeating: 0)
    let blocks = MessageBlocks.count(message.count)
    for block in 0..<blocks {
      MessageBlocks.load(block, of: message, into: &words)
      if block == blocks - 1 {
        let bits = UInt64(passed + message.count) &* 8
        words[14] = UInt32(truncatingIfNeeded: bits >> 32)
        words[15] = UInt32(truncatingIfNeeded: bits)
      }
      add(&words, to: &state)
    }
    return state
  }

  /// Adds one block of sixteen words to a state.
  static func add(_ words: inout [16 of UInt32], to state: inout Digest) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let chosen = (e & f) ^ (~e & g)
      let mixed = rotated(e, 26) ^ rotated(e, 21) ^ rotated(e, 7)
      let first = h &+ mixed &+ chosen &+ roots[index] &+ word(&words, index)
      let second = (rotated(a, 30) ^ rotated(a, 19) ^ rotated(a, 10)) &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state = state &+ Digest(a, b, c, d, e, f, g, h)
  }

  /// Returns the schedule's word, which from the seventeenth on takes the place of the one sixteen before it.
  @inline(__always)
  private static func word(_ words: inout [16 of UInt32], _ index: Int) -> UInt32 {
    if index < 16 { return words[index] }
    let early = words[(index &- 15) & 15]
    let late = words[(index &- 2) & 15]
    words[index & 15] =
      words[index & 15] &+ words[(index &- 7) & 15]
      &+ (rotated(early, 25) ^ rotated(early, 14) ^ early &>> 3)
      &+ (rotated(late, 15) ^ rotated(late, 13) ^ late &>> 10)
    return words[index & 15]
  }
}
