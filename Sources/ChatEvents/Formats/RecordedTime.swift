internal import JSONText

/// When a page recorded something.
struct RecordedTime: InputSlots {
  private let timestamp: ReadPlan.Slot

  init(_ inputs: inout Inputs) { timestamp = inputs.member("timestamp") }

  /// Returns what is wrong with it.
  ///
  /// - Parameter givesEvent: whether the record gives an event, whose id is made of the time.
  func findings(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings, givesEvent: Bool
  ) -> [Diagnostic] {
    let time = found.slice(timestamp)
    guard time.isPresent else { return givesEvent ? [Diagnostic(code: .noMessageID)] : [] }
    guard [.string, .integer, .number].contains(time.kind) else { return [] }
    guard let moment = ExactTime(recorded: time, bytes) else { return [.noRecordedTime(at: Int(time.start))] }
    return Diagnostic.implausible(moment, at: Int(time.start), settings)
  }
}

extension Diagnostic {
  /// A moment that a page recorded in no way that is known.
  static func noRecordedTime(at offset: Int) -> Diagnostic {
    Diagnostic(
      code: .invalidTimestamp, offset: offset,
      message: "expected ISO 8601 with a UTC offset, or seconds or milliseconds since 1970",
      fix: "write a time such as \"2026-11-21T10:00:00.000Z\"")
  }
}
