internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// The live chat events that Segment specifies, from a finished transcript.
///
/// Source: Segment, "Olark Destination", section "Record Live Chat Events", and "Spec: Live Chat Events"; the fourth event
/// is in the specification, and Olark's script has no callback for it. Read in November 2026.
enum OlarkToSegment {
  static let route = Route(
    from: .olark, to: .segment,
    summary:
      "the live chat events of a conversation; with --calls, an identify and a group call",
    emissions: [identify, group, started, sent, sentOffline, received, ended],
    checks: [ItemTimesAreSeconds.self], preparing: OlarkConversation.self,
    options: [
      .calls, .events, .noBodies, .userID, .skipAnonymous, .skipTests, .integrations, .consentGranted,
      .consentWithdrawn, .requireConsent,
    ])

  private static let chat = ChatComputations.olark

  /// What all events say.
  private static let common: [Row] = [
    //    in the transcript                   in the event
    .compute(.userID(from: "visitor.id"), to: "userId"),
    .compute(.anonymousID(from: "visitor.id"), to: "anonymousId"),
    .always(                                  "context.integration", #"{"name":"olark","version":"1.0.0"}"#),
    .always(                                  "context.library", ChatEventsVersion.library),
    .copyFilled("visitor.conversationBeginPage", to: "context.page.url"),
    .copyFilled("visitor.referrer",       to: "context.page.referrer"),
    .copyFilled("visitor.operatingSystem", to: "context.os.name"),
    .compute(.firstFilled("ip", "visitor.ip"), to: "context.ip"),
    .always(                                  "integrations", #"{"Olark":false}"#),
  ]

  /// What a call says of the person, where they are not what it is about.
  private static let person: [Row] = [
    .copyFilled("visitor.fullName",       to: "context.traits.name"),
    .copyFilled("visitor.emailAddress",   to: "context.traits.email"),
    .copyFilled("visitor.phoneNumber",    to: "context.traits.phone"),
    .copyFilled("visitor.city",           to: "context.traits.address.city"),
    .copyFilled("visitor.region",         to: "context.traits.address.state"),
    .copyFilled("visitor.country",        to: "context.traits.address.country"),
  ]

  private static let firstGroup: [Row] = [
    .compute(.firstGroupID,               to: "context.groupId"),
  ]

  /// What the events of a conversation say.
  private static let conversation: [Row] = common + person + firstGroup + [
    .always(                                  "type", #""track""#),
    .compute(chat.conversationID,         to: "properties.conversation_id"),
    .compute(.consentGranted,             to: "properties.consent").with(.consentGranted),
    .compute(.consentWithdrawn,           to: "properties.consent").with(.consentWithdrawn),
  ]

  /// What the event of a message says.
  private static let message: [Row] = conversation + [
    .compute(chat.messageEventID,         to: "messageId"),
    .compute(chat.time(of: .message),     to: "timestamp"),
    .compute(chat.duration(until: .message), to: "properties.conversation_duration"),
    .compute(chat.messageID,              to: "properties.message_id"),
    .compute(.body("items[].body"),       to: "properties.message_body"),
    .compute(.length(of: "items[].body"), to: "properties.message_length").with(.noBodies),
  ]

  /// Who of the operators an event is about.
  private static func agent(_ moment: Moment, _ note: String) -> [Row] { [
    .compute(chat.agent(.id, at: moment, note), to: "properties.agent_id"),
    .compute(chat.agent(.name, at: moment, note), to: "properties.agent_name"),
    .compute(chat.agent(.username, at: moment, note), to: "properties.agent_username"),
  ] }

  static let started = Emission.chat(.started, if: .hasItems, conversation, [
    .compute(chat.eventID(.started),      to: "messageId"),
    .compute(chat.time(of: .beginning),   to: "timestamp"),
    .compute(chat.duration(until: .beginning).noted("0, if any item has a time"),
                                          to: "properties.conversation_duration"),
  ] + agent(.beginning, "the operator who wrote first"), order: trackOrder)

  static let sent = Emission.chat(.sent, each: "items", if: .item(is: .messageToOperator), message,
    agent(.message, "the operator who wrote most recently before it, or else first after it"), order: trackOrder)

  static let sentOffline = Emission.chat(.sent, each: "items", if: .item(is: .offlineMessage), message, [
    .always(                                  "properties.offline", "true"),
  ] + agent(.message, "the operator who wrote most recently before it, or else first after it"), order: trackOrder)

  static let received = Emission.chat(.received, each: "items", if: .item(is: .messageToVisitor), message,
    agent(.message, "the operator who wrote it"), order: trackOrder)

  static let ended = Emission.chat(.ended, if: .hasEnded("that has items, was not sent during the chat (`manuallySubmitted`), and has not only offline messages"), conversation, [
    .compute(chat.eventID(.ended),        to: "messageId"),
    .compute(chat.time(of: .end),         to: "timestamp"),
    .compute(chat.duration(until: .end),  to: "properties.conversation_duration"),
  ] + agent(.end, "the operator who wrote last"), order: trackOrder)

  static let identify = Emission("identify", common + firstGroup + [
    .always(                                  "type", #""identify""#),
    .compute(chat.eventID(.identify),     to: "messageId"),
    .compute(chat.time(of: .beginning),   to: "timestamp"),
    .copyFilled("visitor.fullName",       to: "traits.name"),
    .copyFilled("visitor.emailAddress",   to: "traits.email"),
    .copyFilled("visitor.phoneNumber",    to: "traits.phone"),
    .copyFilled("visitor.city",           to: "traits.address.city"),
    .copyFilled("visitor.region",         to: "traits.address.state"),
    .copyFilled("visitor.country",        to: "traits.address.country"),
    .copyFilled("visitor.organization",   to: "traits.organization"),
    .copy("visitor.customFields",         to: "traits.customFields"),
  ], order: contextOrder + ["traits.name", "traits.email", "traits.phone", "traits.address.city", "traits.address.state", "traits.address.country", "traits.organization", "traits.customFields", "integrations"],
    alwaysThere: ["traits"], onRequest: true)

  static let group = Emission("group", each: "groups", if: .groupHasID, common + person + [
    .always(                                  "type", #""group""#),
    .copyID("groups[].id",                to: "groupId"),
    .compute(chat.groupEventID(of: "groups[].id"), to: "messageId"),
    .compute(chat.time(of: .beginning),   to: "timestamp"),
    .copyFilled("groups[].name",          to: "traits.name"),
  ], order: contextOrder + ["traits.name", "integrations"], alwaysThere: ["traits"], onRequest: true)

  private static let contextOrder: [Path] = [
    "type", "event", "groupId", "userId", "anonymousId", "messageId", "timestamp",
    "context.integration", "context.library", "context.page.url", "context.page.referrer", "context.os.name", "context.ip",
    "context.traits.name", "context.traits.email", "context.traits.phone",
    "context.traits.address.city", "context.traits.address.state", "context.traits.address.country", "context.groupId",
  ]

  private static let trackOrder: [Path] = contextOrder + [
    "properties.conversation_id", "properties.consent", "properties.conversation_duration", "properties.message_id",
    "properties.message_body", "properties.message_length", "properties.offline",
    "properties.agent_id", "properties.agent_name", "properties.agent_username", "integrations",
  ]
}
