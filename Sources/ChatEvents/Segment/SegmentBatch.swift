public import JSONText

/// Several calls in one request.
///
/// ``context`` and ``integrations`` hold for each call, whose own members win.
///
/// Source: Segment, "HTTP API: Batch". Read in November 2026.
public struct SegmentBatch: Sendable, Hashable {
  /// The calls; at most 2,500, and 500 KB.
  public var batch: [SegmentEvent]

  /// Under which circumstances all of them happened.
  public var context: SegmentContext?

  /// To which destinations all of them go.
  public var integrations: JSONObject?

  /// The key of the source that they are for.
  public var writeKey: String?

  /// When the sender's clock says that they were sent, in ISO 8601.
  public var sentAt: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    batch: [SegmentEvent], context: SegmentContext? = nil, integrations: JSONObject? = nil,
    writeKey: String? = nil, sentAt: String? = nil, unknown: JSONObject = [:]
  ) {
    self.batch = batch
    self.context = context
    self.integrations = integrations
    self.writeKey = writeKey
    self.sentAt = sentAt
    self.unknown = unknown
  }
}

extension SegmentBatch: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case batch
    case context
    case integrations
    case writeKey
    case sentAt
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    batch = try container.decode([SegmentEvent].self, forKey: .batch)
    context = try container.decodeIfPresent(SegmentContext.self, forKey: .context)
    integrations = try container.decodeIfPresent(JSONObject.self, forKey: .integrations)
    writeKey = try container.decodeIfPresent(String.self, forKey: .writeKey)
    sentAt = try container.decodeIfPresent(String.self, forKey: .sentAt)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(batch, forKey: .batch)
    try container.encodeIfPresent(context, forKey: .context)
    try container.encodeIfPresent(integrations, forKey: .integrations)
    try container.encodeIfPresent(writeKey, forKey: .writeKey)
    try container.encodeIfPresent(sentAt, forKey: .sentAt)
  }
}
