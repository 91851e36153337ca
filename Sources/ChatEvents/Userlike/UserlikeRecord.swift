public import JSONText

/// One record that Userlike's add-on posts, by its `_type`.
public enum UserlikeRecord: Sendable, Hashable {
  /// A chat, at one of its events.
  case chat(UserlikeChat)

  /// What a visitor wrote while no operator was there.
  case offlineMessage(UserlikeOfflineMessage)

  /// A record of a type for which there is no model, as it came: `operator` and `chat_widget` hold nothing of a chat.
  case other(JSONObject)
}

extension UserlikeRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case type = "_type"
  }

  /// Decodes a record.
  ///
  /// - Throws: `missing-member` where there is no `_type`; else what is wrong with the record of that type.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type) {
    case "chat_meta": self = .chat(try UserlikeChat(from: decoder))
    case "offline_message": self = .offlineMessage(try UserlikeOfflineMessage(from: decoder))
    default: self = .other(try JSONObject(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .chat(let chat): try chat.encode(to: encoder)
    case .offlineMessage(let message): try message.encode(to: encoder)
    case .other(let members): try members.encode(to: encoder)
    }
  }
}
