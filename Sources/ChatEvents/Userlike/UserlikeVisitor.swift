public import JSONText

/// The visitor, as a page knows them.
public struct UserlikeVisitor: Sendable, Hashable {
  /// The visitor's name.
  public var name: String?

  /// The visitor's e-mail address.
  public var email: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(name: String? = nil, email: String? = nil, unknown: JSONObject = [:]) {
    self.name = name
    self.email = email
    self.unknown = unknown
  }
}

extension UserlikeVisitor: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case email
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(email, forKey: .email)
  }
}
