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
  private var numbers: [[Member]: UInt8] = [:]

  /// Notes that a stretch is written once, or once for each element of a list.
  mutating func note(_ content: [Member], isRepeated: Bool) {
    uses[content, default: 0] += isRepeated ? 2 : 1
  }

  /// Numbers those that are written more than once, as far as their places can be kept.
  mutating func close() {
    for (content, count) in uses where count > 1 && numbers.count < WrittenStretches.limit {
      numbers[content] = UInt8(numbers.count)
    }
  }

  var count: Int { numbers.count }

  /// The number of a stretch; nil for one that is written once.
  func number(of content: [Member]) -> UInt8? { numbers[content] }
}

/// Where in the output the shared stretches of the current record were last written.
struct WrittenStretches: Sendable {
  /// How many there can be.
  static let limit = 32

  private var ranges = InlineArray<32, Range<Int>>(repeating: 0..<0)
  /// A bit for each stretch that was written.
  private var known: UInt32 = 0

  /// Starts a new record.
  @inline(__always)
  mutating func forget() { known = 0 }

  /// Where a stretch stands; nil where it has not been written.
  @inline(__always)
  func range(of stretch: UInt8) -> Range<Int>? { known & 1 << stretch == 0 ? nil : ranges[Int(stretch)] }

  @inline(__always)
  mutating func remember(_ stretch: UInt8, at range: Range<Int>) {
    known |= 1 << stretch
    ranges[Int(stretch)] = range
  }
}
