// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

// The calls are in the order of Segment's pages.

/// The members that every call has.
public struct SegmentCommon: CommonMembers, Hashable, Sendable {
  public var userId: String?
  public var anonymousId: String?
  public var messageId: String?
  /// Absent if the receiver is to date it.
  public var timestamp: String?
  /// Belongs to live calls, never to history.
  public var sentAt: String?
  public var originalTimestamp: String?
  public var receivedAt: String?
  public var version: TextOrNumber?
  public var channel: String?
  public var context: SegmentContext?
  /// `false` for none, `true` or options for one; `All` is for those that are not named.
  public var integrations: JSONObject?

  public init() {}

  static let leading: [Member<Self>] = [
    Member("userId",            \.userId,            .nonEmptyText,                 .identity, "The id under which the sender knows the person"),
    Member("anonymousId",       \.anonymousId,       .nonEmptyText,                 .identity, "The id of a person whom the sender does not know"),
    Member("messageId",         \.messageId,         .text,                         .none,     "The id of the call, by which receivers drop what comes twice"),
    Member("timestamp",         \.timestamp,         .dateTime,                     .none,     "When it happened, in ISO 8601"),
    Member("sentAt",            \.sentAt,            .dateTime,                     .none,     "When the sender's clock says that it was sent, in ISO 8601"),
    Member("originalTimestamp", \.originalTimestamp, .dateTime,                     .none,     "When the sender's clock says that it happened, in ISO 8601; written by Segment"),
    Member("receivedAt",        \.receivedAt,        .dateTime,                     .none,     "When Segment received it, in ISO 8601; written by Segment"),
    Member("version",           \.version,           .textOrNumber,                 .none,     "The version of the interface; written by Segment, as a number or a string"),
    Member("channel",           \.channel,           .text,                         .none,     "Where it comes from: `server`, `browser` or `mobile`"),
    Member("context",           \.context,           .object(SegmentContext.model), .inside,   "Under which circumstances it happened"),
  ]

  static let trailing: [Member<Self>] = [
    Member("integrations", \.integrations, .free, .none, "To which destinations the call goes"),
  ]
}

extension SegmentCommon {
  /// Where the tables of the calls come from.
  static let source = """
    Segment, “Spec: Common Fields”, “Spec: Identify”, “Track”, “Page”, “Screen”, “Group” and “Alias”, \
    “HTTP API”. Read in November 2026.
    """
}

/// An `identify` call: who a person is.
///
/// Source: Segment, "Spec: Identify" and "Spec: Common Fields". Read in November 2026.
public struct SegmentIdentify: CallRecord {
  public var type = "identify"
  public var common = SegmentCommon()
  public var traits: SegmentTraits?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-identify", "Who a person is", source: SegmentCommon.source, own: [
    Member(required: "type", \.type, .constant("identify"), .none, "`identify`"),
  ], common: \.common, content: [
    Member("traits", \.traits, .object(SegmentTraits.model), .person, "What is known of the person"),
  ])
}

/// A `track` call: something that a person did.
///
/// Source: Segment, "Spec: Track" and "Spec: Common Fields". Read in November 2026.
public struct SegmentTrack: CallRecord {
  public var type = "track"
  public var event: String?
  public var common = SegmentCommon()
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-track", "Something that a person did", source: SegmentCommon.source, needed: ["event"], own: [
    Member(required: "type", \.type,  .constant("track"), .none, "`track`"),
    Member("event",          \.event, .nonEmptyText,      .none, "The name of what was done"),
  ], common: \.common, content: [
    Member("properties", \.properties, .open(SegmentTrack.chatProperties), .inside, "What is known of the event"),
  ])
}

extension SegmentTrack {
  /// What a live chat event says in `properties`: for redaction, which must know an operator's name from a visitor's.
  static let chatProperties = Model("segment-chat-properties", "A message or a moment of a live chat", source: SegmentCommon.source, [
    Field("conversation_id", .id,   .derived,          "The conversation's id"),
    Field("message_id",      .id,   .derived,          "The message's id"),
    Field("message_body",    .text, .freeText,         "The text of the message"),
    Field("agent_id",        .id,   .agent(.identity), "The operator's id"),
    Field("agent_name",      .text, .agent(.name),     "The operator's name"),
    Field("agent_username",  .text, .agent(.identity), "The operator's login"),
  ])
}

/// A `page` call: a person saw a page.
///
/// Source: Segment, "Spec: Page" and "Spec: Common Fields". Read in November 2026.
public struct SegmentPage: CallRecord {
  public var type = "page"
  public var name: String?
  public var category: String?
  public var common = SegmentCommon()
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-page", "A page that a person saw", source: SegmentCommon.source, own: [
    Member(required: "type", \.type,     .constant("page"), .none,     "`page`"),
    Member("name",           \.name,     .nonEmptyText,     .freeText, "What the page or screen is called"),
    Member("category",       \.category, .nonEmptyText,     .freeText, "The kind of page or screen that it is"),
  ], common: \.common, content: [
    Member("properties", \.properties, .free, .freeText, "What is known of the page"),
  ])
}

/// A `screen` call: a person saw a screen.
///
/// Source: Segment, "Spec: Screen" and "Spec: Common Fields". Read in November 2026.
public struct SegmentScreen: CallRecord {
  public var type = "screen"
  public var name: String?
  public var category: String?
  public var common = SegmentCommon()
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-screen", "A screen that a person saw", source: SegmentCommon.source, own: [
    Member(required: "type", \.type,     .constant("screen"), .none,     "`screen`"),
    Member("name",           \.name,     .nonEmptyText,       .freeText, "What the page or screen is called"),
    Member("category",       \.category, .nonEmptyText,       .freeText, "The kind of page or screen that it is"),
  ], common: \.common, content: [
    Member("properties", \.properties, .free, .freeText, "What is known of the screen"),
  ])
}

/// A `group` call: a person belongs to a group.
///
/// Source: Segment, "Spec: Group" and "Spec: Common Fields". Read in November 2026.
public struct SegmentGroup: CallRecord {
  public var type = "group"
  public var groupId: String?
  public var common = SegmentCommon()
  public var traits: SegmentGroupTraits?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-group", "A person's group", source: SegmentCommon.source, needed: ["groupId"], own: [
    Member(required: "type", \.type,    .constant("group"), .none, "`group`"),
    Member("groupId",        \.groupId, .nonEmptyText,      .none, "The group's id"),
  ], common: \.common, content: [
    Member("traits", \.traits, .object(SegmentGroupTraits.model), .inside, "What is known of the group"),
  ])
}

/// An `alias` call: two ids are one person's.
///
/// What ``previousId`` has done, ``SegmentCommon/userId`` is said to have done.
///
/// Source: Segment, "Spec: Alias" and "Spec: Common Fields". Read in November 2026.
public struct SegmentAlias: CallRecord {
  public var type = "alias"
  public var previousId: String?
  public var common = SegmentCommon()
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-alias", "Two ids of one person", source: SegmentCommon.source, needed: ["userId"], own: [
    Member(required: "type", \.type,       .constant("alias"), .none,     "`alias`"),
    Member("previousId",     \.previousId, .text,              .identity, "The id under which the person was known before"),
  ], common: \.common)
}
