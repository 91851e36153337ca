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

    /// Whether a number comes in the place of another.
    var isNumber: Bool { text.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false }
  }

  /// What is replaced.
  enum Kind: Sendable, Hashable {
    /// The value of a member that is personal as such.
    case member
    /// A part of a text that has the form of personal data.
    case found(FreeText.Kind)
    /// A value that the record tells elsewhere as a person's.
    case known
    /// A line of a text in which a form's answer stands.
    case answer
    /// The value of a field of a link's query.
    case field
    /// A link to a file.
    case link
    /// What is made of other values that were replaced.
    case consequence
  }

  private(set) var list: [Edit] = []

  /// The values among them that may tell who somebody is wherever they stand.
  private(set) var known: [PersonsValues.Value] = []
  /// The values that stay whatever they hold, in the order of the text: what operators are called.
  private var passed: [Range<Int>] = []

  /// The ranges in which nothing is replaced.
  private(set) var kept: [Range<Int>] = []

  /// The selectors of members that name one, by their places in the settings.
  var matched: Set<Int> = []

  /// The ranges of the values that are replaced since a selector names them.
  var chosen: [Range<Int>] = []

  /// The texts that were looked through before and hold nothing; nil where only one record is looked at.
  var cleanTexts: CleanTexts?

  /// Links to files that are found and may stay.
  var fileLinks: [Range<Int>] = []

  /// How many of these links nothing replaces.
  var fileLinksLeft: Int {
    fileLinks.count { link in
      let index = firstIndex(endingAfter: link.lowerBound)
      return index == list.count || list[index].range.clamped(to: link) != link
    }
  }

  var isEmpty: Bool { list.isEmpty }

  /// Adds a replacement.
  ///
  /// Inside the range of another it is dropped: those bytes go already; so it is inside what is kept. Otherwise it takes the place
  /// of all that it overlaps, over all their bytes, so that nothing stays of what one of them removes. Of two with the same range
  /// the later one stays.
  ///
  /// Cost: constant after all other edits, else a move of those that come later in the text.
  mutating func add(_ range: Range<Int>, _ text: [UInt8], _ kind: Kind) {
    if isKept(range) { return }
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

  /// Notes that what is replaced at a range may tell who somebody is elsewhere too.
  mutating func note(_ range: Range<Int>, _ kind: KnownValues.Kind?) {
    guard let kind else { return }
    known.append(PersonsValues.Value(range: range, kind: kind))
  }

  /// Forgets which values were noted, and returns them.
  mutating func takeKnown() -> [PersonsValues.Value] {
    defer { known.removeAll(keepingCapacity: true) }
    return known
  }

  /// Notes a value that stays whatever it holds.
  mutating func pass(_ range: Range<Int>) { passed.append(range) }

  /// Keeps some parts of the document: what is to be replaced inside them is not, and will not be.
  ///
  /// Cost: a look at each edit that comes later in the text than the first part.
  ///
  /// - Parameter parts: ranges in the order of the text, of which no two overlap.
  mutating func keep(_ parts: [Range<Int>]) {
    guard let first = parts.first else { return }
    let isBehind = kept.last.map { $0.upperBound <= first.lowerBound } ?? true
    kept += parts
    if !isBehind { kept.sort { $0.lowerBound < $1.lowerBound } }
    let start = firstIndex(endingAfter: first.lowerBound)
    let rest = list[start...].filter { !isKept($0.range) }
    list.replaceSubrange(start..., with: rest)
  }

  /// Whether a range is inside a part that is kept.
  private func isKept(_ range: Range<Int>) -> Bool {
    if kept.isEmpty { return false }
    let index = kept.indexOfFirst { $0.upperBound >= range.upperBound }
    return index < kept.count && kept[index].lowerBound <= range.lowerBound
  }

  /// Adds edits of the same document, as ``add(_:_:_:)`` does, and what else is noted there.
  ///
  /// Cost: linear in the number of these edits and of those that come later in the text than the first of them.
  mutating func add(_ others: Edits) {
    keep(others.kept)
    matched.formUnion(others.matched)
    fileLinks += others.fileLinks
    guard let first = others.list.first else { return }
    let start = firstIndex(endingAfter: first.range.lowerBound)
    let (mine, theirs) = (Array(list[start...]), others.list)
    list.removeSubrange(start...)
    list.reserveCapacity(start + mine.count + theirs.count)
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

  /// Whether what stands at an offset is replaced, or stays whatever it is.
  func covers(_ offset: Int) -> Bool {
    let index = firstIndex(endingAfter: offset)
    if index < list.count, list[index].range.lowerBound <= offset { return true }
    let next = passed.indexOfFirst { $0.upperBound > offset }
    return next < passed.count && passed[next].lowerBound <= offset
  }

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    passed.removeAll(keepingCapacity: true)
    kept.removeAll()
    matched.removeAll()
    chosen.removeAll()
    fileLinks.removeAll()
  }

  /// Returns the index of the first edit that ends after an offset; both ends are in order, since no two edits overlap.
  private func firstIndex(endingAfter offset: Int) -> Int {
    list.indexOfFirst { $0.range.upperBound > offset }
  }
}

extension Array {
  /// Returns the index of the first element that meets a condition, which all behind it meet too; the end if none does.
  ///
  /// Cost: logarithmic in the number of elements.
  func indexOfFirst(where isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
