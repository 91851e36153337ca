public import JSONText

/// A conversation or an offline message, as Olark's webhook sends it.
///
/// Decoding needs `kind` alone, since Olark has left out every other member at some time; what came as `null` is nil, and
/// encoding writes it as `null` again.
///
/// Source: Olark, "Webhooks" (olark.com/help/webhooks), and payloads that its consumers published. Read in November 2026.
public struct OlarkTranscript: Sendable, Hashable {
  /// `Conversation`, for chats and offline messages alike, in the case in which it came.
  public var kind: String

  /// Olark's id of the conversation; a chat that goes on is posted again under the same id.
  public var id: OlarkID?

  /// Whether an operator sent the transcript in the middle of the chat.
  public var manuallySubmitted: Bool?

  /// The messages, oldest first.
  public var items: [OlarkItem]?

  /// The tags that operators gave the conversation.
  public var tags: [String]?

  /// The operator groups that the conversation belongs to.
  public var groups: [OlarkGroup]?

  /// The person who opened the chat.
  public var visitor: OlarkVisitor?

  /// The operators who took part, by their id, in the order of the text; absent in offline messages.
  public var operators: JSONMap<OlarkOperator>?

  /// An address that RudderStack's Olark source reads here; Olark has not been seen to send it.
  public var ip: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    kind: String = "Conversation", id: OlarkID? = nil, manuallySubmitted: Bool? = nil,
    items: [OlarkItem]? = nil, tags: [String]? = nil, groups: [OlarkGroup]? = nil,
    visitor: OlarkVisitor? = nil, operators: JSONMap<OlarkOperator>? = nil, ip: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.kind = kind
    self.id = id
    self.manuallySubmitted = manuallySubmitted
    self.items = items
    self.tags = tags
    self.groups = groups
    self.visitor = visitor
    self.operators = operators
    self.ip = ip
    self.unknown = unknown
  }
}

extension OlarkTranscript: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case id
    case manuallySubmitted
    case items
    case tags
    case groups
    case visitor
    case operators
    case ip
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decode(String.self, forKey: .kind)
    id = try container.decodeIfPresent(OlarkID.self, forKey: .id)
    manuallySubmitted = try container.decodeIfPresent(Bool.self, forKey: .manuallySubmitted)
    items = try container.decodeIfPresent([OlarkItem].self, forKey: .items)
    tags = try container.decodeIfPresent([String].self, forKey: .tags)
    groups = try container.decodeIfPresent([OlarkGroup].self, forKey: .groups)
    visitor = try container.decodeIfPresent(OlarkVisitor.self, forKey: .visitor)
    operators = try container.decodeIfPresent(JSONMap<OlarkOperator>.self, forKey: .operators)
    ip = try container.decodeIfPresent(String.self, forKey: .ip)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(manuallySubmitted, forKey: .manuallySubmitted)
    try container.encodeIfPresent(items, forKey: .items)
    try container.encodeIfPresent(tags, forKey: .tags)
    try container.encodeIfPresent(groups, forKey: .groups)
    try container.encodeIfPresent(visitor, forKey: .visitor)
    try container.encodeIfPresent(operators, forKey: .operators)
    try container.encodeIfPresent(ip, forKey: .ip)
  }
}
