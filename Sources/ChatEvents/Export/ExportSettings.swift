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
