internal import JSONText

/// The live chat events that Segment specifies, from the records that Userlike's add-on posts.
///
/// Source: Segment, "Spec: Live Chat Events" and "Userlike Destination", which knows no other events; Userlike, "API add-on".
/// Read in November 2026.
enum UserlikeToSegment {
  static let route = Route(
    from: .userlike, to: .segment,
    summary: "the live chat events of a conversation, or of an offline message",
    emissions: [started, sent, received, ended, sentOffline],
    preparing: .userlikeChat, options: [.events, .noBodies, .integrations, .timezone])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  /// What all events say.
  private static let common: [Row] = [
    //    in the record                   in the event
    .always(                              "type", #""track""#),
    .always(                              "context.integration", #"{"name":"userlike","version":"1.0.0"}"#),
    .always(                              "context.library", #"{"name":"chatevents","version":"0.1.0"}"#),
    .copyFilled("url",                to: "context.page.url"),
    .copyFilled("referrer",           to: "context.page.referrer"),
    .copyFilled("browser_os",         to: "context.os.name"),
    .copyFilled("client_name",        to: "context.traits.name"),
    .copyFilled("client_email",       to: "context.traits.email"),
    .copyFilled("loc_city",           to: "context.traits.address.city"),
    .copyFilled("loc_country",        to: "context.traits.address.country"),
    .compute("id",                    to: "properties.conversation_id", Compute.conversation, Compute.conversationNote),
    .always(                              "integrations", #"{"Userlike":false}"#),
  ]

  // swift-format-ignore
  private static let visitor: [Row] = [
    .compute("client_uuid",           to: "anonymousId", Compute.anonymousID, Compute.recordedIDNote),
  ]

  // swift-format-ignore
  /// What the event of a message in a chat says.
  private static let message: [Row] = [
    .compute("id", "messages[]",      to: "messageId", Compute.placeID, Compute.placeIDNote),
    .compute("messages[].sent_at", "created_at",
                                      to: "timestamp", Compute.time(of: .message), Compute.sentNote),
    .compute("messages[].sent_at", "created_at",
                                      to: "properties.conversation_duration", Compute.duration(until: .message), Compute.durationNote),
    .compute("id", "messages[]",      to: "properties.message_id", Compute.message, Compute.messageNote),
    .compute("messages[].message",    to: "properties.message_body", Compute.body, Compute.bodyNote),
    .compute("messages[].message",    to: "properties.message_length", Compute.length, Compute.lengthNote).with(.noBodies),
  ]

  // swift-format-ignore
  /// Who of the operators an event is about.
  private static func agent(_ moment: Moment, _ note: String) -> [Row] { [
    .compute("messages[].person", "operator_current.id", "operator_created.id",
                                      to: "properties.agent_id", Compute.agent(.id, at: moment), note),
    .compute("messages[].person", "operator_current.name", "operator_created.name",
                                      to: "properties.agent_name", Compute.agent(.name, at: moment), note),
  ] }

  // swift-format-ignore
  static let started = Emission("Live Chat Conversation Started", .onceIf("of the type `chat_meta`"), visitor + common + [
    .always(                              "event", #""Live Chat Conversation Started""#),
    .compute("id",                    to: "messageId", Compute.eventID("started"), Compute.eventIDNote("started")),
    .compute("created_at",            to: "timestamp", Compute.time(of: .beginning), Compute.zoneNote),
    .compute("created_at",            to: "properties.conversation_duration", Compute.duration(until: .beginning), "0, where there is a time"),
  ] + agent(.beginning, "of the operator with whom it began"),
    order: order, alwaysThere: ["properties"], given: Compute.isNamed("chat_meta"), by: "_type")
    .of("track", event: "started")

  // swift-format-ignore
  static let sent = Emission("Live Chat Message Sent", .each(list: "messages", condition: "of the type `co`, or whose `person` is `client_name`"), visitor + common + message + [
    .always(                              "event", #""Live Chat Message Sent""#),
  ] + agent(.message, "of the operator who has the chat"),
    order: order, alwaysThere: ["properties"], given: { _, found, _ in found.chat.isVisitors(found.row) }, by: "messages[]")
    .of("track", event: "sent")

  // swift-format-ignore
  static let received = Emission("Live Chat Message Received", .each(list: "messages", condition: "that the visitor did not write"), visitor + common + message + [
    .always(                              "event", #""Live Chat Message Received""#),
  ] + agent(.message, "of the operator whose name is `person`; of another, the name alone"),
    order: order, alwaysThere: ["properties"], given: { _, found, _ in !found.chat.isVisitors(found.row) }, by: "messages[]")
    .of("track", event: "received")

  // swift-format-ignore
  static let ended = Emission("Live Chat Conversation Ended", .onceIf("of the type `chat_meta` that has `ended_at`"), visitor + common + [
    .always(                              "event", #""Live Chat Conversation Ended""#),
    .compute("id",                    to: "messageId", Compute.eventID("ended"), Compute.eventIDNote("ended")),
    .compute("ended_at",              to: "timestamp", Compute.time(of: .end), Compute.zoneNote),
    .compute("ended_at", "created_at", to: "properties.conversation_duration", Compute.duration(until: .end), Compute.durationNote),
  ] + agent(.end, "of the operator who has the chat"),
    order: order, alwaysThere: ["properties"], given: { _, found, _ in found.chat.tellsEnd }, by: "_type")
    .of("track", event: "ended")

  // swift-format-ignore
  static let sentOffline = Emission("Live Chat Message Sent", .onceIf("of the type `offline_message`"), common + [
    .always(                              "event", #""Live Chat Message Sent""#),
    .compute("client_uuid", "id",     to: "anonymousId", Compute.offlineVisitor, Compute.offlineVisitorNote),
    .compute("id",                    to: "messageId", Compute.placeID, Compute.placeIDNote),
    .compute("created_at",            to: "timestamp", Compute.time(of: .beginning), Compute.zoneNote),
    .compute("id",                    to: "properties.message_id", Compute.message, Compute.messageNote),
    .compute("message",               to: "properties.message_body", Compute.body, Compute.bodyNote),
    .compute("message",               to: "properties.message_length", Compute.length, Compute.lengthNote).with(.noBodies),
    .always(                              "properties.offline", "true"),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("offline_message"), by: "_type")
    .of("track", event: "sent")

  private static let order: [Path] = [
    "type", "event", "anonymousId", "messageId", "timestamp", "context.integration", "context.library",
    "context.page.url", "context.page.referrer", "context.os.name", "context.traits.name",
    "context.traits.email", "context.traits.address.city", "context.traits.address.country",
    "properties.conversation_id", "properties.conversation_duration", "properties.message_id",
    "properties.message_body", "properties.message_length", "properties.offline", "properties.agent_id",
    "properties.agent_name", "integrations",
  ]
}

extension Compute {
  fileprivate static let zoneNote = "a time without a zone is one in --timezone"

  fileprivate static let offlineVisitorNote = "without one, `offline_message-` and the message's id"

  /// Writes the id of somebody who wrote while nobody was there: their own, else the message's.
  @Sendable
  fileprivate static func offlineVisitor(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    if found.chat.person.anonymousID.isPresent { return anonymousID(bytes, found, inputs, &output) }
    conversation(bytes, found, inputs, &output)
  }
}
