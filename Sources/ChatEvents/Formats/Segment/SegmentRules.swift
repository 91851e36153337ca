internal import JSONText

// What calls must be beyond their types, to be taken by Segment and by RudderStack.

extension SegmentEvent {
  /// What Segment demands of a call, and what its documents warn of.
  static let rules: [any Rule.Type] = [
    CallIsTakenBySegment.self, MessageIDIsShort.self, CallTimesAreSound.self, CallIsNotReplayed.self,
  ]
}

extension RudderStackEvent {
  /// What RudderStack demands of a call.
  static let rules: [any Rule.Type] = [
    CallIsKnown.self, PersonIsKnown.self, CallIDsAreText.self, GroupIsNamed.self, MessageIDIsShort.self,
    CallTimesAreSound.self, CallIsNotReplayed.self,
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
        message: "the event has neither userId nor anonymousId", fix: "set one of them to the person's id")
    ]
  }
}

/// Its ids are text, as RudderStack's pages have them, in whatever call: the models know the members of some calls only.
///
/// Source: RudderStack, "Common Fields" and "Event Specification". Read in November 2026.
private struct CallIDsAreText: Rule {
  let type, userID, anonymousID, previousID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    type = inputs.member("type")
    userID = inputs.member("userId")
    anonymousID = inputs.member("anonymousId")
    previousID = inputs.member("previousId")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let isAlias = Text.isEqual(bytes, found.slice(type), to: "alias")
    let ids = [found.slice(userID), found.slice(anonymousID)] + (isAlias ? [found.slice(previousID)] : [])
    return ids.filter { $0.isPresent && $0.kind != .string }.map { id in
      .typeMismatch(Int(id.start), byte: bytes[Int(id.start)], expected: "a string")
    }
  }
}

/// A group call says which group it is about.
///
/// Source: RudderStack, "Event Specification: Group", and Segment, "Spec: Group". Read in November 2026.
private struct GroupIsNamed: Rule {
  let type, groupID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    type = inputs.member("type")
    groupID = inputs.member("groupId")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let group = found.slice(groupID)
    guard Text.isEqual(bytes, found.slice(type), to: "group"), !group.isPresent || group.isEmptyText else {
      return []
    }
    return [Diagnostic(code: .noGroupID, offset: group.place)]
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
