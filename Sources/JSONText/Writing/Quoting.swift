extension Output {
  /// Writes text as a JSON string: escaped where RFC 8259 demands it, and nowhere else.
  public mutating func appendQuoted(_ text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text { appendEscaped(byte) }
    append(UInt8(ascii: "\""))
  }

  /// Writes text as a JSON string.
  public mutating func appendQuoted(_ text: String) { appendQuoted(text.utf8) }

  /// Writes one byte of a string's UTF-8, escaped where it must be.
  public mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0x08: append("\\b")
    case 0x0c: append("\\f")
    case 0..<0x20:
      append("\\u00")
      append(Hex.digit(byte >> 4))
      append(Hex.digit(byte & 15))
    default: append(byte)
    }
  }

  /// Writes eight bytes, the lowest first.
  @inlinable @inline(__always)
  public mutating func append(word: UInt64, count: Int = 8) {
    reserve(8)
    let offset = length
    unsafe storage.withUnsafeMutableBytes { buffer in
      unsafe buffer.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    length += count
  }

  /// Writes a number that is not negative, in decimal digits.
  public mutating func append(decimal number: Int) {
    var power = 1
    while number / power > 9 { power *= 10 }
    var rest = number
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      (rest, power) = (rest % power, power / 10)
    }
  }
}

extension Hex {
  /// Returns the lower-case digit of a value below 16.
  @inlinable public static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
  }
}
