// The field tables of traits: those that Segment has reserved, in the order of its pages.

/// Where the tables come from.
private let origin = """
  Segment, “Spec: Identify: Traits” and “Spec: Group: Traits”. Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension SegmentTraits {
  /// What is known of a person.
  public static let model = Model("segment-traits", "What is known of a person", source: origin, [
    Field("address",     .object(SegmentAddress.model), .inside, "Where the person lives"),
    Field("age",         .number,                       .none,   "The person's age, in years"),
    Field("avatar",      .text,                         .identity,   "The address of a picture of the person"),
    Field("birthday",    .text,                         .birth,   "The person's birthday, in ISO 8601"),
    Field("company",     .object(SegmentCompany.model), .inside, "The company that the person speaks for"),
    Field("createdAt",   .text,                         .none,   "When the person's account was made, in ISO 8601"),
    Field("description", .text,                         .freeText,   "What the person is like"),
    Field("email",       .text,                         .email,   "The person's e-mail address"),
    Field("firstName",   .text,                         .name,   "The person's first name"),
    Field("gender",      .text,                         .none,   "The person's gender"),
    Field("id",          .text,                         .identity,   "The sender's id of the person"),
    Field("lastName",    .text,                         .name,   "The person's last name"),
    Field("name",        .text,                         .name,   "The person's whole name"),
    Field("phone",       .text,                         .phone,   "The person's phone number, in any form"),
    Field("title",       .text,                         .freeText,   "What the person is at their company"),
    Field("username",    .text,                         .identity,   "The person's user name"),
    Field("website",     .text,                         .link,   "The address of the person's site"),
  ])
}

// swift-format-ignore
extension SegmentGroupTraits {
  /// What is known of a group.
  public static let model = Model("segment-group-traits", "What is known of a group", source: origin, [
    Field("address",     .object(SegmentAddress.model), .inside, "Where the group is"),
    Field("avatar",      .text,                         .none,   "The address of the group's picture"),
    Field("createdAt",   .text,                         .none,   "When the group's account was made, in ISO 8601"),
    Field("description", .text,                         .company(.freeText),   "What the group is like"),
    Field("email",       .text,                         .company(.email),   "The group's e-mail address"),
    Field("employees",   .textOrNumber,                 .none,   "How many people work there"),
    Field("id",          .text,                         .none,   "The sender's id of the group"),
    Field("industry",    .text,                         .none,   "The industry that the group is part of"),
    Field("name",        .text,                         .company(.name),   "The group's name"),
    Field("phone",       .text,                         .company(.phone),   "The group's phone number, in any form"),
    Field("website",     .text,                         .company(.link),   "The address of the group's site"),
    Field("plan",        .text,                         .none,   "The plan that the group is on"),
  ])
}

// swift-format-ignore
extension SegmentAddress {
  /// What an address holds.
  public static let model = Model("segment-address", "Where a person or a group is", source: origin, [
    Field("city",       .text, .location, "The city"),
    Field("country",    .text, .location, "The country"),
    Field("postalCode", .text, .postalAddress, "The postal code"),
    Field("state",      .text, .location, "The state, region or province"),
    Field("street",     .text, .postalAddress, "The street and number"),
  ])
}

// swift-format-ignore
extension SegmentCompany {
  /// What a company holds.
  public static let model = Model("segment-company", "The company that a person speaks for", source: origin, [
    Field("name",           .text,   .company(.name), "The company's name"),
    Field("id",             .id,     .none, "The sender's id of the company"),
    Field("industry",       .text,   .none, "The industry that it is part of"),
    Field("employee_count", .number, .none, "How many people work there"),
    Field("plan",           .text,   .none, "The plan that it is on"),
  ])
}
