internal import JSONText

/// A record that is handed over, as ``ExportWriter`` writes it.
public struct ExportedRecord: Sendable {
  /// The line of its source on which it begins, from 1; that of the batch or the form around it, where it stands in one.
  public internal(set) var line = 1

  /// What is written of it.
  let content: Content

  /// What the form of an export needs of a record.
  enum Content: Sendable {
    /// Its messages; one without a text where it has none.
    case messages([ExportedMessage])
    /// Its text without white space between tokens, what the batch around it says of all its calls, and what both tell of the
    /// visitor.
    case whole(text: [UInt8], batchContext: [UInt8], profile: Profile)
  }
}

extension ExportedRecord {
  /// Returns the same with the line in the source, where it was counted from `base`.
  func moved(to base: ReadingPosition) -> ExportedRecord {
    var moved = self
    moved.line += base.line - 1
    return moved
  }
}
