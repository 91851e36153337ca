// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A device.
public struct SegmentDevice: Record {
  public var id: String?
  public var advertisingId: String?
  public var manufacturer: String?
  public var model: String?
  public var name: String?
  public var type: String?
  public var version: String?
  public var adTrackingEnabled: Bool?
  public var token: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-device", "A device", source: SegmentContext.source, [
    Member("id",                \.id,                .text, .identity, "Its id"),
    Member("advertisingId",     \.advertisingId,     .text, .identity, "Its id for advertising"),
    Member("manufacturer",      \.manufacturer,      .text, .none,     "Its manufacturer"),
    Member("model",             \.model,             .text, .none,     "Its model"),
    Member("name",              \.name,              .text, .name,     "The name that its owner gave it"),
    Member("type",              \.type,              .text, .none,     "The kind of device, such as `ios`"),
    Member("version",           \.version,           .text, .none,     "Its version"),
    Member("adTrackingEnabled", \.adTrackingEnabled, .flag, .none,     "Whether its owner allows tracking for advertising"),
    Member("token",             \.token,             .text, .identity, "Its token for push messages"),
  ])
}

/// A device's screen.
public struct SegmentContextScreen: Record {
  public var density: JSONNumber?
  public var height: JSONNumber?
  public var width: JSONNumber?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-context-screen", "A device's screen", source: SegmentContext.source, [
    Member("density", \.density, .number, .none, "The number of pixels per point"),
    Member("height",  \.height,  .number, .none, "Its height, in points"),
    Member("width",   \.width,   .number, .none, "Its width, in points"),
  ])
}

/// The network that a device is on.
public struct SegmentNetwork: Record {
  public var bluetooth: Bool?
  public var carrier: String?
  public var cellular: Bool?
  public var wifi: Bool?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-network", "The network that a device is on", source: SegmentContext.source, [
    Member("bluetooth", \.bluetooth, .flag, .none, "Whether Bluetooth is on"),
    Member("carrier",   \.carrier,   .text, .none, "The mobile carrier's name"),
    Member("cellular",  \.cellular,  .flag, .none, "Whether it is a cellular network"),
    Member("wifi",      \.wifi,      .flag, .none, "Whether it is a Wi-Fi network"),
  ])
}

/// A browser's user agent, parsed: the client hints of the User-Agent.
public struct SegmentUserAgentData: Record {
  public var brands: [SegmentBrand]?
  public var mobile: Bool?
  public var platform: String?
  public var bitness: String?
  public var model: String?
  public var platformVersion: String?
  public var uaFullVersion: String?
  public var fullVersionList: [SegmentBrand]?
  public var wow64: Bool?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-user-agent-data", "A browser's user agent, parsed", source: SegmentContext.source, [
    Member("brands",          \.brands,          .list(SegmentBrand.model), .inside, "The browser's brands, with major versions"),
    Member("mobile",          \.mobile,          .flag,                     .none,   "Whether it prefers pages for small screens"),
    Member("platform",        \.platform,        .text,                     .none,   "The operating system's name"),
    Member("bitness",         \.bitness,         .text,                     .none,   "The processor's address width, in bits"),
    Member("model",           \.model,           .text,                     .none,   "The device's model"),
    Member("platformVersion", \.platformVersion, .text,                     .none,   "The operating system's version"),
    Member("uaFullVersion",   \.uaFullVersion,   .text,                     .none,   "The browser's full version"),
    Member("fullVersionList", \.fullVersionList, .list(SegmentBrand.model), .inside, "The browser's brands, with full versions"),
    Member("wow64",           \.wow64,           .flag,                     .none,   "Whether it is a 32-bit program on a 64-bit Windows"),
  ])
}

/// One of a browser's brands.
public struct SegmentBrand: Record {
  public var brand: String?
  public var version: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("segment-brand", "One of a browser's brands", source: SegmentContext.source, [
    Member("brand",   \.brand,   .text, .none, "The name"),
    Member("version", \.version, .text, .none, "The version under that name"),
  ])
}
