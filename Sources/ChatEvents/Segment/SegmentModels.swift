// The field tables of Segment's calls, one behind the other as its pages are.

/// Where the tables come from.
private let origin = """
  Segment, “Spec: Common Fields”, “Spec: Identify”, “Track”, “Page”, “Screen”, “Group” and “Alias”, \
  “HTTP API”. Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension SegmentIdentify {
  /// What an `identify` call holds.
  public static let model = call("identify", "Who a person is", own: [], content: [
    Field("traits",     .object(SegmentTraits.model), .inside, "What is known of the person"),
  ])
}

// swift-format-ignore
extension SegmentTrack {
  /// What a `track` call holds.
  public static let model = call("track", "Something that a person did", required: "event", own: [
    Field("event",      .nonEmptyText, .none, "The name of what was done"),
  ], content: [
    Field("properties", .open(SegmentTrack.chatProperties), .inside, "What is known of the event"),
  ])
}

// swift-format-ignore
extension SegmentPage {
  /// What a `page` call holds.
  public static let model = call("page", "A page that a person saw", own: [
    Field("name",       .nonEmptyText, .freeText, "What the page or screen is called"),
    Field("category",   .nonEmptyText, .freeText, "The kind of page or screen that it is"),
  ], content: [
    Field("properties", .free, .freeText, "What is known of the page"),
  ])
}

// swift-format-ignore
extension SegmentScreen {
  /// What a `screen` call holds.
  public static let model = call("screen", "A screen that a person saw", own: [
    Field("name",       .nonEmptyText, .freeText, "What the page or screen is called"),
    Field("category",   .nonEmptyText, .freeText, "The kind of page or screen that it is"),
  ], content: [
    Field("properties", .free, .freeText, "What is known of the screen"),
  ])
}

// swift-format-ignore
extension SegmentGroup {
  /// What a `group` call holds.
  public static let model = call("group", "A person's group", required: "groupId", own: [
    Field("groupId",    .nonEmptyText, .none, "The group's id"),
  ], content: [
    Field("traits",     .object(SegmentGroupTraits.model), .inside, "What is known of the group"),
  ])
}

// swift-format-ignore
extension SegmentAlias {
  /// What an `alias` call holds.
  public static let model = call("alias", "Two ids of one person", required: "userId", own: [
    Field("previousId", .text, .identity, "The id under which the person was known before"),
  ], content: [])
}

// swift-format-ignore
/// Returns the model of a call: what it is, its own members, those that every call has, what it says, and where it goes.
private func call(
  _ type: String, _ summary: String, required: String..., own: [Field], content: [Field]) -> Model {
  Model("segment-\(type)", summary, source: origin, required: ["type"] + required, needsOneOf: [["userId", "anonymousId"]], [
    Field("type",              .constant(type), .none, "`\(type)`"),
  ] + own + [
    Field("userId",            .nonEmptyText, .identity, "The id under which the sender knows the person"),
    Field("anonymousId",       .nonEmptyText, .identity, "The id of a person whom the sender does not know"),
    Field("messageId",         .text,         .none, "The id of the call, by which receivers drop what comes twice"),
    Field("timestamp",         .dateTime,     .none, "When it happened, in ISO 8601"),
    Field("sentAt",            .dateTime,     .none, "When the sender's clock says that it was sent, in ISO 8601"),
    Field("originalTimestamp", .dateTime,     .none, "When the sender's clock says that it happened, in ISO 8601; written by Segment"),
    Field("receivedAt",        .dateTime,     .none, "When Segment received it, in ISO 8601; written by Segment"),
    Field("version",           .textOrNumber, .none, "The version of the interface; written by Segment, as a number or a string"),
    Field("channel",           .text,         .none, "Where it comes from: `server`, `browser` or `mobile`"),
    Field("context",           .object(SegmentContext.model), .inside, "Under which circumstances it happened"),
  ] + content + [
    Field("integrations",      .free, .none, "To which destinations the call goes"),
  ])
}

// swift-format-ignore
extension SegmentEvent {
  /// The model of each call, by its `type`, in the order of Segment's pages.
  public static let models: [(type: String, model: Model)] = [
    ("identify", SegmentIdentify.model), ("track", SegmentTrack.model), ("page", SegmentPage.model),
    ("screen", SegmentScreen.model), ("group", SegmentGroup.model), ("alias", SegmentAlias.model),
  ]

  /// What a call of any type holds: the members of all of them.
  public static let model = Model("segment-event", "A call to Segment", source: origin, by:
    Field("type", .oneOf(models.map(\.type)), .none, "`identify`, `track`, `page`, `screen`, `group` or `alias`"),
    models)
}

// swift-format-ignore
extension SegmentBatch {
  /// What a batch holds.
  public static let model = Model("segment-batch", "Several calls in one request", source: origin, required: ["batch"], [
    Field("batch",        .list(SegmentEvent.model),     .inside, "The calls; at most 2,500, and 500 KB"),
    Field("context",      .object(SegmentContext.model), .inside, "Under which circumstances all of them happened"),
    Field("integrations", .free,                         .none,   "To which destinations all of them go"),
    Field("writeKey",     .text,                         .secret,   "The key of the source that they are for"),
    Field("sentAt",       .dateTime,                     .none,   "When the sender's clock says that they were sent, in ISO 8601"),
  ])
}

// swift-format-ignore
extension SegmentTrack {
  /// What a live chat event says in `properties`: for redaction, which must know an operator's name from a visitor's.
  static let chatProperties = Model("segment-chat-properties", "A message or a moment of a live chat", source: origin, [
    Field("conversation_id", .id,   .derived, "The conversation's id"),
    Field("message_id",      .id,   .derived, "The message's id"),
    Field("message_body",    .text, .freeText,    "The text of the message"),
    Field("agent_id",        .id,   .agent(.identity),    "The operator's id"),
    Field("agent_name",      .text, .agent(.name),    "The operator's name"),
    Field("agent_username",  .text, .agent(.identity),    "The operator's login"),
  ])
}
