// The field tables of what passes between a page and Userlike's widget.

/// Where the tables come from.
private let origin = """
  Userlike, “Tracking events”; Segment's Userlike integration (analytics.js-integrations). Read in \
  November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension UserlikeTrackingRecord {
  /// What a recorded call holds.
  public static let model = Model("userlike-tracking-record", "One call of a page's `userlikeTrackingEvent` function, with its arguments by name", source: origin, required: ["event"], [
    Field("event",      .text,                                 .none,   "What happened: `chat_started`, `message_client_terminating`, and many more"),
    Field("globalCtx",  .object(UserlikeGlobalContext.model),  .inside, "In which widget and browser it happened"),
    Field("sessionCtx", .object(UserlikeSessionContext.model), .inside, "In which chat it happened; may be missing or empty before there is one"),
    Field("timestamp",  .recordedTime,                         .none,   "When it happened: ISO 8601 with a zone, or seconds or milliseconds since 1970"),
  ])
}

// swift-format-ignore
extension UserlikeGlobalContext {
  /// What the widget's circumstances hold.
  public static let model = Model("userlike-global-context", "The widget and the browser in which something happened", source: origin, [
    Field("client_uuid", .id,   .identity, "Userlike's lasting id of this visitor in this browser"),
    Field("widget_id",   .id,   .none, "The widget's id"),
    Field("widget_lang", .text, .none, "The widget's language"),
  ])
}

// swift-format-ignore
extension UserlikeSessionContext {
  /// What a chat's circumstances hold.
  public static let model = Model("userlike-session-context", "The chat in which something happened", source: origin, [
    Field("chat_id",       .id,   .none, "Userlike's id of the chat"),
    Field("session_id",    .id,   .none, "Userlike's id of the visit"),
    Field("operator_id",   .id,   .agent(.identity), "The operator's id"),
    Field("operator_name", .text, .agent(.name), "The operator's name"),
  ])
}

// swift-format-ignore
extension UserlikeData {
  /// What a page's data holds.
  public static let model = Model("userlike-data", "What a page tells Userlike's widget: the global variable `userlikeData`", source: origin, [
    Field("custom", .object(UserlikeCustomData.model), .inside, "What operators see beside a chat"),
  ])
}

// swift-format-ignore
extension UserlikeCustomData {
  /// What custom data holds.
  public static let model = Model("userlike-custom-data", "What operators see beside a chat", source: origin, [
    Field("segmentio", .object(UserlikeSegmentData.model), .inside, "What Segment's integration says of the visitor"),
  ])
}

// swift-format-ignore
extension UserlikeSegmentData {
  /// What the integration's data holds.
  public static let model = Model("userlike-segment-data", "What Segment's integration tells Userlike's widget", source: origin, [
    Field("secretKey", .text,                          .secret,   "The secret of the site's Userlike account"),
    Field("listen",    .flag,                          .none,   "Whether the widget reports what happens in it"),
    Field("visitor",   .object(UserlikeVisitor.model), .inside, "Who the visitor is"),
  ])
}

// swift-format-ignore
extension UserlikeVisitor {
  /// What a visitor holds.
  public static let model = Model("userlike-visitor", "The visitor, as a page knows them", source: origin, [
    Field("name",  .text, .name, "The visitor's name"),
    Field("email", .text, .email, "The visitor's e-mail address"),
  ])
}
