public import JSONText

/// A `track` call: something that a person did.
///
/// Source: Segment, "Spec: Track" and "Spec: Common Fields". Read in November 2026.
public struct SegmentTrack: Sendable, Hashable {
  /// `track`.
  public var type: String

  /// The name of what was done.
  public var event: String?

  /// The id under which the sender knows the person.
  public var userId: String?

  /// The id of a person whom the sender does not know.
  public var anonymousId: String?

  /// The id of the call, by which receivers drop what comes twice.
  public var messageId: String?

  /// When it happened, in ISO 8601; absent where the receiver is to date it.
  public var timestamp: String?

  /// When the sender's clock says that it was sent, in ISO 8601; belongs to what is live, never to history.
  public var sentAt: String?

  /// When the sender's clock says that it happened, in ISO 8601; written by Segment.
  public var originalTimestamp: String?

  /// When Segment received it, in ISO 8601; written by Segment.
  public var receivedAt: String?

  /// The version of the interface; written by Segment, as a number or a string.
  public var version: TextOrNumber?

  /// Where it comes from: `server`, `browser` or `mobile`.
  public var channel: String?

  /// Under which circumstances it happened.
  public var context: SegmentContext?

  /// What is known of the event.
  public var properties: JSONObject?

  /// To which destinations the call goes: `false` for none, `true` or options for one; `All` is for those that are not named.
  public var integrations: JSONObject?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    type: String = "track", event: String? = nil, userId: String? = nil, anonymousId: String? = nil,
    messageId: String? = nil, timestamp: String? = nil, sentAt: String? = nil,
    originalTimestamp: String? = nil, receivedAt: String? = nil, version: TextOrNumber? = nil,
    channel: String? = nil, context: SegmentContext? = nil, properties: JSONObject? = nil,
    integrations: JSONObject? = nil, unknown: JSONObject = [:]
  ) {
    self.type = type
    self.event = event
    self.userId = userId
    self.anonymousId = anonymousId
    self.messageId = messageId
    self.timestamp = timestamp
    self.sentAt = sentAt
    self.originalTimestamp = originalTimestamp
    self.receivedAt = receivedAt
    self.version = version
    self.channel = channel
    self.context = context
    self.properties = properties
    self.integrations = integrations
    self.unknown = unknown
  }
}

extension SegmentTrack: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case type
    case event
    case userId
    case anonymousId
    case messageId
    case timestamp
    case sentAt
    case originalTimestamp
    case receivedAt
    case version
    case channel
    case context
    case properties
    case integrations
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    event = try container.decodeIfPresent(String.self, forKey: .event)
    userId = try container.decodeIfPresent(String.self, forKey: .userId)
    anonymousId = try container.decodeIfPresent(String.self, forKey: .anonymousId)
    messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
    timestamp = try container.decodeIfPresent(String.self, forKey: .timestamp)
    sentAt = try container.decodeIfPresent(String.self, forKey: .sentAt)
    originalTimestamp = try container.decodeIfPresent(String.self, forKey: .originalTimestamp)
    receivedAt = try container.decodeIfPresent(String.self, forKey: .receivedAt)
    version = try container.decodeIfPresent(TextOrNumber.self, forKey: .version)
    channel = try container.decodeIfPresent(String.self, forKey: .channel)
    context = try container.decodeIfPresent(SegmentContext.self, forKey: .context)
    properties = try container.decodeIfPresent(JSONObject.self, forKey: .properties)
    integrations = try container.decodeIfPresent(JSONObject.self, forKey: .integrations)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(event, forKey: .event)
    try container.encodeIfPresent(userId, forKey: .userId)
    try container.encodeIfPresent(anonymousId, forKey: .anonymousId)
    try container.encodeIfPresent(messageId, forKey: .messageId)
    try container.encodeIfPresent(timestamp, forKey: .timestamp)
    try container.encodeIfPresent(sentAt, forKey: .sentAt)
    try container.encodeIfPresent(originalTimestamp, forKey: .originalTimestamp)
    try container.encodeIfPresent(receivedAt, forKey: .receivedAt)
    try container.encodeIfPresent(version, forKey: .version)
    try container.encodeIfPresent(channel, forKey: .channel)
    try container.encodeIfPresent(context, forKey: .context)
    try container.encodeIfPresent(properties, forKey: .properties)
    try container.encodeIfPresent(integrations, forKey: .integrations)
  }
}
