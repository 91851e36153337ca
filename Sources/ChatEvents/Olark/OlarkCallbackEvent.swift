public import JSONText

/// What a callback is given.
public struct OlarkCallbackEvent: Sendable, Hashable {
  /// The message that was sent.
  public var message: OlarkCallbackMessage?

  /// The command that an operator typed.
  public var command: OlarkCallbackCommand?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    message: OlarkCallbackMessage? = nil, command: OlarkCallbackCommand? = nil, unknown: JSONObject = [:]
  ) {
    self.message = message
    self.command = command
    self.unknown = unknown
  }
}

extension OlarkCallbackEvent: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case message
    case command
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    message = try container.decodeIfPresent(OlarkCallbackMessage.self, forKey: .message)
    command = try container.decodeIfPresent(OlarkCallbackCommand.self, forKey: .command)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(message, forKey: .message)
    try container.encodeIfPresent(command, forKey: .command)
  }
}
