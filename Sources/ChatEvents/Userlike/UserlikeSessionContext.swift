public import JSONText

/// The chat in which something happened.
public struct UserlikeSessionContext: Sendable, Hashable {
  /// Userlike's id of the chat.
  public var chatID: EntityID?

  /// Userlike's id of the visit.
  public var sessionID: EntityID?

  /// The operator's id.
  public var operatorID: EntityID?

  /// The operator's name.
  public var operatorName: String?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    chatID: EntityID? = nil, sessionID: EntityID? = nil, operatorID: EntityID? = nil,
    operatorName: String? = nil, unknown: JSONObject = [:]
  ) {
    self.chatID = chatID
    self.sessionID = sessionID
    self.operatorID = operatorID
    self.operatorName = operatorName
    self.unknown = unknown
  }
}

extension UserlikeSessionContext: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case chatID = "chat_id"
    case sessionID = "session_id"
    case operatorID = "operator_id"
    case operatorName = "operator_name"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    chatID = try container.decodeIfPresent(EntityID.self, forKey: .chatID)
    sessionID = try container.decodeIfPresent(EntityID.self, forKey: .sessionID)
    operatorID = try container.decodeIfPresent(EntityID.self, forKey: .operatorID)
    operatorName = try container.decodeIfPresent(String.self, forKey: .operatorName)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(chatID, forKey: .chatID)
    try container.encodeIfPresent(sessionID, forKey: .sessionID)
    try container.encodeIfPresent(operatorID, forKey: .operatorID)
    try container.encodeIfPresent(operatorName, forKey: .operatorName)
  }
}
