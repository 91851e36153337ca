// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

// The calls are in the order of Segment's pages.

/// The members that every call has.
public struct SegmentCommon: CommonMembers, Hashable, Sendable {
  public var userId: String?
  public var anonymousId: String?
  public var messageId: String?
  /// If absent, the receiver uses the current time.
  public var timestamp: String?
  /// For live calls, never for historical ones.
  public var sentAt: String?
  public var originalTimestamp: String?
  public var receivedAt: String?
  public var version: TextOrNumber?
  public var channel: String?
  public var context: SegmentContext?
  /// `false` disables a destination, `true` or an object of options enables it; `All` applies to those that are not named.
  public var integrations: JSONObject?

  public init() {}

  static let leading: [Member<Self>] = [
    Member("userId",            \.userId,            .nonEmptyText,                 .identity, "The sender's id for a known person"),
    Member("anonymousId",       \.anonymousId,       .nonEmptyText,                 .identity, "The sender's id for an anonymous person"),
    Member("messageId",         \.messageId,         .text,                         .none,     "The id of the call, by which receivers drop duplicates"),
    Member("timestamp",         \.timestamp,         .dateTime,                     .none,     "When it happened, in ISO 8601"),
    Member("sentAt",            \.sentAt,            .dateTime,                     .none,     "When it was sent, by the sender's clock, in ISO 8601"),
    Member("originalTimestamp", \.originalTimestamp, .dateTime,                     .none,     "When it happened, by the sender's clock, in ISO 8601; written by Segment"),
    Member("receivedAt",        \.receivedAt,        .dateTime,                     .none,     "When Segment received it, in ISO 8601; written by Segment"),
    Member("version",           \.version,           .textOrNumber,                 .none,     "The version of the API; written by Segment, as a number or a string"),
    Member("channel",           \.channel,           .text,                         .none,     "Where it comes from: `server`, `browser` or `mobile`"),
    Member("context",           \.context,           .object(SegmentContext.model), .inside,   "The context in which it happened"),
  ]

  static let trailing: [Member<Self>] = [
    Member("integrations", \.integrations, .free, .none, "Which destinations receive the call"),
  ]
}

extension SegmentCommon {
  /// Where the tables of the calls come from.
  static let source = """
    Segment, “Spec: Common Fields”, “Spec: Identify”, “Track”, “Page”, “Screen”, “Group” and “Alias”, \
    “HTTP API”. Read in November 2026.
    """
}

/// An `identify` call: the identity of a person.
///
/// Source: Segment, "Spec: Identify" and "Spec: Common Fields". Read in November 2026.
public struct SegmentIdentify: CallRecord {
  public var type = "identify"
  public var common = SegmentCommon()
  public var traits: SegmentTraits?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-identify", "The identity of a person", source: SegmentCommon.source, own: [
    Member(required: "type", \.type, .constant("identify"), .none, "`identify`"),
  ], common: \.common, content: [
    Member("traits", \.traits, .object(SegmentTraits.model), .person, "Traits of the person"),
  ])
}

/// A `track` call: an action of a person.
///
/// Source: Segment, "Spec: Track" and "Spec: Common Fields". Read in November 2026.
public struct SegmentTrack: CallRecord {
  public var type = "track"
  public var event: String?
  public var common = SegmentCommon()
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("segment-track", "An action of a person", source: SegmentCommon.source, needed: ["event"], own: [
    Member(required: "type", \.type,  .constant("track"), .none, "`track`"),
    Member("event",          \.event, .nonEmptyText,      .none, "The name of the action"),
  ], common: \.common, content: [
    Member("properties", \.properties, .open(SegmentTrack.chatProperties), .inside, "Properties of the event"),
  ])
}

extension SegmentTrack {
  /// What a live chat event says in `properties`: for redaction, which must know an operator's name from a visitor's.
  static let chatProperties = Model("segment-chat-properties", "A message or another event of a live chat", source: SegmentCommon.source, [
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
    Member("name",           \.name,     .nonEmptyText,     .freeText, "The name of the page or screen"),
    Member("category",       \.category, .nonEmptyText,     .freeText, "The category of the page or screen"),
  ], common: \.common, content: [
    Member("properties", \.properties, .free, .freeText, "Properties of the page"),
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
    Member("name",           \.name,     .nonEmptyText,       .freeText, "The name of the page or screen"),
    Member("category",       \.category, .nonEmptyText,       .freeText, "The category of the page or screen"),
  ], common: \.common, content: [
    Member("properties", \.properties, .free, .freeText, "Properties of the screen"),
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
    Member("traits", \.traits, .object(SegmentGroupTraits.model), .inside, "Traits of the group"),
  ])
}

/// An `alias` call: two ids are one person's.
///
/// Actions of ``previousId`` are attributed to ``SegmentCommon/userId``.
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
    Member("previousId",     \.previousId, .text,              .identity, "The person's previous id"),
  ], common: \.common)
}
