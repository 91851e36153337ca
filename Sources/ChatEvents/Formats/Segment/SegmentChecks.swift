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

  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint? {
    door(found).complaints(bytes).first
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
  func complaints(_ bytes: Span<UInt8>) -> [Complaint] {
    var complaints: [Complaint] = []
    let call = Call.allCases.first { Text.isEqual(bytes, type, to: $0.rawValue) }
    if call == nil { complaints.append(Complaint(code: .unknownCall, offset: type.place)) }
    demandPerson(&complaints)
    switch call {
    case .identify: demand(traits, .traitsNotObject, &complaints)
    case .track:
      demandEvent(&complaints)
      demand(properties, .propertiesNotObject, &complaints)
    case .page, .screen:
      demand(properties, .propertiesNotObject, &complaints)
      demandText(name, .nameNotString, &complaints)
      demandText(category, .categoryNotString, &complaints)
    case .group:
      if !groupID.isFilledText { complaints.append(Complaint(code: .noGroupID, offset: groupID.place)) }
      demand(traits, .traitsNotObject, &complaints)
    case .alias:
      if !userID.isPresent { complaints.append(Complaint(code: .noUserID, offset: userID.place)) }
    case nil: break
    }
    return complaints
  }

  private func demandPerson(_ complaints: inout [Complaint]) {
    if userID.isPresent, !userID.isFilledText {
      complaints.append(Complaint(code: .idNotString, offset: userID.place))
    }
    if anonymousID.isPresent, !anonymousID.isFilledText {
      complaints.append(Complaint(code: .idNotString, offset: anonymousID.place))
    }
    if !userID.isPresent, !anonymousID.isPresent {
      complaints.append(
        Complaint(
          code: .noIdentity, message: "the call has neither userId nor anonymousId",
          fix: "say who the person is, in one of them"))
    }
  }

  private func demandEvent(_ complaints: inout [Complaint]) {
    if !event.isPresent {
      complaints.append(Complaint(code: .eventNotDefined, offset: event.place))
    } else if !event.isFilledText {
      complaints.append(Complaint(code: .eventNotString, offset: event.place))
    }
  }

  private func demand(_ object: Slice, _ code: Code, _ complaints: inout [Complaint]) {
    if object.isPresent, object.kind != .object {
      complaints.append(Complaint(code: code, offset: object.place))
    }
  }

  private func demandText(_ value: Slice, _ code: Code, _ complaints: inout [Complaint]) {
    if value.isPresent, !value.isFilledText { complaints.append(Complaint(code: code, offset: value.place)) }
  }
}
