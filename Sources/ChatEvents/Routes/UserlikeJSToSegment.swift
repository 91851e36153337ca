internal import JSONText

/// The live chat events that Segment's Userlike destination records in a page, from what its tracking function was given.
///
/// Source: Segment, "Userlike Destination", section "Record Live Chat Events", and the code of its integration; Userlike,
/// "Tracking events". Read in November 2026.
enum UserlikeJSToSegment {
  static let route = Route(
    from: .userlikeJS, to: .segment,
    summary: "the live chat event of a tracking event",
    emissions: [started, sent, received, ended], preparing: UserlikeTracking.self,
    options: [.events, .integrations])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  private static let common: [Row] = [
    //    in the record                           in the event
    .always(                                      "type", #""track""#),
    .compute(.anonymousID(from: "globalCtx.client_uuid").noted(Computation.recordedIDNote),
                                              to: "anonymousId"),
    .compute(.recordID,                       to: "messageId"),
    .compute(.recordedTime,                   to: "timestamp"),
    .always(                                      "context.integration", #"{"name":"userlike","version":"1.0.0"}"#),
    .always(                                      "context.library", #"{"name":"chatevents","version":"0.1.0"}"#),
    .compute(.filled("sessionCtx.chat_id"),   to: "properties.conversation_id"),
    .compute(.filled("sessionCtx.operator_id"), to: "properties.agent_id"),
    .copyFilled("sessionCtx.operator_name",   to: "properties.agent_name"),
    .always(                                      "integrations", #"{"Userlike":false}"#),
  ]

  // swift-format-ignore
  static let started = Emission("Live Chat Conversation Started", if: .trackingEvent("chat_started"), common + [
    .always(                                      "event", #""Live Chat Conversation Started""#),
  ], order: order, alwaysThere: ["properties"])
    .of("track", event: "started")

  // swift-format-ignore
  /// The message ends at the operator: the visitor wrote it.
  static let sent = Emission("Live Chat Message Sent", if: .trackingEvent("message_operator_terminating"), common + [
    .always(                                      "event", #""Live Chat Message Sent""#),
  ], order: order, alwaysThere: ["properties"])
    .of("track", event: "sent")

  // swift-format-ignore
  static let received = Emission("Live Chat Message Received", if: .trackingEvent("message_client_terminating"), common + [
    .always(                                      "event", #""Live Chat Message Received""#),
  ], order: order, alwaysThere: ["properties"])
    .of("track", event: "received")

  // swift-format-ignore
  static let ended = Emission("Live Chat Conversation Ended", if: .trackingEvent("chat_quit"), common + [
    .always(                                      "event", #""Live Chat Conversation Ended""#),
  ], order: order, alwaysThere: ["properties"])
    .of("track", event: "ended")

  private static let order: [Path] = [
    "type", "event", "anonymousId", "messageId", "timestamp", "context.integration", "context.library",
    "properties.conversation_id", "properties.agent_id", "properties.agent_name", "integrations",
  ]
}
