public import JSONText

/// The company that a person speaks for.
public struct SegmentCompany: Sendable, Hashable {
  /// The company's name.
  public var name: String?

  /// The sender's id of the company.
  public var id: EntityID?

  /// The industry that it is part of.
  public var industry: String?

  /// How many people work there.
  public var employeeCount: JSONNumber?

  /// The plan that it is on.
  public var plan: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    name: String? = nil, id: EntityID? = nil, industry: String? = nil, employeeCount: JSONNumber? = nil,
    plan: String? = nil, unknown: JSONObject = [:]
  ) {
    self.name = name
    self.id = id
    self.industry = industry
    self.employeeCount = employeeCount
    self.plan = plan
    self.unknown = unknown
  }
}

extension SegmentCompany: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case id
    case industry
    case employeeCount = "employee_count"
    case plan
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    industry = try container.decodeIfPresent(String.self, forKey: .industry)
    employeeCount = try container.decodeIfPresent(JSONNumber.self, forKey: .employeeCount)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(industry, forKey: .industry)
    try container.encodeIfPresent(employeeCount, forKey: .employeeCount)
    try container.encodeIfPresent(plan, forKey: .plan)
  }
}
