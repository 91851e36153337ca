internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// The live chat events that Segment specifies, from the records that Userlike's add-on posts.
///
/// Source: Segment, "Spec: Live Chat Events" and "Userlike Destination", which knows no other events; Userlike, "API add-on".
/// Read in November 2026.
enum UserlikeToSegment {
  static let route = Route(
    from: .userlike, to: .segment,
    summary: "the live chat events of a conversation, or of an offline message",
    emissions: [started, sent, received, ended, sentOffline],
    preparing: UserlikeConversation.self, options: [.events, .noBodies, .integrations, .timezone])

  private static let chat = ChatComputations.userlike
  private static let offline = ChatComputations.userlikeOffline

  /// What all events say.
  private static func common(_ chat: ChatComputations) -> [Row] { [
    //    in the record                   in the event
    .always(                              "type", #""track""#),
    .always(                              "context.integration", #"{"name":"userlike","version":"1.0.0"}"#),
    .always(                              "context.library", ChatEventsVersion.library),
    .copyFilled("url",                to: "context.page.url"),
    .copyFilled("referrer",           to: "context.page.referrer"),
    .copyFilled("browser_os",         to: "context.os.name"),
    .copyFilled("client_name",        to: "context.traits.name"),
    .copyFilled("client_email",       to: "context.traits.email"),
    .copyFilled("loc_city",           to: "context.traits.address.city"),
    .copyFilled("loc_country",        to: "context.traits.address.country"),
    .compute(chat.conversationID,     to: "properties.conversation_id"),
    .always(                              "integrations", #"{"Userlike":false}"#),
  ] }

  /// What the events of a chat say.
  private static let conversation: [Row] = [
    .compute(.anonymousID(from: "client_uuid").noted(Computation.recordedIDNote), to: "anonymousId"),
  ] + common(chat)

  /// What the event of a message in a chat says.
  private static let message: [Row] = conversation + [
    .compute(chat.messageEventID,     to: "messageId"),
    .compute(chat.time(of: .message), to: "timestamp"),
    .compute(chat.duration(until: .message), to: "properties.conversation_duration"),
    .compute(chat.messageID,          to: "properties.message_id"),
    .compute(.body("messages[].message"), to: "properties.message_body"),
    .compute(.length(of: "messages[].message"), to: "properties.message_length").with(.noBodies),
  ]

  /// Who of the operators an event is about.
  private static func agent(_ moment: Moment, _ note: String) -> [Row] { [
    .compute(chat.agent(.id, at: moment, note), to: "properties.agent_id"),
    .compute(chat.agent(.name, at: moment, note), to: "properties.agent_name"),
  ] }

  static let started = Emission.chat(.started, if: .userlikeType("chat_meta"), conversation, [
    .compute(chat.eventID(.started),  to: "messageId"),
    .compute(chat.time(of: .beginning), to: "timestamp"),
    .compute(chat.duration(until: .beginning).noted("0, if there is a time"),
                                      to: "properties.conversation_duration"),
  ] + agent(.beginning, "of the operator with whom it began"), order: order)

  static let sent = Emission.chat(.sent, each: "messages", if: .visitorWrote, message,
    agent(.message, "of the current operator"), order: order)

  static let received = Emission.chat(.received, each: "messages", if: .visitorDidNotWrite, message,
    agent(.message, "of the operator whose name is `person`; for others, only the name"), order: order)

  static let ended = Emission.chat(.ended, if: .hasEnded("of the type `chat_meta` that has `ended_at`"), conversation, [
    .compute(chat.eventID(.ended),    to: "messageId"),
    .compute(chat.time(of: .end),     to: "timestamp"),
    .compute(chat.duration(until: .end), to: "properties.conversation_duration"),
  ] + agent(.end, "of the current operator"), order: order)

  static let sentOffline = Emission.chat(.sent, if: .userlikeType("offline_message"), common(offline), [
    .compute(.offlineVisitorID,       to: "anonymousId"),
    .compute(offline.messageEventID,  to: "messageId"),
    .compute(offline.time(of: .beginning), to: "timestamp"),
    .compute(offline.messageID,       to: "properties.message_id"),
    .compute(.body("message"),        to: "properties.message_body"),
    .compute(.length(of: "message"),  to: "properties.message_length").with(.noBodies),
    .always(                              "properties.offline", "true"),
  ], order: order)

  private static let order: [Path] = [
    "type", "event", "anonymousId", "messageId", "timestamp", "context.integration", "context.library",
    "context.page.url", "context.page.referrer", "context.os.name", "context.traits.name",
    "context.traits.email", "context.traits.address.city", "context.traits.address.country",
    "properties.conversation_id", "properties.conversation_duration", "properties.message_id",
    "properties.message_body", "properties.message_length", "properties.offline", "properties.agent_id",
    "properties.agent_name", "integrations",
  ]
}
