internal import PersonalData

/// What is to be replaced in a document, in the order of its text.
///
/// No two edits overlap, whoever adds them: ``add(_:_:_:)`` is the only way in.
struct Edits: Sendable {
  /// One replacement.
  struct Edit: Sendable {
    /// The offsets of the bytes that go.
    let range: Range<Int>
    /// What comes in their place.
    let text: [UInt8]
    /// What it is that goes.
    let kind: Kind
  }

  /// What is replaced.
  enum Kind: Sendable, Hashable {
    /// The value of a member that is personal as such.
    case member
    /// A part of a text that has the form of personal data.
    case found(FreeText.Kind)
    /// A line of a text in which a form's answer stands.
    case answer
    /// A link to a file.
    case link
    /// What is made of other values that were replaced.
    case consequence
  }

  private(set) var list: [Edit] = []

  var isEmpty: Bool { list.isEmpty }

  /// Adds a replacement.
  ///
  /// Inside the range of another it is dropped: those bytes go already. Otherwise it takes the place of all that it overlaps,
  /// over all their bytes, so that nothing stays of what one of them removes. Of two with the same range the later one stays.
  ///
  /// Cost: constant after all other edits, else a move of those that come later in the text.
  mutating func add(_ range: Range<Int>, _ text: [UInt8], _ kind: Kind) {
    let edit = Edit(range: range, text: text, kind: kind)
    guard let last = list.last, range.lowerBound < last.range.upperBound else { return list.append(edit) }
    let first = firstIndex(endingAfter: range.lowerBound)
    var end = first
    while end < list.count, list[end].range.lowerBound < range.upperBound { end += 1 }
    guard first < end else { return list.insert(edit, at: first) }
    let whole =
      min(
        range.lowerBound, list[first].range.lowerBound)..<max(
        range.upperBound, list[end - 1].range.upperBound)
    if end - first == 1, whole == list[first].range, whole != range { return }
    list.replaceSubrange(first..<end, with: [Edit(range: whole, text: text, kind: kind)])
  }

  /// Adds edits of the same document, as ``add(_:_:_:)`` does.
  ///
  /// Cost: linear in the number of all edits, wherever the others are.
  mutating func add(_ others: Edits) {
    let (mine, theirs) = (list, others.list)
    list = []
    list.reserveCapacity(mine.count + theirs.count)
    var (index, other) = (0, 0)
    while index < mine.count || other < theirs.count {
      let isMine =
        other == theirs.count
        || (index < mine.count && mine[index].range.lowerBound <= theirs[other].range.lowerBound)
      let edit = isMine ? mine[index] : theirs[other]
      if isMine { index += 1 } else { other += 1 }
      add(edit.range, edit.text, edit.kind)
    }
  }

  /// Returns the edits inside a range.
  func all(in range: Range<Int>) -> ArraySlice<Edit> {
    list[firstIndex(endingAfter: range.lowerBound)...].prefix { $0.range.upperBound <= range.upperBound }
  }

  mutating func removeAll() { list.removeAll(keepingCapacity: true) }

  /// Returns the index of the first edit that ends after an offset; both ends are in order, since no two edits overlap.
  private func firstIndex(endingAfter offset: Int) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
