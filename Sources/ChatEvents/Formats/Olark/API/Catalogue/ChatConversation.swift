// The calls that write into a conversation, and the callbacks that tell of it.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let conversation = Self("Chat conversation", [
    .callback("api.chat.onReady",              "On chatbox load",          "The chat box has loaded"),
    .method("api.chat.setOperatorGroup",       "Change operator group",
            options: [.required("group", .string, "The group's id")],
                                                                           "Sends the visitor's messages from now on to one operator group").needing(OlarkAPI.groups),
    .callback("api.chat.onOperatorsAvailable", "On operators available",   "An operator became available when none was; only the change is reported"),
    .callback("api.chat.onOperatorsAway",      "On operators unavailable", "The last available operator left; only the change is reported"),
    .callback("api.chat.onBeginConversation",  "On conversation start",    "The first message was sent, by the visitor, by an operator or by a rule"),
    .callback("api.chat.onMessageToOperator",  "On message to operator",
              receives: [message([body])],                                 "The visitor wrote a message"),
    .callback("api.chat.onMessageToVisitor",   "On message to visitor",
              receives: [message([body, nickname])],                       "A message was sent to the visitor"),
    .callback("api.chat.onCommandFromOperator", "On operator command",
              receives: [command],                                         "An operator typed a command, which begins with an exclamation mark"),
    .method("api.chat.sendMessageToVisitor",   "Send message to visitor",
            options: [.required("body", .string, "The text")],             "Shows the visitor a message that looks like an operator's"),
    .method("api.chat.sendNotificationToOperator", "Send operator notification",
            options: [.required("body", .string, "The text")],             "Shows the operators a note, marked as not from the visitor"),
    .method("api.chat.sendNotificationToVisitor", "Send visitor notification",
            options: [.required("body", .string, "The text")],             "Shows the visitor a note without an author"),
    .callback("api.chat.onOfflineMessageToOperator", "Offline message sent",
              receives: [message([body])],                                 "The visitor left a message while no operator was available"),
  ])

  private static let body = OlarkAPI.Member.required("body", .string, "The text")
  private static let nickname = OlarkAPI.Member.required("nickname", .string, "The operator's name as the visitor sees it")

  /// The event of a callback that tells of a message.
  private static func message(_ members: [OlarkAPI.Member]) -> OlarkAPI.Member {
    .required("event", .object([.required("message", .object(members), "The message")]), "What happened")
  }

  private static let command = OlarkAPI.Member.required("event", .object([
    .required("command", .object([
      .required("name", .string, "The command's first word, without the exclamation mark"),
      .optional("body", .string, "The text after that word"),
    ]), "The command"),
  ]), "What happened")
}

extension OlarkAPI {
  /// What groups of operators need.
  static let groups = "an Olark plan with operator groups"
}
