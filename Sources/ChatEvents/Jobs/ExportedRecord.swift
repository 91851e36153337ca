internal import JSONText

/// An exported record, for ``ExportWriter`` and ``ProfileWriter``.
public struct ExportedRecord: Sendable {
  /// The line of its source on which it begins, from 1; in a batch or a form, the line of that.
  public internal(set) var line = 1

  /// Its messages; one without a text where it has none.
  var messages: [ExportedMessage] = []

  /// What it and the batch around it tell of the visitor.
  var profile = Profile()

  /// The record itself; nil where a table is written.
  var whole: Whole?

  /// A record as it was written.
  struct Whole: Sendable {
    /// Its text without white space between tokens.
    let text: [UInt8]
    /// What the batch around it says of all its calls; empty without one.
    let batchContext: [UInt8]
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
