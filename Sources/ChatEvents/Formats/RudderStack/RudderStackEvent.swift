// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A call to RudderStack, by its `type`.
public enum RudderStackEvent: RecordUnion {
  /// An action of a person.
  case track(RudderStackTrack)

  /// A person's group.
  case group(RudderStackGroup)

  /// A call of a type for which there is no model, verbatim.
  case other(JSONObject)

  public static let table = UnionTable<Self>("rudderstack-event", "An event for RudderStack", source: RudderStackCommon.source, by:
    Field("type", .oneOf(["identify", "track", "page", "screen", "group", "alias"]), .none, "The type of the call; members are defined for `track` and `group`, which chats are converted to"),
    [.init("track", Self.track), .init("group", Self.group)])

  public var record: any Encodable {
    switch self {
    case .track(let track): track
    case .group(let group): group
    case .other(let members): members
    }
  }
}

extension RudderStackEvent {
  /// What a batch holds.
  static let batch = Model("rudderstack-batch", "Several events in one request", source: RudderStackCommon.source, required: ["batch"], [
    Field("batch",        .list(RudderStackEvent.model),     .inside, "The events; at most 4 MB"),
    Field("context",      .object(RudderStackContext.model), .inside, "The context of all events that have none"),
    Field("integrations", .free,                             .none,   "Which destinations receive them, unless an event sets its own"),
    Field("sentAt",       .dateTime,                         .none,   "When they were sent, by the sender's clock, in ISO 8601"),
  ])
}

// What free objects hold in the events of a chat: for redaction, which must know a name from a city.
extension RudderStackEvent {
  /// What a conversation's event says in `traits`.
  static let chatTraits = Model("rudderstack-chat-traits", "Properties of a chat's visitor and their feedback", source: RudderStackCommon.source, [
    Field("organization",  .text,                            .freeText, "The organization that the IP address belongs to"),
    Field("chat_feedback", .object(OlarkChatFeedback.model), .inside,   "The visitor's feedback after the chat"),
    Field("countryCode",   .text,                            .location, "The country's two letters"),
    Field("kind",          .text,                            .none,     "`Visitor`"),
  ])

  /// What it says in `properties`.
  static let chatProperties = Model("rudderstack-chat-properties", "A conversation", source: RudderStackCommon.source, [
    Field("tags",            .texts,                         .freeText, "The tags that operators gave it"),
    Field("items",           .list(OlarkItem.model),         .inside,   "The messages"),
    Field("ip",              .text,                          .ip,       "The visitor's IP address"),
    Field("conversation_id", .id,                            .derived,  "The conversation's id"),
    Field("operators",       .map(OlarkOperator.model),      .inside,   "The operators who took part"),
    Field("olark",           .object(OlarkTranscript.model), .inside,   "The rest of the transcript"),
  ])

  /// What a group's event says in `traits`.
  static let groupTraits = Model("rudderstack-group-traits", "Traits of a group of operators", source: RudderStackCommon.source, [
    Field("kind",      .text,                     .none,           "`Group`"),
    Field("name",      .text,                     .company(.name), "The group's name"),
    Field("operators", .map(OlarkOperator.model), .inside,         "The operators who took part"),
  ])

  /// What an event says of the person in `context.traits`.
  static let person = Model("rudderstack-person", "Traits of the person", source: RudderStackCommon.source, [
    Field("city",    .text, .location, "The city that the IP address points to"),
    Field("region",  .text, .location, "The region that the IP address points to"),
    Field("country", .text, .location, "The country that the IP address points to"),
  ] + SegmentTraits.model.fields)
}
