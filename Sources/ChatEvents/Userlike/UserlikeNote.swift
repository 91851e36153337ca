public import JSONText

/// What an operator noted about a chat.
public struct UserlikeNote: Sendable, Hashable {
  /// The text of the note.
  public var body: String?

  /// The id of the operator who wrote it.
  public var operatorID: EntityID?

  /// That operator's name.
  public var name: String?

  /// When it was written.
  public var sentAt: String?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    body: String? = nil, operatorID: EntityID? = nil, name: String? = nil, sentAt: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.body = body
    self.operatorID = operatorID
    self.name = name
    self.sentAt = sentAt
    self.unknown = unknown
  }
}

extension UserlikeNote: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case body
    case operatorID = "operator_id"
    case name
    case sentAt = "sent_at"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    body = try container.decodeIfPresent(String.self, forKey: .body)
    operatorID = try container.decodeIfPresent(EntityID.self, forKey: .operatorID)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    sentAt = try container.decodeIfPresent(String.self, forKey: .sentAt)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(body, forKey: .body)
    try container.encodeIfPresent(operatorID, forKey: .operatorID)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(sentAt, forKey: .sentAt)
  }
}
