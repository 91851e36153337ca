public import JSONText

/// A campaign, as the parameters of a link tell it; parameters of other names are in ``unknown``.
public struct SegmentCampaign: Sendable, Hashable {
  /// What it is called; `utm_campaign` in the link.
  public var name: String?

  /// Where the link stood; `utm_source`.
  public var source: String?

  /// The kind of place, such as `email`; `utm_medium`.
  public var medium: String?

  /// The words that were searched for; `utm_term`.
  public var term: String?

  /// Which of several links it was; `utm_content`.
  public var content: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    name: String? = nil, source: String? = nil, medium: String? = nil, term: String? = nil,
    content: String? = nil, unknown: JSONObject = [:]
  ) {
    self.name = name
    self.source = source
    self.medium = medium
    self.term = term
    self.content = content
    self.unknown = unknown
  }
}

extension SegmentCampaign: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case source
    case medium
    case term
    case content
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    medium = try container.decodeIfPresent(String.self, forKey: .medium)
    term = try container.decodeIfPresent(String.self, forKey: .term)
    content = try container.decodeIfPresent(String.self, forKey: .content)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(medium, forKey: .medium)
    try container.encodeIfPresent(term, forKey: .term)
    try container.encodeIfPresent(content, forKey: .content)
  }
}
