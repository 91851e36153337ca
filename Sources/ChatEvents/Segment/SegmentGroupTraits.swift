public import JSONText

/// What is known of a group: the traits whose meaning Segment lays down; all others are in ``unknown``.
///
/// Segment's page calls ``employees`` a string, and its examples send a number: both are read.
///
/// Source: Segment, "Spec: Group: Traits". Read in November 2026.
public struct SegmentGroupTraits: Sendable, Hashable {
  /// Where the group is.
  public var address: SegmentAddress?

  /// The address of the group's picture.
  public var avatar: String?

  /// When the group's account was made, in ISO 8601.
  public var createdAt: String?

  /// What the group is like.
  public var description: String?

  /// The group's e-mail address.
  public var email: String?

  /// How many people work there.
  public var employees: TextOrNumber?

  /// The sender's id of the group.
  public var id: String?

  /// The industry that the group is part of.
  public var industry: String?

  /// The group's name.
  public var name: String?

  /// The group's phone number, in any form.
  public var phone: String?

  /// The address of the group's site.
  public var website: String?

  /// The plan that the group is on.
  public var plan: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    address: SegmentAddress? = nil, avatar: String? = nil, createdAt: String? = nil,
    description: String? = nil, email: String? = nil, employees: TextOrNumber? = nil, id: String? = nil,
    industry: String? = nil, name: String? = nil, phone: String? = nil, website: String? = nil,
    plan: String? = nil, unknown: JSONObject = [:]
  ) {
    self.address = address
    self.avatar = avatar
    self.createdAt = createdAt
    self.description = description
    self.email = email
    self.employees = employees
    self.id = id
    self.industry = industry
    self.name = name
    self.phone = phone
    self.website = website
    self.plan = plan
    self.unknown = unknown
  }
}

extension SegmentGroupTraits: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case address
    case avatar
    case createdAt
    case description
    case email
    case employees
    case id
    case industry
    case name
    case phone
    case website
    case plan
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    address = try container.decodeIfPresent(SegmentAddress.self, forKey: .address)
    avatar = try container.decodeIfPresent(String.self, forKey: .avatar)
    createdAt = try container.decodeIfPresent(String.self, forKey: .createdAt)
    description = try container.decodeIfPresent(String.self, forKey: .description)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    employees = try container.decodeIfPresent(TextOrNumber.self, forKey: .employees)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    industry = try container.decodeIfPresent(String.self, forKey: .industry)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    phone = try container.decodeIfPresent(String.self, forKey: .phone)
    website = try container.decodeIfPresent(String.self, forKey: .website)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(address, forKey: .address)
    try container.encodeIfPresent(avatar, forKey: .avatar)
    try container.encodeIfPresent(createdAt, forKey: .createdAt)
    try container.encodeIfPresent(description, forKey: .description)
    try container.encodeIfPresent(email, forKey: .email)
    try container.encodeIfPresent(employees, forKey: .employees)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(industry, forKey: .industry)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(phone, forKey: .phone)
    try container.encodeIfPresent(website, forKey: .website)
    try container.encodeIfPresent(plan, forKey: .plan)
  }
}
