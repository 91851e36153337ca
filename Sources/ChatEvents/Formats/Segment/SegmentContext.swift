// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// The context of a call.
///
/// `integration` is not documented by Segment, but is set by its own integrations.
///
/// Source: Segment, "Spec: Common Fields: Context", and "HTTP API". Read in November 2026.
public struct SegmentContext: Record {
  public var active: Bool?
  public var app: SegmentApp?
  public var campaign: SegmentCampaign?
  public var device: SegmentDevice?
  public var ip: String?
  public var library: SegmentSoftware?
  public var locale: String?
  public var network: SegmentNetwork?
  public var os: SegmentSoftware?
  public var page: SegmentContextPage?
  public var referrer: SegmentReferrer?
  public var screen: SegmentContextScreen?
  public var timezone: String?
  public var groupId: String?
  public var traits: SegmentTraits?
  public var userAgent: String?
  public var userAgentData: SegmentUserAgentData?
  public var channel: String?
  public var protocols: SegmentProtocols?
  public var integration: SegmentSoftware?
  public var direct: Bool?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-context", "The context of a call", source: source, [
    Member("active",        \.active,        .flag,                               .none,     "Whether the person is active; `false` if the call must not count as a visit"),
    Member("app",           \.app,           .object(SegmentApp.model),           .inside,   "The app in which it happened"),
    Member("campaign",      \.campaign,      .object(SegmentCampaign.model),      .inside,   "The campaign that led the person here"),
    Member("device",        \.device,        .object(SegmentDevice.model),        .inside,   "The person's device"),
    Member("ip",            \.ip,            .text,                               .ip,       "The person's IP address"),
    Member("library",       \.library,       .object(SegmentSoftware.model),      .inside,   "The library that made the call"),
    Member("locale",        \.locale,        .text,                               .none,     "The person's language and country, such as `en-US`"),
    Member("network",       \.network,       .object(SegmentNetwork.model),       .inside,   "The network that the device was on"),
    Member("os",            \.os,            .object(SegmentSoftware.model),      .inside,   "The device's operating system"),
    Member("page",          \.page,          .object(SegmentContextPage.model),   .inside,   "The page on which it happened"),
    Member("referrer",      \.referrer,      .object(SegmentReferrer.model),      .inside,   "The referrer of the visit to the site or app"),
    Member("screen",        \.screen,        .object(SegmentContextScreen.model), .inside,   "The device's screen"),
    Member("timezone",      \.timezone,      .text,                               .location, "The person's time zone, by its name in the tz database"),
    Member("groupId",       \.groupId,       .text,                               .none,     "The id of the group on whose behalf the person acts"),
    Member("traits",        \.traits,        .object(SegmentTraits.model),        .person,   "Traits of the person, on calls other than `identify`"),
    Member("userAgent",     \.userAgent,     .text,                               .none,     "The browser's user agent"),
    Member("userAgentData", \.userAgentData, .object(SegmentUserAgentData.model), .inside,   "The user agent, as parsed by the browser"),
    Member("channel",       \.channel,       .text,                               .none,     "Where it comes from: `server`, `browser` or `mobile`"),
    Member("protocols",     \.protocols,     .object(SegmentProtocols.model),     .inside,   "Settings for Segment's Protocols"),
    Member("integration",   \.integration,   .object(SegmentSoftware.model),      .inside,   "The source of the call"),
    Member("direct",        \.direct,        .flag,                               .none,     "Whether the IP address is that of the request"),
  ])
}

extension SegmentContext {
  /// Where the tables of a call's circumstances come from, in the order of Segment's page; a page's in the order of the events
  /// that this package writes.
  static let source = """
    Segment, “Spec: Common Fields: Context”, “HTTP API”, “Protocols: Event versioning”. Read in November \
    2026.
    """
}

/// The page on which something happened.
public struct SegmentContextPage: Record {
  public var url: String?
  public var referrer: String?
  public var path: String?
  public var search: String?
  public var title: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-context-page", "The page on which something happened", source: SegmentContext.source, [
    Member("url",      \.url,      .text, .link,     "Its address"),
    Member("referrer", \.referrer, .text, .link,     "The page that led to it"),
    Member("path",     \.path,     .text, .link,     "The path of its address"),
    Member("search",   \.search,   .text, .link,     "The query of its address"),
    Member("title",    \.title,    .text, .freeText, "Its title"),
  ])
}

/// The referrer of a visit to a site or app.
public struct SegmentReferrer: Record {
  public var type: String?
  public var name: String?
  public var url: String?
  public var link: String?
  public var id: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-referrer", "The referrer of a visit to a site or app", source: SegmentContext.source, [
    Member("type", \.type, .text, .none,     "The kind of referrer"),
    Member("name", \.name, .text, .none,     "Its name"),
    Member("url",  \.url,  .text, .link,     "Its address"),
    Member("link", \.link, .text, .link,     "The link that the person followed"),
    Member("id",   \.id,   .text, .identity, "An id that the referrer assigned to the person"),
  ])
}

/// A campaign, from the parameters of a link; parameters of other names are in ``unknown``.
public struct SegmentCampaign: Record {
  public var name: String?
  public var source: String?
  public var medium: String?
  public var term: String?
  public var content: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-campaign", "A campaign, from the parameters of a link", source: SegmentContext.source, [
    Member("name",    \.name,    .text, .none,     "The campaign's name; `utm_campaign` in the link"),
    Member("source",  \.source,  .text, .none,     "The origin of the link; `utm_source`"),
    Member("medium",  \.medium,  .text, .none,     "The medium, such as `email`; `utm_medium`"),
    Member("term",    \.term,    .text, .freeText, "The search terms; `utm_term`"),
    Member("content", \.content, .text, .none,     "The variant of the link; `utm_content`"),
  ])
}

/// An app.
public struct SegmentApp: Record {
  public var name: String?
  public var version: String?
  public var build: String?
  public var namespace: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-app", "An app", source: SegmentContext.source, [
    Member("name",      \.name,      .text, .none, "Its name"),
    Member("version",   \.version,   .text, .none, "Its version"),
    Member("build",     \.build,     .text, .none, "Its build"),
    Member("namespace", \.namespace, .text, .none, "Its identifier in the store, such as `com.example.app`"),
  ])
}

/// A piece of software: an operating system, a browser, a library, an integration.
public struct SegmentSoftware: Record {
  public var name: String?
  public var version: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-software", "A piece of software", source: SegmentContext.source, [
    Member("name",    \.name,    .text, .none, "Its name"),
    Member("version", \.version, .text, .none, "Its version"),
  ])
}

/// Settings of a call for Segment's Protocols.
public struct SegmentProtocols: Record {
  public var eventVersion: JSONNumber?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-protocols", "Settings of a call for Segment's Protocols", source: SegmentContext.source, [
    Member("event_version", \.eventVersion, .integer, .none, "The version of the tracking plan's entry that the call follows, an integer; the oldest if absent"),
  ])
}
