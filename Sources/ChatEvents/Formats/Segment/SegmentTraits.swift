// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// Traits of a person: those that Segment defines; all others are in ``unknown``.
///
/// Senders also write these in snake case, or in other cases; other spellings are in ``unknown`` too.
///
/// Source: Segment, "Spec: Identify: Traits". Read in November 2026.
public struct SegmentTraits: Record {
  public var address: SegmentAddress?
  public var age: JSONNumber?
  public var avatar: String?
  public var birthday: String?
  public var company: SegmentCompany?
  public var createdAt: String?
  public var description: String?
  public var email: String?
  public var firstName: String?
  public var gender: String?
  public var id: String?
  public var lastName: String?
  public var name: String?
  public var phone: String?
  public var title: String?
  public var username: String?
  public var website: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-traits", "Traits of a person", source: source, [
    Member("address",     \.address,     .object(SegmentAddress.model), .postalAddress, "The person's postal address"),
    Member("age",         \.age,         .number,                       .none,          "The person's age, in years"),
    Member("avatar",      \.avatar,      .text,                         .identity,      "The address of a picture of the person"),
    Member("birthday",    \.birthday,    .text,                         .birth,         "The person's birthday, in ISO 8601"),
    Member("company",     \.company,     .object(SegmentCompany.model), .inside,        "The company that the person represents"),
    Member("createdAt",   \.createdAt,   .text,                         .none,          "When the person's account was created, in ISO 8601"),
    Member("description", \.description, .text,                         .freeText,      "A description of the person"),
    Member("email",       \.email,       .text,                         .email,         "The person's e-mail address"),
    Member("firstName",   \.firstName,   .text,                         .name,          "The person's first name"),
    Member("gender",      \.gender,      .text,                         .none,          "The person's gender"),
    Member("id",          \.id,          .text,                         .identity,      "The sender's id of the person"),
    Member("lastName",    \.lastName,    .text,                         .name,          "The person's last name"),
    Member("name",        \.name,        .text,                         .name,          "The person's full name"),
    Member("phone",       \.phone,       .text,                         .phone,         "The person's phone number, in any form"),
    Member("title",       \.title,       .text,                         .freeText,      "The person's job title"),
    Member("username",    \.username,    .text,                         .identity,      "The person's user name"),
    Member("website",     \.website,     .text,                         .link,          "The address of the person's website"),
  ])
}

extension SegmentTraits {
  /// Where the tables of traits come from: those that Segment has reserved, in the order of its pages.
  static let source = """
    Segment, “Spec: Identify: Traits” and “Spec: Group: Traits”. Read in November 2026.
    """
}

/// The company that a person represents. Segment documents ``id`` as a string or a number: both are read.
public struct SegmentCompany: Record {
  public var name: String?
  public var id: TextOrNumber?
  public var industry: String?
  public var employeeCount: JSONNumber?
  public var plan: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-company", "The company that a person represents", source: SegmentTraits.source, [
    Member("name",           \.name,          .text,         .company(.name), "The company's name"),
    Member("id",             \.id,            .textOrNumber, .none,           "The sender's id of the company"),
    Member("industry",       \.industry,      .text,         .none,           "The industry that it is part of"),
    Member("employee_count", \.employeeCount, .number,       .none,           "The number of employees"),
    Member("plan",           \.plan,          .text,         .none,           "The plan that it is on"),
  ])
}

/// Traits of a group: those that Segment defines; all others are in ``unknown``.
///
/// Segment documents ``employees`` as a string, but its examples send a number: both are read.
///
/// Source: Segment, "Spec: Group: Traits". Read in November 2026.
public struct SegmentGroupTraits: Record {
  public var address: SegmentAddress?
  public var avatar: String?
  public var createdAt: String?
  public var description: String?
  public var email: String?
  public var employees: TextOrNumber?
  public var id: String?
  public var industry: String?
  public var name: String?
  public var phone: String?
  public var website: String?
  public var plan: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-group-traits", "Traits of a group", source: SegmentTraits.source, [
    Member("address",     \.address,     .object(SegmentAddress.model), .inside,             "The group's postal address"),
    Member("avatar",      \.avatar,      .text,                         .none,               "The address of the group's picture"),
    Member("createdAt",   \.createdAt,   .text,                         .none,               "When the group's account was created, in ISO 8601"),
    Member("description", \.description, .text,                         .company(.freeText), "A description of the group"),
    Member("email",       \.email,       .text,                         .company(.email),    "The group's e-mail address"),
    Member("employees",   \.employees,   .textOrNumber,                 .none,               "The number of employees"),
    Member("id",          \.id,          .text,                         .none,               "The sender's id of the group"),
    Member("industry",    \.industry,    .text,                         .none,               "The industry that the group is part of"),
    Member("name",        \.name,        .text,                         .company(.name),     "The group's name"),
    Member("phone",       \.phone,       .text,                         .company(.phone),    "The group's phone number, in any form"),
    Member("website",     \.website,     .text,                         .company(.link),     "The address of the group's website"),
    Member("plan",        \.plan,        .text,                         .none,               "The plan that the group is on"),
  ])
}

/// The postal address of a person or a group.
public struct SegmentAddress: Record {
  public var city: String?
  public var country: String?
  public var postalCode: String?
  public var state: String?
  public var street: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-address", "The postal address of a person or a group", source: SegmentTraits.source, [
    Member("city",       \.city,       .text, .location,      "The city"),
    Member("country",    \.country,    .text, .location,      "The country"),
    Member("postalCode", \.postalCode, .text, .postalAddress, "The postal code"),
    Member("state",      \.state,      .text, .location,      "The state, region or province"),
    Member("street",     \.street,     .text, .postalAddress, "The street and number"),
  ])
}
