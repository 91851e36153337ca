public import JSONText

/// A chat, as Userlike's add-on posts it at each of its events: the record of type `chat_meta`.
///
/// Decoding needs `_type` alone. Times are local, and the zone is not said.
///
/// Source: Userlike, "API add-on", and its samples. Read in November 2026.
public struct UserlikeChat: Sendable, Hashable {
  /// What happened to the chat: `start`, `forward`, `rating`, `feedback`, `survey`, `goal`, or `receive` at its end.
  ///
  /// Userlike's own sample of `feedback` says `rating`, so ``rate``, ``feedbackMessage`` and ``postSurveyOption`` say more.
  public var event: String?

  /// `chat_meta`.
  public var type: String

  /// The browser's name.
  public var browserName: String?

  /// The operating system's name.
  public var browserOS: String?

  /// The browser's version.
  public var browserVersion: String?

  /// The widget through which the visitor chatted.
  public var chatWidget: UserlikeChatWidget?

  /// The goal that the visitor reached; its members are `null` where they reached none.
  public var chatWidgetGoal: UserlikeGoal?

  /// What the form's first additional field asks for.
  public var clientAdditional01Name: String?

  /// What the visitor entered there.
  public var clientAdditional01Value: String?

  /// What the form's second additional field asks for.
  public var clientAdditional02Name: String?

  /// What the visitor entered there.
  public var clientAdditional02Value: String?

  /// What the form's third additional field asks for.
  public var clientAdditional03Name: String?

  /// What the visitor entered there.
  public var clientAdditional03Value: String?

  /// The visitor's e-mail address.
  public var clientEmail: String?

  /// The visitor's name.
  public var clientName: String?

  /// Userlike's lasting id of this visitor in this browser; holds `.`, `+` and `/`.
  public var clientUUID: EntityID?

  /// When the chat began: `YYYY-MM-DD HH:MM:SS`, without a zone.
  public var createdAt: String?

  /// What the site stored about the visitor through the JavaScript API; `{}` where it stored nothing.
  public var custom: JSONObject?

  /// Whether the visitor agreed to the privacy notice.
  public var dataPrivacy: Bool?

  /// How long the chat has lasted: `HH:MM:SS`.
  public var duration: String?

  /// When the chat ended, written like `created_at`; `null` until then.
  public var endedAt: String?

  /// What the visitor wrote about the chat afterwards.
  public var feedbackMessage: String?

  /// Userlike's id of the chat, the same in all its events.
  public var id: EntityID?

  /// The first page of the visit.
  public var initialURL: String?

  /// The city that the IP address points to.
  public var locCity: String?

  /// The country that the IP address points to.
  public var locCountry: String?

  /// The latitude that the IP address points to, in degrees.
  public var locLat: JSONNumber?

  /// The longitude that the IP address points to, in degrees.
  public var locLon: JSONNumber?

  /// Whether an operator has marked the chat as read.
  public var markedRead: Bool?

  /// The messages, oldest first.
  public var messages: [UserlikeMessage]?

  /// What operators noted about the chat.
  public var notes: [UserlikeNote]?

  /// The operator to whom the chat came first.
  public var operatorCreated: UserlikeOperator?

  /// That operator's id.
  public var operatorCreatedID: EntityID?

  /// The operator who has the chat now.
  public var operatorCurrent: UserlikeOperator?

  /// That operator's id.
  public var operatorCurrentID: EntityID?

  /// How many pages the visitor has seen.
  public var pageImpressions: JSONNumber?

  /// What the visitor chose in the survey after the chat.
  public var postSurveyOption: String?

  /// How many stars the visitor gave, up to 5.
  public var rate: JSONNumber?

  /// The page that led the visitor to the site.
  public var referrer: String?

  /// How far the chat has been dealt with, `new` at first.
  public var status: String?

  /// What the chat is about.
  public var topic: String?

  /// The page on which the visitor chatted.
  public var url: String?

