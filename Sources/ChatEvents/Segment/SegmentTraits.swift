public import JSONText

/// What is known of a person: the traits whose meaning Segment lays down; all others are in ``unknown``.
///
/// Senders also write these in snake case, or in other cases; what is not spelt as here is in ``unknown`` too.
///
/// Source: Segment, "Spec: Identify: Traits". Read in November 2026.
public struct SegmentTraits: Sendable, Hashable {
  /// Where the person lives.
  public var address: SegmentAddress?

  /// The person's age, in years.
  public var age: JSONNumber?

  /// The address of a picture of the person.
  public var avatar: String?

  /// The person's birthday, in ISO 8601.
  public var birthday: String?

  /// The company that the person speaks for.
  public var company: SegmentCompany?

  /// When the person's account was made, in ISO 8601.
  public var createdAt: String?

  /// What the person is like.
  public var description: String?

  /// The person's e-mail address.
  public var email: String?

  /// The person's first name.
  public var firstName: String?

  /// The person's gender.
  public var gender: String?

  /// The sender's id of the person.
  public var id: String?

  /// The person's last name.
  public var lastName: String?

  /// The person's whole name.
  public var name: String?

  /// The person's phone number, in any form.
  public var phone: String?

  /// What the person is at their company.
  public var title: String?

  /// The person's user name.
  public var username: String?

  /// The address of the person's site.
  public var website: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    address: SegmentAddress? = nil, age: JSONNumber? = nil, avatar: String? = nil, birthday: String? = nil,
    company: SegmentCompany? = nil, createdAt: String? = nil, description: String? = nil,
    email: String? = nil, firstName: String? = nil, gender: String? = nil, id: String? = nil,
    lastName: String? = nil, name: String? = nil, phone: String? = nil, title: String? = nil,
    username: String? = nil, website: String? = nil, unknown: JSONObject = [:]
  ) {
    self.address = address
    self.age = age
    self.avatar = avatar
    self.birthday = birthday
    self.company = company
    self.createdAt = createdAt
    self.description = description
    self.email = email
    self.firstName = firstName
    self.gender = gender
    self.id = id
    self.lastName = lastName
    self.name = name
    self.phone = phone
    self.title = title
    self.username = username
    self.website = website
    self.unknown = unknown
  }
}

extension SegmentTraits: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case address
    case age
    case avatar
    case birthday
    case company
    case createdAt
    case description
    case email
    case firstName
    case gender
    case id
    case lastName
    case name
    case phone
    case title
    case username
    case website
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    address = try container.decodeIfPresent(SegmentAddress.self, forKey: .address)
    age = try container.decodeIfPresent(JSONNumber.self, forKey: .age)
    avatar = try container.decodeIfPresent(String.self, forKey: .avatar)
    birthday = try container.decodeIfPresent(String.self, forKey: .birthday)
    company = try container.decodeIfPresent(SegmentCompany.self, forKey: .company)
    createdAt = try container.decodeIfPresent(String.self, forKey: .createdAt)
    description = try container.decodeIfPresent(String.self, forKey: .description)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    firstName = try container.decodeIfPresent(String.self, forKey: .firstName)
    gender = try container.decodeIfPresent(String.self, forKey: .gender)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    lastName = try container.decodeIfPresent(String.self, forKey: .lastName)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    phone = try container.decodeIfPresent(String.self, forKey: .phone)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    username = try container.decodeIfPresent(String.self, forKey: .username)
    website = try container.decodeIfPresent(String.self, forKey: .website)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(address, forKey: .address)
    try container.encodeIfPresent(age, forKey: .age)
    try container.encodeIfPresent(avatar, forKey: .avatar)
    try container.encodeIfPresent(birthday, forKey: .birthday)
    try container.encodeIfPresent(company, forKey: .company)
    try container.encodeIfPresent(createdAt, forKey: .createdAt)
    try container.encodeIfPresent(description, forKey: .description)
    try container.encodeIfPresent(email, forKey: .email)
    try container.encodeIfPresent(firstName, forKey: .firstName)
    try container.encodeIfPresent(gender, forKey: .gender)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(lastName, forKey: .lastName)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(phone, forKey: .phone)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(username, forKey: .username)
    try container.encodeIfPresent(website, forKey: .website)
  }
}
