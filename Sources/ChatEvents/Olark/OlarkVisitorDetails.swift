public import JSONText

/// What Olark's JavaScript API knows of a visitor: what `api.visitor.getDetails` answers.
///
/// What Olark does not know is absent, `null` or empty.
///
/// Source: Olark, "Javascript API: Get visitor details". Read in November 2026.
public struct OlarkVisitorDetails: Sendable, Hashable {
  /// The visitor's e-mail address, as last known.
  public var emailAddress: String?

  /// The visitor's name, as last known.
  public var fullName: String?

  /// The visitor's phone number, as last known, in any form.
  public var phoneNumber: String?

  /// The city that the IP address points to.
  public var city: String?

  /// The region that the IP address points to.
  public var region: String?

  /// The country that the IP address points to.
  public var country: String?

  /// That country's two letters.
  public var countryCode: String?

  /// The organization that the visitor may belong to.
  public var organization: String?

  /// How many visits there have been.
  public var visitCount: JSONNumber?

  /// How many pages were seen in this visit.
  public var pageCountForThisVisit: JSONNumber?

  /// How many pages were seen in all visits.
  public var pageCountAcrossAllVisits: JSONNumber?

  /// How long this visit has lasted, in seconds.
  public var secondsSpentForThisVisit: JSONNumber?

  /// How long all visits have lasted, in seconds.
  public var secondsSpentAcrossAllVisits: JSONNumber?

  /// The page that the visitor is on.
  public var currentPage: OlarkPageView?

  /// The pages that the visitor has seen last, at most ten.
  public var recentPageHistory: [OlarkPageView]?

  /// How many conversations there have been.
  public var conversationCount: JSONNumber?

  /// Whether there is a conversation now.
  public var isConversing: Bool?

  /// How many messages this conversation has, from both sides.
  public var messageCountForThisVisit: JSONNumber?

  /// How many messages there have ever been, from both sides.
  public var messageCountAcrossAllVisits: JSONNumber?

  /// How long ago the last message was sent, in seconds.
  public var secondsSinceLastMessage: JSONNumber?

  /// How long ago the visitor wrote last, in seconds.
  public var secondsSinceLastMessageToOperator: JSONNumber?

  /// How long ago an operator wrote last, in seconds.
  public var secondsSinceLastMessageToVisitor: JSONNumber?

  /// How long ago the operator was notified last, in seconds.
  public var secondsSinceLastNotificationToOperator: JSONNumber?

  /// The page on which the conversation began.
  public var conversationBeginPage: String?

  /// The page that led the visitor to the site.
  public var referrer: String?

  /// Whether paid advertising led to this visit.
  public var referredByPaidAdvertisingThisVisit: Bool?

  /// Whether paid advertising led to any visit.
  public var referredByPaidAdvertisingEver: Bool?

  /// Whether a campaign led to this visit.
  public var referredByCampaignThisVisit: Bool?

  /// Whether a campaign led to any visit.
  public var referredByCampaignEver: Bool?

  /// What the visitor searched for before this visit.
  public var searchTextForThisVisit: String?

  /// What the visitor searched for before earlier visits.
  public var searchTextForPreviousVisits: String?

  /// The browser's name and version in one string.
  public var browser: String?

  /// The operating system's name.
  public var operatingSystem: String?

  /// The visitor's IP address; `not available` where Olark keeps it to itself.
  public var ip: String?

  /// What the site stored about the visitor through `api.visitor.updateCustomFields`.
  public var customFields: JSONObject?

