public import JSONText

/// How a browser names itself, taken apart: the client hints of the User-Agent.
public struct SegmentUserAgentData: Sendable, Hashable {
  /// The browser's names, with their main versions.
  public var brands: [SegmentBrand]?

  /// Whether it wants pages for small screens.
  public var mobile: Bool?

  /// The operating system's name.
  public var platform: String?

  /// How many bits the processor's addresses have.
  public var bitness: String?

  /// The device's model.
  public var model: String?

  /// The operating system's version.
  public var platformVersion: String?

  /// The browser's whole version.
  public var uaFullVersion: String?

  /// The browser's names, with their whole versions.
  public var fullVersionList: [SegmentBrand]?

  /// Whether it is a 32-bit program on a 64-bit Windows.
  public var wow64: Bool?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    brands: [SegmentBrand]? = nil, mobile: Bool? = nil, platform: String? = nil, bitness: String? = nil,
    model: String? = nil, platformVersion: String? = nil, uaFullVersion: String? = nil,
    fullVersionList: [SegmentBrand]? = nil, wow64: Bool? = nil, unknown: JSONObject = [:]
  ) {
    self.brands = brands
    self.mobile = mobile
    self.platform = platform
    self.bitness = bitness
    self.model = model
    self.platformVersion = platformVersion
    self.uaFullVersion = uaFullVersion
    self.fullVersionList = fullVersionList
    self.wow64 = wow64
    self.unknown = unknown
  }
}

extension SegmentUserAgentData: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case brands
    case mobile
    case platform
    case bitness
    case model
    case platformVersion
    case uaFullVersion
    case fullVersionList
    case wow64
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    brands = try container.decodeIfPresent([SegmentBrand].self, forKey: .brands)
    mobile = try container.decodeIfPresent(Bool.self, forKey: .mobile)
    platform = try container.decodeIfPresent(String.self, forKey: .platform)
    bitness = try container.decodeIfPresent(String.self, forKey: .bitness)
    model = try container.decodeIfPresent(String.self, forKey: .model)
    platformVersion = try container.decodeIfPresent(String.self, forKey: .platformVersion)
    uaFullVersion = try container.decodeIfPresent(String.self, forKey: .uaFullVersion)
    fullVersionList = try container.decodeIfPresent([SegmentBrand].self, forKey: .fullVersionList)
    wow64 = try container.decodeIfPresent(Bool.self, forKey: .wow64)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(brands, forKey: .brands)
    try container.encodeIfPresent(mobile, forKey: .mobile)
    try container.encodeIfPresent(platform, forKey: .platform)
    try container.encodeIfPresent(bitness, forKey: .bitness)
    try container.encodeIfPresent(model, forKey: .model)
    try container.encodeIfPresent(platformVersion, forKey: .platformVersion)
    try container.encodeIfPresent(uaFullVersion, forKey: .uaFullVersion)
    try container.encodeIfPresent(fullVersionList, forKey: .fullVersionList)
    try container.encodeIfPresent(wow64, forKey: .wow64)
  }
}
