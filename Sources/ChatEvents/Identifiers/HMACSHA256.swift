/// HMAC-SHA-256 (RFC 2104) under one key: what tells equal values apart from others only to whoever holds the key.
///
/// The key is used up once, so that a code costs no more than the digests of a message and of 32 bytes.
struct HMACSHA256: Sendable {
  /// The states after the key's block, once for each of the two digests.
  private let inner: SHA256.Digest
  private let outer: SHA256.Digest

  /// Takes a key of any length; one over 64 bytes counts as its digest.
  init(key: Span<UInt8>) {
    var words = [16 of UInt32](repeating: 0)
    if key.count > 64 {
      let digest = SHA256.digest(key)
      for index in 0..<8 { words[index] = digest[index] }
    } else {
      for index in 0..<key.count {
        words[index / 4] |= UInt32(key[index]) << UInt32(24 - index % 4 * 8)
      }
    }
    inner = Self.state(words, 0x3636_3636)
    outer = Self.state(words, 0x5c5c_5c5c)
  }

  /// Returns the code of a message.
  func code(_ message: Span<UInt8>) -> SHA256.Digest {
    let digest = SHA256.digest(message, from: inner, behind: 64)
    var words = [16 of UInt32](repeating: 0)
    for index in 0..<8 { words[index] = digest[index] }
    words[8] = 0x8000_0000
    words[15] = (64 + 32) * 8
    var state = outer
    SHA256.add(&words, to: &state)
    return state
  }

  private static func state(_ key: [16 of UInt32], _ pad: UInt32) -> SHA256.Digest {
    var words = key
    for index in 0..<16 { words[index] ^= pad }
    var state = SHA256.start
    SHA256.add(&words, to: &state)
    return state
  }
}
