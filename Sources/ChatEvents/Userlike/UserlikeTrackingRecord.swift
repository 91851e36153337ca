public import JSONText

/// One call of a page's `userlikeTrackingEvent` function, by which Userlike's widget tells what happens in it.
///
/// The members are the function's arguments by name, and when it was called. The text of a message is in none of them.
///
/// Source: Userlike, "Tracking events"; Segment's Userlike integration. Read in November 2026.
public struct UserlikeTrackingRecord: Sendable, Hashable {
  /// What happened: `chat_started`, `chat_quit`, and many more.
  ///
  /// `message_client_terminating` is a message that ends at the client: the operator wrote it.
  public var event: String

  /// In which widget and browser it happened.
  public var globalContext: UserlikeGlobalContext?

  /// In which chat it happened; may be missing or empty before there is one.
  public var sessionContext: UserlikeSessionContext?

  /// When it happened: ISO 8601 with a zone, or seconds or milliseconds since 1970.
  public var timestamp: TextOrNumber?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    event: String, globalContext: UserlikeGlobalContext? = nil, sessionContext: UserlikeSessionContext? = nil,
    timestamp: TextOrNumber? = nil, unknown: JSONObject = [:]
  ) {
    self.event = event
    self.globalContext = globalContext
    self.sessionContext = sessionContext
    self.timestamp = timestamp
    self.unknown = unknown
  }
}

extension UserlikeTrackingRecord: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case event
    case globalContext = "globalCtx"
    case sessionContext = "sessionCtx"
    case timestamp
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    event = try container.decode(String.self, forKey: .event)
    globalContext = try container.decodeIfPresent(UserlikeGlobalContext.self, forKey: .globalContext)
    sessionContext = try container.decodeIfPresent(UserlikeSessionContext.self, forKey: .sessionContext)
    timestamp = try container.decodeIfPresent(TextOrNumber.self, forKey: .timestamp)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(event, forKey: .event)
    try container.encodeIfPresent(globalContext, forKey: .globalContext)
    try container.encodeIfPresent(sessionContext, forKey: .sessionContext)
    try container.encodeIfPresent(timestamp, forKey: .timestamp)
  }
}
