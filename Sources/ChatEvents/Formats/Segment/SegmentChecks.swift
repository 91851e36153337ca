internal import JSONText

// What Segment refuses at its door is refused here, under the names that it gives.

/// The call is one that Segment takes.
///
/// Source: Segment, "Delivery Overview", discards "Failed on ingest"; "Spec: Common Fields". Read in November 2026.
struct CallIsTakenBySegment: Check {
  private let type, userID, anonymousID, event, properties, traits, name, category, groupID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    type = inputs.memberOfAnyType("type")
    userID = inputs.memberOfAnyType("userId")
    anonymousID = inputs.memberOfAnyType("anonymousId")
    event = inputs.memberOfAnyType("event")
    properties = inputs.memberOfAnyType("properties")
    traits = inputs.memberOfAnyType("traits")
    name = inputs.memberOfAnyType("name")
    category = inputs.memberOfAnyType("category")
    groupID = inputs.memberOfAnyType("groupId")
  }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    door(found).diagnostics(bytes).first
  }

  /// The members' values in a record.
  func door(_ found: borrowing Found) -> SegmentDoor {
    SegmentDoor(
      type: found.slice(type), userID: found.slice(userID), anonymousID: found.slice(anonymousID),
      event: found.slice(event), properties: found.slice(properties), traits: found.slice(traits),
      name: found.slice(name), category: found.slice(category), groupID: found.slice(groupID))
  }
}

/// The values of the members by which Segment decides whether it takes a call.
struct SegmentDoor {
  let type, userID, anonymousID, event, properties, traits, name, category, groupID: Slice

  /// The calls that there are.
  enum Call: String, CaseIterable {
    case identify, track, page, screen, group, alias
  }

  /// Returns all for which the call is refused: its type, whom it is about, what it says.
  func diagnostics(_ bytes: Span<UInt8>) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let call = Call.allCases.first { Text.isEqual(bytes, type, to: $0.rawValue) }
    if call == nil { diagnostics.append(Diagnostic(code: .unknownCall, offset: type.place)) }
    demandPerson(&diagnostics)
    switch call {
    case .identify: demand(traits, .traitsNotObject, &diagnostics)
    case .track:
      demandEvent(&diagnostics)
      demand(properties, .propertiesNotObject, &diagnostics)
    case .page, .screen:
      demand(properties, .propertiesNotObject, &diagnostics)
      demandText(name, .nameNotString, &diagnostics)
      demandText(category, .categoryNotString, &diagnostics)
    case .group:
      if !groupID.isFilledText { diagnostics.append(Diagnostic(code: .noGroupID, offset: groupID.place)) }
      demand(traits, .traitsNotObject, &diagnostics)
    case .alias:
      if !userID.isPresent { diagnostics.append(Diagnostic(code: .noUserID, offset: userID.place)) }
    case nil: break
    }
    return diagnostics
  }

  private func demandPerson(_ diagnostics: inout [Diagnostic]) {
    if userID.isPresent, !userID.isFilledText {
      diagnostics.append(Diagnostic(code: .idNotString, offset: userID.place))
    }
    if anonymousID.isPresent, !anonymousID.isFilledText {
      diagnostics.append(Diagnostic(code: .idNotString, offset: anonymousID.place))
    }
    if !userID.isPresent, !anonymousID.isPresent {
      diagnostics.append(
        Diagnostic(
          code: .noIdentity, message: "the call has neither userId nor anonymousId",
          fix: "say who the person is, in one of them"))
    }
  }

  private func demandEvent(_ diagnostics: inout [Diagnostic]) {
    if !event.isPresent {
      diagnostics.append(Diagnostic(code: .eventNotDefined, offset: event.place))
    } else if !event.isFilledText {
      diagnostics.append(Diagnostic(code: .eventNotString, offset: event.place))
    }
  }

  private func demand(_ object: Slice, _ code: Code, _ diagnostics: inout [Diagnostic]) {
    if object.isPresent, object.kind != .object {
      diagnostics.append(Diagnostic(code: code, offset: object.place))
    }
  }

  private func demandText(_ value: Slice, _ code: Code, _ diagnostics: inout [Diagnostic]) {
    if value.isPresent, !value.isFilledText {
      diagnostics.append(Diagnostic(code: code, offset: value.place))
    }
  }
}
