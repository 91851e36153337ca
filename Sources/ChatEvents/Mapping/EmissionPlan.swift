internal import JSONText

/// A route's emissions compiled: what is written for the record, and what for each element of a list.
struct EmissionPlan: Sendable {
  /// The names of the emissions, in the order in which they are counted.
  let names: [String]

  /// How many stretches there are that several events of a record share.
  let stretchCount: Int

  private let program: WriteProgram
  private let plans: [WritePlan]
  private let tests: [Condition.Test]
  private let turns: [Turn]
  /// For each turn, which of its emissions an element may give.
  private let choices: [TextChoice]

  /// Emissions side by side for the same list, which take turns; any other is alone.
  private struct Turn: Sendable {
    var emissions: Range<Int>
    /// The slot of the list; nil for an emission that is written for the record.
    let list: ReadPlan.Slot?
  }

  /// Compiles emissions.
  init(_ emissions: [Emission], _ settings: RouteSettings, reading plan: ReadPlan) {
    // Which stretches are shared is known only once all have been seen.
    var stretches = SharedStretches()
    var program = WriteProgram()
    for emission in emissions {
      _ = WriteCompiler.plan(emission, settings, reading: plan, &stretches, into: &program)
    }
    stretches.close()
    program = WriteProgram()
    var (plans, tests, turns): ([WritePlan], [Condition.Test], [Turn]) = ([], [], [])
    for (index, emission) in emissions.enumerated() {
      var inputs = Inputs(plan, settings)
      plans.append(WriteCompiler.plan(emission, settings, reading: plan, &stretches, into: &program))
      tests.append(emission.given?.test(&inputs) ?? .always)
      let list = emission.listPath.map(plan.slot)
      if let list, turns.last?.list == list {
        turns[turns.count - 1].emissions = turns[turns.count - 1].emissions.lowerBound..<index + 1
      } else {
        turns.append(Turn(emissions: index..<index + 1, list: list))
      }
    }
    program.pool += [UInt8](repeating: 0, count: 64)
    choices = turns.map { TextChoice(among: tests, $0.emissions) }
    names = emissions.map(\.name)
    stretchCount = stretches.sharedCount
    self.program = program
    (self.plans, self.tests, self.turns) = (plans, tests, turns)
  }

  /// Writes a record's events, and counts them by emission.
  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output, counts: inout [Int])
  {
    record.written.stretches.forget()
    let (plans, tests, turns, choices) = (
      self.plans.span, self.tests.span, self.turns.span, self.choices.span
    )
    var counts = counts.mutableSpan
    for turn in turns.indices {
      record.found.row = 0
      let rows = turns[turn].list.map { Int(record.found.slots[$0.index].count) } ?? 1
      while record.found.row < rows {
        for index in choices[turn].candidates(record) where tests[index].holds(bytes, &record) {
          if plans[index].write(program, bytes, &record, to: &output) { counts[index] += 1 }
        }
        record.found.row += 1
      }
    }
  }
}
