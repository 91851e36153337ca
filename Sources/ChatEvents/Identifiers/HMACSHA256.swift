/// HMAC-SHA-256 (RFC 2104) under one key: what tells equal values apart from others only to whoever holds the key.
///
/// The key is used up once, so that a code costs no more than the digests of a message and of 32 bytes.
struct HMACSHA256: Sendable {
  /// The states after the key's block, once for each of the two digests.
  private let inner: SHA256.Digest
  private let outer: SHA256.Digest

  /// Takes a key of any length; one over 64 bytes counts as its digest.
  init(key: Span<UInt8>) {
    var block = [64 of UInt8](repeating: 0)
    if key.count > 64 {
      let digest = Self.bytes(of: SHA256.digest(key))
      for index in digest.indices { block[index] = digest[index] }
    } else {
      for index in key.indices { block[index] = key[index] }
    }
    inner = Self.state(block, 0x36)
    outer = Self.state(block, 0x5c)
  }

  /// Returns the code of a message.
  func code(_ message: Span<UInt8>) -> SHA256.Digest {
    let digest = Self.bytes(of: SHA256.digest(message, from: inner, behind: 64))
    return SHA256.digest(digest.span, from: outer, behind: 64)
  }

  private static func state(_ key: [64 of UInt8], _ pad: UInt8) -> SHA256.Digest {
    var block = key
    for index in block.indices { block[index] ^= pad }
    return SHA256.state(after: block.span)
  }

  private static func bytes(of digest: SHA256.Digest) -> [32 of UInt8] {
    [32 of UInt8] { UInt8(truncatingIfNeeded: digest[$0 / 4] &>> UInt32(24 - $0 % 4 * 8)) }
  }
}
