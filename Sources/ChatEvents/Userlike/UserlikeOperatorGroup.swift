public import JSONText

/// A group of operators.
public struct UserlikeOperatorGroup: Sendable, Hashable {
  /// Userlike's id of this group.
  public var id: EntityID?

  /// The group's name.
  public var name: String?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(id: EntityID? = nil, name: String? = nil, unknown: JSONObject = [:]) {
    self.id = id
    self.name = name
    self.unknown = unknown
  }
}

extension UserlikeOperatorGroup: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case name
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(name, forKey: .name)
  }
}
