public import JSONText

/// What operators see beside a chat.
public struct UserlikeCustomData: Sendable, Hashable {
  /// What Segment's integration says of the visitor.
  public var segmentio: UserlikeSegmentData?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(segmentio: UserlikeSegmentData? = nil, unknown: JSONObject = [:]) {
    self.segmentio = segmentio
    self.unknown = unknown
  }
}

extension UserlikeCustomData: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case segmentio
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    segmentio = try container.decodeIfPresent(UserlikeSegmentData.self, forKey: .segmentio)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(segmentio, forKey: .segmentio)
  }
}
