public import JSONText

/// An operator who took part in a conversation.
public struct OlarkOperator: Sendable, Hashable {
  /// `Operator`.
  public var kind: String?

  /// Olark's id of this operator, the same as its key in ``OlarkTranscript/operators``.
  public var id: OlarkID?

  /// The name that visitors see.
  public var nickname: String?

  /// The operator's e-mail address.
  public var emailAddress: String?

  /// The operator's login.
  public var username: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    kind: String? = nil, id: OlarkID? = nil, nickname: String? = nil, emailAddress: String? = nil,
    username: String? = nil, unknown: JSONObject = [:]
  ) {
    self.kind = kind
    self.id = id
    self.nickname = nickname
    self.emailAddress = emailAddress
    self.username = username
    self.unknown = unknown
  }
}

extension OlarkOperator: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case id
    case nickname
    case emailAddress
    case username
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    id = try container.decodeIfPresent(OlarkID.self, forKey: .id)
    nickname = try container.decodeIfPresent(String.self, forKey: .nickname)
    emailAddress = try container.decodeIfPresent(String.self, forKey: .emailAddress)
    username = try container.decodeIfPresent(String.self, forKey: .username)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(kind, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(nickname, forKey: .nickname)
    try container.encodeIfPresent(emailAddress, forKey: .emailAddress)
    try container.encodeIfPresent(username, forKey: .username)
  }
}
