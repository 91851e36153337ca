public import JSONText

/// A device.
public struct SegmentDevice: Sendable, Hashable {
  /// Its id.
  public var id: String?

  /// Its id for advertising.
  public var advertisingId: String?

  /// Who made it.
  public var manufacturer: String?

  /// Which model it is.
  public var model: String?

  /// What its owner calls it.
  public var name: String?

  /// The kind of device, such as `ios`.
  public var type: String?

  /// Which version it is.
  public var version: String?

  /// Whether its owner allows tracking for advertising.
  public var adTrackingEnabled: Bool?

  /// Its address for push messages.
  public var token: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    id: String? = nil, advertisingId: String? = nil, manufacturer: String? = nil, model: String? = nil,
    name: String? = nil, type: String? = nil, version: String? = nil, adTrackingEnabled: Bool? = nil,
    token: String? = nil, unknown: JSONObject = [:]
  ) {
    self.id = id
    self.advertisingId = advertisingId
    self.manufacturer = manufacturer
    self.model = model
    self.name = name
    self.type = type
    self.version = version
    self.adTrackingEnabled = adTrackingEnabled
    self.token = token
    self.unknown = unknown
  }
}

extension SegmentDevice: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case advertisingId
    case manufacturer
    case model
    case name
    case type
    case version
    case adTrackingEnabled
    case token
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    advertisingId = try container.decodeIfPresent(String.self, forKey: .advertisingId)
    manufacturer = try container.decodeIfPresent(String.self, forKey: .manufacturer)
    model = try container.decodeIfPresent(String.self, forKey: .model)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    type = try container.decodeIfPresent(String.self, forKey: .type)
    version = try container.decodeIfPresent(String.self, forKey: .version)
    adTrackingEnabled = try container.decodeIfPresent(Bool.self, forKey: .adTrackingEnabled)
    token = try container.decodeIfPresent(String.self, forKey: .token)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(advertisingId, forKey: .advertisingId)
    try container.encodeIfPresent(manufacturer, forKey: .manufacturer)
    try container.encodeIfPresent(model, forKey: .model)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(type, forKey: .type)
    try container.encodeIfPresent(version, forKey: .version)
    try container.encodeIfPresent(adTrackingEnabled, forKey: .adTrackingEnabled)
    try container.encodeIfPresent(token, forKey: .token)
  }
}