  /// An id of the visitor that a page may add; Olark's page does not name it.
  public var id: EntityID?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    emailAddress: String? = nil, fullName: String? = nil, phoneNumber: String? = nil, city: String? = nil,
    region: String? = nil, country: String? = nil, countryCode: String? = nil, organization: String? = nil,
    visitCount: JSONNumber? = nil, pageCountForThisVisit: JSONNumber? = nil,
    pageCountAcrossAllVisits: JSONNumber? = nil, secondsSpentForThisVisit: JSONNumber? = nil,
    secondsSpentAcrossAllVisits: JSONNumber? = nil, currentPage: OlarkPageView? = nil,
    recentPageHistory: [OlarkPageView]? = nil, conversationCount: JSONNumber? = nil,
    isConversing: Bool? = nil, messageCountForThisVisit: JSONNumber? = nil,
    messageCountAcrossAllVisits: JSONNumber? = nil, secondsSinceLastMessage: JSONNumber? = nil,
    secondsSinceLastMessageToOperator: JSONNumber? = nil, secondsSinceLastMessageToVisitor: JSONNumber? = nil,
    secondsSinceLastNotificationToOperator: JSONNumber? = nil, conversationBeginPage: String? = nil,
    referrer: String? = nil, referredByPaidAdvertisingThisVisit: Bool? = nil,
    referredByPaidAdvertisingEver: Bool? = nil, referredByCampaignThisVisit: Bool? = nil,
    referredByCampaignEver: Bool? = nil, searchTextForThisVisit: String? = nil,
    searchTextForPreviousVisits: String? = nil, browser: String? = nil, operatingSystem: String? = nil,
    ip: String? = nil, customFields: JSONObject? = nil, id: EntityID? = nil, unknown: JSONObject = [:]
  ) {
    self.emailAddress = emailAddress
    self.fullName = fullName
    self.phoneNumber = phoneNumber
    self.city = city
    self.region = region
    self.country = country
    self.countryCode = countryCode
    self.organization = organization
    self.visitCount = visitCount
    self.pageCountForThisVisit = pageCountForThisVisit
    self.pageCountAcrossAllVisits = pageCountAcrossAllVisits
    self.secondsSpentForThisVisit = secondsSpentForThisVisit
    self.secondsSpentAcrossAllVisits = secondsSpentAcrossAllVisits
    self.currentPage = currentPage
    self.recentPageHistory = recentPageHistory
    self.conversationCount = conversationCount
    self.isConversing = isConversing
    self.messageCountForThisVisit = messageCountForThisVisit
    self.messageCountAcrossAllVisits = messageCountAcrossAllVisits
    self.secondsSinceLastMessage = secondsSinceLastMessage
    self.secondsSinceLastMessageToOperator = secondsSinceLastMessageToOperator
    self.secondsSinceLastMessageToVisitor = secondsSinceLastMessageToVisitor
    self.secondsSinceLastNotificationToOperator = secondsSinceLastNotificationToOperator
    self.conversationBeginPage = conversationBeginPage
    self.referrer = referrer
    self.referredByPaidAdvertisingThisVisit = referredByPaidAdvertisingThisVisit
    self.referredByPaidAdvertisingEver = referredByPaidAdvertisingEver
    self.referredByCampaignThisVisit = referredByCampaignThisVisit
    self.referredByCampaignEver = referredByCampaignEver
    self.searchTextForThisVisit = searchTextForThisVisit
    self.searchTextForPreviousVisits = searchTextForPreviousVisits
    self.browser = browser
    self.operatingSystem = operatingSystem
    self.ip = ip
    self.customFields = customFields
    self.id = id
    self.unknown = unknown
  }
}

