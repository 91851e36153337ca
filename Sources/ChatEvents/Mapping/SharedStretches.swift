internal import JSONText

/// The stretches of steps that write the same in several events of a record.
struct SharedStretches: Sendable {
  /// A member of a stretch: where it is written, and what.
  struct Member: Sendable, Hashable {
    let path: [String]
    let part: WritePlan.Part
  }

  /// How often each stretch is written for a record at most, by what it writes.
  private var uses: [[Member]: Int] = [:]
  /// The shared ones' numbers.
  private var numbers: [[Member]: Int] = [:]

  /// Notes that a stretch is written once, or once for each element of a list.
  mutating func note(_ content: [Member], isRepeated: Bool) {
    uses[content, default: 0] += isRepeated ? 2 : 1
  }

  /// Numbers those that are written more than once.
  mutating func close() {
    for (content, count) in uses where count > 1 { numbers[content] = numbers.count }
  }

  var count: Int { numbers.count }

  /// The number of a stretch; nil for one that is written once.
  func number(of content: [Member]) -> Int? { numbers[content] }
}

/// Where in the output the shared stretches of the current record were last written.
struct WrittenStretches: Sendable {
  private var ranges: [Range<Int>]

  init(count: Int = 0) { ranges = [Range<Int>](repeating: 0..<0, count: count) }

  /// Starts a new record.
  @inline(__always)
  mutating func forget() {
    for index in ranges.indices { ranges[index] = -1 ..< -1 }
  }

  /// Where a stretch stands; nil where it has not been written.
  @inline(__always)
  func range(of stretch: Int) -> Range<Int>? { ranges[stretch].lowerBound < 0 ? nil : ranges[stretch] }

  @inline(__always)
  mutating func remember(_ stretch: Int, at range: Range<Int>) { ranges[stretch] = range }
}
