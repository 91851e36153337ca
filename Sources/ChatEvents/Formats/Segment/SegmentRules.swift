internal import JSONText

// What calls must be beyond their types, to be taken by Segment and by RudderStack.

extension SegmentEvent {
  /// What Segment demands of a call, and what its documents warn of.
  static let rules: [any Rule.Type] = [
    CallIsTakenBySegment.self, MessageIDIsShort.self, CallTimesAreSound.self,
  ]
}

extension RudderStackEvent {
  /// What RudderStack demands of a call.
  static let rules: [any Rule.Type] = [
    CallIsKnown.self, PersonIsKnown.self, MessageIDIsShort.self, CallTimesAreSound.self,
  ]
}

/// It says whom it is about, in a text that shows something: RudderStack's gateway removes what does not.
///
/// Source: rudder-server, gateway. Read in November 2026.
private struct PersonIsKnown: Rule {
  let userID, anonymousID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    userID = inputs.member("userId")
    anonymousID = inputs.member("anonymousId")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let ids = [found.slice(userID), found.slice(anonymousID)]
    // Of another type, it is told of as such.
    if ids.contains(where: { $0.isPresent && ($0.kind != .string || $0.isIdentity(bytes)) }) { return [] }
    return [
      Diagnostic(
        code: .noIdentity, offset: ids.first(where: \.isPresent)?.place,
        message: "the event has neither userId nor anonymousId", fix: "say who the person is, in one of them")
    ]
  }
}

/// Its id is as short as both of Segment's pages want it.
///
/// Source: Segment, "Spec: Common Fields" ("limited to 100 characters") and "HTTP API" (fewer than 100). Read in November 2026.
private struct MessageIDIsShort: Rule {
  let messageID: ReadPlan.Slot

  init(_ inputs: inout Inputs) { messageID = inputs.member("messageId") }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let id = found.slice(messageID)
    let isLong = id.kind == .string && id.content.count >= 100 && Text.scalarCount(bytes, id) >= 100
    return isLong ? [Diagnostic(code: .messageIDTooLong, offset: Int(id.start))] : []
  }
}

/// Its times are written as ISO 8601 has it, and have come already.
private struct CallTimesAreSound: Rule {
  let times: [ReadPlan.Slot]

  init(_ inputs: inout Inputs) {
    times = [
      inputs.member("timestamp"), inputs.member("originalTimestamp"), inputs.member("sentAt"),
      inputs.member("receivedAt"),
    ]
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for time in times {
      let slice = found.slice(time)
      guard slice.kind == .string else { continue }
      if let time = WrittenTime(slice, bytes) {
        diagnostics += Diagnostic.implausible(time.momentInAnyYear(in: .utc), at: Int(slice.start), settings)
      } else {
        diagnostics.append(Diagnostic(code: .timeNotISO, offset: Int(slice.start)))
      }
    }
    return diagnostics
  }
}
