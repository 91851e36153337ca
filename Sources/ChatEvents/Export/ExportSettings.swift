/// The options of an export.
public struct ExportSettings: Sendable, Hashable {
  /// Which records are exported.
  public var selection = Selection()

  /// The output format.
  public var form = ExportForm.csv

  public init() {}
}

/// The output format of an export.
public enum ExportForm: String, Sendable, CaseIterable {
  /// A table with one row per message, for people.
  case csv
  /// One JSON object: the complete records, and the facts about the visitor in them.
  case json
}

/// The layout of a table.
public struct TableForm: Sendable, Hashable {
  /// The separator between two cells.
  public var separator = TableSeparator.comma

  /// Whether the table begins with a byte order mark, which spreadsheets need to detect UTF-8.
  public var hasByteOrderMark = false

  public init() {}
}

/// A character that separates the cells of a table.
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
