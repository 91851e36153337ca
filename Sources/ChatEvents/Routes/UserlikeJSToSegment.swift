internal import JSONText

/// The live chat events that Segment's Userlike destination records in a page, from what its tracking function was given.
///
/// Source: Segment, "Userlike Destination", section "Record Live Chat Events", and the code of its integration; Userlike,
/// "Tracking events". Read in November 2026.
enum UserlikeJSToSegment {
  static let route = Route(
    from: .userlikeJS, to: .segment,
    summary: "the live chat event of a tracking event",
    emissions: [started, sent, received, ended], preparing: .userlikeTracking,
    options: [.events, .integrations])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  private static let common: [Row] = [
    //    in the record                           in the event
    .always(                                      "type", #""track""#),
    .compute("globalCtx.client_uuid",         to: "anonymousId", Compute.anonymousID, Compute.recordedIDNote),
    .compute("timestamp",                     to: "messageId", Compute.recordID, Compute.recordIDNote),
    .compute("timestamp",                     to: "timestamp", Compute.time(of: .beginning), Compute.recordedTimeNote),
    .always(                                      "context.integration", #"{"name":"userlike","version":"1.0.0"}"#),
    .always(                                      "context.library", #"{"name":"chatevents","version":"0.1.0"}"#),
    .compute("sessionCtx.chat_id",            to: "properties.conversation_id", Compute.firstFilled, Compute.recordedIDNote),
    .compute("sessionCtx.operator_id",        to: "properties.agent_id", Compute.firstFilled, Compute.recordedIDNote),
    .copyFilled("sessionCtx.operator_name",   to: "properties.agent_name"),
    .always(                                      "integrations", #"{"Userlike":false}"#),
  ]

  // swift-format-ignore
  static let started = Emission("Live Chat Conversation Started", .onceIf("of the event `chat_started`"), common + [
    .always(                                      "event", #""Live Chat Conversation Started""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("chat_started"), by: "event")
    .of("track", event: "started")

  // swift-format-ignore
  /// The message ends at the operator: the visitor wrote it.
  static let sent = Emission("Live Chat Message Sent", .onceIf("of the event `message_operator_terminating`"), common + [
    .always(                                      "event", #""Live Chat Message Sent""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("message_operator_terminating"), by: "event")
    .of("track", event: "sent")

  // swift-format-ignore
  static let received = Emission("Live Chat Message Received", .onceIf("of the event `message_client_terminating`"), common + [
    .always(                                      "event", #""Live Chat Message Received""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("message_client_terminating"), by: "event")
    .of("track", event: "received")

  // swift-format-ignore
  static let ended = Emission("Live Chat Conversation Ended", .onceIf("of the event `chat_quit`"), common + [
    .always(                                      "event", #""Live Chat Conversation Ended""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("chat_quit"), by: "event")
    .of("track", event: "ended")

  private static let order: [Path] = [
    "type", "event", "anonymousId", "messageId", "timestamp", "context.integration", "context.library",
    "properties.conversation_id", "properties.agent_id", "properties.agent_name", "integrations",
  ]

  /// The tracking events that give an event.
  static let eventful = [
    "chat_started", "message_operator_terminating", "message_client_terminating", "chat_quit",
  ]
}

extension Preparation {
  /// Works out when a tracking event came, and whose it was.
  fileprivate static let userlikeTracking = Preparation(inputs: [
    "event", "timestamp", "globalCtx.client_uuid",
  ]) { bytes, found, inputs in
    found.chat.begin()
    if let complaint = found.chat.setRecordedTime(found.slice(inputs[1]), bytes) { return complaint }
    let event = found.slice(inputs[0])
    guard UserlikeJSToSegment.eventful.contains(where: { Text.isEqual(bytes, event, to: $0) }) else {
      return nil
    }
    let id = found.slice(inputs[2])
    guard id.isIdentity(bytes) else {
      return .noTrackedPerson(id)
    }
    found.chat.person.anonymousID = id
    found.nameByText(bytes)
    return nil
  }
}

extension Complaint {
  /// A tracking event that does not say whose it was.
  static func noTrackedPerson(_ id: Slice) -> Complaint {
    Complaint(
      code: .noIdentity, offset: id.place, message: "globalCtx does not say who the visitor is",
      fix: "record globalCtx with its client_uuid")
  }
}
