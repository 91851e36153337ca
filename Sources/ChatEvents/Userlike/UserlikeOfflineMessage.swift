public import JSONText

/// What a visitor wrote while no operator was there: the record of type `offline_message`.
///
/// It has no id of the visitor. Decoding needs `_type` alone.
///
/// Source: Userlike, "API add-on", and its samples. Read in November 2026.
public struct UserlikeOfflineMessage: Sendable, Hashable {
  /// `receive`.
  public var event: String?

  /// `offline_message`.
  public var type: String

  /// The browser's name.
  public var browserName: String?

  /// The operating system's name.
  public var browserOS: String?

  /// The browser's version.
  public var browserVersion: String?

  /// The widget through which the visitor wrote.
  public var chatWidget: UserlikeChatWidget?

  /// The visitor's e-mail address.
  public var clientEmail: String?

  /// The visitor's name.
  public var clientName: String?

  /// When the visitor wrote: `YYYY-MM-DD HH:MM:SS`, without a zone.
  public var createdAt: String?

  /// What the site stored about the visitor through the JavaScript API; `{}` where it stored nothing.
  public var custom: JSONObject?

  /// Whether the visitor agreed to the privacy notice; Userlike's sample has `null`.
  public var dataPrivacy: Bool?

  /// Userlike's id of the message, counted apart from those of chats.
  public var id: EntityID?

  /// The city that the IP address points to.
  public var locCity: String?

  /// The country that the IP address points to.
  public var locCountry: String?

  /// The latitude that the IP address points to, in degrees.
  public var locLat: JSONNumber?

  /// The longitude that the IP address points to, in degrees.
  public var locLon: JSONNumber?

  /// Whether an operator has marked the message as read.
  public var markedRead: Bool?

  /// The text of the message.
  public var message: String?

  /// How many pages the visitor has seen.
  public var pageImpressions: JSONNumber?

  /// Userlike's id of a picture of the visitor's page.
  public var screenshotOID: EntityID?

  /// Where that picture lies.
  public var screenshotURL: String?

  /// How far the message has been dealt with, `new` at first.
  public var status: String?

  /// What the message is about.
  public var topic: String?

  /// The page on which the visitor wrote.
  public var url: String?

  /// How often the visitor has come to the site.
  public var visits: JSONNumber?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    event: String? = nil, type: String = "offline_message", browserName: String? = nil,
    browserOS: String? = nil, browserVersion: String? = nil, chatWidget: UserlikeChatWidget? = nil,
    clientEmail: String? = nil, clientName: String? = nil, createdAt: String? = nil,
    custom: JSONObject? = nil, dataPrivacy: Bool? = nil, id: EntityID? = nil, locCity: String? = nil,
    locCountry: String? = nil, locLat: JSONNumber? = nil, locLon: JSONNumber? = nil, markedRead: Bool? = nil,
    message: String? = nil, pageImpressions: JSONNumber? = nil, screenshotOID: EntityID? = nil,
    screenshotURL: String? = nil, status: String? = nil, topic: String? = nil, url: String? = nil,
    visits: JSONNumber? = nil, unknown: JSONObject = [:]
  ) {
    self.event = event
    self.type = type
    self.browserName = browserName
    self.browserOS = browserOS
    self.browserVersion = browserVersion
    self.chatWidget = chatWidget
    self.clientEmail = clientEmail
    self.clientName = clientName
    self.createdAt = createdAt
    self.custom = custom
    self.dataPrivacy = dataPrivacy
    self.id = id
    self.locCity = locCity
    self.locCountry = locCountry
    self.locLat = locLat
    self.locLon = locLon
    self.markedRead = markedRead
    self.message = message
    self.pageImpressions = pageImpressions
    self.screenshotOID = screenshotOID
    self.screenshotURL = screenshotURL
    self.status = status
    self.topic = topic
    self.url = url
    self.visits = visits
    self.unknown = unknown
  }
}

