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
    Field("age",         .number,                       .keep,   "The person's age, in years"),
    Field("avatar",      .text,                         .drop,   "The address of a picture of the person"),
    Field("birthday",    .text,                         .drop,   "The person's birthday, in ISO 8601"),
    Field("company",     .object(SegmentCompany.model), .inside, "The company that the person speaks for"),
    Field("createdAt",   .text,                         .keep,   "When the person's account was made, in ISO 8601"),
    Field("description", .text,                         .scan,   "What the person is like"),
    Field("email",       .text,                         .drop,   "The person's e-mail address"),
    Field("firstName",   .text,                         .drop,   "The person's first name"),
    Field("gender",      .text,                         .keep,   "The person's gender"),
    Field("id",          .text,                         .drop,   "The sender's id of the person"),
    Field("lastName",    .text,                         .drop,   "The person's last name"),
    Field("name",        .text,                         .drop,   "The person's whole name"),
    Field("phone",       .text,                         .drop,   "The person's phone number, in any form"),
    Field("title",       .text,                         .scan,   "What the person is at their company"),
    Field("username",    .text,                         .drop,   "The person's user name"),
    Field("website",     .text,                         .scan,   "The address of the person's site"),
  ])
}

// swift-format-ignore
extension SegmentGroupTraits {
  /// What is known of a group.
  public static let model = Model("segment-group-traits", "What is known of a group", source: origin, [
    Field("address",     .object(SegmentAddress.model), .inside, "Where the group is"),
    Field("avatar",      .text,                         .keep,   "The address of the group's picture"),
    Field("createdAt",   .text,                         .keep,   "When the group's account was made, in ISO 8601"),
    Field("description", .text,                         .scan,   "What the group is like"),
    Field("email",       .text,                         .scan,   "The group's e-mail address"),
    Field("employees",   .textOrNumber,                 .keep,   "How many people work there"),
    Field("id",          .text,                         .keep,   "The sender's id of the group"),
    Field("industry",    .text,                         .keep,   "The industry that the group is part of"),
    Field("name",        .text,                         .keep,   "The group's name"),
    Field("phone",       .text,                         .scan,   "The group's phone number, in any form"),
    Field("website",     .text,                         .scan,   "The address of the group's site"),
    Field("plan",        .text,                         .keep,   "The plan that the group is on"),
  ])
}

// swift-format-ignore
extension SegmentAddress {
  /// What an address holds.
  public static let model = Model("segment-address", "Where a person or a group is", source: origin, [
    Field("city",       .text, .keep, "The city"),
    Field("country",    .text, .keep, "The country"),
    Field("postalCode", .text, .drop, "The postal code"),
    Field("state",      .text, .keep, "The state, region or province"),
    Field("street",     .text, .drop, "The street and number"),
  ])
}

// swift-format-ignore
extension SegmentCompany {
  /// What a company holds.
  public static let model = Model("segment-company", "The company that a person speaks for", source: origin, [
    Field("name",           .text,   .keep, "The company's name"),
    Field("id",             .id,     .keep, "The sender's id of the company"),
    Field("industry",       .text,   .keep, "The industry that it is part of"),
    Field("employee_count", .number, .keep, "How many people work there"),
    Field("plan",           .text,   .keep, "The plan that it is on"),
  ])
}
