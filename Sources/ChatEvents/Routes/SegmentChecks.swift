internal import JSONText

// What Segment refuses at its door is refused here, under the names that it gives.

extension Check {
  /// The call is one that Segment takes.
  ///
  /// Source: Segment, "Delivery Overview", discards "Failed on ingest"; "Spec: Common Fields". Read in November 2026.
  static let isTakenBySegment = Check(
    inputs: [
      "type", "userId", "anonymousId", "event", "properties", "traits", "name", "category", "groupId",
    ], takesAnyType: true
  ) { bytes, found, inputs in
    let door = SegmentDoor(inputs)
    let type = found.slice(door.type)
    guard let call = SegmentDoor.Call.allCases.first(where: { Text.isEqual(bytes, type, to: $0.rawValue) })
    else {
      return Complaint(code: .unknownCall, offset: type.kind == .absent ? nil : Int(type.start))
    }
    return door.complaintAboutPerson(found) ?? door.complaint(about: call, found)
  }
}

/// The members by which Segment decides whether it takes a call.
private struct SegmentDoor {
  let type, userID, anonymousID, event, properties, traits, name, category, groupID: ReadPlan.Slot

  /// The calls that there are.
  enum Call: String, CaseIterable {
    case identify, track, page, screen, group, alias
  }

  init(_ inputs: [ReadPlan.Slot]) {
    (type, userID, anonymousID, event, properties) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4])
    (traits, name, category, groupID) = (inputs[5], inputs[6], inputs[7], inputs[8])
  }

  func complaintAboutPerson(_ found: borrowing Found) -> Complaint? {
    let ids = [found.slice(userID), found.slice(anonymousID)]
    if let bad = ids.first(where: { $0.isPresent && !$0.isFilledText }) {
      return Complaint(code: .idNotString, offset: Int(bad.start))
    }
    return ids.contains(where: \.isPresent)
      ? nil
      : Complaint(
        code: .noIdentity, message: "the call has neither userId nor anonymousId",
        fix: "say who the person is, in one of them")
  }

  func complaint(about call: Call, _ found: borrowing Found) -> Complaint? {
    switch call {
    case .identify: return demand(found.slice(traits), .object, .traitsNotObject)
    case .track:
      let event = found.slice(event)
      if !event.isPresent { return Complaint(code: .eventNotDefined, offset: event.place) }
      if !event.isFilledText { return Complaint(code: .eventNotString, offset: Int(event.start)) }
      return demand(found.slice(properties), .object, .propertiesNotObject)
    case .page, .screen:
      return demand(found.slice(properties), .object, .propertiesNotObject)
        ?? demandText(found.slice(name), .nameNotString)
        ?? demandText(found.slice(category), .categoryNotString)
    case .group:
      let id = found.slice(groupID)
      if !id.isFilledText { return Complaint(code: .noGroupID, offset: id.place) }
      return demand(found.slice(traits), .object, .traitsNotObject)
    case .alias:
      let id = found.slice(userID)
      return id.isPresent ? nil : Complaint(code: .noUserID, offset: id.place)
    }
  }

  private func demand(_ value: Slice, _ kind: Slice.Kind, _ code: Code) -> Complaint? {
    !value.isPresent || value.kind == kind ? nil : Complaint(code: code, offset: Int(value.start))
  }

  private func demandText(_ value: Slice, _ code: Code) -> Complaint? {
    !value.isPresent || value.isFilledText ? nil : Complaint(code: code, offset: Int(value.start))
  }
}

extension Slice {
  /// Whether it is text, and not empty.
  var isFilledText: Bool { kind == .string && !content.isEmpty }

  /// Where it starts; nil where it is not there.
  fileprivate var place: Int? { kind == .absent ? nil : Int(start) }
}
