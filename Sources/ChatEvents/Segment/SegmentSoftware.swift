public import JSONText

/// A piece of software: an operating system, a browser, a library, an integration.
public struct SegmentSoftware: Sendable, Hashable {
  /// What it is called.
  public var name: String?

  /// Which version it is.
  public var version: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(name: String? = nil, version: String? = nil, unknown: JSONObject = [:]) {
    self.name = name
    self.version = version
    self.unknown = unknown
  }
}

extension SegmentSoftware: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case version
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    version = try container.decodeIfPresent(String.self, forKey: .version)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(version, forKey: .version)
  }
}
