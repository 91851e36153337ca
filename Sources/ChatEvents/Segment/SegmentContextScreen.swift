public import JSONText

/// A device's screen.
public struct SegmentContextScreen: Sendable, Hashable {
  /// How many pixels there are to a point.
  public var density: JSONNumber?

  /// How high it is, in points.
  public var height: JSONNumber?

  /// How wide it is, in points.
  public var width: JSONNumber?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    density: JSONNumber? = nil, height: JSONNumber? = nil, width: JSONNumber? = nil, unknown: JSONObject = [:]
  ) {
    self.density = density
    self.height = height
    self.width = width
    self.unknown = unknown
  }
}

extension SegmentContextScreen: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case density
    case height
    case width
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    density = try container.decodeIfPresent(JSONNumber.self, forKey: .density)
    height = try container.decodeIfPresent(JSONNumber.self, forKey: .height)
    width = try container.decodeIfPresent(JSONNumber.self, forKey: .width)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(density, forKey: .density)
    try container.encodeIfPresent(height, forKey: .height)
    try container.encodeIfPresent(width, forKey: .width)
  }
}
