public import JSONText

/// One message of a conversation.
public struct OlarkItem: Sendable, Hashable {
  /// Who wrote to whom; Olark may invent further kinds.
  public var kind: Kind?

  /// The name that the chat showed for the author; absent in offline messages.
  public var nickname: String?

  /// The operator who wrote it, a key of ``OlarkTranscript/operators``; on messages to the visitor alone.
  public var operatorId: OlarkID?

  /// When it was sent; may be missing.
  public var timestamp: OlarkTimestamp?

  /// The text of the message.
  public var body: String?

  /// The visitor's own name for themselves, on messages to the operator.
  ///
  /// Olark writes `visitor_nickname`, and payloads have had `visitorNickname`; each is written back under the name under
  /// which it came. Where both came this is the former, and setting it sets both.
  public var visitorNickname: String? {
    get { snakeCaseNickname ?? camelCaseNickname }
    set {
      if snakeCaseNickname != nil || camelCaseNickname == nil { snakeCaseNickname = newValue }
      if camelCaseNickname != nil { camelCaseNickname = newValue }
    }
  }

  private var snakeCaseNickname: String?
  private var camelCaseNickname: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    kind: Kind? = nil, nickname: String? = nil, operatorId: OlarkID? = nil,
    timestamp: OlarkTimestamp? = nil, body: String? = nil, visitorNickname: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.kind = kind
    self.nickname = nickname
    self.operatorId = operatorId
    self.timestamp = timestamp
    self.body = body
    snakeCaseNickname = visitorNickname
    self.unknown = unknown
  }
}

extension OlarkItem: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case nickname
    case operatorId
    case timestamp
    case body
    case snakeCaseNickname = "visitor_nickname"
    case camelCaseNickname = "visitorNickname"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decodeIfPresent(Kind.self, forKey: .kind)
    nickname = try container.decodeIfPresent(String.self, forKey: .nickname)
    operatorId = try container.decodeIfPresent(OlarkID.self, forKey: .operatorId)
    timestamp = try container.decodeIfPresent(OlarkTimestamp.self, forKey: .timestamp)
    body = try container.decodeIfPresent(String.self, forKey: .body)
    snakeCaseNickname = try container.decodeIfPresent(String.self, forKey: .snakeCaseNickname)
    camelCaseNickname = try container.decodeIfPresent(String.self, forKey: .camelCaseNickname)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(kind, forKey: .kind)
    try container.encodeIfPresent(nickname, forKey: .nickname)
    try container.encodeIfPresent(operatorId, forKey: .operatorId)
    try container.encodeIfPresent(timestamp, forKey: .timestamp)
    try container.encodeIfPresent(body, forKey: .body)
    try container.encodeIfPresent(snakeCaseNickname, forKey: .snakeCaseNickname)
    try container.encodeIfPresent(camelCaseNickname, forKey: .camelCaseNickname)
  }
}
