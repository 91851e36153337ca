internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// The live chat events that Segment's Olark destination records in a page, from the callbacks that a page has captured.
///
/// Source: Segment, "Olark Destination", section "Record Live Chat Events"; Olark, "Javascript API". Segment's own code writes
/// no properties; what Olark's callbacks are given stands in them here. Read in November 2026.
enum OlarkJSToSegment {
  static let route = Route(
    from: .olarkJS, to: .segment,
    summary: "the live chat event of a callback, and an identify call for an answer of getDetails",
    emissions: [identify, started, sent, sentOffline, received, ended],
    checks: [CallbackIsNamed.self], advising: [CallbackContent.self], preparing: OlarkCallback.self,
    options: [.calls, .events, .noBodies, .userID, .skipAnonymous, .integrations])

  /// What all events say.
  private static func common(_ visitor: String) -> [Row] { [
    //    in the record                           in the event
    .compute(.recordedTime,                   to: "timestamp"),
    .always(                                      "context.integration", #"{"name":"olark","version":"1.0.0"}"#),
    .always(                                      "context.library", ChatEventsVersion.library),
    .compute(.firstFilled(Path("\(visitor).currentPage.url"), Path("\(visitor).conversationBeginPage")),
                                              to: "context.page.url"),
    .copyFilled(Path("\(visitor).referrer"),  to: "context.page.referrer"),
    .copyFilled(Path("\(visitor).currentPage.title"), to: "context.page.title"),
    .copyFilled(Path("\(visitor).operatingSystem"), to: "context.os.name"),
    .compute(.knownAddress(Path("\(visitor).ip")), to: "context.ip"),
    .always(                                      "integrations", #"{"Olark":false}"#),
  ] }

  /// What is known of the person.
  private static func person(_ visitor: String, to traits: String) -> [Row] { [
    .copyFilled(Path("\(visitor).fullName"),  to: Path("\(traits).name")),
    .copyFilled(Path("\(visitor).emailAddress"), to: Path("\(traits).email")),
    .copyFilled(Path("\(visitor).phoneNumber"), to: Path("\(traits).phone")),
    .copyFilled(Path("\(visitor).city"),      to: Path("\(traits).address.city")),
    .copyFilled(Path("\(visitor).region"),    to: Path("\(traits).address.state")),
    .copyFilled(Path("\(visitor).country"),   to: Path("\(traits).address.country")),
  ] }

  /// Whom a callback is about.
  private static let caller: [Row] = [
    .compute(.userID(from: "userId", "visitor.id"), to: "userId"),
    .compute(.anonymousID(from: "anonymousId", "visitor.id"), to: "anonymousId"),
    .compute(.recordID,                       to: "messageId"),
  ]

  /// Whom an answer is about.
  private static let asked: [Row] = [
    .compute(.userID(of: .asked, from: "userId", "getDetails.id"), to: "userId"),
    .compute(.anonymousID(of: .asked, from: "anonymousId", "getDetails.id"), to: "anonymousId"),
    .compute(.answerID,                       to: "messageId"),
  ]

  private static let event: [Row] = caller + common("visitor") + person("visitor", to: "context.traits") + [
    .always(                                      "type", #""track""#),
    .compute(.filled("conversationId"),       to: "properties.conversation_id"),
  ]

  private static let message: [Row] = event + [
    .compute(.body("event.message.body"),     to: "properties.message_body"),
    .compute(.length(of: "event.message.body"), to: "properties.message_length").with(.noBodies),
  ]

  static let started = Emission.chat(.started, if: .callback("api.chat.onBeginConversation"), event, order: order)

  static let sent = Emission.chat(.sent, if: .callback("api.chat.onMessageToOperator"), message, order: order)

  static let sentOffline = Emission.chat(.sent, if: .callback("api.chat.onOfflineMessageToOperator"), message, [
    .always(                                      "properties.offline", "true"),
  ], order: order)

  static let received = Emission.chat(.received, if: .callback("api.chat.onMessageToVisitor"), message, [
    .copyFilled("event.message.nickname",     to: "properties.agent_name"),
  ], order: order)

  /// The operator ended the conversation with a command. Segment's own code knows no end.
  static let ended = Emission.chat(.ended, if: .endCommand, event, order: order, onRequest: true)

  static let identify = Emission("identify", if: .has("getDetails"), asked + common("getDetails") + person("getDetails", to: "traits") + [
    .always(                                      "type", #""identify""#),
    .copyFilled("getDetails.organization",    to: "traits.organization"),
    .copy("getDetails.customFields",          to: "traits.customFields"),
  ], order: order, alwaysThere: ["traits"])

  private static let order: [Path] = [
    "type", "event", "userId", "anonymousId", "messageId", "timestamp",
    "context.integration", "context.library", "context.page.url", "context.page.referrer", "context.page.title",
    "context.os.name", "context.ip", "context.traits.name", "context.traits.email", "context.traits.phone",
    "context.traits.address.city", "context.traits.address.state", "context.traits.address.country",
    "properties.conversation_id", "properties.message_body", "properties.message_length", "properties.offline",
    "properties.agent_name", "traits.name", "traits.email", "traits.phone",
    "traits.address.city", "traits.address.state", "traits.address.country", "traits.organization", "traits.customFields",
    "integrations",
  ]
}
