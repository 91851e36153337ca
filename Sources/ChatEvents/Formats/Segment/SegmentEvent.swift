// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A call to Segment, by its `type`.
public enum SegmentEvent: RecordUnion {
  /// The identity of a person.
  case identify(SegmentIdentify)

  /// An action of a person.
  case track(SegmentTrack)

  /// A page that a person saw.
  case page(SegmentPage)

  /// A screen that a person saw.
  case screen(SegmentScreen)

  /// A person's group.
  case group(SegmentGroup)

  /// Two ids of one person.
  case alias(SegmentAlias)

  /// A call of a type for which there is no model, verbatim.
  case other(JSONObject)

  public static let table = UnionTable<Self>("segment-event", "A call to Segment", source: SegmentCommon.source, by:
    Field("type", .oneOf(["identify", "track", "page", "screen", "group", "alias"]), .none, "`identify`, `track`, `page`, `screen`, `group` or `alias`"),
    [
      .init("identify", Self.identify), .init("track", Self.track), .init("page", Self.page),
      .init("screen", Self.screen), .init("group", Self.group), .init("alias", Self.alias),
    ])

  public var record: any Encodable {
    switch self {
    case .identify(let call): call
    case .track(let call): call
    case .page(let call): call
    case .screen(let call): call
    case .group(let call): call
    case .alias(let call): call
    case .other(let members): members
    }
  }
}

/// Several calls in one request.
///
/// ``context`` and ``integrations`` apply to each call; a call's own members take precedence.
///
/// Source: Segment, "HTTP API: Batch". Read in November 2026.
public struct SegmentBatch: Record {
  public var batch: [SegmentEvent] = []
  public var context: SegmentContext?
  public var integrations: JSONObject?
  public var writeKey: String?
  public var sentAt: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-batch", "Several calls in one request", source: SegmentCommon.source, [
    Member(required: "batch", \.batch,        .list(SegmentEvent.model),     .inside, "The calls; at most 2,500, and 500 KB"),
    Member("context",         \.context,      .object(SegmentContext.model), .inside, "The context of all calls"),
    Member("integrations",    \.integrations, .free,                         .none,   "Which destinations receive all of them"),
    Member("writeKey",        \.writeKey,     .text,                         .secret, "The write key of the source"),
    Member("sentAt",          \.sentAt,       .dateTime,                     .none,   "When they were sent, by the sender's clock, in ISO 8601"),
  ])
}
