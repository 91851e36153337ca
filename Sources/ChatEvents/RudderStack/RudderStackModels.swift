// The field tables of RudderStack's calls, in the order of the sample payloads of its Olark source.

/// Where the tables come from.
private let origin = """
  RudderStack, “Olark Source”, “Event Specification” and “Common Fields”. Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension RudderStackTrack {
  /// What a `track` call holds.
  public static let model = Model("rudderstack-track", "Something that a person did", source: origin, required: ["type"], needsOneOf: [["userId", "anonymousId"]], [
    Field("type",              .constant("track"), .none,   "`track`"),
    Field("event",             .text, .none,   "The name of what was done"),
    Field("traits",            .open(RudderStackEvent.chatTraits), .inside,   "What is known of the person"),
    Field("userId",            .text, .identity,   "The id under which the sender knows the person"),
    Field("anonymousId",       .text, .identity,   "The id of a person whom the sender does not know"),
    Field("context",           .object(RudderStackContext.model), .inside, "Under which circumstances it happened"),
    Field("rudderId",          .text, .remade,   "RudderStack's id of the person, made from `userId` and `anonymousId`"),
    Field("messageId",         .text, .none,   "The id of the event, by which receivers drop what comes twice"),
    Field("properties",        .open(RudderStackEvent.chatProperties), .inside,   "What is known of the event"),
    Field("integrations",      .free, .none,   "To which destinations the event goes"),
    Field("timestamp",         .dateTime, .none,   "When it happened, in ISO 8601"),
    Field("originalTimestamp", .dateTime, .none,   "When the sender says that it happened, in ISO 8601"),
  ])
}

// swift-format-ignore
extension RudderStackGroup {
  /// What a `group` call holds.
  public static let model = Model("rudderstack-group", "A person's group", source: origin, required: ["type"], needsOneOf: [["userId", "anonymousId"]], [
    Field("type",              .constant("group"), .none,   "`group`"),
    Field("groupId",           .text, .none,   "The group's id"),
    Field("name",              .text, .none,   "The group's name"),
    Field("traits",            .open(RudderStackEvent.groupTraits), .inside,   "What is known of the group"),
    Field("userId",            .text, .identity,   "The id under which the sender knows the person"),
    Field("anonymousId",       .text, .identity,   "The id of a person whom the sender does not know"),
    Field("context",           .object(RudderStackContext.model), .inside, "Under which circumstances it happened"),
    Field("rudderId",          .text, .remade,   "RudderStack's id of the person, made from `userId` and `anonymousId`"),
    Field("messageId",         .text, .none,   "The id of the event, by which receivers drop what comes twice"),
    Field("integrations",      .free, .none,   "To which destinations the event goes"),
    Field("timestamp",         .dateTime, .none,   "When it happened, in ISO 8601"),
    Field("originalTimestamp", .dateTime, .none,   "When the sender says that it happened, in ISO 8601"),
  ])
}

// swift-format-ignore
extension RudderStackContext {
  /// What the circumstances of an event hold.
  public static let model = Model("rudderstack-context", "The circumstances of an event", source: origin, [
    Field("os",          .object(RudderStackSoftware.model), .inside, "The person's operating system"),
    Field("page",        .object(RudderStackPage.model),     .inside, "The page on which it happened"),
    Field("traits",      .open(RudderStackEvent.person),     .inside,   "What is known of the person"),
    Field("browser",     .object(RudderStackSoftware.model), .inside, "The person's browser"),
    Field("library",     .object(RudderStackSoftware.model), .inside, "The library that made the event"),
    Field("integration", .object(RudderStackSoftware.model), .inside, "The source that the event comes from"),
    Field("ip",          .text,                              .ip,   "The person's IP address"),
  ])
}

// swift-format-ignore
extension RudderStackEvent {
  /// The model of each event, by its `type`.
  public static let models: [(type: String, model: Model)] = [
    ("track", RudderStackTrack.model), ("group", RudderStackGroup.model),
  ]

  /// What an event of any type holds: the members of all of them.
  public static let model = Model("rudderstack-event", "An event for RudderStack", source: origin, by:
    Field("type", .oneOf(["identify", "track", "page", "screen", "group", "alias"]), .none, "Which call it is; the members of `track` and `group` are known, since a chat becomes those"),
    models)

  /// What a batch holds.
  static let batch = Model("rudderstack-batch", "Several events in one request", source: origin, required: ["batch"], [
    Field("batch",  .list(RudderStackEvent.model), .inside, "The events; at most 4 MB"),
    Field("sentAt", .dateTime,                     .none,   "When the sender's clock says that they were sent, in ISO 8601"),
  ])
}

// What free objects hold in the events of a chat: for redaction, which must know a name from a city.
// swift-format-ignore
extension RudderStackEvent {
  /// What a conversation's event says in `traits`.
  static let chatTraits = Model("rudderstack-chat-traits", "What is known of a chat's visitor and of their feedback", source: origin, [
    Field("organization",  .text, .freeText, "The organization that the IP address belongs to"),
    Field("chat_feedback", .object(OlarkChatFeedback.model), .inside, "What the visitor answered after the chat"),
    Field("countryCode",   .text, .location, "The country's two letters"),
    Field("kind",          .text, .none, "`Visitor`"),
  ])

  /// What it says in `properties`.
  static let chatProperties = Model("rudderstack-chat-properties", "A conversation", source: origin, [
    Field("tags",            .texts,                           .freeText,    "The tags that operators gave it"),
    Field("items",           .list(OlarkItem.model),           .inside,  "The messages"),
    Field("ip",              .text,                            .ip,    "The visitor's IP address"),
    Field("conversation_id", .id,                              .derived, "The conversation's id"),
    Field("operators",       .map(OlarkOperator.model),        .inside,  "The operators who took part"),
    Field("olark",           .object(OlarkTranscript.model),   .inside,  "The rest of the transcript"),
  ])

  /// What a group's event says in `traits`.
  static let groupTraits = Model("rudderstack-group-traits", "What is known of a group of operators", source: origin, [
    Field("kind",      .text,                     .none,   "`Group`"),
    Field("name",      .text,                     .none,   "The group's name"),
    Field("operators", .map(OlarkOperator.model), .inside, "The operators who took part"),
  ])

  /// What an event says of the person in `context.traits`.
  static let person = Model("rudderstack-person", "What is known of the person", source: origin, [
    Field("city",    .text, .location, "The city that the IP address points to"),
    Field("region",  .text, .location, "The region that the IP address points to"),
    Field("country", .text, .location, "The country that the IP address points to"),
  ] + SegmentTraits.model.fields)
}
