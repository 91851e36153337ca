public import JSONText

/// The person who opened the chat, as Olark's webhook sends it.
public struct OlarkVisitor: Sendable, Hashable {
  /// `Visitor`.
  public var kind: String?

  /// Olark's lasting id of this visitor in this browser.
  public var id: OlarkID?

  /// The visitor's name; a place and a number where they gave none.
  public var fullName: String?

  /// The visitor's phone number, in any form.
  public var phoneNumber: String?

  /// The visitor's e-mail address; may be empty.
  public var emailAddress: String?

  /// The visitor's IP address; empty since 2022.
  public var ip: String?

  /// The city that the IP address points to.
  public var city: String?

  /// The region that the IP address points to.
  public var region: String?

  /// The country that the IP address points to.
  public var country: String?

  /// That country's two letters.
  public var countryCode: String?

  /// The organization that the IP address belongs to, often an internet provider.
  public var organization: String?

  /// The browser's name and version in one string: `Internet Explorer 11`.
  public var browser: String?

  /// The operating system's name.
  public var operatingSystem: String?

  /// The page that led the visitor to the site.
  public var referrer: String?

  /// The page on which the chat began.
  public var conversationBeginPage: String?

  /// What the site stored about the visitor through the JavaScript API.
  public var customFields: JSONObject?

  /// What the visitor answered after the chat.
  public var chatFeedback: OlarkChatFeedback?

  /// Members that Olark sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    kind: String? = nil, id: OlarkID? = nil, fullName: String? = nil, phoneNumber: String? = nil,
    emailAddress: String? = nil, ip: String? = nil, city: String? = nil, region: String? = nil,
    country: String? = nil, countryCode: String? = nil, organization: String? = nil,
    browser: String? = nil, operatingSystem: String? = nil, referrer: String? = nil,
    conversationBeginPage: String? = nil, customFields: JSONObject? = nil,
    chatFeedback: OlarkChatFeedback? = nil, unknown: JSONObject = [:]
  ) {
    self.kind = kind
    self.id = id
    self.fullName = fullName
    self.phoneNumber = phoneNumber
    self.emailAddress = emailAddress
    self.ip = ip
    self.city = city
    self.region = region
    self.country = country
    self.countryCode = countryCode
    self.organization = organization
    self.browser = browser
    self.operatingSystem = operatingSystem
    self.referrer = referrer
    self.conversationBeginPage = conversationBeginPage
    self.customFields = customFields
    self.chatFeedback = chatFeedback
    self.unknown = unknown
  }
}

extension OlarkVisitor: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case id
    case fullName
    case phoneNumber
    case emailAddress
    case ip
    case city
    case region
    case country
    case countryCode
    case organization
    case browser
    case operatingSystem
    case referrer
    case conversationBeginPage
    case customFields
    case chatFeedback = "chat_feedback"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    id = try container.decodeIfPresent(OlarkID.self, forKey: .id)
    fullName = try container.decodeIfPresent(String.self, forKey: .fullName)
    phoneNumber = try container.decodeIfPresent(String.self, forKey: .phoneNumber)
    emailAddress = try container.decodeIfPresent(String.self, forKey: .emailAddress)
    ip = try container.decodeIfPresent(String.self, forKey: .ip)
    city = try container.decodeIfPresent(String.self, forKey: .city)
    region = try container.decodeIfPresent(String.self, forKey: .region)
    country = try container.decodeIfPresent(String.self, forKey: .country)
    countryCode = try container.decodeIfPresent(String.self, forKey: .countryCode)
    organization = try container.decodeIfPresent(String.self, forKey: .organization)
    browser = try container.decodeIfPresent(String.self, forKey: .browser)
    operatingSystem = try container.decodeIfPresent(String.self, forKey: .operatingSystem)
    referrer = try container.decodeIfPresent(String.self, forKey: .referrer)
    conversationBeginPage = try container.decodeIfPresent(String.self, forKey: .conversationBeginPage)
    customFields = try container.decodeIfPresent(JSONObject.self, forKey: .customFields)
    chatFeedback = try container.decodeIfPresent(OlarkChatFeedback.self, forKey: .chatFeedback)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(kind, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(fullName, forKey: .fullName)
    try container.encodeIfPresent(phoneNumber, forKey: .phoneNumber)
    try container.encodeIfPresent(emailAddress, forKey: .emailAddress)
    try container.encodeIfPresent(ip, forKey: .ip)
    try container.encodeIfPresent(city, forKey: .city)
    try container.encodeIfPresent(region, forKey: .region)
    try container.encodeIfPresent(country, forKey: .country)
    try container.encodeIfPresent(countryCode, forKey: .countryCode)
    try container.encodeIfPresent(organization, forKey: .organization)
    try container.encodeIfPresent(browser, forKey: .browser)
    try container.encodeIfPresent(operatingSystem, forKey: .operatingSystem)
    try container.encodeIfPresent(referrer, forKey: .referrer)
    try container.encodeIfPresent(conversationBeginPage, forKey: .conversationBeginPage)
    try container.encodeIfPresent(customFields, forKey: .customFields)
    try container.encodeIfPresent(chatFeedback, forKey: .chatFeedback)
  }
}
