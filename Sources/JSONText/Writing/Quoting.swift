extension Output {
  /// Writes text as a JSON string: escaped only if RFC 8259 requires it.
  public mutating func appendQuoted(_ text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var position = 0
    while position + 8 <= text.count {
      // What needs no escape is copied as it is, and a byte that does is most often a quote.
      let word = text.word(position)
      let marks = Word.escapes(word)
      let count = marks == 0 ? 8 : Word.firstByte(marks)
      append(word: word, count: count)
      position += count
      if marks != 0 {
        let byte = text[position]
        if byte == UInt8(ascii: "\"") { append(word: 0x225c, count: 2) } else { appendEscaped(byte) }
        position += 1
      }
    }
    while position < text.count {
      appendEscaped(text[position])
      position += 1
    }
    append(UInt8(ascii: "\""))
  }

  /// Writes text as a JSON string.
  public mutating func appendQuoted(_ text: [UInt8]) { appendQuoted(text.span) }

  /// Writes text as a JSON string.
  public mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { bytes in appendQuoted(unsafe bytes.span) }
  }

  /// Writes one byte of a string's UTF-8, escaped if necessary.
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

  /// Writes the first `count` of eight bytes, lowest first.
  @inlinable @inline(__always)
  public mutating func append(word: UInt64, count: Int = 8) {
    reserve(8)
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
    length &+= count
  }

  /// Writes a non-negative number in decimal digits.
  @inlinable
  public mutating func append(decimal number: Int) {
    if number < 10 { return append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
    var digits: UInt64 = 0
    var (rest, count) = (UInt(number), 0)
    // The last eight digits fit in one word.
    while rest > 0, count < 8 {
      let next = rest / 10
      digits = digits &<< 8 | UInt64(rest &- next &* 10 &+ 0x30)
      (rest, count) = (next, count &+ 1)
    }
    if rest > 0 { append(decimal: Int(rest)) }
    append(word: digits, count: count)
  }
}

extension Hex {
  /// Returns the lower-case digit of a value below 16.
  @inlinable public static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
  }
}
