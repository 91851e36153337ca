public import JSONText

/// What led a person to a site or app.
public struct SegmentReferrer: Sendable, Hashable {
  /// The kind of referrer.
  public var type: String?

  /// What it is called.
  public var name: String?

  /// Its address.
  public var url: String?

  /// The link that was followed.
  public var link: String?

  /// An id that it gave the person.
  public var id: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    type: String? = nil, name: String? = nil, url: String? = nil, link: String? = nil, id: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.type = type
    self.name = name
    self.url = url
    self.link = link
    self.id = id
    self.unknown = unknown
  }
}

extension SegmentReferrer: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case type
    case name
    case url
    case link
    case id
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decodeIfPresent(String.self, forKey: .type)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    link = try container.decodeIfPresent(String.self, forKey: .link)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(type, forKey: .type)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encodeIfPresent(id, forKey: .id)
  }
}
