internal import JSONText

// What Segment refuses at its door is refused here, under the names that it gives.

/// The call is one that Segment takes.
///
/// Source: Segment, "Delivery Overview", discards "Failed on ingest"; "Spec: Common Fields". Read in November 2026.
struct CallIsTakenBySegment: Rule {
  static let comesFirst = true

  private let members: SegmentDoor.Members

  init(_ inputs: inout Inputs) { members = SegmentDoor.Members(&inputs) }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    members.door(found).diagnostics(bytes)
  }
}

/// The values of the members by which Segment decides whether it takes a call.
struct SegmentDoor {
  let type, userID, anonymousID, event, properties, traits, name, category, groupID: Slice

  /// The calls that there are.
  enum Call: String, CaseIterable {
    case identify, track, page, screen, group, alias
  }

  /// Those members.
  struct Members: InputSlots {
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

    /// Their values in a record.
    func door(_ found: borrowing Found) -> SegmentDoor {
      SegmentDoor(
        type: found.slice(type), userID: found.slice(userID), anonymousID: found.slice(anonymousID),
        event: found.slice(event), properties: found.slice(properties), traits: found.slice(traits),
        name: found.slice(name), category: found.slice(category), groupID: found.slice(groupID))
    }
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
          fix: "set one of them to the person's id"))
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

  /// Returns what the integrations that Segment's library runs in a page take all the same, where Segment's server refuses a
  /// call for it, as a warning; nil for anything else.
  ///
  /// They need no identity, and an empty name is as good as none.
  ///
  /// Source: Segment, the code of its Olark and Userlike integrations and of its facade library. Read in November 2026.
  func warningInPage(_ diagnostic: Diagnostic) -> Diagnostic? {
    let fact: String
    switch diagnostic.code {
    case .noIdentity: fact = diagnostic.message
    case .nameNotString where name.isEmptyText: fact = "the name of a page or screen is empty"
    case .categoryNotString where category.isEmptyText: fact = "the category of a page or screen is empty"
    default: return nil
    }
    return Diagnostic(
      code: diagnostic.code, message: "\(fact); Segment's server would reject the call", fix: diagnostic.fix)
  }
}
