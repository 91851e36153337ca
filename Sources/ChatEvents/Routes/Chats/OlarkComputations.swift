internal import JSONText

// What live chat events say of a transcript.

extension ChatComputations {
  /// Of a transcript.
  static let olark = ChatComputations(
    nameNote: "the first; if absent, the visitor's id and the first item's time",
    name: ["id", "visitor.id", "items[].timestamp"], messages: "items[]",
    times: [
      .beginning: Fact(inputs: ["items[].timestamp"], note: "the first message's"),
      .message: Fact(
        inputs: ["items[].timestamp"], note: "its own; if absent, that of the preceding message"),
      .end: Fact(inputs: ["items[].timestamp"], note: "the last message's"),
    ],
    agents: { part, _ in
      switch part {
      case .id: ["items[].operatorId"]
      case .name: ["items[].operatorId", "operators{}.nickname"]
      case .username: ["items[].operatorId", "operators{}.username"]
      }
    })
}

extension Computation {
  static let firstGroupID = Computation("of the first group that has one, as a string") { inputs in
    .chat(.firstGroupID(among: inputs.member("groups[].id")))
  }

  static let consentGranted = consent(
    "`true` if the last consent mark grants it; absent without a mark")
  static let consentWithdrawn = consent(
    "`false` if the last consent mark withdraws it; absent without a mark")

  private static func consent(_ note: String) -> Computation {
    Computation(note, prepared: .chat(.consent), from: ["items[].body"])
  }
}

extension Condition {
  /// An item is of a kind.
  static func item(is kind: OlarkItem.Kind) -> Condition {
    .member("items[].kind", is: kind.rawValue, "of the kind `\(kind.rawValue)`")
  }

  static let groupHasID = Condition("that has an id") { inputs in .isID(inputs.member("groups[].id")) }

  static let hasItems = hasBegun("that has items", from: "items[]")
}
