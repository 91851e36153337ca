public import JSONText

/// What Segment's Protocols are to know of a call.
public struct SegmentProtocols: Sendable, Hashable {
  /// The version of the tracking plan's entry that the call follows, a whole number; the oldest where it is missing.
  public var eventVersion: JSONNumber?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(eventVersion: JSONNumber? = nil, unknown: JSONObject = [:]) {
    self.eventVersion = eventVersion
    self.unknown = unknown
  }
}

extension SegmentProtocols: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case eventVersion = "event_version"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    eventVersion = try container.decodeIfPresent(JSONNumber.self, forKey: .eventVersion)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(eventVersion, forKey: .eventVersion)
  }
}
