public import JSONText

/// An app.
public struct SegmentApp: Sendable, Hashable {
  /// What it is called.
  public var name: String?

  /// Which version it is.
  public var version: String?

  /// Which build of that version it is.
  public var build: String?

  /// Its identifier in the store, such as `com.example.app`.
  public var namespace: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    name: String? = nil, version: String? = nil, build: String? = nil, namespace: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.name = name
    self.version = version
    self.build = build
    self.namespace = namespace
    self.unknown = unknown
  }
}

extension SegmentApp: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case version
    case build
    case namespace
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    version = try container.decodeIfPresent(String.self, forKey: .version)
    build = try container.decodeIfPresent(String.self, forKey: .build)
    namespace = try container.decodeIfPresent(String.self, forKey: .namespace)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(version, forKey: .version)
    try container.encodeIfPresent(build, forKey: .build)
    try container.encodeIfPresent(namespace, forKey: .namespace)
  }
}
