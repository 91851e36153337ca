internal import JSONText

// What calls carry that were delivered before, and that a service takes for the delivery at hand.

/// A call has no time that an earlier delivery left in it.
///
/// The service writes `receivedAt` itself. From `sentAt` it works out when an event happened: an old one moves the event to now.
///
/// Source: Segment, "Spec: Common Fields: Timestamps" and "Import Historical Data"; rudder-server, processor. Read in November 2026.
struct CallIsNotReplayed: Rule {
  private let sentAt, receivedAt: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    sentAt = inputs.member("sentAt")
    receivedAt = inputs.member("receivedAt")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    Self.findings(sentAt: found.slice(sentAt), receivedAt: found.slice(receivedAt), bytes, settings)
  }

  fileprivate static func findings(
    sentAt: Slice, receivedAt: Slice, _ bytes: Span<UInt8>, _ settings: RuleSettings
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if isOld(sentAt, bytes, settings) {
      diagnostics.append(
        Diagnostic(
          code: .replayedTime, offset: Int(sentAt.start),
          message: "sentAt is more than a day ago, as from an earlier delivery"))
    }
    if receivedAt.isPresent {
      diagnostics.append(
        Diagnostic(
          code: .replayedTime, offset: Int(receivedAt.start),
          message: "receivedAt is set by the receiving service"))
    }
    return diagnostics
  }

  /// Whether a time is more than a day before the present one, if that is known.
  private static func isOld(_ time: Slice, _ bytes: Span<UInt8>, _ settings: RuleSettings) -> Bool {
    guard time.kind == .string, let present = settings.present, let written = WrittenTime(time, bytes) else {
      return false
    }
    return written.momentInAnyYear(in: .utc).seconds < present.seconds - 86_400
  }
}

extension BatchFacts {
  /// Returns what a batch of calls says that counts for all of them, and is meant for none.
  static func replays(_ batch: Slice, _ bytes: Span<UInt8>, _ settings: RuleSettings) -> [Diagnostic] {
    func member(_ name: String) -> Slice { batch.values(of: name, bytes).last ?? .absent }
    let times = ["timestamp", "originalTimestamp"].map(member).filter(\.isPresent)
    return times.map { Diagnostic(code: .batchTimestamp, offset: Int($0.start)) }
      + CallIsNotReplayed.findings(
        sentAt: member("sentAt"), receivedAt: member("receivedAt"), bytes, settings)
  }
}
