public import JSONText

/// What a page tells Userlike's widget before it loads: the global variable `userlikeData`.
///
/// Source: Segment's Userlike integration. Read in November 2026.
public struct UserlikeData: Sendable, Hashable {
  /// What operators see beside a chat.
  public var custom: UserlikeCustomData?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(custom: UserlikeCustomData? = nil, unknown: JSONObject = [:]) {
    self.custom = custom
    self.unknown = unknown
  }
}

extension UserlikeData: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case custom
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    custom = try container.decodeIfPresent(UserlikeCustomData.self, forKey: .custom)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(custom, forKey: .custom)
  }
}
