public import JSONText

/// One call to RudderStack, by its `type`.
public enum RudderStackEvent: Sendable, Hashable {
  /// What a person did.
  case track(RudderStackTrack)

  /// A person's group.
  case group(RudderStackGroup)

  /// A call of a type for which there is no model, as it came.
  case other(JSONObject)
}

extension RudderStackEvent: Codable {
  private enum CodingKeys: String, CodingKey {
    case type
  }

  /// Decodes a call.
  ///
  /// - Throws: `missing-member` where there is no `type`; else what is wrong with the call of that type.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type) {
    case "track": self = .track(try RudderStackTrack(from: decoder))
    case "group": self = .group(try RudderStackGroup(from: decoder))
    default: self = .other(try JSONObject(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .track(let track): try track.encode(to: encoder)
    case .group(let group): try group.encode(to: encoder)
    case .other(let members): try members.encode(to: encoder)
    }
  }
}
