internal import JSONText

extension ConversionJob {
  /// Looks for an event that breaks a plan among those that were written after an offset.
  ///
  /// - Returns: what is wrong with the record; nil if all events keep to the plans.
  mutating func brokenPlan(
    in output: borrowing Output, since written: Int, noting tally: inout SelectionTally
  ) -> Diagnostic? {
    guard let facts = target.plans, output.count > written else { return nil }
    let events = output.withTail(from: written) { $0.copied($0.indices) }
    let padded = events + [UInt8](repeating: 0, count: 64)
    var start = 0
    for end in events.indices where events[end] == UInt8(ascii: "\n") {
      var diagnostics: [Diagnostic] = []
      plans?.check(padded.span, start, facts, into: &diagnostics, noting: &tally)
      if let first = diagnostics.min(by: { ($0.offset ?? 0) < ($1.offset ?? 0) }) {
        return .broken(first, of: diagnostics.count, padded.span, start..<end)
      }
      start = end + 1
    }
    return nil
  }
}

extension Diagnostic {
  /// The diagnostic about a record that gives an event which breaks a plan.
  ///
  /// - Parameters:
  ///   - first: the first thing that is wrong with the event.
  ///   - count: how many there are.
  ///   - event: the offsets of the event.
  fileprivate static func broken(
    _ first: Diagnostic, of count: Int, _ bytes: Span<UInt8>, _ event: Range<Int>
  ) -> Diagnostic {
    let start = event.lowerBound
    let pointer = JSONPointer.to(first.offset ?? start, in: bytes, from: start, end: event.upperBound)
    let place = pointer.tokens.isEmpty ? "an event" : "\(pointer) of an event"
    let others = count > 1 ? ", and \(count - 1) more" : ""
    return Diagnostic(
      code: first.code, message: "\(first.message) in \(place)\(others)",
      fix: "change the plan, or the data that the event is made from")
  }
}
