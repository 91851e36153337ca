public import JSONText

/// What Segment's integration tells Userlike's widget.
public struct UserlikeSegmentData: Sendable, Hashable {
  /// The secret of the site's Userlike account.
  public var secretKey: String?

  /// Whether the widget reports what happens in it.
  public var listen: Bool?

  /// Who the visitor is.
  public var visitor: UserlikeVisitor?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    secretKey: String? = nil, listen: Bool? = nil, visitor: UserlikeVisitor? = nil, unknown: JSONObject = [:]
  ) {
    self.secretKey = secretKey
    self.listen = listen
    self.visitor = visitor
    self.unknown = unknown
  }
}

extension UserlikeSegmentData: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case secretKey
    case listen
    case visitor
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    secretKey = try container.decodeIfPresent(String.self, forKey: .secretKey)
    listen = try container.decodeIfPresent(Bool.self, forKey: .listen)
    visitor = try container.decodeIfPresent(UserlikeVisitor.self, forKey: .visitor)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(secretKey, forKey: .secretKey)
    try container.encodeIfPresent(listen, forKey: .listen)
    try container.encodeIfPresent(visitor, forKey: .visitor)
  }
}
