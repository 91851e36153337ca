// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

// The members are in the order of the sample payloads of RudderStack's Olark source.

/// The members that every event has.
public struct RudderStackCommon: CommonMembers, Hashable, Sendable {
  public var userId: String?
  public var anonymousId: String?
  public var context: RudderStackContext?
  public var rudderId: String?
  public var messageId: String?
  public var integrations: JSONObject?
  /// If absent, the receiver uses the current time.
  public var timestamp: String?
  public var originalTimestamp: String?
  public var channel: String?
  public var sentAt: String?
  /// RudderStack's gateway adds it, as it does ``requestIP``.
  public var receivedAt: String?
  public var requestIP: String?

  public init() {}

  static let leading: [Member<Self>] = [
    Member("userId",      \.userId,      .text,                             .identity, "The sender's id for a known person"),
    Member("anonymousId", \.anonymousId, .text,                             .identity, "The sender's id for an anonymous person"),
    Member("context",     \.context,     .object(RudderStackContext.model), .inside,   "The context in which it happened"),
    Member("rudderId",    \.rudderId,    .text,                             .remade,   "RudderStack's id of the person, made from `userId` and `anonymousId`"),
    Member("messageId",   \.messageId,   .text,                             .none,     "The id of the event, by which receivers drop duplicates"),
  ]

  static let trailing: [Member<Self>] = [
    Member("integrations",      \.integrations,      .free,     .none, "Which destinations receive the event"),
    Member("timestamp",         \.timestamp,         .dateTime, .none, "When it happened, in ISO 8601"),
    Member("originalTimestamp", \.originalTimestamp, .dateTime, .none, "When it happened according to the sender, in ISO 8601"),
    Member("channel",           \.channel,           .text,     .none, "Where it comes from: `server`, `web`, `mobile` or `sources`"),
    Member("sentAt",            \.sentAt,            .dateTime, .none, "When it was sent, by the sender's clock, in ISO 8601"),
    Member("receivedAt",        \.receivedAt,        .dateTime, .none, "When RudderStack received it, in ISO 8601; written by RudderStack"),
    Member("request_ip",        \.requestIP,         .text,     .ip,   "The IP address that the request came from; written by RudderStack"),
  ]
}

extension RudderStackCommon {
  /// Where the tables come from.
  static let source = """
    RudderStack, “Olark Source”, “Event Specification” and “Common Fields”. Read in November 2026.
    """
}

/// A `track` call: an action of a person.
///
/// Source: RudderStack, "Event Specification: Track" and "Olark Source". Read in November 2026.
public struct RudderStackTrack: CallRecord {
  public var type = "track"
  public var event: String?
  /// The Olark source puts `organization` and `chat_feedback` here.
  public var traits: JSONObject?
  public var common = RudderStackCommon()
  /// The Olark source puts `items` and `tags` here.
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("rudderstack-track", "An action of a person", source: RudderStackCommon.source, own: [
    Member(required: "type", \.type,   .constant("track"),                 .none,   "`track`"),
    Member("event",          \.event,  .text,                              .none,   "The name of the action"),
    Member("traits",         \.traits, .open(RudderStackEvent.chatTraits), .person, "Traits of the person"),
  ], common: \.common, content: [
    Member("properties", \.properties, .open(RudderStackEvent.chatProperties), .inside, "Properties of the event"),
  ])
}

/// A `group` call: a person belongs to a group.
///
/// Source: RudderStack, "Event Specification: Group" and "Olark Source". Read in November 2026.
public struct RudderStackGroup: CallRecord {
  public var type = "group"
  public var groupId: String?
  /// The Olark source puts it here and not among the traits.
  public var name: String?
  /// The Olark source puts `kind` and `operators` here.
  public var traits: JSONObject?
  public var common = RudderStackCommon()
  /// The Olark source puts `kind` here.
  public var properties: JSONObject?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = call("rudderstack-group", "A person's group", source: RudderStackCommon.source, own: [
    Member(required: "type", \.type,    .constant("group"),                  .none,           "`group`"),
    Member("groupId",        \.groupId, .text,                               .none,           "The group's id"),
    Member("name",           \.name,    .text,                               .company(.name), "The group's name"),
    Member("traits",         \.traits,  .open(RudderStackEvent.groupTraits), .inside,         "Traits of the group"),
  ], common: \.common, content: [
    Member("properties", \.properties, .open(RudderStackEvent.chatProperties), .inside, "Properties of the event"),
  ])
}

/// The context of an event.
///
/// Source: RudderStack, "Common Fields: contextual fields", and what its Olark source sends. Read in November 2026.
public struct RudderStackContext: Record {
  public var os: RudderStackSoftware?
  public var page: RudderStackPage?
  public var traits: JSONObject?
  /// The Olark source splits it into name and version.
  public var browser: RudderStackSoftware?
  public var library: RudderStackSoftware?
  public var integration: RudderStackSoftware?
  public var ip: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("rudderstack-context", "The context of an event", source: RudderStackCommon.source, [
    Member("os",          \.os,          .object(RudderStackSoftware.model), .inside, "The person's operating system"),
    Member("page",        \.page,        .object(RudderStackPage.model),     .inside, "The page on which it happened"),
    Member("traits",      \.traits,      .open(RudderStackEvent.person),     .person, "Traits of the person"),
    Member("browser",     \.browser,     .object(RudderStackSoftware.model), .inside, "The person's browser"),
    Member("library",     \.library,     .object(RudderStackSoftware.model), .inside, "The library that made the event"),
    Member("integration", \.integration, .object(RudderStackSoftware.model), .inside, "The source of the event"),
    Member("ip",          \.ip,          .text,                              .ip,     "The person's IP address"),
  ])
}

/// A piece of software: an operating system, a browser, a library, an integration. RudderStack adopted it from Segment.
public typealias RudderStackSoftware = SegmentSoftware

/// The page on which something happened. RudderStack adopted it from Segment.
public typealias RudderStackPage = SegmentContextPage
