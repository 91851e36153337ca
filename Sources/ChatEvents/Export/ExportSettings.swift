/// What a caller can ask of an export.
public struct ExportSettings: Sendable, Hashable {
  /// Which records are handed over.
  public var selection = Selection()

  /// How they are written.
  public var form = ExportForm.csv

  public init() {}
}

/// How an export is written.
public enum ExportForm: String, Sendable, CaseIterable {
  /// A table with a row a message, for a person.
  case csv
  /// One JSON object: the whole records, and what they tell of the visitor.
  case json
}

/// How a table is written.
public struct TableForm: Sendable, Hashable {
  /// What stands between two cells.
  public var separator = TableSeparator.comma

  /// Whether the table begins with a byte order mark, by which spreadsheets know UTF-8.
  public var hasByteOrderMark = false

  public init() {}
}

/// A character that can stand between the cells of a table.
public enum TableSeparator: Character, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tabulator = "\t"
  case bar = "|"

  var byte: UInt8 { rawValue.asciiValue ?? 0 }

  /// Whether a byte is one of these.
  static func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"): true
    default: false
    }
  }
}
