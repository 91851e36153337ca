internal import JSONText

/// The live chat events that Segment specifies, from a finished transcript.
///
/// Source: Segment, "Olark Destination", section "Record Live Chat Events", and "Spec: Live Chat Events"; the fourth event
/// is in the specification, and Olark's script has no callback for it. Read in November 2026.
enum OlarkToSegment {
  static let route = Route(
    from: .olark, to: .segment,
    summary:
      "the live chat events of a conversation; an identify and a group call where --calls asks for them",
    emissions: [identify, group, started, sent, sentOffline, received, ended],
    checks: [.itemTimes], preparing: .olarkChat, people: ["visitor"],
    options: [
      .calls, .events, .noBodies, .userID, .skipAnonymous, .skipTests, .integrations, .consentGranted,
      .consentWithdrawn, .requireConsent,
    ])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  /// What all events say.
  private static let common: [Row] = [
    //    in the transcript                   in the event
    .compute("visitor.id",                to: "userId", Compute.userID, Compute.userIDNote),
    .compute("visitor.id",                to: "anonymousId", Compute.anonymousID, Compute.anonymousIDNote),
    .always(                                  "context.integration", #"{"name":"olark","version":"1.0.0"}"#),
    .always(                                  "context.library", #"{"name":"chatevents","version":"0.1.0"}"#),
    .copyFilled("visitor.conversationBeginPage", to: "context.page.url"),
    .copyFilled("visitor.referrer",       to: "context.page.referrer"),
    .copyFilled("visitor.operatingSystem", to: "context.os.name"),
    .compute("ip", "visitor.ip",          to: "context.ip", Compute.firstFilled, Compute.filledNote),
    .always(                                  "integrations", #"{"Olark":false}"#),
  ]

  // swift-format-ignore
  /// What a call says of the person, where they are not what it is about.
  private static let person: [Row] = [
    .copyFilled("visitor.fullName",       to: "context.traits.name"),
    .copyFilled("visitor.emailAddress",   to: "context.traits.email"),
    .copyFilled("visitor.phoneNumber",    to: "context.traits.phone"),
    .copyFilled("visitor.city",           to: "context.traits.address.city"),
    .copyFilled("visitor.region",         to: "context.traits.address.state"),
    .copyFilled("visitor.country",        to: "context.traits.address.country"),
  ]

  // swift-format-ignore
  private static let firstGroup: [Row] = [
    .compute("groups[].id",               to: "context.groupId", Compute.firstGroup, Compute.firstGroupNote),
  ]

  // swift-format-ignore
  private static let conversation: [Row] = [
    .always(                                  "type", #""track""#),
    .compute("id",                        to: "properties.conversation_id", Compute.conversation, Compute.conversationNote),
    .compute("items[].body",              to: "properties.consent", Compute.consent, Compute.grantedNote).with(.consentGranted),
    .compute("items[].body",              to: "properties.consent", Compute.consent, Compute.withdrawnNote).with(.consentWithdrawn),
  ]

  // swift-format-ignore
  /// What the event of a message says.
  private static let message: [Row] = [
    .compute("id", "items[]",             to: "messageId", Compute.placeID, Compute.placeIDNote),
    .compute("items[].timestamp",         to: "timestamp", Compute.time(of: .message), Compute.sentNote),
    .compute("items[].timestamp",         to: "properties.conversation_duration", Compute.duration(until: .message), Compute.durationNote),
    .compute("id", "items[]",             to: "properties.message_id", Compute.message, Compute.messageNote),
    .compute("items[].body",              to: "properties.message_body", Compute.body, Compute.bodyNote),
    .compute("items[].body",              to: "properties.message_length", Compute.length, Compute.lengthNote).with(.noBodies),
  ]

  // swift-format-ignore
  /// Who of the operators an event is about.
  private static func agent(_ moment: Moment, _ note: String) -> [Row] { [
    .compute("items[].operatorId",        to: "properties.agent_id", Compute.agent(.id, at: moment), note),
    .compute("items[].operatorId", "operators{}.nickname",
                                          to: "properties.agent_name", Compute.agent(.name, at: moment), note),
    .compute("items[].operatorId", "operators{}.username",
                                          to: "properties.agent_username", Compute.agent(.username, at: moment), note),
  ] }

  // swift-format-ignore
  static let started = Emission("Live Chat Conversation Started", .onceIf("that has items"), common + person + firstGroup + conversation + [
    .always(                                  "event", #""Live Chat Conversation Started""#),
    .compute("id",                        to: "messageId", Compute.eventID("started"), Compute.eventIDNote("started")),
    .compute("items[].timestamp",         to: "timestamp", Compute.time(of: .beginning), Compute.beganNote),
    .compute("items[].timestamp",         to: "properties.conversation_duration", Compute.duration(until: .beginning), "0, where any item has a time"),
  ] + agent(.beginning, Compute.firstAgentNote),
    order: trackOrder, alwaysThere: ["properties"], given: { _, found, _ in found.chat.tellsBeginning }, by: "items[]")
    .of("track", event: "started")

  // swift-format-ignore
  static let sent = Emission("Live Chat Message Sent", .each(list: "items", condition: "of the kind `MessageToOperator`"), common + person + firstGroup + conversation + message + [
    .always(                                  "event", #""Live Chat Message Sent""#),
  ] + agent(.message, Compute.agentNote),
    order: trackOrder, alwaysThere: ["properties"], given: Compute.isToOperator, by: "items[].kind")
    .of("track", event: "sent")

  // swift-format-ignore
  static let sentOffline = Emission("Live Chat Message Sent", .each(list: "items", condition: "of the kind `OfflineMessage`"), common + person + firstGroup + conversation + message + [
    .always(                                  "event", #""Live Chat Message Sent""#),
    .always(                                  "properties.offline", "true"),
  ] + agent(.message, Compute.agentNote),
    order: trackOrder, alwaysThere: ["properties"], given: Compute.isOffline, by: "items[].kind")
    .of("track", event: "sent")

  // swift-format-ignore
  static let received = Emission("Live Chat Message Received", .each(list: "items", condition: "of the kind `MessageToVisitor`"), common + person + firstGroup + conversation + message + [
    .always(                                  "event", #""Live Chat Message Received""#),
  ] + agent(.message, Compute.ownAgentNote),
    order: trackOrder, alwaysThere: ["properties"], given: Compute.isToVisitor, by: "items[].kind")
    .of("track", event: "received")

  // swift-format-ignore
  static let ended = Emission("Live Chat Conversation Ended", .onceIf("that has items, was not sent in the middle of the chat (`manuallySubmitted`), and does not consist of offline messages alone"), common + person + firstGroup + conversation + [
    .always(                                  "event", #""Live Chat Conversation Ended""#),
    .compute("id",                        to: "messageId", Compute.eventID("ended"), Compute.eventIDNote("ended")),
    .compute("items[].timestamp",         to: "timestamp", Compute.time(of: .end), Compute.endedNote),
    .compute("items[].timestamp",         to: "properties.conversation_duration", Compute.duration(until: .end), Compute.durationNote),
  ] + agent(.end, Compute.lastAgentNote),
    order: trackOrder, alwaysThere: ["properties"], given: { _, found, _ in found.chat.tellsEnd }, by: "items[]")
    .of("track", event: "ended")

  // swift-format-ignore
  static let identify = Emission("identify", .once, common + firstGroup + [
    .always(                                  "type", #""identify""#),
    .compute("id",                        to: "messageId", Compute.eventID("identify"), Compute.eventIDNote("identify")),
    .compute("items[].timestamp",         to: "timestamp", Compute.time(of: .beginning), Compute.beganNote),
    .copyFilled("visitor.fullName",       to: "traits.name"),
    .copyFilled("visitor.emailAddress",   to: "traits.email"),
    .copyFilled("visitor.phoneNumber",    to: "traits.phone"),
    .copyFilled("visitor.city",           to: "traits.address.city"),
    .copyFilled("visitor.region",         to: "traits.address.state"),
    .copyFilled("visitor.country",        to: "traits.address.country"),
    .copyFilled("visitor.organization",   to: "traits.organization"),
    .copy("visitor.customFields",         to: "traits.customFields"),
  ], order: contextOrder + ["traits.name", "traits.email", "traits.phone", "traits.address.city", "traits.address.state", "traits.address.country", "traits.organization", "traits.customFields", "integrations"],
    alwaysThere: ["traits"])
    .onRequest()

  // swift-format-ignore
  static let group = Emission("group", .each(list: "groups", condition: "that has an id"), common + person + [
    .always(                                  "type", #""group""#),
    .copyID("groups[].id",                to: "groupId"),
    .compute("id", "groups[].id",         to: "messageId", Compute.chatGroupID, Compute.chatGroupIDNote),
    .compute("items[].timestamp",         to: "timestamp", Compute.time(of: .beginning), Compute.beganNote),
    .copyFilled("groups[].name",          to: "traits.name"),
  ], order: contextOrder + ["traits.name", "integrations"], alwaysThere: ["traits"], given: Compute.hasID, by: "groups[].id")
    .onRequest()

  // swift-format-ignore
  private static let contextOrder: [Path] = [
    "type", "event", "groupId", "userId", "anonymousId", "messageId", "timestamp",
    "context.integration", "context.library", "context.page.url", "context.page.referrer", "context.os.name", "context.ip",
    "context.traits.name", "context.traits.email", "context.traits.phone",
    "context.traits.address.city", "context.traits.address.state", "context.traits.address.country", "context.groupId",
  ]

  // swift-format-ignore
  private static let trackOrder: [Path] = contextOrder + [
    "properties.conversation_id", "properties.consent", "properties.conversation_duration", "properties.message_id",
    "properties.message_body", "properties.message_length", "properties.offline",
    "properties.agent_id", "properties.agent_name", "properties.agent_username", "integrations",
  ]
}
