internal import JSONText

// What the destinations share that Segment's library runs in a page.

extension Preparation {
  /// Works out whether a call is for a destination, and who the visitor is.
  static func visitor(of destination: String) -> Preparation {
    Preparation(
      inputs: ["integrations"],
      inputsOfAnyType: [
        "type", "userId", "traits", Path(steps: ["integrations", destination]), "integrations.All",
        "integrations.all",
      ]
    ) { bytes, found, inputs in
      let own = inputs[4...6].map { [found] in found.slice($0) }
      found.isForDestination = found.isSwitchedOn(destination, bytes, (own[0], own[1], own[2]))
      guard found.isForDestination, Text.isEqual(bytes, found.slice(inputs[1]), to: "identify") else {
        return nil
      }
      found.visitor = IdentifiedPerson(bytes, userID: found.slice(inputs[2]), traits: found.slice(inputs[3]))
      found.isDoubtful = [found.visitor.email, found.visitor.phone, found.visitor.username].contains {
        $0.kind != .absent && $0.kind != .string
      }
      return nil
    }
  }
}

extension Found {
  /// Whether a call's `integrations`, or those of the batch around it, leave a destination switched on.
  ///
  /// Source: Segment, "Spec: Common Fields", section "Integrations", and the rule of its facade library: the destination's own
  /// member counts, anything but `false` switches it on; else `All`, where it is `true` or `false`.
  ///
  /// - Parameter own: the members that the call itself has.
  fileprivate func isSwitchedOn(
    _ destination: String, _ bytes: Span<UInt8>,
    _ own: (destination: Slice, all: Slice, allInLowerCase: Slice)
  ) -> Bool {
    let shared = batch.integrations.members(bytes)
    func member(_ name: String, _ own: Slice) -> Slice? {
      if own.kind != .absent { return own }
      return shared.last { Text.isEqual(bytes, $0.key, to: name) }?.value
    }
    if let value = member(destination, own.destination) { return value.kind != .bool || value.isTrue(bytes) }
    let all = member("All", own.all) ?? member("all", own.allInLowerCase)
    return all.map { $0.kind != .bool || $0.isTrue(bytes) } ?? true
  }
}

extension Compute {
  /// Whether a call is an identify call; one that is switched off for the destination gives nothing, whatever it is.
  @Sendable
  static func isIdentify(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool {
    found.isForDestination && Text.isEqual(bytes, found.slice(input), to: "identify")
  }
}
