// The field tables of Segment's calls, one behind the other as its pages are.
//
// Source: Segment, "Spec: Common Fields", "Spec: Identify", "Track", "Page", "Screen", "Group" and "Alias", "HTTP API". Read
// in November 2026.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension SegmentIdentify {
  /// What an `identify` call holds.
  public static let model = Model("segment-identify", "Who a person is", call("identify", [], [
    Field("traits",     .object(SegmentTraits.model), .inside, "What is known of the person"),
  ]))
}

// swift-format-ignore
extension SegmentTrack {
  /// What a `track` call holds.
  public static let model = Model("segment-track", "Something that a person did", call("track", [
    Field("event",      .text, .keep, "The name of what was done"),
  ], [
    Field("properties", .free, .scan, "What is known of the event"),
  ]))
}

// swift-format-ignore
extension SegmentPage {
  /// What a `page` call holds.
  public static let model = Model("segment-page", "A page that a person saw", call("page", [
    Field("name",       .text, .scan, "What the page or screen is called"),
    Field("category",   .text, .scan, "The kind of page or screen that it is"),
  ], [
    Field("properties", .free, .scan, "What is known of the page"),
  ]))
}

// swift-format-ignore
extension SegmentScreen {
  /// What a `screen` call holds.
  public static let model = Model("segment-screen", "A screen that a person saw", call("screen", [
    Field("name",       .text, .scan, "What the page or screen is called"),
    Field("category",   .text, .scan, "The kind of page or screen that it is"),
  ], [
    Field("properties", .free, .scan, "What is known of the screen"),
  ]))
}

// swift-format-ignore
extension SegmentGroup {
  /// What a `group` call holds.
  public static let model = Model("segment-group", "A person's group", call("group", [
    Field("groupId",    .text, .keep, "The group's id"),
  ], [
    Field("traits",     .object(SegmentGroupTraits.model), .inside, "What is known of the group"),
  ]))
}

// swift-format-ignore
extension SegmentAlias {
  /// What an `alias` call holds.
  public static let model = Model("segment-alias", "Two ids of one person", call("alias", [
    Field("previousId", .text, .drop, "The id under which the person was known before"),
  ], []))
}

// swift-format-ignore
/// Returns the fields of a call: what it is, its own, those that every call has, what it says, and where it goes.
private func call(_ type: String, _ own: [Field], _ content: [Field]) -> [Field] {
  [
    Field("type",              .text, .keep, "`\(type)`"),
  ] + own + [
    Field("userId",            .text, .drop, "The id under which the sender knows the person"),
    Field("anonymousId",       .text, .drop, "The id of a person whom the sender does not know"),
    Field("messageId",         .text, .keep, "The id of the call, by which receivers drop what comes twice"),
    Field("timestamp",         .text, .keep, "When it happened, in ISO 8601"),
    Field("sentAt",            .text, .keep, "When the sender's clock says that it was sent, in ISO 8601"),
    Field("originalTimestamp", .text, .keep, "When the sender's clock says that it happened, in ISO 8601; written by Segment"),
    Field("receivedAt",        .text, .keep, "When Segment received it, in ISO 8601; written by Segment"),
    Field("version",           .textOrNumber, .keep, "The version of the interface; written by Segment, as a number or a string"),
    Field("channel",           .text, .keep, "Where it comes from: `server`, `browser` or `mobile`"),
    Field("context",           .object(SegmentContext.model), .inside, "Under which circumstances it happened"),
  ] + content + [
    Field("integrations",      .free, .keep, "To which destinations the call goes"),
  ]
}

// swift-format-ignore
extension SegmentEvent {
  /// The model of each call, by its `type`, in the order of Segment's pages.
  public static let models: [(type: String, model: Model)] = [
    ("identify", SegmentIdentify.model), ("track", SegmentTrack.model), ("page", SegmentPage.model),
    ("screen", SegmentScreen.model), ("group", SegmentGroup.model), ("alias", SegmentAlias.model),
  ]

  /// What a call of any type holds: the members of all of them.
  public static let model = Model("segment-event", "A call to Segment", anyOf: [kind] + models.map(\.model))

  private static let kind = Model("segment-call", "Which call it is", [
    Field("type", .text, .keep, "`identify`, `track`, `page`, `screen`, `group` or `alias`"),
  ])
}

// swift-format-ignore
extension SegmentBatch {
  /// What a batch holds.
  public static let model = Model("segment-batch", "Several calls in one request", [
    Field("batch",        .list(SegmentEvent.model),     .inside, "The calls; at most 2,500, and 500 KB"),
    Field("context",      .object(SegmentContext.model), .inside, "Under which circumstances all of them happened"),
    Field("integrations", .free,                         .keep,   "To which destinations all of them go"),
    Field("writeKey",     .text,                         .drop,   "The key of the source that they are for"),
    Field("sentAt",       .text,                         .keep,   "When the sender's clock says that they were sent, in ISO 8601"),
  ])
}
