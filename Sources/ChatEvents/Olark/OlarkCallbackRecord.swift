public import JSONText

/// One callback of Olark's JavaScript API, or one answer of `api.visitor.getDetails`, as a page has recorded it.
///
/// It has ``callback`` or ``getDetails``; everything else may be absent.
///
/// Source: Olark, "Javascript API". The record around it is this package's own.
public struct OlarkCallbackRecord: Sendable, Hashable {
  /// The callback's name, such as `api.chat.onMessageToOperator`.
  public var callback: String?

  /// What the callback was given.
  public var event: OlarkCallbackEvent?

  /// When it was called: ISO 8601 with a zone, or seconds or milliseconds since 1970.
  public var timestamp: TextOrNumber?

  /// The id under which the page knows the visitor.
  public var userId: EntityID?

  /// The page's id of a visitor whom it does not know.
  public var anonymousId: EntityID?

  /// The page's id of the conversation.
  public var conversationId: EntityID?

  /// What `api.visitor.getDetails` has answered.
  public var visitor: OlarkVisitorDetails?

  /// What `api.visitor.getDetails` answers, where that is what was recorded.
  public var getDetails: OlarkVisitorDetails?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    callback: String? = nil, event: OlarkCallbackEvent? = nil, timestamp: TextOrNumber? = nil,
    userId: EntityID? = nil, anonymousId: EntityID? = nil, conversationId: EntityID? = nil,
    visitor: OlarkVisitorDetails? = nil, getDetails: OlarkVisitorDetails? = nil, unknown: JSONObject = [:]
  ) {
    self.callback = callback
    self.event = event
    self.timestamp = timestamp
    self.userId = userId
    self.anonymousId = anonymousId
    self.conversationId = conversationId
    self.visitor = visitor
    self.getDetails = getDetails
    self.unknown = unknown
  }
}

extension OlarkCallbackRecord: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case callback
    case event
    case timestamp
    case userId
    case anonymousId
    case conversationId
    case visitor
    case getDetails
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    callback = try container.decodeIfPresent(String.self, forKey: .callback)
    event = try container.decodeIfPresent(OlarkCallbackEvent.self, forKey: .event)
    timestamp = try container.decodeIfPresent(TextOrNumber.self, forKey: .timestamp)
    userId = try container.decodeIfPresent(EntityID.self, forKey: .userId)
    anonymousId = try container.decodeIfPresent(EntityID.self, forKey: .anonymousId)
    conversationId = try container.decodeIfPresent(EntityID.self, forKey: .conversationId)
    visitor = try container.decodeIfPresent(OlarkVisitorDetails.self, forKey: .visitor)
    getDetails = try container.decodeIfPresent(OlarkVisitorDetails.self, forKey: .getDetails)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(callback, forKey: .callback)
    try container.encodeIfPresent(event, forKey: .event)
    try container.encodeIfPresent(timestamp, forKey: .timestamp)
    try container.encodeIfPresent(userId, forKey: .userId)
    try container.encodeIfPresent(anonymousId, forKey: .anonymousId)
    try container.encodeIfPresent(conversationId, forKey: .conversationId)
    try container.encodeIfPresent(visitor, forKey: .visitor)
    try container.encodeIfPresent(getDetails, forKey: .getDetails)
  }
}
