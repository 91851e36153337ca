// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A call of a page's `userlikeTrackingEvent` function, through which Userlike's widget reports its events.
///
/// The members are the function's arguments by name, and the time of the call. None of them contains the text of a message.
///
/// Source: Userlike, "Tracking events"; Segment's Userlike integration. Read in November 2026.
public struct UserlikeTrackingRecord: Record {
  /// `message_client_terminating` is a message that ends at the client: the operator wrote it.
  public var event = ""
  public var globalContext: UserlikeGlobalContext?
  public var sessionContext: UserlikeSessionContext?
  public var timestamp: TextOrNumber?
  public var unknown: JSONObject = [:]

  public init() {}

  public init(event: String, _ set: (inout Self) throws -> Void = { _ in }) rethrows {
    self.event = event
    try set(&self)
  }

  public static let table = RecordTable<Self>("userlike-tracking-record", "One call of a page's `userlikeTrackingEvent` function, with its arguments by name", source: source, [
    Member(required: "event", \.event,          .text,                                 .none,   "What happened: `chat_started`, `message_client_terminating`, and many more"),
    Member("globalCtx",       \.globalContext,  .object(UserlikeGlobalContext.model),  .inside, "The widget and the browser in which it happened"),
    Member("sessionCtx",      \.sessionContext, .object(UserlikeSessionContext.model), .inside, "The chat in which it happened; may be absent or empty before a chat begins"),
    Member("timestamp",       \.timestamp,      .recordedTime,                         .none,   "When it happened: ISO 8601 with a UTC offset, or seconds or milliseconds since 1970"),
  ])
}

extension UserlikeTrackingRecord {
  /// Where the tables of what passes between a page and Userlike's widget come from.
  static let source = """
    Userlike, “Tracking events”; Segment's Userlike integration (analytics.js-integrations). Read in \
    November 2026.
    """
}

/// The widget and the browser in which something happened.
public struct UserlikeGlobalContext: Record {
  public var clientUUID: EntityID?
  public var widgetID: EntityID?
  public var widgetLang: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-global-context", "The widget and the browser in which something happened", source: UserlikeTrackingRecord.source, [
    Member("client_uuid", \.clientUUID, .id,   .identity, "Userlike's persistent id of this visitor in this browser"),
    Member("widget_id",   \.widgetID,   .id,   .none,     "The widget's id"),
    Member("widget_lang", \.widgetLang, .text, .none,     "The widget's language"),
  ])
}

/// The chat in which something happened.
public struct UserlikeSessionContext: Record {
  public var chatID: EntityID?
  public var sessionID: EntityID?
  public var operatorID: EntityID?
  public var operatorName: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-session-context", "The chat in which something happened", source: UserlikeTrackingRecord.source, [
    Member("chat_id",       \.chatID,       .id,   .derived,          "Userlike's id of the chat"),
    Member("session_id",    \.sessionID,    .id,   .none,             "Userlike's id of the visit"),
    Member("operator_id",   \.operatorID,   .id,   .agent(.identity), "The operator's id"),
    Member("operator_name", \.operatorName, .text, .agent(.name),     "The operator's name"),
  ])
}
