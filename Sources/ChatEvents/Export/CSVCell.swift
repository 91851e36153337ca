internal import JSONText

/// A cell of a table that a spreadsheet may open.
///
/// Source: RFC 4180, 2; OWASP, "CSV Injection". Read in November 2026.
enum CSVCell {
  /// Writes a text as a cell: in quotes where it holds what would end the cell, and harmless where it would be run.
  ///
  /// U+0000, at which many programs end a text, becomes U+FFFD.
  static func append(_ text: [UInt8], to output: inout Output) {
    let isQuoted = text.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
      // What ends a cell where the program has another idea of it.
      case UInt8(ascii: ";"), UInt8(ascii: "\t"): true
      default: false
      }
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    if isRun(text) { output.append(UInt8(ascii: "'")) }
    for byte in text {
      switch byte {
      case 0: output.append("\u{fffd}")
      case UInt8(ascii: "\""): output.append("\"\"")
      default: output.append(byte)
      }
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
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
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if starters.contains(scalar) { return true }
      guard quotes.contains(scalar) || isInvisible(scalar) else { return false }
    }
    return false
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
