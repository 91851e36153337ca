// The field tables of RudderStack's calls, in the order of the sample payloads of its Olark source.
//
// Source: RudderStack, "Olark Source", "Event Specification" and "Common Fields". Read in November 2026.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension RudderStackTrack {
  /// What a `track` call holds.
  public static let model = Model("rudderstack-track", "Something that a person did", [
    Field("type",              .text, .keep,   "`track`"),
    Field("event",             .text, .keep,   "The name of what was done"),
    Field("traits",            .free, .scan,   "What is known of the person"),
    Field("userId",            .text, .drop,   "The id under which the sender knows the person"),
    Field("anonymousId",       .text, .drop,   "The id of a person whom the sender does not know"),
    Field("context",           .object(RudderStackContext.model), .inside, "Under which circumstances it happened"),
    Field("rudderId",          .text, .drop,   "RudderStack's id of the person, made from `userId` and `anonymousId`"),
    Field("messageId",         .text, .keep,   "The id of the event, by which receivers drop what comes twice"),
    Field("properties",        .free, .scan,   "What is known of the event"),
    Field("integrations",      .free, .keep,   "To which destinations the event goes"),
    Field("timestamp",         .text, .keep,   "When it happened, in ISO 8601"),
    Field("originalTimestamp", .text, .keep,   "When the sender says that it happened, in ISO 8601"),
  ])
}

// swift-format-ignore
extension RudderStackGroup {
  /// What a `group` call holds.
  public static let model = Model("rudderstack-group", "A person's group", [
    Field("type",              .text, .keep,   "`group`"),
    Field("groupId",           .text, .keep,   "The group's id"),
    Field("name",              .text, .keep,   "The group's name"),
    Field("traits",            .free, .scan,   "What is known of the group"),
    Field("userId",            .text, .drop,   "The id under which the sender knows the person"),
    Field("anonymousId",       .text, .drop,   "The id of a person whom the sender does not know"),
    Field("context",           .object(RudderStackContext.model), .inside, "Under which circumstances it happened"),
    Field("rudderId",          .text, .drop,   "RudderStack's id of the person, made from `userId` and `anonymousId`"),
    Field("messageId",         .text, .keep,   "The id of the event, by which receivers drop what comes twice"),
    Field("integrations",      .free, .keep,   "To which destinations the event goes"),
    Field("timestamp",         .text, .keep,   "When it happened, in ISO 8601"),
    Field("originalTimestamp", .text, .keep,   "When the sender says that it happened, in ISO 8601"),
  ])
}

// swift-format-ignore
extension RudderStackContext {
  /// What the circumstances of an event hold.
  public static let model = Model("rudderstack-context", "The circumstances of an event", [
    Field("os",          .object(RudderStackSoftware.model), .inside, "The person's operating system"),
    Field("page",        .object(RudderStackPage.model),     .inside, "The page on which it happened"),
    Field("traits",      .free,                              .drop,   "What is known of the person"),
    Field("browser",     .object(RudderStackSoftware.model), .inside, "The person's browser"),
    Field("library",     .object(RudderStackSoftware.model), .inside, "The library that made the event"),
    Field("integration", .object(RudderStackSoftware.model), .inside, "The source that the event comes from"),
    Field("ip",          .text,                              .drop,   "The person's IP address"),
  ])
}
