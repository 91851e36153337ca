public import JSONText

/// An operator group.
public struct OlarkGroup: Sendable, Hashable {
  /// `Group`.
  public var kind: String?

  /// Olark's id of this group.
  public var id: OlarkID?

  /// The group's name.
  public var name: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    kind: String? = nil, id: OlarkID? = nil, name: String? = nil, unknown: JSONObject = [:]
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.unknown = unknown
  }
}

extension OlarkGroup: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case id
    case name
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    id = try container.decodeIfPresent(OlarkID.self, forKey: .id)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(kind, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(name, forKey: .name)
  }
}
