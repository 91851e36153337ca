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
    let given: Condition.Test?
  }

  /// Compiles emissions.
  init(_ emissions: [Emission], _ settings: RouteSettings, reading plan: ReadPlan) {
    // Which stretches are shared is known only once all have been seen.
    var stretches = SharedStretches()
    for emission in emissions { _ = WriteCompiler.plan(emission, settings, reading: plan, &stretches) }
    stretches.close()
    var compiled: [Compiled] = []
    for emission in emissions {
      var inputs = Inputs(plan, settings)
      compiled.append(
        Compiled(
          name: emission.name, plan: WriteCompiler.plan(emission, settings, reading: plan, &stretches),
          rows: emission.listPath.map(plan.slot), given: emission.given?.test(&inputs)))
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
  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output, counts: inout [Int])
  {
    record.written.stretches.forget()
    let emissions = self.emissions.span
    var counts = counts.mutableSpan
    for turn in turns.indices {
      guard let list = emissions[turns[turn].lowerBound].rows else {
        record.found.row = 0
        Self.write(emissions, turns[turn].lowerBound, bytes, &record, to: &output, counts: &counts)
        continue
      }
      for row in 0..<Int(record.found.slots[list.index].count) {
        record.found.row = row
        for index in turns[turn] {
          Self.write(emissions, index, bytes, &record, to: &output, counts: &counts)
        }
      }
    }
  }

  @inline(__always)
  private static func write(
    _ emissions: Span<Compiled>, _ index: Int, _ bytes: Span<UInt8>, _ record: inout RouteRecord,
    to output: inout Output, counts: inout MutableSpan<Int>
  ) {
    if let given = emissions[index].given, !given.holds(bytes, &record) { return }
    if emissions[index].plan.write(bytes, &record, to: &output) { counts[index] += 1 }
  }
}
