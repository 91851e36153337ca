public import JSONText

/// What a visitor answered after the chat; each question can be left out.
public struct OlarkChatFeedback: Sendable, Hashable {
  /// How satisfied the visitor was, 1 to 5.
  public var overallChat: JSONNumber?

  /// How responsive the operator was, 1 to 5.
  public var responsiveness: JSONNumber?

  /// How knowledgeable the operator was, 1 to 5.
  public var knowledge: JSONNumber?

  /// How friendly the operator was, 1 to 5.
  public var friendliness: JSONNumber?

  /// What else the visitor wrote.
  public var comments: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    overallChat: JSONNumber? = nil, responsiveness: JSONNumber? = nil, knowledge: JSONNumber? = nil,
    friendliness: JSONNumber? = nil, comments: String? = nil, unknown: JSONObject = [:]
  ) {
    self.overallChat = overallChat
    self.responsiveness = responsiveness
    self.knowledge = knowledge
    self.friendliness = friendliness
    self.comments = comments
    self.unknown = unknown
  }
}

extension OlarkChatFeedback: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case overallChat = "overall_chat"
    case responsiveness
    case knowledge
    case friendliness
    case comments
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    overallChat = try container.decodeIfPresent(JSONNumber.self, forKey: .overallChat)
    responsiveness = try container.decodeIfPresent(JSONNumber.self, forKey: .responsiveness)
    knowledge = try container.decodeIfPresent(JSONNumber.self, forKey: .knowledge)
    friendliness = try container.decodeIfPresent(JSONNumber.self, forKey: .friendliness)
    comments = try container.decodeIfPresent(String.self, forKey: .comments)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(overallChat, forKey: .overallChat)
    try container.encodeIfPresent(responsiveness, forKey: .responsiveness)
    try container.encodeIfPresent(knowledge, forKey: .knowledge)
    try container.encodeIfPresent(friendliness, forKey: .friendliness)
    try container.encodeIfPresent(comments, forKey: .comments)
  }
}
