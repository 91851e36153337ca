public import JSONText

/// One call of Olark's JavaScript API, to be made by a page.
///
/// Source: Olark, "Javascript API". The record around it is this package's own.
public struct OlarkCall: Sendable, Hashable {
  /// The name of what is called, such as `api.visitor.updateFullName`.
  public var call: String

  /// What it is called with, in order.
  public var arguments: [JSONValue]?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(call: String, arguments: [JSONValue]? = nil, unknown: JSONObject = [:]) {
    self.call = call
    self.arguments = arguments
    self.unknown = unknown
  }
}

extension OlarkCall: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case call
    case arguments
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    call = try container.decode(String.self, forKey: .call)
    arguments = try container.decodeIfPresent([JSONValue].self, forKey: .arguments)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encode(call, forKey: .call)
    try container.encodeIfPresent(arguments, forKey: .arguments)
  }
}
