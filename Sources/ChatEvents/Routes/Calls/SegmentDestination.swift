internal import JSONText

/// What the destinations share that Segment's library runs in a page: which calls they take, whether a call is for the
/// destination, and who the person is that it identifies.
struct SegmentDestination: Sendable {
  /// The destination's name, as `integrations` has it.
  private let name: String
  private let members: SegmentDoor.Members
  private let type, userID, traits, own, all, allInLowerCase: ReadPlan.Slot

  /// Asks for what one destination reads.
  init(_ name: String, _ inputs: inout Inputs) {
    self.name = name
    members = SegmentDoor.Members(&inputs)
    // It is read by its members alone; that it is an object is checked all the same.
    _ = inputs.member("integrations")
    type = inputs.memberOfAnyType("type")
    userID = inputs.memberOfAnyType("userId")
    traits = inputs.memberOfAnyType("traits")
    own = inputs.memberOfAnyType(Path(steps: ["integrations", name]))
    all = inputs.memberOfAnyType("integrations.All")
    allInLowerCase = inputs.memberOfAnyType("integrations.all")
  }

  /// Works out whether a call is for the destination, and who the person is; returns what Segment refuses the call for, in a
  /// page too.
  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    let door = members.door(record.found)
    for refusal in door.diagnostics(bytes) {
      guard let warning = door.warningInPage(refusal) else { return refusal }
      record.call.warnings.append(warning)
    }
    record.call.isForDestination = isSwitchedOn(bytes, record)
    record.call.isPage =
      record.call.isForDestination && Text.isEqual(bytes, record.slice(type), to: "page")
    guard record.call.isForDestination, Text.isEqual(bytes, record.slice(type), to: "identify") else {
      return nil
    }
    record.call.person = IdentifiedPerson(bytes, userID: record.slice(userID), traits: record.slice(traits))
    record.call.isDoubtful = [
      record.call.person.email, record.call.person.phone, record.call.person.username,
    ]
    .contains { $0.kind != .absent && $0.kind != .string }
    return nil
  }

  /// Whether a call's `integrations`, or those of the batch around it, leave a destination switched on.
  ///
  /// Source: Segment, "Spec: Common Fields", section "Integrations", and the rule of its facade library: the destination's own
  /// member counts, anything but `false` switches it on; else `All`, where it is `true` or `false`.
  private func isSwitchedOn(_ bytes: Span<UInt8>, _ record: borrowing RouteRecord) -> Bool {
    let shared = record.call.batch.integrations.members(bytes)
    func member(_ name: String, _ value: Slice) -> Slice? {
      if value.kind != .absent { return value }
      return shared.last { Text.isEqual(bytes, $0.key, to: name) }?.value
    }
    if let value = member(name, record.slice(own)) { return value.kind != .bool || value.isTrue(bytes) }
    let all = member("All", record.slice(all)) ?? member("all", record.slice(allInLowerCase))
    return all.map { $0.kind != .bool || $0.isTrue(bytes) } ?? true
  }
}

extension Condition {
  /// A call is of a type; one that is switched off for the destination gives nothing, whatever it is.
  static func call(_ type: String, _ words: String) -> Condition {
    Condition(words) { inputs in .isCall(type: inputs.member("type"), KnownText(type)) }
  }
}
