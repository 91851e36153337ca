internal import JSONText

/// The stretches of steps that write the same in several events of a record.
struct SharedStretches: Sendable {
  /// A member of a stretch: where it is written, and what.
  struct Member: Sendable, Hashable {
    let path: [String]
    let part: WritePlan.Part
  }

  /// How many emissions write each stretch, by what it writes.
  private var uses: [[Member]: Int] = [:]
  /// The shared ones' numbers.
  private var numbers: [[Member]: UInt8] = [:]

  /// Notes that an emission writes a stretch.
  mutating func note(_ content: [Member]) { uses[content, default: 0] += 1 }

  /// Numbers those that are written more than once, as far as their places can be kept.
  mutating func close() {
    for (content, uses) in uses where uses > 1 && count < WrittenStretches.limit / 2 {
      numbers[content] = UInt8(count)
      count += 1
    }
    isClosed = true
  }

  /// How many numbers have been given out.
  private var count = 0
  private var isClosed = false

  /// Numbers the stretches around the members that each element's event has of its own, and returns the first number.
  ///
  /// - Returns: nil where there are no such members, or the places of so many stretches cannot be kept.
  mutating func numbers(_ ownCount: Int) -> UInt8? {
    guard isClosed, ownCount > 0, count + ownCount < WrittenStretches.limit else { return nil }
    defer { count += ownCount + 1 }
    return UInt8(count)
  }

  /// How many stretches several events of a record share.
  var sharedCount: Int { numbers.count }

  /// The number of a stretch; nil for one that is written once.
  func number(of content: [Member]) -> UInt8? { numbers[content] }
}

/// Where in the output the stretches of the current record stand that are written more than once.
struct WrittenStretches: Sendable {
  /// How many there can be.
  static var limit: Int { 64 }

  private var ranges = InlineArray<64, Range<Int>>(repeating: 0..<0)
  /// A bit for each stretch that was written.
  private var known: UInt64 = 0

  /// Starts a new record.
  @inline(__always)
  mutating func forget() { known = 0 }

  /// Whether a stretch has been written.
  @inline(__always)
  func has(_ stretch: UInt8) -> Bool { known & 1 &<< UInt64(stretch) != 0 }

  /// Where a stretch stands that has been written.
  @inline(__always)
  subscript(stretch: UInt8) -> Range<Int> { ranges[Int(stretch)] }

  /// Where a stretch stands; nil where it has not been written.
  @inline(__always)
  func range(of stretch: UInt8) -> Range<Int>? { has(stretch) ? ranges[Int(stretch)] : nil }

  @inline(__always)
  mutating func remember(_ stretch: UInt8, at range: Range<Int>) {
    known |= 1 &<< UInt64(stretch)
    ranges[Int(stretch)] = range
  }
}
