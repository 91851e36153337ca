public import JSONText

/// The page on which something happened.
public struct SegmentContextPage: Sendable, Hashable {
  /// Its address.
  public var url: String?

  /// The page that led to it.
  public var referrer: String?

  /// The path of its address.
  public var path: String?

  /// The query of its address.
  public var search: String?

  /// Its title.
  public var title: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    url: String? = nil, referrer: String? = nil, path: String? = nil, search: String? = nil,
    title: String? = nil, unknown: JSONObject = [:]
  ) {
    self.url = url
    self.referrer = referrer
    self.path = path
    self.search = search
    self.title = title
    self.unknown = unknown
  }
}

extension SegmentContextPage: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case url
    case referrer
    case path
    case search
    case title
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    referrer = try container.decodeIfPresent(String.self, forKey: .referrer)
    path = try container.decodeIfPresent(String.self, forKey: .path)
    search = try container.decodeIfPresent(String.self, forKey: .search)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(referrer, forKey: .referrer)
    try container.encodeIfPresent(path, forKey: .path)
    try container.encodeIfPresent(search, forKey: .search)
    try container.encodeIfPresent(title, forKey: .title)
  }
}
