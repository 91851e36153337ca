// The field tables of a call's circumstances, in the order of Segment's page; a page's in the order of the events that this
// package writes.

/// Where the tables come from.
private let origin = """
  Segment, “Spec: Common Fields: Context”, “HTTP API”, “Protocols: Event versioning”. Read in November \
  2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension SegmentContext {
  /// What the circumstances of a call hold.
  public static let model = Model("segment-context", "The circumstances of a call", source: origin, [
    Field("active",        .flag,                               .none,   "Whether the person is there; `false` where a call must not count as a visit"),
    Field("app",           .object(SegmentApp.model),           .inside, "The app in which it happened"),
    Field("campaign",      .object(SegmentCampaign.model),      .inside, "The campaign that led the person here"),
    Field("device",        .object(SegmentDevice.model),        .inside, "The person's device"),
    Field("ip",            .text,                               .ip,   "The person's IP address"),
    Field("library",       .object(SegmentSoftware.model),      .inside, "The library that made the call"),
    Field("locale",        .text,                               .none,   "The person's language and country, such as `en-US`"),
    Field("network",       .object(SegmentNetwork.model),       .inside, "The network that the device was on"),
    Field("os",            .object(SegmentSoftware.model),      .inside, "The device's operating system"),
    Field("page",          .object(SegmentContextPage.model),   .inside, "The page on which it happened"),
    Field("referrer",      .object(SegmentReferrer.model),      .inside, "What led the person to the site or app"),
    Field("screen",        .object(SegmentContextScreen.model), .inside, "The device's screen"),
    Field("timezone",      .text,                               .location,   "The person's time zone, by its name in the tz database"),
    Field("groupId",       .text,                               .none,   "The id of the group on whose behalf the person acts"),
    Field("traits",        .object(SegmentTraits.model),        .inside, "What is known of the person, on calls other than `identify`"),
    Field("userAgent",     .text,                               .none,   "How the browser names itself"),
    Field("userAgentData", .object(SegmentUserAgentData.model), .inside, "The same, taken apart by the browser"),
    Field("channel",       .text,                               .none,   "Where it comes from: `server`, `browser` or `mobile`"),
    Field("protocols",     .object(SegmentProtocols.model),     .inside, "What Segment's Protocols are to know"),
    Field("integration",   .object(SegmentSoftware.model),      .inside, "The source that the call comes from"),
    Field("direct",        .flag,                               .none,   "Whether the IP address is that of the request"),
  ])
}

// swift-format-ignore
extension SegmentApp {
  /// What an app holds.
  public static let model = Model("segment-app", "An app", source: origin, [
    Field("name",      .text, .none, "What it is called"),
    Field("version",   .text, .none, "Which version it is"),
    Field("build",     .text, .none, "Which build of that version it is"),
    Field("namespace", .text, .none, "Its identifier in the store, such as `com.example.app`"),
  ])
}

// swift-format-ignore
extension SegmentCampaign {
  /// What a campaign holds.
  public static let model = Model("segment-campaign", "A campaign, as the parameters of a link tell it", source: origin, [
    Field("name",    .text, .none, "What it is called; `utm_campaign` in the link"),
    Field("source",  .text, .none, "Where the link stood; `utm_source`"),
    Field("medium",  .text, .none, "The kind of place, such as `email`; `utm_medium`"),
    Field("term",    .text, .freeText, "The words that were searched for; `utm_term`"),
    Field("content", .text, .none, "Which of several links it was; `utm_content`"),
  ])
}

// swift-format-ignore
extension SegmentDevice {
  /// What a device holds.
  public static let model = Model("segment-device", "A device", source: origin, [
    Field("id",                .text, .identity, "Its id"),
    Field("advertisingId",     .text, .identity, "Its id for advertising"),
    Field("manufacturer",      .text, .none, "Who made it"),
    Field("model",             .text, .none, "Which model it is"),
    Field("name",              .text, .name, "What its owner calls it"),
    Field("type",              .text, .none, "The kind of device, such as `ios`"),
    Field("version",           .text, .none, "Which version it is"),
    Field("adTrackingEnabled", .flag, .none, "Whether its owner allows tracking for advertising"),
    Field("token",             .text, .identity, "Its address for push messages"),
  ])
}

// swift-format-ignore
extension SegmentNetwork {
  /// What a network holds.
  public static let model = Model("segment-network", "The network that a device is on", source: origin, [
    Field("bluetooth", .flag, .none, "Whether Bluetooth is on"),
    Field("carrier",   .text, .none, "The mobile carrier's name"),
    Field("cellular",  .flag, .none, "Whether it is a mobile network"),
    Field("wifi",      .flag, .none, "Whether it is a wireless one"),
  ])
}

// swift-format-ignore
extension SegmentSoftware {
  /// What a piece of software holds.
  public static let model = Model("segment-software", "A piece of software", source: origin, [
    Field("name",    .text, .none, "What it is called"),
    Field("version", .text, .none, "Which version it is"),
  ])
}

// swift-format-ignore
extension SegmentContextPage {
  /// What a page holds.
  public static let model = Model("segment-context-page", "The page on which something happened", source: origin, [
    Field("url",      .text, .link, "Its address"),
    Field("referrer", .text, .link, "The page that led to it"),
    Field("path",     .text, .link, "The path of its address"),
    Field("search",   .text, .link, "The query of its address"),
    Field("title",    .text, .freeText, "Its title"),
  ])
}

// swift-format-ignore
extension SegmentReferrer {
  /// What a referrer holds.
  public static let model = Model("segment-referrer", "What led a person to a site or app", source: origin, [
    Field("type", .text, .none, "The kind of referrer"),
    Field("name", .text, .none, "What it is called"),
    Field("url",  .text, .link, "Its address"),
    Field("link", .text, .link, "The link that was followed"),
    Field("id",   .text, .identity, "An id that it gave the person"),
  ])
}

// swift-format-ignore
extension SegmentContextScreen {
  /// What a device's screen holds.
  public static let model = Model("segment-context-screen", "A device's screen", source: origin, [
    Field("density", .number, .none, "How many pixels there are to a point"),
    Field("height",  .number, .none, "How high it is, in points"),
    Field("width",   .number, .none, "How wide it is, in points"),
  ])
}

// swift-format-ignore
extension SegmentUserAgentData {
  /// What a browser says of itself.
  public static let model = Model("segment-user-agent-data", "How a browser names itself, taken apart", source: origin, [
    Field("brands",          .list(SegmentBrand.model), .inside, "The browser's names, with their main versions"),
    Field("mobile",          .flag,                     .none,   "Whether it wants pages for small screens"),
    Field("platform",        .text,                     .none,   "The operating system's name"),
    Field("bitness",         .text,                     .none,   "How many bits the processor's addresses have"),
    Field("model",           .text,                     .none,   "The device's model"),
    Field("platformVersion", .text,                     .none,   "The operating system's version"),
    Field("uaFullVersion",   .text,                     .none,   "The browser's whole version"),
    Field("fullVersionList", .list(SegmentBrand.model), .inside, "The browser's names, with their whole versions"),
    Field("wow64",           .flag,                     .none,   "Whether it is a 32-bit program on a 64-bit Windows"),
  ])
}

// swift-format-ignore
extension SegmentBrand {
  /// What a browser's name holds.
  public static let model = Model("segment-brand", "One of a browser's names", source: origin, [
    Field("brand",   .text, .none, "The name"),
    Field("version", .text, .none, "The version under that name"),
  ])
}

// swift-format-ignore
extension SegmentProtocols {
  /// What Protocols are told.
  public static let model = Model("segment-protocols", "What Segment's Protocols are to know of a call", source: origin, [
    Field("event_version", .number, .none, "The version of the tracking plan's entry that the call follows, a whole number; the oldest where it is missing"),
  ])
}
