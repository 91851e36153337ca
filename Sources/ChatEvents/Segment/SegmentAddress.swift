public import JSONText

/// Where a person or a group is.
public struct SegmentAddress: Sendable, Hashable {
  /// The city.
  public var city: String?

  /// The country.
  public var country: String?

  /// The postal code.
  public var postalCode: String?

  /// The state, region or province.
  public var state: String?

  /// The street and number.
  public var street: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    city: String? = nil, country: String? = nil, postalCode: String? = nil, state: String? = nil,
    street: String? = nil, unknown: JSONObject = [:]
  ) {
    self.city = city
    self.country = country
    self.postalCode = postalCode
    self.state = state
    self.street = street
    self.unknown = unknown
  }
}

extension SegmentAddress: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case city
    case country
    case postalCode
    case state
    case street
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    city = try container.decodeIfPresent(String.self, forKey: .city)
    country = try container.decodeIfPresent(String.self, forKey: .country)
    postalCode = try container.decodeIfPresent(String.self, forKey: .postalCode)
    state = try container.decodeIfPresent(String.self, forKey: .state)
    street = try container.decodeIfPresent(String.self, forKey: .street)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(city, forKey: .city)
    try container.encodeIfPresent(country, forKey: .country)
    try container.encodeIfPresent(postalCode, forKey: .postalCode)
    try container.encodeIfPresent(state, forKey: .state)
    try container.encodeIfPresent(street, forKey: .street)
  }
}
