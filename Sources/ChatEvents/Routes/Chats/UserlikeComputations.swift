internal import JSONText

// What live chat events say of Userlike's records.

extension ChatComputations {
  private static let zoneNote = "a time without a time zone is read in --timezone"

  /// Of a chat.
  static let userlike = ChatComputations(
    nameNote: "the first; if absent, the visitor's id and the chat's time",
    name: ["id", "client_uuid", "created_at"], messages: "messages[]",
    times: [
      .beginning: Fact(inputs: ["created_at"], note: zoneNote),
      .message: Fact(
        inputs: ["messages[].sent_at", "created_at"],
        note: "its own; if absent, that of the preceding message"),
      .end: Fact(inputs: ["ended_at"], note: zoneNote),
    ],
    agents: { part, moment in
      let authors: [Path] = moment == .message ? ["messages[].person"] : []
      switch part {
      case .id: return authors + ["operator_current.id", "operator_created.id"]
      case .name: return authors + ["operator_current.name", "operator_created.name"]
      case .username: return []
      }
    })

  /// Of an offline message.
  static let userlikeOffline = ChatComputations(
    nameNote: "after `offline_message-`", name: ["id"],
    times: [.beginning: Fact(inputs: ["created_at"], note: zoneNote)])
}

extension Computation {
  static let offlineVisitorID = Computation(
    "if absent, `offline_message-` and the message's id", prepared: .chat(.offlineVisitorID),
    from: ["client_uuid", "id"])
}

extension Condition {
  /// A record is of a type.
  static func userlikeType(_ type: String) -> Condition {
    .member("_type", is: type, "of the type `\(type)`")
  }

  static let visitorWrote = Condition("of the type `co`, or whose `person` is `client_name`") { inputs in
    inputs.prepared(["messages[].type", "messages[].person", "client_name"])
    return .visitorWrote
  }

  static let visitorDidNotWrite = Condition("not written by the visitor") { inputs in
    inputs.prepared(["messages[].type", "messages[].person", "client_name"])
    return .visitorDidNotWrite
  }
}
