public import JSONText

/// The widget and the browser in which something happened.
public struct UserlikeGlobalContext: Sendable, Hashable {
  /// Userlike's lasting id of this visitor in this browser.
  public var clientUUID: EntityID?

  /// The widget's id.
  public var widgetID: EntityID?

  /// The widget's language.
  public var widgetLang: String?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    clientUUID: EntityID? = nil, widgetID: EntityID? = nil, widgetLang: String? = nil,
    unknown: JSONObject = [:]
  ) {
    self.clientUUID = clientUUID
    self.widgetID = widgetID
    self.widgetLang = widgetLang
    self.unknown = unknown
  }
}

extension UserlikeGlobalContext: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case clientUUID = "client_uuid"
    case widgetID = "widget_id"
    case widgetLang = "widget_lang"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    clientUUID = try container.decodeIfPresent(EntityID.self, forKey: .clientUUID)
    widgetID = try container.decodeIfPresent(EntityID.self, forKey: .widgetID)
    widgetLang = try container.decodeIfPresent(String.self, forKey: .widgetLang)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(clientUUID, forKey: .clientUUID)
    try container.encodeIfPresent(widgetID, forKey: .widgetID)
    try container.encodeIfPresent(widgetLang, forKey: .widgetLang)
  }
}
