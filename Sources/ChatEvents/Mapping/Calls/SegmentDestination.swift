internal import JSONText

/// The scratch memory of the routes from calls: what is worked out once for a call.
struct CallScratch: Sendable {
  /// Who an identify call says that the person is.
  var person = IdentifiedPerson()

  /// Whether the call is for the destination that the route stands for.
  var isForDestination = true

  /// Whether what is written may be more than its receiver takes, and has to be looked at.
  var isDoubtful = false

  /// What the batch around the call says for all its calls.
  var batch = BatchMembers()
}

/// What a batch says for all its calls.
struct BatchMembers: Sendable {
  var context = Slice.absent
  var integrations = Slice.absent
}

/// What the destinations share that Segment's library runs in a page: whether a call is for the destination, and who the
/// person is that it identifies.
struct SegmentDestination: Sendable {
  /// The destination's name, as `integrations` has it.
  private let name: String
  private let type, userID, traits, own, all, allInLowerCase: ReadPlan.Slot

  /// Asks for what one destination reads.
  init(_ name: String, _ inputs: inout Inputs) {
    self.name = name
    // It is read by its members alone; that it is an object is checked all the same.
    _ = inputs.member("integrations")
    type = inputs.memberOfAnyType("type")
    userID = inputs.memberOfAnyType("userId")
    traits = inputs.memberOfAnyType("traits")
    own = inputs.memberOfAnyType(Path(steps: ["integrations", name]))
    all = inputs.memberOfAnyType("integrations.All")
    allInLowerCase = inputs.memberOfAnyType("integrations.all")
  }

  /// Works out whether a call is for the destination, and who the person is.
  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) {
    found.call.isForDestination = isSwitchedOn(bytes, found)
    guard found.call.isForDestination, Text.isEqual(bytes, found.slice(type), to: "identify") else { return }
    found.call.person = IdentifiedPerson(bytes, userID: found.slice(userID), traits: found.slice(traits))
    found.call.isDoubtful = [found.call.person.email, found.call.person.phone, found.call.person.username]
      .contains { $0.kind != .absent && $0.kind != .string }
  }

  /// Whether a call's `integrations`, or those of the batch around it, leave a destination switched on.
  ///
  /// Source: Segment, "Spec: Common Fields", section "Integrations", and the rule of its facade library: the destination's own
  /// member counts, anything but `false` switches it on; else `All`, where it is `true` or `false`.
  private func isSwitchedOn(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool {
    let shared = found.call.batch.integrations.members(bytes)
    func member(_ name: String, _ value: Slice) -> Slice? {
      if value.kind != .absent { return value }
      return shared.last { Text.isEqual(bytes, $0.key, to: name) }?.value
    }
    if let value = member(name, found.slice(own)) { return value.kind != .bool || value.isTrue(bytes) }
    let all = member("All", found.slice(all)) ?? member("all", found.slice(allInLowerCase))
    return all.map { $0.kind != .bool || $0.isTrue(bytes) } ?? true
  }
}

extension Condition {
  /// A call is of a type; one that is switched off for the destination gives nothing, whatever it is.
  static func call(_ type: String, _ words: String) -> Condition {
    Condition(words) { inputs in .isCall(type: inputs.member("type"), type) }
  }
}
