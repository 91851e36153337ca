public import JSONText

/// The circumstances of a call.
///
/// `integration` is not on Segment's page; what comes out of its own integrations has it.
///
/// Source: Segment, "Spec: Common Fields: Context", and "HTTP API". Read in November 2026.
public struct SegmentContext: Sendable, Hashable {
  /// Whether the person is there; `false` where a call must not count as a visit.
  public var active: Bool?

  /// The app in which it happened.
  public var app: SegmentApp?

  /// The campaign that led the person here.
  public var campaign: SegmentCampaign?

  /// The person's device.
  public var device: SegmentDevice?

  /// The person's IP address.
  public var ip: String?

  /// The library that made the call.
  public var library: SegmentSoftware?

  /// The person's language and country, such as `en-US`.
  public var locale: String?

  /// The network that the device was on.
  public var network: SegmentNetwork?

  /// The device's operating system.
  public var os: SegmentSoftware?

  /// The page on which it happened.
  public var page: SegmentContextPage?

  /// What led the person to the site or app.
  public var referrer: SegmentReferrer?

  /// The device's screen.
  public var screen: SegmentContextScreen?

  /// The person's time zone, by its name in the tz database.
  public var timezone: String?

  /// The id of the group on whose behalf the person acts.
  public var groupId: String?

  /// What is known of the person, on calls other than `identify`.
  public var traits: SegmentTraits?

  /// How the browser names itself.
  public var userAgent: String?

  /// The same, taken apart by the browser.
  public var userAgentData: SegmentUserAgentData?

  /// Where it comes from: `server`, `browser` or `mobile`.
  public var channel: String?

  /// What Segment's Protocols are to know.
  public var protocols: SegmentProtocols?

  /// The source that the call comes from.
  public var integration: SegmentSoftware?

  /// Whether the IP address is that of the request.
  public var direct: Bool?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    active: Bool? = nil, app: SegmentApp? = nil, campaign: SegmentCampaign? = nil,
    device: SegmentDevice? = nil, ip: String? = nil, library: SegmentSoftware? = nil, locale: String? = nil,
    network: SegmentNetwork? = nil, os: SegmentSoftware? = nil, page: SegmentContextPage? = nil,
    referrer: SegmentReferrer? = nil, screen: SegmentContextScreen? = nil, timezone: String? = nil,
    groupId: String? = nil, traits: SegmentTraits? = nil, userAgent: String? = nil,
    userAgentData: SegmentUserAgentData? = nil, channel: String? = nil, protocols: SegmentProtocols? = nil,
    integration: SegmentSoftware? = nil, direct: Bool? = nil, unknown: JSONObject = [:]
  ) {
    self.active = active
    self.app = app
    self.campaign = campaign
    self.device = device
    self.ip = ip
    self.library = library
    self.locale = locale
    self.network = network
    self.os = os
    self.page = page
    self.referrer = referrer
    self.screen = screen
    self.timezone = timezone
    self.groupId = groupId
    self.traits = traits
    self.userAgent = userAgent
    self.userAgentData = userAgentData
    self.channel = channel
    self.protocols = protocols
    self.integration = integration
    self.direct = direct
    self.unknown = unknown
  }
}

extension SegmentContext: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case active
    case app
    case campaign
    case device
    case ip
    case library
    case locale
    case network
    case os
    case page
    case referrer
    case screen
    case timezone
    case groupId
    case traits
    case userAgent
    case userAgentData
    case channel
    case protocols
    case integration
    case direct
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    active = try container.decodeIfPresent(Bool.self, forKey: .active)
    app = try container.decodeIfPresent(SegmentApp.self, forKey: .app)
    campaign = try container.decodeIfPresent(SegmentCampaign.self, forKey: .campaign)
    device = try container.decodeIfPresent(SegmentDevice.self, forKey: .device)
    ip = try container.decodeIfPresent(String.self, forKey: .ip)
    library = try container.decodeIfPresent(SegmentSoftware.self, forKey: .library)
    locale = try container.decodeIfPresent(String.self, forKey: .locale)
    network = try container.decodeIfPresent(SegmentNetwork.self, forKey: .network)
    os = try container.decodeIfPresent(SegmentSoftware.self, forKey: .os)
    page = try container.decodeIfPresent(SegmentContextPage.self, forKey: .page)
    referrer = try container.decodeIfPresent(SegmentReferrer.self, forKey: .referrer)
    screen = try container.decodeIfPresent(SegmentContextScreen.self, forKey: .screen)
    timezone = try container.decodeIfPresent(String.self, forKey: .timezone)
    groupId = try container.decodeIfPresent(String.self, forKey: .groupId)
    traits = try container.decodeIfPresent(SegmentTraits.self, forKey: .traits)
    userAgent = try container.decodeIfPresent(String.self, forKey: .userAgent)
    userAgentData = try container.decodeIfPresent(SegmentUserAgentData.self, forKey: .userAgentData)
    channel = try container.decodeIfPresent(String.self, forKey: .channel)
    protocols = try container.decodeIfPresent(SegmentProtocols.self, forKey: .protocols)
    integration = try container.decodeIfPresent(SegmentSoftware.self, forKey: .integration)
    direct = try container.decodeIfPresent(Bool.self, forKey: .direct)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(active, forKey: .active)
    try container.encodeIfPresent(app, forKey: .app)
    try container.encodeIfPresent(campaign, forKey: .campaign)
    try container.encodeIfPresent(device, forKey: .device)
    try container.encodeIfPresent(ip, forKey: .ip)
    try container.encodeIfPresent(library, forKey: .library)
    try container.encodeIfPresent(locale, forKey: .locale)
    try container.encodeIfPresent(network, forKey: .network)
    try container.encodeIfPresent(os, forKey: .os)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encodeIfPresent(referrer, forKey: .referrer)
    try container.encodeIfPresent(screen, forKey: .screen)
    try container.encodeIfPresent(timezone, forKey: .timezone)
    try container.encodeIfPresent(groupId, forKey: .groupId)
    try container.encodeIfPresent(traits, forKey: .traits)
    try container.encodeIfPresent(userAgent, forKey: .userAgent)
    try container.encodeIfPresent(userAgentData, forKey: .userAgentData)
    try container.encodeIfPresent(channel, forKey: .channel)
    try container.encodeIfPresent(protocols, forKey: .protocols)
    try container.encodeIfPresent(integration, forKey: .integration)
    try container.encodeIfPresent(direct, forKey: .direct)
  }
}
