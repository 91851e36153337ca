// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A conversation or an offline message, as sent by Olark's webhook.
///
/// Decoding requires only `kind`, since Olark has omitted every other member at some time; `null` decodes as nil, and
/// encoding writes it as `null` again.
///
/// Source: Olark, "Webhooks" (olark.com/help/webhooks), and payloads that its consumers published. Read in November 2026.
public struct OlarkTranscript: Record {
  /// Verbatim, in any case.
  public var kind = "Conversation"
  public var id: OlarkID?
  public var manuallySubmitted: Bool?
  public var items: [OlarkItem]?
  public var tags: [String]?
  public var groups: [OlarkGroup]?
  public var visitor: OlarkVisitor?
  /// In the order of the text.
  public var operators: JSONMap<OlarkOperator>?
  public var ip: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-transcript", "A conversation or an offline message, as sent by Olark's webhook", source: source, [
    Member(required: "kind",    \.kind,              .inAnyCase("Conversation"),  .none,     "`Conversation`, for chats and offline messages alike; `conversation` in 2012"),
    Member("id",                \.id,                .id,                         .derived,  "Olark's id of the conversation; a continued chat is posted again with the same id"),
    Member("manuallySubmitted", \.manuallySubmitted, .flag,                       .none,     "Whether an operator sent the transcript during the chat"),
    Member("items",             \.items,             .list(OlarkItem.model),      .inside,   "The messages, oldest first"),
    Member("tags",              \.tags,              .texts,                      .freeText, "The tags that operators gave the conversation"),
    Member("groups",            \.groups,            .list(OlarkGroup.model),     .inside,   "The operator groups that the conversation belongs to"),
    Member("visitor",           \.visitor,           .object(OlarkVisitor.model), .person,   "The person who opened the chat"),
    Member("operators",         \.operators,         .map(OlarkOperator.model),   .inside,   "The operators who took part, by their id; absent in offline messages"),
    Member("ip",                \.ip,                .text,                       .ip,       "An IP address that RudderStack's source reads here; Olark is not known to send it"),
  ])
}

extension OlarkTranscript {
  /// Where the tables of the webhook's objects come from.
  static let source = """
    Olark, “Webhooks” (olark.com/help/webhooks) and its published samples; RudderStack, “Olark Source”; \
    payloads that consumers of the webhook published, 2011 to 2022. Read in November 2026.
    """
}

/// A message of a conversation.
public struct OlarkItem: Record {
  /// Olark may add kinds.
  public var kind: Kind?
  public var nickname: String?
  public var operatorId: OlarkID?
  public var timestamp: OlarkTimestamp?
  public var body: String?

  private var snakeCaseNickname: String?
  private var camelCaseNickname: String?
  public var unknown: JSONObject = [:]

  /// The name that the visitor gave, on messages to the operator.
  ///
  /// Olark writes `visitor_nickname`, and some payloads have `visitorNickname`; each is written back under its original
  /// name. If both are present, this is the former, and setting it sets both.
  public var visitorNickname: String? {
    get { snakeCaseNickname ?? camelCaseNickname }
    set {
      if snakeCaseNickname != nil || camelCaseNickname == nil { snakeCaseNickname = newValue }
      if camelCaseNickname != nil { camelCaseNickname = newValue }
    }
  }

  public init() {}

  public static let table = RecordTable<Self>("olark-item", "A message of a conversation", source: OlarkTranscript.source, [
    Member("kind",             \.kind,              .text,      .none,             "`MessageToVisitor`, `MessageToOperator` or `OfflineMessage`"),
    Member("nickname",         \.nickname,          .text,      .author,           "The author's displayed name; absent in offline messages"),
    Member("operatorId",       \.operatorId,        .id,        .agent(.identity), "The operator who wrote it, a key of `operators`; only on messages to the visitor"),
    Member("timestamp",        \.timestamp,         .timestamp, .none,             "When it was sent: seconds since 1970 as decimal text, with up to six digits after the point"),
    Member("body",             \.body,              .text,      .freeText,         "The text of the message"),
    Member("visitor_nickname", \.snakeCaseNickname, .text,      .name,             "The name that the visitor gave, on messages to the operator"),
    Member("visitorNickname",  \.camelCaseNickname, .text,      .name,             "The same under another name that some payloads use"),
  ])
}

extension OlarkItem {
  /// The kind of an item. The set is open: unknown kinds are kept verbatim.
  ///
  /// Source: Olark, "Webhooks", and published payloads, none of which has another kind. Read in November 2026.
  public struct Kind: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The kind's name on the wire.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    /// An operator, or the site on their behalf, wrote to the visitor.
    public static let messageToVisitor = Kind(rawValue: "MessageToVisitor")

    /// The visitor wrote to the operators.
    public static let messageToOperator = Kind(rawValue: "MessageToOperator")

    /// The visitor wrote while no operator was available; the body contains the answers of a form, one per line.
    public static let offlineMessage = Kind(rawValue: "OfflineMessage")

    /// The kinds that Olark's documents and payloads have.
    static let known = [messageToVisitor, messageToOperator, offlineMessage]
  }
}

/// An operator who took part in a conversation.
public struct OlarkOperator: Record {
  public var kind: String?
  public var id: OlarkID?
  public var nickname: String?
  public var emailAddress: String?
  public var username: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-operator", "An operator who took part in a conversation", source: OlarkTranscript.source, [
    Member("kind",         \.kind,         .text, .none,             "`Operator`"),
    Member("id",           \.id,           .id,   .agent(.identity), "Olark's id of this operator, the same as its key"),
    Member("nickname",     \.nickname,     .text, .agent(.name),     "The name that visitors see"),
    Member("emailAddress", \.emailAddress, .text, .agent(.email),    "The operator's e-mail address"),
    Member("username",     \.username,     .text, .agent(.identity), "The operator's login"),
  ])
}

/// An operator group.
public struct OlarkGroup: Record {
  public var kind: String?
  public var id: OlarkID?
  public var name: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-group", "An operator group", source: OlarkTranscript.source, [
    Member("kind", \.kind, .text, .none,           "`Group`"),
    Member("id",   \.id,   .id,   .none,           "Olark's id of this group"),
    Member("name", \.name, .text, .company(.name), "The group's name"),
  ])
}

/// An id assigned by Olark.
public typealias OlarkID = EntityID
