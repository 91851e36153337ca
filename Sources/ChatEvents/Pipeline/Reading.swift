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

  /// Whether a comma was missed in the array that is open; that is reported once.
  var missesComma = false

  /// The failed record whose end is still looked for, where it was too long to be kept.
  var discarded: Reject?

  /// Whether this is only where reading probably stands: its places count from here, not from the source's start.
  var isGuess = false

  public init() {}

  /// Where reading probably stands at the start of a later piece: in the same container.
  var guess: Reading {
    var guess = Reading()
    guess.isGuess = true
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
  func agrees(with actual: Reading) -> Bool {
    guard isGuess else { return self == actual }
    if actual.discarded != nil { return false }
    if container.isArray, missesComma != actual.missesComma { return false }
    if case (.arrayElement, .arrayElement) = (container, actual.container) { return true }
    return container == actual.container
  }

  /// Returns the same where what was guessed turned out to start at `base`.
  func moved(to base: Reading) -> Reading {
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
  func moved(to base: Reading) -> JSONPlace {
    JSONPlace(
      line: line + base.line - 1, column: line == 1 ? column + base.offset - base.lineStart : column)
  }
}

extension CheckedRecord {
  /// Returns the same with the places in the source, where they were counted from `base`.
  func moved(to base: Reading) -> CheckedRecord { moved { $0.moved(to: base) } }

  /// Returns the same with each place replaced.
  func moved(_ place: (JSONPlace) -> JSONPlace) -> CheckedRecord {
    var moved = self
    moved.place = place(self.place)
    for index in findings.indices { moved.findings[index].move(place) }
    for index in identities.indices { moved.identities[index].repetition.move(place) }
    return moved
  }
}

extension Finding {
  /// Replaces its place, and the column of what stands there.
  fileprivate mutating func move(_ place: (JSONPlace) -> JSONPlace) {
    let moved = place(self.place)
    if moved.column != self.place.column { excerpt?.characterColumn = nil }
    excerpt?.column += moved.column - self.place.column
    self.place = moved
  }
}

extension Reject {
  /// Returns the same with the places in the source, where they were counted from `base`.
  func moved(to base: Reading) -> Reject {
    var moved = self
    moved.place = place.moved(to: base)
    moved.at = at.moved(to: base)
    moved.offset += base.offset
    moved.range = range.lowerBound + base.offset..<range.upperBound + base.offset
    return moved
  }
}
