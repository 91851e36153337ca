/// How two texts differ, line by line.
struct LineDifference: Sendable {
  /// A stretch that differs: the lines that stand in the one text, and those in their place in the other.
  struct Change: Sendable, Hashable {
    var expected: Range<Int>
    var actual: Range<Int>
  }

  /// The lines of the text that was expected, each with its line feed.
  let expected: [ArraySlice<UInt8>]

  /// The lines of the text that was found, each with its line feed.
  let actual: [ArraySlice<UInt8>]

  /// What differs, in the order of the lines; between two changes the lines are equal.
  private(set) var changes: [Change] = []

  /// How many lines are compared each with each; of more, the first is compared with the first, and so on.
  private static let limit = 4_000

  /// Compares two texts.
  ///
  /// Cost: as much as there are lines, times how many of them differ; where thousands do, one look at each.
  init(expected: [UInt8], actual: [UInt8]) {
    self.expected = Self.lines(of: expected)
    self.actual = Self.lines(of: actual)
    // A number for each line that is like no other, so that a long line is looked at once.
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ lines: [ArraySlice<UInt8>]) -> [Int] {
      lines.map { line in
        let number = numbers[line] ?? numbers.count
        numbers[line] = number
        return number
      }
    }
    compare(numbered(self.expected)[...], numbered(self.actual)[...])
  }

  /// Returns the lines of a text, each with its line feed; the last one may have none.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  /// Notes what differs between two stretches, without the lines that both begin and end with.
  private mutating func compare(_ expected: ArraySlice<Int>, _ actual: ArraySlice<Int>) {
    var (expected, actual) = (expected, actual)
    while let line = expected.first, line == actual.first {
      expected.removeFirst()
      actual.removeFirst()
    }
    while let line = expected.last, line == actual.last {
      expected.removeLast()
      actual.removeLast()
    }
    if expected.count + actual.count > Self.limit { return compareLineByLine(expected, actual) }
    var (left, right) = (expected.startIndex, actual.startIndex)
    let difference = Array(actual).difference(from: Array(expected))
    for pair in Self.pairs(expected.indices, actual.indices, difference) {
      let (isOld, isNew) = (pair.expected != nil, pair.actual != nil)
      if isOld != isNew { add(left..<left + (isOld ? 1 : 0), right..<right + (isNew ? 1 : 0)) }
      left += isOld ? 1 : 0
      right += isNew ? 1 : 0
    }
  }

  /// Notes the lines that differ from the one in the same place.
  private mutating func compareLineByLine(_ expected: ArraySlice<Int>, _ actual: ArraySlice<Int>) {
    for (left, right) in zip(expected.indices, actual.indices) where expected[left] != actual[right] {
      add(left..<left + 1, right..<right + 1)
    }
    let count = min(expected.count, actual.count)
    if expected.count != actual.count {
      add(
        expected.startIndex + count..<expected.endIndex, actual.startIndex + count..<actual.endIndex)
    }
  }

  /// Notes a change, as one with the last where that ends here.
  private mutating func add(_ expected: Range<Int>, _ actual: Range<Int>) {
    if let last = changes.last, last.expected.upperBound == expected.lowerBound,
      last.actual.upperBound == actual.lowerBound
    {
      changes[changes.count - 1] = Change(
        expected: last.expected.lowerBound..<expected.upperBound,
        actual: last.actual.lowerBound..<actual.upperBound)
    } else {
      changes.append(Change(expected: expected, actual: actual))
    }
  }
}
