internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
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

  private static let common: [Row] = [
    //    in the record                           in the event
    .always(                                      "type", #""track""#),
    .compute(.anonymousID(from: "globalCtx.client_uuid").noted(Computation.recordedIDNote),
                                              to: "anonymousId"),
    .compute(.recordID,                       to: "messageId"),
    .compute(.recordedTime,                   to: "timestamp"),
    .always(                                      "context.integration", #"{"name":"userlike","version":"1.0.0"}"#),
    .always(                                      "context.library", ChatEventsVersion.library),
    .compute(.filled("sessionCtx.chat_id"),   to: "properties.conversation_id"),
    .compute(.filled("sessionCtx.operator_id"), to: "properties.agent_id"),
    .copyFilled("sessionCtx.operator_name",   to: "properties.agent_name"),
    .always(                                      "integrations", #"{"Userlike":false}"#),
  ]

  static let started = Emission.chat(.started, if: .trackingEvent("chat_started"), common, order: order)

  /// The message ends at the operator: the visitor wrote it.
  static let sent = Emission.chat(.sent, if: .trackingEvent("message_operator_terminating"), common, order: order)

  static let received = Emission.chat(.received, if: .trackingEvent("message_client_terminating"), common, order: order)

  static let ended = Emission.chat(.ended, if: .trackingEvent("chat_quit"), common, order: order)

  private static let order: [Path] = [
    "type", "event", "anonymousId", "messageId", "timestamp", "context.integration", "context.library",
    "properties.conversation_id", "properties.agent_id", "properties.agent_name", "integrations",
  ]
}
