public import JSONText

/// An operator who took part in a chat.
public struct UserlikeOperator: Sendable, Hashable {
  /// The operator's e-mail address.
  public var email: String?

  /// The operator's first name.
  public var firstName: String?

  /// Userlike's id of this operator.
  public var id: EntityID?

  /// The operator's last name; may be empty.
  public var lastName: String?

  /// The name that visitors see.
  public var name: String?

  /// The group that the operator belongs to.
  public var operatorGroup: UserlikeOperatorGroup?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    email: String? = nil, firstName: String? = nil, id: EntityID? = nil, lastName: String? = nil,
    name: String? = nil, operatorGroup: UserlikeOperatorGroup? = nil, unknown: JSONObject = [:]
  ) {
    self.email = email
    self.firstName = firstName
    self.id = id
    self.lastName = lastName
    self.name = name
    self.operatorGroup = operatorGroup
    self.unknown = unknown
  }
}

extension UserlikeOperator: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case email
    case firstName = "first_name"
    case id
    case lastName = "last_name"
    case name
    case operatorGroup = "operator_group"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    firstName = try container.decodeIfPresent(String.self, forKey: .firstName)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    lastName = try container.decodeIfPresent(String.self, forKey: .lastName)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    operatorGroup = try container.decodeIfPresent(UserlikeOperatorGroup.self, forKey: .operatorGroup)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(email, forKey: .email)
    try container.encodeIfPresent(firstName, forKey: .firstName)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(lastName, forKey: .lastName)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(operatorGroup, forKey: .operatorGroup)
  }
}
