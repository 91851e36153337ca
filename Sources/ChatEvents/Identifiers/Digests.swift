internal import JSONText

// The message digests that ids are made of. None of them protects anything here: they turn names into short, equal ids.

/// MD5 (RFC 1321).
enum MD5 {
  /// The digest's sixteen bytes, as four little-endian words.
  typealias Digest = (UInt32, UInt32, UInt32, UInt32)

  /// Returns the digest of a message.
  static func digest(_ message: Span<UInt8>) -> Digest {
    var state: Digest = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
    DigestState.finishMD5(&state, message)
    return state
  }
}

/// SHA-1 (RFC 3174).
enum SHA1 {
  /// The digest's twenty bytes, as five big-endian words.
  typealias Digest = (UInt32, UInt32, UInt32, UInt32, UInt32)

  /// Returns the digest of a message.
  ///
  /// - Parameters:
  ///   - prefix: sixteen bytes that stand before the message, as two big-endian words; nil for none.
  ///   - portably: whether the processor's own instructions are left out; the digest is the same.
  static func digest(
    prefix: (UInt64, UInt64)? = nil, _ message: Span<UInt8>, portably: Bool = false
  ) -> Digest {
    var state: Digest = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0)
    DigestState.finishSHA1(&state, prefix: prefix, message, portably: portably)
    return state
  }
}
