public import JSONText

/// One call to Segment, by its `type`.
public enum SegmentEvent: Sendable, Hashable {
  /// Who a person is.
  case identify(SegmentIdentify)

  /// What a person did.
  case track(SegmentTrack)

  /// A page that a person saw.
  case page(SegmentPage)

  /// A screen that a person saw.
  case screen(SegmentScreen)

  /// A person's group.
  case group(SegmentGroup)

  /// Two ids of one person.
  case alias(SegmentAlias)

  /// A call of a type for which there is no model, as it came.
  case other(JSONObject)
}

extension SegmentEvent: Codable {
  private enum CodingKeys: String, CodingKey {
    case type
  }

  /// Decodes a call.
  ///
  /// - Throws: `missing-member` where there is no `type`; else what is wrong with the call of that type.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type) {
    case "identify": self = .identify(try SegmentIdentify(from: decoder))
    case "track": self = .track(try SegmentTrack(from: decoder))
    case "page": self = .page(try SegmentPage(from: decoder))
    case "screen": self = .screen(try SegmentScreen(from: decoder))
    case "group": self = .group(try SegmentGroup(from: decoder))
    case "alias": self = .alias(try SegmentAlias(from: decoder))
    default: self = .other(try JSONObject(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .identify(let call): try call.encode(to: encoder)
    case .track(let call): try call.encode(to: encoder)
    case .page(let call): try call.encode(to: encoder)
    case .screen(let call): try call.encode(to: encoder)
    case .group(let call): try call.encode(to: encoder)
    case .alias(let call): try call.encode(to: encoder)
    case .other(let members): try members.encode(to: encoder)
    }
  }
}
