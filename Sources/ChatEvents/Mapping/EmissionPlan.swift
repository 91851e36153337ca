internal import JSONText

/// A route's emissions compiled: what is written for the record, and what for each element of a list.
struct EmissionPlan: Sendable {
  private let emissions: [Compiled]
  /// Emissions side by side for the same list, which take turns; the others alone.
  private let turns: [Range<Int>]

  /// How many stretches there are that several events of a record share.
  let stretchCount: Int

  private struct Compiled: Sendable {
    let name: String
    let plan: WritePlan
    let rows: ReadPlan.Slot?
    let given: Condition?
    let givenBy: ReadPlan.Slot?
  }

  /// Compiles emissions.
  init(_ emissions: [Emission], _ settings: RouteSettings, reading plan: ReadPlan) {
    // Which stretches are shared is known only once all have been seen.
    var stretches = SharedStretches()
    for emission in emissions { _ = WritePlan(emission, settings, reading: plan, &stretches) }
    stretches.close()
    var compiled: [Compiled] = []
    for emission in emissions {
      compiled.append(
        Compiled(
          name: emission.name, plan: WritePlan(emission, settings, reading: plan, &stretches),
          rows: emission.list.map(plan.slot), given: emission.given,
          givenBy: emission.givenBy.map(plan.slot)))
    }
    self.emissions = compiled
    stretchCount = stretches.count
    var turns: [Range<Int>] = []
    for index in compiled.indices {
      if let last = turns.last, let rows = compiled[index].rows, compiled[last.lowerBound].rows == rows {
        turns[turns.count - 1] = last.lowerBound..<index + 1
      } else {
        turns.append(index..<index + 1)
      }
    }
    self.turns = turns
  }

  /// The names of the emissions, in the order in which they are counted.
  var names: [String] { emissions.map(\.name) }

  /// Writes a record's events, and counts them by emission.
  func write(_ bytes: Span<UInt8>, _ found: inout Found, to output: inout Output, counts: inout [Int]) {
    found.copies.forget()
    let emissions = self.emissions.span
    for turn in turns.indices {
      guard let list = emissions[turns[turn].lowerBound].rows else {
        found.row = 0
        Self.write(emissions, turns[turn].lowerBound, bytes, &found, to: &output, counts: &counts)
        continue
      }
      for row in 0..<Int(found.slots[list.index].count) {
        found.row = row
        for index in turns[turn] { Self.write(emissions, index, bytes, &found, to: &output, counts: &counts) }
      }
    }
  }

  @inline(__always)
  private static func write(
    _ emissions: Span<Compiled>, _ index: Int, _ bytes: Span<UInt8>, _ found: inout Found,
    to output: inout Output, counts: inout [Int]
  ) {
    if let given = emissions[index].given, let slot = emissions[index].givenBy, !given(bytes, found, slot) {
      return
    }
    if emissions[index].plan.write(bytes, &found, to: &output) { counts[index] += 1 }
  }
}

/// The stretches of steps that write the same in several events of a record.
struct SharedStretches: Sendable {
  /// How often each stretch is written for a record at most, by what it writes.
  private var uses: [String: Int] = [:]
  /// The shared ones' numbers.
  private var numbers: [String: Int] = [:]

  /// Notes that a stretch is written once, or once for each element of a list.
  mutating func note(_ signature: String, isRepeated: Bool) {
    uses[signature, default: 0] += isRepeated ? 2 : 1
  }

  /// Numbers those that are written more than once.
  mutating func close() {
    for (signature, count) in uses.sorted(by: { $0.key < $1.key }) where count > 1 {
      numbers[signature] = numbers.count
    }
  }

  var count: Int { numbers.count }

  /// The number of a stretch; nil for one that is written once.
  func number(of signature: String) -> Int? { numbers[signature] }
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
