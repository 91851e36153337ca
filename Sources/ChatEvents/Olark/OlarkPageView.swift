public import JSONText

/// A page that a visitor has seen.
public struct OlarkPageView: Sendable, Hashable {
  /// Its title.
  public var title: String?

  /// Its address.
  public var url: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(title: String? = nil, url: String? = nil, unknown: JSONObject = [:]) {
    self.title = title
    self.url = url
    self.unknown = unknown
  }
}

extension OlarkPageView: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case title
    case url
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(url, forKey: .url)
  }
}