  /// How often the visitor has come to the site.
  public var visits: JSONNumber?

  /// Whether the widget addressed the visitor first.
  public var wasProactive: Bool?

  /// Members that Userlike sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    event: String? = nil, type: String = "chat_meta", browserName: String? = nil, browserOS: String? = nil,
    browserVersion: String? = nil, chatWidget: UserlikeChatWidget? = nil, chatWidgetGoal: UserlikeGoal? = nil,
    clientAdditional01Name: String? = nil, clientAdditional01Value: String? = nil,
    clientAdditional02Name: String? = nil, clientAdditional02Value: String? = nil,
    clientAdditional03Name: String? = nil, clientAdditional03Value: String? = nil, clientEmail: String? = nil,
    clientName: String? = nil, clientUUID: EntityID? = nil, createdAt: String? = nil,
    custom: JSONObject? = nil, dataPrivacy: Bool? = nil, duration: String? = nil, endedAt: String? = nil,
    feedbackMessage: String? = nil, id: EntityID? = nil, initialURL: String? = nil, locCity: String? = nil,
    locCountry: String? = nil, locLat: JSONNumber? = nil, locLon: JSONNumber? = nil, markedRead: Bool? = nil,
    messages: [UserlikeMessage]? = nil, notes: [UserlikeNote]? = nil,
    operatorCreated: UserlikeOperator? = nil, operatorCreatedID: EntityID? = nil,
    operatorCurrent: UserlikeOperator? = nil, operatorCurrentID: EntityID? = nil,
    pageImpressions: JSONNumber? = nil, postSurveyOption: String? = nil, rate: JSONNumber? = nil,
    referrer: String? = nil, status: String? = nil, topic: String? = nil, url: String? = nil,
    visits: JSONNumber? = nil, wasProactive: Bool? = nil, unknown: JSONObject = [:]
  ) {
    self.event = event
    self.type = type
    self.browserName = browserName
    self.browserOS = browserOS
    self.browserVersion = browserVersion
    self.chatWidget = chatWidget
    self.chatWidgetGoal = chatWidgetGoal
    self.clientAdditional01Name = clientAdditional01Name
    self.clientAdditional01Value = clientAdditional01Value
    self.clientAdditional02Name = clientAdditional02Name
    self.clientAdditional02Value = clientAdditional02Value
    self.clientAdditional03Name = clientAdditional03Name
    self.clientAdditional03Value = clientAdditional03Value
    self.clientEmail = clientEmail
    self.clientName = clientName
    self.clientUUID = clientUUID
    self.createdAt = createdAt
    self.custom = custom
    self.dataPrivacy = dataPrivacy
    self.duration = duration
    self.endedAt = endedAt
    self.feedbackMessage = feedbackMessage
    self.id = id
    self.initialURL = initialURL
    self.locCity = locCity
    self.locCountry = locCountry
    self.locLat = locLat
    self.locLon = locLon
    self.markedRead = markedRead
    self.messages = messages
    self.notes = notes
    self.operatorCreated = operatorCreated
    self.operatorCreatedID = operatorCreatedID
    self.operatorCurrent = operatorCurrent
    self.operatorCurrentID = operatorCurrentID
    self.pageImpressions = pageImpressions
    self.postSurveyOption = postSurveyOption
    self.rate = rate
    self.referrer = referrer
    self.status = status
    self.topic = topic
    self.url = url
    self.visits = visits
    self.wasProactive = wasProactive
    self.unknown = unknown
  }
}

