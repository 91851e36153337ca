internal import JSONText

/// Which of the emissions for a list an element may give, told by the length of its kind's text.
struct TextChoice: Sendable {
  /// The member that all of them ask for.
  private let member: ReadPlan.Slot
  private let emissions: Range<Int>
  /// For each length of a text, the place among the emissions of the one that asks for such a text, counted from 1; 0 for none.
  private var places = InlineArray<64, UInt8>(repeating: 0)

  /// Whether a length tells them apart; if not, each is asked.
  private let tellsApart: Bool

  /// Looks at what emissions ask for.
  ///
  /// - Parameters:
  ///   - tests: what every emission of the route asks for.
  ///   - emissions: those that take turns.
  init(among tests: [Condition.Test], _ emissions: Range<Int>) {
    self.emissions = emissions
    var members: Set<ReadPlan.Slot> = []
    var counts: Set<Int> = []
    for (place, test) in tests[emissions].enumerated() {
      guard case .isText(let member, let text) = test else { continue }
      members.insert(member)
      counts.insert(text.count)
      places[text.count] = UInt8(place + 1)
    }
    tellsApart = members.count == 1 && counts.count == emissions.count
    member = members.first ?? ReadPlan.Slot()
  }

  /// Returns the emissions that the record's current row may give; each is still to be asked.
  @inline(__always)
  func candidates(_ record: borrowing RouteRecord) -> Range<Int> {
    guard tellsApart else { return emissions }
    let kind = record.slice(member)
    if kind.kind == .string, kind.flags.isEscaped { return emissions }
    let count = Int(kind.count) &- 2
    guard kind.kind == .string, count < 64, places[count] > 0 else {
      return emissions.upperBound..<emissions.upperBound
    }
    let emission = emissions.lowerBound &+ Int(places[count]) &- 1
    return emission..<emission + 1
  }
}