extension OlarkVisitorDetails: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case emailAddress
    case fullName
    case phoneNumber
    case city
    case region
    case country
    case countryCode
    case organization
    case visitCount
    case pageCountForThisVisit
    case pageCountAcrossAllVisits
    case secondsSpentForThisVisit
    case secondsSpentAcrossAllVisits
    case currentPage
    case recentPageHistory
    case conversationCount
    case isConversing
    case messageCountForThisVisit
    case messageCountAcrossAllVisits
    case secondsSinceLastMessage
    case secondsSinceLastMessageToOperator
    case secondsSinceLastMessageToVisitor
    case secondsSinceLastNotificationToOperator
    case conversationBeginPage
    case referrer
    case referredByPaidAdvertisingThisVisit
    case referredByPaidAdvertisingEver
    case referredByCampaignThisVisit
    case referredByCampaignEver
    case searchTextForThisVisit
    case searchTextForPreviousVisits
    case browser
    case operatingSystem
    case ip
    case customFields
    case id
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    emailAddress = try container.decodeIfPresent(String.self, forKey: .emailAddress)
    fullName = try container.decodeIfPresent(String.self, forKey: .fullName)
    phoneNumber = try container.decodeIfPresent(String.self, forKey: .phoneNumber)
    city = try container.decodeIfPresent(String.self, forKey: .city)
    region = try container.decodeIfPresent(String.self, forKey: .region)
    country = try container.decodeIfPresent(String.self, forKey: .country)
    countryCode = try container.decodeIfPresent(String.self, forKey: .countryCode)
    organization = try container.decodeIfPresent(String.self, forKey: .organization)
    visitCount = try container.decodeIfPresent(JSONNumber.self, forKey: .visitCount)
    pageCountForThisVisit = try container.decodeIfPresent(JSONNumber.self, forKey: .pageCountForThisVisit)
    pageCountAcrossAllVisits = try container.decodeIfPresent(
      JSONNumber.self, forKey: .pageCountAcrossAllVisits)
    secondsSpentForThisVisit = try container.decodeIfPresent(
      JSONNumber.self, forKey: .secondsSpentForThisVisit)
    secondsSpentAcrossAllVisits = try container.decodeIfPresent(
      JSONNumber.self, forKey: .secondsSpentAcrossAllVisits)
    currentPage = try container.decodeIfPresent(OlarkPageView.self, forKey: .currentPage)
    recentPageHistory = try container.decodeIfPresent([OlarkPageView].self, forKey: .recentPageHistory)
    conversationCount = try container.decodeIfPresent(JSONNumber.self, forKey: .conversationCount)
    isConversing = try container.decodeIfPresent(Bool.self, forKey: .isConversing)
    messageCountForThisVisit = try container.decodeIfPresent(
      JSONNumber.self, forKey: .messageCountForThisVisit)
    messageCountAcrossAllVisits = try container.decodeIfPresent(
      JSONNumber.self, forKey: .messageCountAcrossAllVisits)
    secondsSinceLastMessage = try container.decodeIfPresent(JSONNumber.self, forKey: .secondsSinceLastMessage)
    secondsSinceLastMessageToOperator = try container.decodeIfPresent(
      JSONNumber.self, forKey: .secondsSinceLastMessageToOperator)
    secondsSinceLastMessageToVisitor = try container.decodeIfPresent(
      JSONNumber.self, forKey: .secondsSinceLastMessageToVisitor)
    secondsSinceLastNotificationToOperator = try container.decodeIfPresent(
      JSONNumber.self, forKey: .secondsSinceLastNotificationToOperator)
    conversationBeginPage = try container.decodeIfPresent(String.self, forKey: .conversationBeginPage)
    referrer = try container.decodeIfPresent(String.self, forKey: .referrer)
    referredByPaidAdvertisingThisVisit = try container.decodeIfPresent(
      Bool.self, forKey: .referredByPaidAdvertisingThisVisit)
    referredByPaidAdvertisingEver = try container.decodeIfPresent(
      Bool.self, forKey: .referredByPaidAdvertisingEver)
    referredByCampaignThisVisit = try container.decodeIfPresent(
      Bool.self, forKey: .referredByCampaignThisVisit)
    referredByCampaignEver = try container.decodeIfPresent(Bool.self, forKey: .referredByCampaignEver)
    searchTextForThisVisit = try container.decodeIfPresent(String.self, forKey: .searchTextForThisVisit)
    searchTextForPreviousVisits = try container.decodeIfPresent(
      String.self, forKey: .searchTextForPreviousVisits)
    browser = try container.decodeIfPresent(String.self, forKey: .browser)
    operatingSystem = try container.decodeIfPresent(String.self, forKey: .operatingSystem)
    ip = try container.decodeIfPresent(String.self, forKey: .ip)
    customFields = try container.decodeIfPresent(JSONObject.self, forKey: .customFields)
    id = try container.decodeIfPresent(EntityID.self, forKey: .id)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(emailAddress, forKey: .emailAddress)
    try container.encodeIfPresent(fullName, forKey: .fullName)
    try container.encodeIfPresent(phoneNumber, forKey: .phoneNumber)
    try container.encodeIfPresent(city, forKey: .city)
    try container.encodeIfPresent(region, forKey: .region)
    try container.encodeIfPresent(country, forKey: .country)
    try container.encodeIfPresent(countryCode, forKey: .countryCode)
    try container.encodeIfPresent(organization, forKey: .organization)
    try container.encodeIfPresent(visitCount, forKey: .visitCount)
    try container.encodeIfPresent(pageCountForThisVisit, forKey: .pageCountForThisVisit)
    try container.encodeIfPresent(pageCountAcrossAllVisits, forKey: .pageCountAcrossAllVisits)
    try container.encodeIfPresent(secondsSpentForThisVisit, forKey: .secondsSpentForThisVisit)
    try container.encodeIfPresent(secondsSpentAcrossAllVisits, forKey: .secondsSpentAcrossAllVisits)
    try container.encodeIfPresent(currentPage, forKey: .currentPage)
    try container.encodeIfPresent(recentPageHistory, forKey: .recentPageHistory)
    try container.encodeIfPresent(conversationCount, forKey: .conversationCount)
    try container.encodeIfPresent(isConversing, forKey: .isConversing)
    try container.encodeIfPresent(messageCountForThisVisit, forKey: .messageCountForThisVisit)
    try container.encodeIfPresent(messageCountAcrossAllVisits, forKey: .messageCountAcrossAllVisits)
    try container.encodeIfPresent(secondsSinceLastMessage, forKey: .secondsSinceLastMessage)
    try container.encodeIfPresent(
      secondsSinceLastMessageToOperator, forKey: .secondsSinceLastMessageToOperator)
    try container.encodeIfPresent(secondsSinceLastMessageToVisitor, forKey: .secondsSinceLastMessageToVisitor)
    try container.encodeIfPresent(
      secondsSinceLastNotificationToOperator, forKey: .secondsSinceLastNotificationToOperator)
    try container.encodeIfPresent(conversationBeginPage, forKey: .conversationBeginPage)
    try container.encodeIfPresent(referrer, forKey: .referrer)
    try container.encodeIfPresent(
      referredByPaidAdvertisingThisVisit, forKey: .referredByPaidAdvertisingThisVisit)
    try container.encodeIfPresent(referredByPaidAdvertisingEver, forKey: .referredByPaidAdvertisingEver)
    try container.encodeIfPresent(referredByCampaignThisVisit, forKey: .referredByCampaignThisVisit)
    try container.encodeIfPresent(referredByCampaignEver, forKey: .referredByCampaignEver)
    try container.encodeIfPresent(searchTextForThisVisit, forKey: .searchTextForThisVisit)
    try container.encodeIfPresent(searchTextForPreviousVisits, forKey: .searchTextForPreviousVisits)
    try container.encodeIfPresent(browser, forKey: .browser)
    try container.encodeIfPresent(operatingSystem, forKey: .operatingSystem)
    try container.encodeIfPresent(ip, forKey: .ip)
    try container.encodeIfPresent(customFields, forKey: .customFields)
    try container.encodeIfPresent(id, forKey: .id)
  }
}
