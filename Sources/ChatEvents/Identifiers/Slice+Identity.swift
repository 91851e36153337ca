internal import JSONText

extension Slice {
  /// Whether it names somebody: an integer, or text that shows something.
  func isIdentity(_ bytes: Span<UInt8>) -> Bool {
    if kind == .integer { return true }
    guard kind == .string, !content.isEmpty else { return false }
    // Nearly every id starts with a letter or a digit.
    let first = bytes[content.lowerBound]
    if first > 0x20 && first < 0x7f && first != UInt8(ascii: "\\") { return true }
    return Text.scalars(bytes, self).contains { !$0.isInvisible }
  }

  /// Returns an id's characters as RudderStack's gateway reads them, before it decides whether somebody is named and before it
  /// makes an id of them: without what shows nothing, and without spaces around them.
  ///
  /// Source: rudder-server, gateway, and what its library takes for invisible. Read in November 2026.
  static func gatewayCharacters(_ characters: [UInt8]) -> [UInt8] {
    let shown = String(decoding: characters, as: UTF8.self).unicodeScalars.filter {
      $0 == " " || !$0.isInvisible
    }
    let trimmed = shown.drop { $0 == " " }
    let end = trimmed.lastIndex { $0 != " " }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    return Array(String(trimmed[..<end]).utf8)
  }

  /// Whether all its characters are letters, digits and signs of ASCII, as those of nearly every id: the gateway reads them as
  /// they are.
  func isPlain(_ bytes: Span<UInt8>) -> Bool {
    if flags.isEscaped { return false }
    for offset in text where bytes[offset] <= 0x20 || bytes[offset] >= 0x7f { return false }
    return true
  }

  /// Whether it is an id that JavaScript takes for true: no empty string, and not the number 0.
  func isTrueID(_ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .string: return !content.isEmpty
    case .integer: return bytes[range.upperBound - 1] != UInt8(ascii: "0") || isOverNine(bytes)
    default: return false
    }
  }

  /// Whether an integer has more than one digit.
  private func isOverNine(_ bytes: Span<UInt8>) -> Bool {
    count > (bytes[Int(start)] == UInt8(ascii: "-") ? 2 : 1)
  }

  /// Whether it is text with something, an at sign, something, a point and something in one line: an
  /// address to Segment's library.
  ///
  /// Source: Segment's facade library, as its Olark and Userlike integrations use it. Read in November 2026.
  func isEmailAddress(_ bytes: Span<UInt8>) -> Bool {
    // Most ids have no at sign.
    guard kind == .string, flags.isEscaped || content.contains(where: { bytes[$0] == UInt8(ascii: "@") })
    else { return false }
    return Text.scalars(bytes, self)
      .split(whereSeparator: { "\n\r\u{2028}\u{2029}".unicodeScalars.contains($0) })
      .contains { line in
        guard let at = line.dropFirst().firstIndex(of: "@") else { return false }
        return line[at...].dropFirst(2).dropLast().contains(".")
      }
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing: white space, a control or format character, no character at all, or one of a few letters, marks and
  /// symbols without a shape.
  var isInvisible: Bool {
    switch value {
    // The combining grapheme joiner, fillers of Hangul, inherent vowels of Khmer, the blank pattern of Braille.
    case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0: return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned,
      .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }
}
