public import JSONText

/// One thing in a record that is not as its vendor has it, with its place.
public struct Finding: Sendable, Hashable {
  /// The place of what is wrong, in its source.
  public var place: JSONPlace

  /// The way to it, from the record's root; in a form body from the root of the document in it.
  public var pointer: JSONPointer

  /// What kind of thing is wrong.
  public var code: Code

  /// What is wrong in this case: one clause.
  public var message: String

  /// What to do in this case; nil where nothing can be said.
  public var fix: String?

  /// What stands there in the source; nil where that is not known.
  public var excerpt: Excerpt?

  /// Whether the record cannot be used, or only may not do what its sender thinks.
  public var severity: Severity { code.severity }
}

/// A part of one line of a source.
public struct Excerpt: Sendable, Hashable {
  /// Its bytes, without a line feed.
  public var text: [UInt8]

  /// The column of the first of them, from 1, in bytes.
  public var column: Int

  /// Whether the line begins before it, and whether it goes on behind it.
  public var isCut: (start: Bool, end: Bool) { (startsInside, endsInside) }

  private let startsInside, endsInside: Bool

  /// How many bytes it has at most on either side of what it is about.
  static let reach = 60

  /// Takes what stands on either side of an offset, as far as the line goes.
  ///
  /// - Parameters:
  ///   - column: the column of the byte at the offset.
  ///   - end: the offset behind the last byte that was read.
  init(around offset: Int, _ bytes: Span<UInt8>, column: Int, end: Int) {
    let middle = min(offset, end)
    var (start, stop) = (middle, middle)
    while start > max(0, middle - min(Self.reach, column - 1)), bytes[start - 1] != UInt8(ascii: "\n") {
      start -= 1
    }
    while start > 0, start < middle, bytes[start] & 0xc0 == 0x80 { start += 1 }
    while stop < min(end, middle + Self.reach), bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
    while stop > middle, stop < end, bytes[stop] & 0xc0 == 0x80 { stop -= 1 }
    text = (start..<stop).map { bytes[$0] }
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    self.column = column - (middle - start)
    startsInside = self.column > 1
    endsInside = stop < end && bytes[stop] != UInt8(ascii: "\n")
  }
}

/// A record that was validated.
public struct CheckedRecord: Sendable, Hashable {
  /// The place at which it starts in its source.
  public var place: JSONPlace

  /// What it is: the format's name; nil where that cannot be told.
  public var format: Format?

  /// What is wrong with it, in the order of its text; nothing where it is as it should be.
  public var findings: [Finding]

  /// What tells it from all other records; nil where nobody asked, or it has no id.
  public var identity: RecordIdentity?

  /// Whether nothing is wrong but what is worth a warning.
  public var isValid: Bool { !findings.contains { $0.severity == .error } }
}

/// What tells a record from all others, and where it says so.
public struct RecordIdentity: Sendable, Hashable {
  /// Made of its format and its id; two records have the same where their ids are.
  public var name: UUIDBytes

  /// What is reported where another record had the same before.
  public var repetition: Finding
}

/// How bad something is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The record cannot be used as it is.
  case error
  /// It can be, and still may not do what its sender thinks.
  case warning
}
