public import JSONText

/// One message of a chat.
public struct UserlikeMessage: Sendable, Hashable {
  /// The text of the message.
  public var message: String?

  /// The name of who wrote it, the visitor's or an operator's.
  public var person: String?

  /// When it was sent: `YYYY-MM-DD HH:MM:SS`, without a zone.
  public var sentAt: String?

  /// `co` where the visitor wrote to the operator; no other value is documented.
  public var type: String?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    message: String? = nil, person: String? = nil, sentAt: String? = nil, type: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.message = message
    self.person = person
    self.sentAt = sentAt
    self.type = type
    self.unknown = unknown
  }
}

extension UserlikeMessage: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case message
    case person
    case sentAt = "sent_at"
    case type
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    message = try container.decodeIfPresent(String.self, forKey: .message)
    person = try container.decodeIfPresent(String.self, forKey: .person)
    sentAt = try container.decodeIfPresent(String.self, forKey: .sentAt)
    type = try container.decodeIfPresent(String.self, forKey: .type)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(message, forKey: .message)
    try container.encodeIfPresent(person, forKey: .person)
    try container.encodeIfPresent(sentAt, forKey: .sentAt)
    try container.encodeIfPresent(type, forKey: .type)
  }
}
