/// What the characters of a text are to those who look for addresses and numbers in it; digits of other scripts were folded before.
enum TextCharacter {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether a byte is a letter or a digit of ASCII.
  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// Whether a byte is a letter or a digit of ASCII, or an underscore: what a number or an address may not touch.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") }

  /// Returns the byte before an offset, or 0 at the floor of what is looked at.
  @inline(__always)
  static func before(_ text: Span<UInt8>, _ position: Int, _ floor: Int) -> UInt8 {
    position > floor ? text[position - 1] : 0
  }

  @inline(__always)
  static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6 }

  /// Returns the code point of a character of that length; of bytes that are none, any.
  static func scalar(_ text: Span<UInt8>, _ position: Int, _ length: Int) -> UInt32 {
    var value = UInt32(text[position])
    if length > 1 { value &= UInt32(0x7f) &>> UInt32(length) }
    for offset in position + 1..<position + max(1, length) {
      value = value &<< 6 | UInt32(text[offset] & 0x3f)
    }
    return length == 1 && value >= 0x80 ? 0xfffd : value
  }

  /// Returns the offset of the character that ends before an offset, never below the floor.
  static func start(_ text: Span<UInt8>, before position: Int, _ floor: Int) -> Int {
    var start = position - 1
    while start > floor, position - start < 4, text[start] & 0xc0 == 0x80 { start -= 1 }
    return start
  }

  /// Returns the length of the character at an offset; of one that is cut off, only what is there.
  ///
  /// Behind per cent escapes may stand any bytes.
  static func length(_ text: Span<UInt8>, _ position: Int) -> Int {
    var length = 1
    while length < 4, text[position + length] & 0xc0 == 0x80 { length += 1 }
    return length
  }

  /// Whether a character outside ASCII separates words: white space or punctuation of any script that has its own.
  ///
  /// No-break space, general punctuation (U+2000 to U+206F), ideographic punctuation (U+3000 to U+301F) and the
  /// full-width forms of ASCII's punctuation count; letters of all scripts do not.
  static func isOtherSeparator(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let (second, third) = (text[position + 1], text[position + 2])
    switch text[position] {
    case 0xc2: return second == 0xa0 || second == 0xab || second == 0xbb || second == 0xb7 || second == 0xad
    // Arabic's comma, semicolon and question mark.
    case 0xd8: return second == 0x8c || second == 0x9b || second == 0x9f
    case 0xe2: return second == 0x80 || second == 0x81 || second == 0x86 || second == 0x87  // and arrows
    case 0xe3: return second == 0x80 && third < 0xa0
    case 0xef:
      // U+FF01 to U+FF0F, U+FF1A to U+FF20, U+FF3B to U+FF3E, U+FF5B to U+FF65; and the byte order mark.
      if second == 0xbb { return third == 0xbf }
      if second == 0xbc {
        return third &- 0x81 < 15 || third &- 0x9a < 7 || third &- 0xbb < 4
      }
      return second == 0xbd && third &- 0x9b < 11
    default: return false
    }
  }

  /// Whether a character stands for a currency, or says that a number of another kind follows: `€`, `£`, `¥`, `№`, `〒`.
  static func isCurrency(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let second = text[position + 1]
    switch text[position] {
    case 0xc2: return second == 0xa2 || second == 0xa3 || second == 0xa5
    case 0xe2: return second == 0x82 || (second == 0x84 && text[position + 2] == 0x96)
    case 0xe3: return second == 0x80 && text[position + 2] == 0x92
    default: return false
    }
  }
}
