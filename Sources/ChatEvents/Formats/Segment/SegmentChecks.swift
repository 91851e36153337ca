internal import JSONText

// What Segment refuses at its door is refused here, under the names that it gives.

/// The call is one that Segment takes.
///
/// Source: Segment, "Delivery Overview", discards "Failed on ingest"; "Spec: Common Fields". Read in November 2026.
struct CallIsTakenBySegment: Check, Rule {
  static let comesFirst = true

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

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    door(found).diagnostics(bytes)
  }

  /// The members' values in a record.
  private func door(_ found: borrowing Found) -> SegmentDoor {
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
    func refuse(_ value: Slice, _ code: Code, if isWrong: Bool) {
      if isWrong { diagnostics.append(Diagnostic(code: code, offset: value.place)) }
    }
    func demandText(_ value: Slice, _ code: Code) {
      refuse(value, code, if: value.isPresent && !value.isFilledText)
    }
    func demandObject(_ value: Slice, _ code: Code) {
      refuse(value, code, if: value.isPresent && value.kind != .object && !value.isEmptyArray(bytes))
    }
    let call = Call.allCases.first { Text.isEqual(bytes, type, to: $0.rawValue) }
    refuse(type, .unknownCall, if: call == nil)
    demandText(userID, .idNotString)
    demandText(anonymousID, .idNotString)
    if !userID.isPresent, !anonymousID.isPresent {
      diagnostics.append(
        Diagnostic(
          code: .noIdentity, message: "the call has neither userId nor anonymousId",
          fix: "say who the person is, in one of them"))
    }
    switch call {
    case .identify: demandObject(traits, .traitsNotObject)
    case .track:
      refuse(event, .eventNotDefined, if: !event.isPresent)
      demandText(event, .eventNotString)
      demandObject(properties, .propertiesNotObject)
    case .page, .screen:
      demandObject(properties, .propertiesNotObject)
      demandText(name, .nameNotString)
      demandText(category, .categoryNotString)
    case .group:
      refuse(groupID, .noGroupID, if: !groupID.isFilledText)
      demandObject(traits, .traitsNotObject)
    case .alias: refuse(userID, .noUserID, if: !userID.isPresent)
    case nil: break
    }
    return diagnostics
  }
}
