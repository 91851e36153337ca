internal import JSONText

/// When a page recorded something.
struct RecordedTime: InputSlots {
  private let timestamp: ReadPlan.Slot

  init(_ inputs: inout Inputs) { timestamp = inputs.member("timestamp") }

  /// Notes what is wrong with it.
  ///
  /// - Parameter givesEvent: whether the record gives an event, whose id is made of the time.
  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings, givesEvent: Bool,
    into diagnostics: inout [Diagnostic]
  ) {
    let time = found.slice(timestamp)
    guard time.isPresent else {
      if givesEvent { diagnostics.append(Diagnostic(code: .noMessageID)) }
      return
    }
    guard [.string, .integer, .number].contains(time.kind) else { return }
    let moment = ExactTime(recorded: time, bytes)
    if moment == nil { diagnostics.append(.noRecordedTime(at: Int(time.start))) }
    if let diagnostic = Diagnostic.future(moment, at: Int(time.start), settings) {
      diagnostics.append(diagnostic)
    }
  }
}

extension Diagnostic {
  /// A moment that a page recorded in no way that is known.
  static func noRecordedTime(at offset: Int) -> Diagnostic {
    Diagnostic(
      code: .invalidTimestamp, offset: offset,
      message: "expected ISO 8601 with a zone, or seconds or milliseconds since 1970",
      fix: "write the time like \"2026-11-21T10:00:00.000Z\"")
  }
}