extension UserlikeChat: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case event = "_event"
    case type = "_type"
    case browserName = "browser_name"
    case browserOS = "browser_os"
    case browserVersion = "browser_version"
    case chatWidget = "chat_widget"
    case chatWidgetGoal = "chat_widget_goal"
    case clientAdditional01Name = "client_additional01_name"
    case clientAdditional01Value = "client_additional01_value"
    case clientAdditional02Name = "client_additional02_name"
    case clientAdditional02Value = "client_additional02_value"
    case clientAdditional03Name = "client_additional03_name"
    case clientAdditional03Value = "client_additional03_value"
    case clientEmail = "client_email"
    case clientName = "client_name"
    case clientUUID = "client_uuid"
    case createdAt = "created_at"
    case custom
    case dataPrivacy = "data_privacy"
    case duration
    case endedAt = "ended_at"
    case feedbackMessage = "feedback_message"
    case id
    case initialURL = "inital_url"  // so misspelt on the wire
    case locCity = "loc_city"
    case locCountry = "loc_country"
    case locLat = "loc_lat"
    case locLon = "loc_lon"
    case markedRead = "marked_read"
    case messages
    case notes
    case operatorCreated = "operator_created"
    case operatorCreatedID = "operator_created_id"
    case operatorCurrent = "operator_current"
    case operatorCurrentID = "operator_current_id"
    case pageImpressions = "page_impressions"
    case postSurveyOption = "post_survey_option"
    case rate
    case referrer
    case status
    case topic
    case url
    case visits
    case wasProactive = "was_proactive"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    event = try container.decodeIfPresent(String.self, forKey: .event)
    type = try container.decode(String.self, forKey: .type)
    browserName = try container.decodeIfPresent(String.self, forKey: .browserName)
    browserOS = try container.decodeIfPresent(String.self, forKey: .browserOS)
    browserVersion = try container.decodeIfPresent(String.self, forKey: .browserVersion)
    chatWidget = try container.decodeIfPresent(UserlikeChatWidget.self, forKey: .chatWidget)
    chatWidgetGoal = try container.decodeIfPresent(UserlikeGoal.self, forKey: .chatWidgetGoal)
    clientAdditional01Name = try container.decodeIfPresent(String.self, forKey: .clientAdditional01Name)
    clientAdditional01Value = try container.decodeIfPresent(String.self, forKey: .clientAdditional01Value)
    clientAdditional02Name = try container.decodeIfPresent(String.self, forKey: .clientAdditional02Name)
    clientAdditional02Value = try container.decodeIfPresent(String.self, forKey: .clientAdditional02Value)
    clientAdditional03Name = try container.decodeIfPresent(String.self, forKey: .clientAdditional03Name)
    clientAdditional03Value = try container.decodeIfPresent(String.self, forKey: .clientAdditional03Value)
    clientEmail = try container.decodeIfPresent(String.self, forKey: .clientEmail)
    clientName = try container.decodeIfPresent(String.self, forKey: .clientName)
    clientUUID = try container.decodeIfPresent(EntityID.self, forKey: .clientUUID)
    createdAt = try container.decodeIfPresent(String.self, forKey: .createdAt)
    custom = try container.decodeIfPresent(JSONObject.self, forKey: .custom)
    dataPrivacy = try container.decodeIfPresent(Bool.self, forKey: .dataPrivacy)
    duration = try container.decodeIfPresent(String.self, forKey: .duration)
    endedAt = try container.decodeIfPresent(String.self, forKey: .endedAt)
    feedbackMessage = try container.decodeIfPresent(String.self, forKey: .feedbackMessage)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    initialURL = try container.decodeIfPresent(String.self, forKey: .initialURL)
    locCity = try container.decodeIfPresent(String.self, forKey: .locCity)
    locCountry = try container.decodeIfPresent(String.self, forKey: .locCountry)
    locLat = try container.decodeIfPresent(JSONNumber.self, forKey: .locLat)
    locLon = try container.decodeIfPresent(JSONNumber.self, forKey: .locLon)
    markedRead = try container.decodeIfPresent(Bool.self, forKey: .markedRead)
    messages = try container.decodeIfPresent([UserlikeMessage].self, forKey: .messages)
    notes = try container.decodeIfPresent([UserlikeNote].self, forKey: .notes)
    operatorCreated = try container.decodeIfPresent(UserlikeOperator.self, forKey: .operatorCreated)
    operatorCreatedID = try container.decodeIfPresent(EntityID.self, forKey: .operatorCreatedID)
    operatorCurrent = try container.decodeIfPresent(UserlikeOperator.self, forKey: .operatorCurrent)
    operatorCurrentID = try container.decodeIfPresent(EntityID.self, forKey: .operatorCurrentID)
    pageImpressions = try container.decodeIfPresent(JSONNumber.self, forKey: .pageImpressions)
    postSurveyOption = try container.decodeIfPresent(String.self, forKey: .postSurveyOption)
    rate = try container.decodeIfPresent(JSONNumber.self, forKey: .rate)
    referrer = try container.decodeIfPresent(String.self, forKey: .referrer)
    status = try container.decodeIfPresent(String.self, forKey: .status)
    topic = try container.decodeIfPresent(String.self, forKey: .topic)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    visits = try container.decodeIfPresent(JSONNumber.self, forKey: .visits)
    wasProactive = try container.decodeIfPresent(Bool.self, forKey: .wasProactive)
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
    try container.encodeIfPresent(chatWidgetGoal, forKey: .chatWidgetGoal)
    try container.encodeIfPresent(clientAdditional01Name, forKey: .clientAdditional01Name)
    try container.encodeIfPresent(clientAdditional01Value, forKey: .clientAdditional01Value)
    try container.encodeIfPresent(clientAdditional02Name, forKey: .clientAdditional02Name)
    try container.encodeIfPresent(clientAdditional02Value, forKey: .clientAdditional02Value)
    try container.encodeIfPresent(clientAdditional03Name, forKey: .clientAdditional03Name)
    try container.encodeIfPresent(clientAdditional03Value, forKey: .clientAdditional03Value)
    try container.encodeIfPresent(clientEmail, forKey: .clientEmail)
    try container.encodeIfPresent(clientName, forKey: .clientName)
    try container.encodeIfPresent(clientUUID, forKey: .clientUUID)
    try container.encodeIfPresent(createdAt, forKey: .createdAt)
    try container.encodeIfPresent(custom, forKey: .custom)
    try container.encodeIfPresent(dataPrivacy, forKey: .dataPrivacy)
    try container.encodeIfPresent(duration, forKey: .duration)
    try container.encodeIfPresent(endedAt, forKey: .endedAt)
    try container.encodeIfPresent(feedbackMessage, forKey: .feedbackMessage)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(initialURL, forKey: .initialURL)
    try container.encodeIfPresent(locCity, forKey: .locCity)
    try container.encodeIfPresent(locCountry, forKey: .locCountry)
    try container.encodeIfPresent(locLat, forKey: .locLat)
    try container.encodeIfPresent(locLon, forKey: .locLon)
    try container.encodeIfPresent(markedRead, forKey: .markedRead)
    try container.encodeIfPresent(messages, forKey: .messages)
    try container.encodeIfPresent(notes, forKey: .notes)
    try container.encodeIfPresent(operatorCreated, forKey: .operatorCreated)
    try container.encodeIfPresent(operatorCreatedID, forKey: .operatorCreatedID)
    try container.encodeIfPresent(operatorCurrent, forKey: .operatorCurrent)
    try container.encodeIfPresent(operatorCurrentID, forKey: .operatorCurrentID)
    try container.encodeIfPresent(pageImpressions, forKey: .pageImpressions)
    try container.encodeIfPresent(postSurveyOption, forKey: .postSurveyOption)
    try container.encodeIfPresent(rate, forKey: .rate)
    try container.encodeIfPresent(referrer, forKey: .referrer)
    try container.encodeIfPresent(status, forKey: .status)
    try container.encodeIfPresent(topic, forKey: .topic)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(visits, forKey: .visits)
    try container.encodeIfPresent(wasProactive, forKey: .wasProactive)
  }
}
