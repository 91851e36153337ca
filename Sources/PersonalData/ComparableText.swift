internal import JSONText

/// The characters of a text that can be seen, those of East Asian widths as their ASCII ones.
package enum ComparableText {
  /// Returns the characters of a text without those that show nothing; white space stays, a line's end and a tab as a space.
  package static func scalars(of text: some Collection<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if let shown = shown(scalar) { scalars.append(shown) }
    }
    return scalars
  }

  /// Returns a character as it is compared; nil for one that shows nothing.
  package static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value > 0x20, scalar.value < 0x7f { return scalar }
    switch scalar.value {
    // Full width: the same order as ASCII.
    case 0xff01...0xff5e: return Unicode.Scalar(scalar.value - 0xfee0)
    case 0xfe6b: return "@"
    case 0xfe52, 0xff61: return "."
    case 0xfe62: return "+"
    case 0xfe63, 0x2010, 0x2011: return "-"
    // Soft hyphen, the joiner of graphemes, letters and a symbol without a shape, and marks that choose a glyph.
    case 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180f, 0x2800, 0x3164, 0xfe00...0xfe0f,
      0xffa0,
      0xe0100...0xe01ef:
      return nil
    default: break
    }
    if scalar.properties.isWhitespace { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format: return nil
    default: return scalar
    }
  }
}

/// Per cent escapes, as links have them.
package enum PercentEscapes {
  /// Returns a value that was in a link, as it is outside of one; it may be escaped several times.
  package static func decoded(_ value: some Collection<UInt8>) -> [UInt8] {
    var text = Array(value)
    while let decoded = decodedOnce(text) { text = decoded }
    return text
  }

  /// Returns a text with its escapes read; nil if it has none.
  package static func decodedOnce(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "%")) else { return nil }
    var decoded: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "%"), position + 2 < text.count,
        let high = Hex.value(text[position + 1]), let low = Hex.value(text[position + 2])
      {
        decoded.append(high << 4 | low)
        position += 3
      } else {
        decoded.append(text[position])
        position += 1
      }
    }
    return decoded.count == text.count ? nil : decoded
  }
}
