public import JSONText

/// A `group` call: a person belongs to a group.
///
/// Source: RudderStack, "Event Specification: Group" and "Olark Source". Read in November 2026.
public struct RudderStackGroup: Sendable, Hashable {
  /// `group`.
  public var type: String

  /// The group's id.
  public var groupId: String?

  /// The group's name, which the Olark source puts here and not among the traits.
  public var name: String?

  /// What is known of the group; the Olark source puts `kind` and `operators` here.
  public var traits: JSONObject?

  /// Who it is about: the id under which the sender knows this person.
  public var userId: String?

  /// Who it is about, where the sender does not know them.
  public var anonymousId: String?

  /// Under which circumstances it happened.
  public var context: RudderStackContext?

  /// RudderStack's id of the person, made from ``userId`` and ``anonymousId``.
  public var rudderId: String?

  /// The id of the event, by which receivers drop what comes twice.
  public var messageId: String?

  /// To which destinations the event goes.
  public var integrations: JSONObject?

  /// When it happened, in ISO 8601; absent where the receiver is to date it.
  public var timestamp: String?

  /// When the sender says that it happened.
  public var originalTimestamp: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    type: String = "group", groupId: String? = nil, name: String? = nil, traits: JSONObject? = nil,
    userId: String? = nil, anonymousId: String? = nil, context: RudderStackContext? = nil,
    rudderId: String? = nil, messageId: String? = nil, integrations: JSONObject? = nil,
    timestamp: String? = nil, originalTimestamp: String? = nil, unknown: JSONObject = [:]
  ) {
    self.type = type
    self.groupId = groupId
    self.name = name
    self.traits = traits
    self.userId = userId
    self.anonymousId = anonymousId
    self.context = context
    self.rudderId = rudderId
    self.messageId = messageId
    self.integrations = integrations
    self.timestamp = timestamp
    self.originalTimestamp = originalTimestamp
    self.unknown = unknown
  }
}

extension RudderStackGroup: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case type
    case groupId
    case name
    case traits
    case userId
    case anonymousId
    case context
    case rudderId
    case messageId
    case integrations
    case timestamp
    case originalTimestamp
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    groupId = try container.decodeIfPresent(String.self, forKey: .groupId)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    traits = try container.decodeIfPresent(JSONObject.self, forKey: .traits)
    userId = try container.decodeIfPresent(String.self, forKey: .userId)
    anonymousId = try container.decodeIfPresent(String.self, forKey: .anonymousId)
    context = try container.decodeIfPresent(RudderStackContext.self, forKey: .context)
    rudderId = try container.decodeIfPresent(String.self, forKey: .rudderId)
    messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
    integrations = try container.decodeIfPresent(JSONObject.self, forKey: .integrations)
    timestamp = try container.decodeIfPresent(String.self, forKey: .timestamp)
    originalTimestamp = try container.decodeIfPresent(String.self, forKey: .originalTimestamp)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(groupId, forKey: .groupId)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(traits, forKey: .traits)
    try container.encodeIfPresent(userId, forKey: .userId)
    try container.encodeIfPresent(anonymousId, forKey: .anonymousId)
    try container.encodeIfPresent(context, forKey: .context)
    try container.encodeIfPresent(rudderId, forKey: .rudderId)
    try container.encodeIfPresent(messageId, forKey: .messageId)
    try container.encodeIfPresent(integrations, forKey: .integrations)
    try container.encodeIfPresent(timestamp, forKey: .timestamp)
    try container.encodeIfPresent(originalTimestamp, forKey: .originalTimestamp)
  }
}
