public import JSONText

/// A message, as a callback is given it.
public struct OlarkCallbackMessage: Sendable, Hashable {
  /// The text of the message.
  public var body: String?

  /// The name that the chat shows for the operator; on messages to the visitor alone.
  public var nickname: String?

  /// Whether the site sent it on the operator's behalf; not on Olark's page.
  public var automated: Bool?

  /// Whether a rule of Targeted Chat sent it; not on Olark's page.
  public var targeted: Bool?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    body: String? = nil, nickname: String? = nil, automated: Bool? = nil, targeted: Bool? = nil,
    unknown: JSONObject = [:]
  ) {
    self.body = body
    self.nickname = nickname
    self.automated = automated
    self.targeted = targeted
    self.unknown = unknown
  }
}

extension OlarkCallbackMessage: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case body
    case nickname
    case automated
    case targeted
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    body = try container.decodeIfPresent(String.self, forKey: .body)
    nickname = try container.decodeIfPresent(String.self, forKey: .nickname)
    automated = try container.decodeIfPresent(Bool.self, forKey: .automated)
    targeted = try container.decodeIfPresent(Bool.self, forKey: .targeted)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(body, forKey: .body)
    try container.encodeIfPresent(nickname, forKey: .nickname)
    try container.encodeIfPresent(automated, forKey: .automated)
    try container.encodeIfPresent(targeted, forKey: .targeted)
  }
}