extension UserlikeOfflineMessage: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case event = "_event"
    case type = "_type"
    case browserName = "browser_name"
    case browserOS = "browser_os"
    case browserVersion = "browser_version"
    case chatWidget = "chat_widget"
    case clientEmail = "client_email"
    case clientName = "client_name"
    case createdAt = "created_at"
    case custom
    case dataPrivacy = "data_privacy"
    case id
    case locCity = "loc_city"
    case locCountry = "loc_country"
    case locLat = "loc_lat"
    case locLon = "loc_lon"
    case markedRead = "marked_read"
    case message
    case pageImpressions = "page_impressions"
    case screenshotOID = "screenshot_oid"
    case screenshotURL = "screenshot_url"
    case status
    case topic
    case url
    case visits
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    event = try container.decodeIfPresent(String.self, forKey: .event)
    type = try container.decode(String.self, forKey: .type)
    browserName = try container.decodeIfPresent(String.self, forKey: .browserName)
    browserOS = try container.decodeIfPresent(String.self, forKey: .browserOS)
    browserVersion = try container.decodeIfPresent(String.self, forKey: .browserVersion)
    chatWidget = try container.decodeIfPresent(UserlikeChatWidget.self, forKey: .chatWidget)
    clientEmail = try container.decodeIfPresent(String.self, forKey: .clientEmail)
    clientName = try container.decodeIfPresent(String.self, forKey: .clientName)
    createdAt = try container.decodeIfPresent(String.self, forKey: .createdAt)
    custom = try container.decodeIfPresent(JSONObject.self, forKey: .custom)
    dataPrivacy = try container.decodeIfPresent(Bool.self, forKey: .dataPrivacy)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    locCity = try container.decodeIfPresent(String.self, forKey: .locCity)
    locCountry = try container.decodeIfPresent(String.self, forKey: .locCountry)
    locLat = try container.decodeIfPresent(JSONNumber.self, forKey: .locLat)
    locLon = try container.decodeIfPresent(JSONNumber.self, forKey: .locLon)
    markedRead = try container.decodeIfPresent(Bool.self, forKey: .markedRead)
    message = try container.decodeIfPresent(String.self, forKey: .message)
    pageImpressions = try container.decodeIfPresent(JSONNumber.self, forKey: .pageImpressions)
    screenshotOID = try container.decodeIfPresent(EntityID.self, forKey: .screenshotOID)
    screenshotURL = try container.decodeIfPresent(String.self, forKey: .screenshotURL)
    status = try container.decodeIfPresent(String.self, forKey: .status)
    topic = try container.decodeIfPresent(String.self, forKey: .topic)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    visits = try container.decodeIfPresent(JSONNumber.self, forKey: .visits)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(event, forKey: .event)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(browserName, forKey: .browserName)
    try container.encodeIfPresent(browserOS, forKey: .browserOS)
    try container.encodeIfPresent(browserVersion, forKey: .browserVersion)
    try container.encodeIfPresent(chatWidget, forKey: .chatWidget)
    try container.encodeIfPresent(clientEmail, forKey: .clientEmail)
    try container.encodeIfPresent(clientName, forKey: .clientName)
    try container.encodeIfPresent(createdAt, forKey: .createdAt)
    try container.encodeIfPresent(custom, forKey: .custom)
    try container.encodeIfPresent(dataPrivacy, forKey: .dataPrivacy)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(locCity, forKey: .locCity)
    try container.encodeIfPresent(locCountry, forKey: .locCountry)
    try container.encodeIfPresent(locLat, forKey: .locLat)
    try container.encodeIfPresent(locLon, forKey: .locLon)
    try container.encodeIfPresent(markedRead, forKey: .markedRead)
    try container.encodeIfPresent(message, forKey: .message)
    try container.encodeIfPresent(pageImpressions, forKey: .pageImpressions)
    try container.encodeIfPresent(screenshotOID, forKey: .screenshotOID)
    try container.encodeIfPresent(screenshotURL, forKey: .screenshotURL)
    try container.encodeIfPresent(status, forKey: .status)
    try container.encodeIfPresent(topic, forKey: .topic)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(visits, forKey: .visits)
  }
}
