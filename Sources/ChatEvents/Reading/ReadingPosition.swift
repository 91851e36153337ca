internal import JSONText

/// The state of reading between two blocks of one source.
public struct ReadingPosition: Sendable, Hashable {
  /// What the next byte belongs to.
  var container = Container.documents

  /// The offset of the next byte in the source.
  var offset = 0

  /// The line of the next byte, from 1.
  var line = 1

  /// The offset in the source at which that line starts.
  var lineStart = 0

  /// Whether a comma was missed in the array that is open; that is reported once.
  var missesComma = false

  /// The failed record whose end is still looked for, where it was too long to be kept.
  var discarded: DiscardedRecord?

  /// The encoding that the source's first bytes show in place of UTF-8.
  var encoding: String?

  /// Whether a record was read, or something in its place.
  var hasBegun = false

  /// Whether this is only where reading probably stands: its places count from here, not from the source's start.
  var isGuess = false

  public init() {}

  /// Where reading probably stands at the start of a later piece: in the same container.
  var guess: ReadingPosition {
    var guess = ReadingPosition()
    guess.isGuess = true
    guess.hasBegun = true
    guess.missesComma = missesComma
    guess.container =
      switch container {
      case .documents, .arrayStart: container
      case .arraySeparator where missesComma: .arraySeparator
      case .arrayElement, .arraySeparator: .arrayElement(comma: -1, place: JSONPlace(line: 1, column: 1))
      }
    return guess
  }

  /// Whether what was guessed is how it is.
  func agrees(with actual: ReadingPosition) -> Bool {
    guard isGuess else { return self == actual }
    if actual.discarded != nil || !actual.hasBegun { return false }
    if container.isArray, missesComma != actual.missesComma { return false }
    if case (.arrayElement, .arrayElement) = (container, actual.container) { return true }
    return container == actual.container
  }

  /// Returns the same where what was guessed turned out to start at `base`.
  func moved(to base: ReadingPosition) -> ReadingPosition {
    var moved = self
    moved.isGuess = false
    moved.offset += base.offset
    moved.lineStart = line == 1 ? base.lineStart : lineStart + base.offset
    moved.line += base.line - 1
    moved.discarded = discarded?.moved(to: base)
    if case .arrayElement(let comma, let place) = container {
      moved.container = .arrayElement(comma: comma + base.offset, place: place.moved(to: base))
    }
    return moved
  }

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

extension JSONPlace {
  /// Returns the place in the source of one that was counted from `base`.
  func moved(to base: ReadingPosition) -> JSONPlace {
    JSONPlace(
      line: line + base.line - 1, column: line == 1 ? column + base.offset - base.lineStart : column)
  }
}
