internal import JSONText

/// A cell of a table that a spreadsheet may open, with the table's separator or with another one.
///
/// Source: RFC 4180, 2; OWASP, "CSV Injection". Read in November 2026.
enum CSVCell {
  /// Writes a text as a cell: in quotes where it holds what would end the cell, and harmless where it would be run.
  ///
  /// A program that takes another character for the separator sees no quotes but those at the start of a line: it takes a cell
  /// apart at that character and at line ends. So each part of a text is made harmless, but for those behind the table's own
  /// separator, which the quotes keep together. U+0000, at which many programs end a text, becomes U+FFFD.
  static func append(_ text: [UInt8], _ separator: TableSeparator = .comma, to output: inout Output) {
    let isQuoted = text.contains { $0 == UInt8(ascii: "\"") || endsPart($0) }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    if isRun(text) { output.append(UInt8(ascii: "'")) }
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0: output.append("\u{fffd}")
      case UInt8(ascii: "\""): output.append("\"\"")
      default: output.append(byte)
      }
      if endsPart(byte), byte != separator.byte, isRun(part: text[(index + 1)...]) {
        output.append(UInt8(ascii: "'"))
      }
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
  }

  /// Whether a byte ends a cell, or a part of it in a program that has another idea of the table.
  private static func endsPart(_ byte: UInt8) -> Bool {
    TableSeparator.contains(byte) || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  /// Whether a spreadsheet may take a text for a formula.
  ///
  /// It does where the text starts with one of four characters, also in the widths that East Asian keyboards give them, which
  /// some programs make narrow; or behind quotes and what cannot be seen, which some programs leave out. A line's end and a
  /// tabulator may end the cell before the text. An apostrophe counts for a quote, so that the one which is written before
  /// such a text can be told from the text's own.
  static func isRun(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") {
      return true
    }
    return startsFormula(text[...])
  }

  /// Whether what begins with a part of a text may be taken for a formula; what begins behind the part is asked for there.
  private static func isRun(part rest: ArraySlice<UInt8>) -> Bool {
    startsFormula(rest.prefix { !endsPart($0) })
  }

  private static func startsFormula(_ text: ArraySlice<UInt8>) -> Bool {
    // Of most texts the first character decides.
    guard let first = text.first, !isLetterOrDigit(first) else { return false }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if starters.contains(scalar) { return true }
      guard quotes.contains(scalar) || isInvisible(scalar) else { return false }
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  private static let starters = Set("=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars)
  private static let quotes = Set("\"'`‘’‚“”„«»＂＇".unicodeScalars)

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .control, .format: return true
    default: return false
    }
  }
}
