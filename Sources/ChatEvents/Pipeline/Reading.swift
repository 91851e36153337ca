internal import JSONText

/// Where reading stands between two blocks of one source.
public struct Reading: Sendable, Hashable {
  /// What the next byte belongs to.
  var container = Container.documents

  /// The offset of the next byte in the source.
  var offset = 0

  /// The line of the next byte, from 1.
  var line = 1

  /// The offset in the source at which that line starts.
  var lineStart = 0

  /// The failed record whose end is still looked for, where it was too long to be kept.
  var discarded: Reject?

  public init() {}

  /// What the documents of a source stand in.
  enum Container: Sendable, Hashable {
    /// Nothing: they follow each other.
    case documents
    /// An array, of which nothing or a broken element was read: an element or the end comes next.
    case arrayStart
    /// An array: an element comes next, since this comma was read.
    case arrayElement(comma: Int, place: JSONPlace)
    /// An array, behind an element: a comma or the end comes next.
    case arraySeparator

    /// Whether an array is open.
    var isArray: Bool { self != .documents }
  }
}
