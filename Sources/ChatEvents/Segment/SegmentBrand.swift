public import JSONText

/// One of a browser's names.
public struct SegmentBrand: Sendable, Hashable {
  /// The name.
  public var brand: String?

  /// The version under that name.
  public var version: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(brand: String? = nil, version: String? = nil, unknown: JSONObject = [:]) {
    self.brand = brand
    self.version = version
    self.unknown = unknown
  }
}

extension SegmentBrand: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case brand
    case version
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    brand = try container.decodeIfPresent(String.self, forKey: .brand)
    version = try container.decodeIfPresent(String.self, forKey: .version)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(brand, forKey: .brand)
    try container.encodeIfPresent(version, forKey: .version)
  }
}
