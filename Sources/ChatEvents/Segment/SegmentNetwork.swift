public import JSONText

/// The network that a device is on.
public struct SegmentNetwork: Sendable, Hashable {
  /// Whether Bluetooth is on.
  public var bluetooth: Bool?

  /// The mobile carrier's name.
  public var carrier: String?

  /// Whether it is a mobile network.
  public var cellular: Bool?

  /// Whether it is a wireless one.
  public var wifi: Bool?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    bluetooth: Bool? = nil, carrier: String? = nil, cellular: Bool? = nil, wifi: Bool? = nil,
    unknown: JSONObject = [:]
  ) {
    self.bluetooth = bluetooth
    self.carrier = carrier
    self.cellular = cellular
    self.wifi = wifi
    self.unknown = unknown
  }
}

extension SegmentNetwork: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case bluetooth
    case carrier
    case cellular
    case wifi
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    bluetooth = try container.decodeIfPresent(Bool.self, forKey: .bluetooth)
    carrier = try container.decodeIfPresent(String.self, forKey: .carrier)
    cellular = try container.decodeIfPresent(Bool.self, forKey: .cellular)
    wifi = try container.decodeIfPresent(Bool.self, forKey: .wifi)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(bluetooth, forKey: .bluetooth)
    try container.encodeIfPresent(carrier, forKey: .carrier)
    try container.encodeIfPresent(cellular, forKey: .cellular)
    try container.encodeIfPresent(wifi, forKey: .wifi)
  }
}
