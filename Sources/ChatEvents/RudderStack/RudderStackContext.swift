public import JSONText

/// The circumstances of an event.
///
/// Source: RudderStack, "Common Fields: contextual fields", and what its Olark source sends. Read in November 2026.
public struct RudderStackContext: Sendable, Hashable {
  /// The person's operating system.
  public var os: RudderStackSoftware?

  /// The page on which it happened.
  public var page: RudderStackPage?

  /// What is known of the person.
  public var traits: JSONObject?

  /// The person's browser, which the Olark source takes apart.
  public var browser: RudderStackSoftware?

  /// The library that made the event.
  public var library: RudderStackSoftware?

  /// The source that the event comes from.
  public var integration: RudderStackSoftware?

  /// The person's IP address.
  public var ip: String?

  /// Members that the sender sent and this type does not name, and those that came as `null`; written back as they came.
  public var unknown: JSONObject

  public init(
    os: RudderStackSoftware? = nil, page: RudderStackPage? = nil, traits: JSONObject? = nil,
    browser: RudderStackSoftware? = nil, library: RudderStackSoftware? = nil,
    integration: RudderStackSoftware? = nil, ip: String? = nil, unknown: JSONObject = [:]
  ) {
    self.os = os
    self.page = page
    self.traits = traits
    self.browser = browser
    self.library = library
    self.integration = integration
    self.ip = ip
    self.unknown = unknown
  }
}

extension RudderStackContext: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case os
    case page
    case traits
    case browser
    case library
    case integration
    case ip
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    os = try container.decodeIfPresent(RudderStackSoftware.self, forKey: .os)
    page = try container.decodeIfPresent(RudderStackPage.self, forKey: .page)
    traits = try container.decodeIfPresent(JSONObject.self, forKey: .traits)
    browser = try container.decodeIfPresent(RudderStackSoftware.self, forKey: .browser)
    library = try container.decodeIfPresent(RudderStackSoftware.self, forKey: .library)
    integration = try container.decodeIfPresent(RudderStackSoftware.self, forKey: .integration)
    ip = try container.decodeIfPresent(String.self, forKey: .ip)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(os, forKey: .os)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encodeIfPresent(traits, forKey: .traits)
    try container.encodeIfPresent(browser, forKey: .browser)
    try container.encodeIfPresent(library, forKey: .library)
    try container.encodeIfPresent(integration, forKey: .integration)
    try container.encodeIfPresent(ip, forKey: .ip)
  }
}

/// A piece of software: an operating system, a browser, a library, an integration. RudderStack has it from Segment.
public typealias RudderStackSoftware = SegmentSoftware

/// The page on which something happened. RudderStack has it from Segment.
public typealias RudderStackPage = SegmentContextPage
