public import JSONText

/// A command that an operator typed, such as `!note call back`.
public struct OlarkCallbackCommand: Sendable, Hashable {
  /// Its name, without the exclamation mark.
  public var name: String?

  /// What follows the name.
  public var body: String?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(name: String? = nil, body: String? = nil, unknown: JSONObject = [:]) {
    self.name = name
    self.body = body
    self.unknown = unknown
  }
}

extension OlarkCallbackCommand: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name
    case body
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    body = try container.decodeIfPresent(String.self, forKey: .body)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(body, forKey: .body)
  }
}
