/// Base64 with the usual alphabet and padding (RFC 4648, 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let digit = alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)]
        text.append(index <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return text
  }

  /// Returns the bytes that a text stands for; nil where it is not written as ``encoded(_:)`` writes.
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      let digits = text[start..<start + 4].prefix { $0 != UInt8(ascii: "=") }
      let values = digits.compactMap { alphabet.firstIndex(of: $0) }
      let padding = text[start + digits.count..<start + 4]
      guard digits.count >= 2, values.count == digits.count, padding.allSatisfy({ $0 == UInt8(ascii: "=") }),
        padding.isEmpty || start + 4 == text.count
      else { return nil }
      let bits = values.reduce(0) { $0 << 6 | $1 } << (6 * padding.count)
      for index in 0..<digits.count - 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * index))) }
    }
    return bytes
  }
}
