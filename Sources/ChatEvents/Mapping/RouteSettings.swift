public import JSONText

/// The options of a route.
public struct RouteSettings: Sendable, Hashable {
  /// The namespace of `messageId`s: workspaces that share a receiver need different ones.
  public var namespace: UUIDBytes = .chatevents

  /// The flags that are on.
  public var options: Set<RouteOption> = []

  /// The calls that are written; nil for the route's default.
  public var calls: Set<CallName>?

  /// The live chat events that are written; nil for all.
  public var events: Set<LiveChatEvent>?

  /// The source of the person's id.
  public var userID = IdentitySource.visitorID

  /// The value of `integrations` in events; nil for the value in the route's table.
  public var integrations: JSONObject?

  /// The time zone of times without one.
  public var zone = LocalZone.utc

  /// The key that signs a widget's data; nil for none.
  public var secretKey: String?

  /// Patterns of messages that record a visitor's consent; empty to disable.
  public var consentGranted: [TextPattern] = []

  /// Patterns of messages that record that consent was withdrawn or denied; empty to disable.
  public var consentWithdrawn: [TextPattern] = []

  public init() {}

  /// The same without what a route knows nothing of: where records of several formats are mixed, each option counts for
  /// those whose route has it.
  func limited(to known: [RouteOption]) -> RouteSettings {
    var settings = self
    settings.options.formIntersection(known)
    if !known.contains(.calls) { settings.calls = nil }
    if !known.contains(.events) { settings.events = nil }
    if !known.contains(.userID) { settings.userID = .visitorID }
    if !known.contains(.integrations) { settings.integrations = nil }
    if !known.contains(.consentGranted) { settings.consentGranted = [] }
    if !known.contains(.consentWithdrawn) { settings.consentWithdrawn = [] }
    return settings
  }

  /// What stands in a member instead of what the table always writes there; nil where the table stands.
  func replacement(of target: Path) -> String? {
    guard target == "integrations", let integrations else { return nil }
    return (try? JSONTextEncoder().encode(integrations)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a row counts.
  func includes(_ row: Row) -> Bool { row.option.map(asks) ?? true }

  /// Whether an emission counts.
  func includes(_ emission: Emission) -> Bool {
    (calls?.contains(CallName(rawValue: emission.call)) ?? (!emission.isOptIn || emission.event != nil))
      && (emission.event.map { name in events?.contains { $0.rawValue == name } ?? !emission.isOptIn } ?? true)
      && (emission.option.map(asks) ?? true)
  }

  /// Whether the caller asks for something: by a flag, or by saying what is looked for.
  private func asks(_ option: RouteOption) -> Bool {
    switch option {
    case .consentGranted: !consentGranted.isEmpty
    case .consentWithdrawn: !consentWithdrawn.isEmpty
    default: options.contains(option)
    }
  }
}

/// The source of a person's id.
public struct IdentitySource: Sendable, Hashable, CustomStringConvertible {
  /// The way to it from the visitor.
  let steps: [String]

  /// Olark's own id of the visitor.
  public static let visitorID = IdentitySource(steps: ["id"])

  /// The visitor's e-mail address.
  public static let emailAddress = IdentitySource(steps: ["emailAddress"])

  /// A custom field set by the site.
  public static func customField(_ name: String) -> IdentitySource {
    IdentitySource(steps: ["customFields", name])
  }

  private init(steps: [String]) { self.steps = steps }

  /// Parses `visitor.id`, `visitor.emailAddress` or `visitor.customFields.<name>`; nil for any other text.
  public init?(_ text: String) {
    let prefix = "visitor.customFields."
    switch text {
    case "visitor.id": self = .visitorID
    case "visitor.emailAddress": self = .emailAddress
    case _ where text.hasPrefix(prefix) && text.count > prefix.count:
      self = .customField(String(text.dropFirst(prefix.count)))
    default: return nil
    }
  }

  public var description: String { (["visitor"] + steps).joined(separator: ".") }
}

extension Inputs {
  /// Starts a collection for what a caller asks, of paths alone without a plan.
  init(_ plan: ReadPlan?, _ settings: RouteSettings) {
    self.init(plan, personID: settings.userID.steps, options: settings.options, events: settings.events)
  }
}
