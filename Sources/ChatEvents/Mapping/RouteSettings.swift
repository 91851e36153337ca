public import JSONText

/// What a caller can ask of a route.
public struct RouteSettings: Sendable, Hashable {
  /// The namespace of `messageId`s: two workspaces that share a receiver need two.
  public var namespace: UUIDBytes = .chatevents

  /// The flags that are on.
  public var options: Set<RouteOption> = []

  /// The calls that are written, by their names; nil for those that a route writes unless it is asked.
  public var calls: Set<String>?

  /// The live chat events that are written, by their short names; nil for all.
  public var events: Set<String>?

  /// Where the id of the person comes from.
  public var userID = IdentitySource.visitorID

  /// What events say in `integrations`; nil for what the route's table says.
  public var integrations: JSONObject?

  /// The zone of times that do not say theirs.
  public var zone = LocalZone.utc

  /// The key with which a widget's data is signed; nil for none.
  public var secretKey: String?

  /// What a message says that notes a visitor's consent: any of these; none where that is not looked for.
  public var consentGranted: [TextPattern] = []

  /// What a message says that notes that consent was withdrawn, or denied: any of these; none where that is not looked for.
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
    (calls?.contains(emission.call) ?? (!emission.isOptIn || emission.event != nil))
      && (emission.event.map { events?.contains($0) ?? !emission.isOptIn } ?? true)
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

/// Where the id of a person comes from.
public struct IdentitySource: Sendable, Hashable, CustomStringConvertible {
  /// The way to it from the visitor.
  let steps: [String]

  /// Olark's own id of the visitor.
  public static let visitorID = IdentitySource(steps: ["id"])

  /// The visitor's e-mail address.
  public static let emailAddress = IdentitySource(steps: ["emailAddress"])

  /// A custom field that the site has set.
  public static func customField(_ name: String) -> IdentitySource {
    IdentitySource(steps: ["customFields", name])
  }

  private init(steps: [String]) { self.steps = steps }

  /// Reads `visitor.id`, `visitor.emailAddress` or `visitor.customFields.<name>`; nil for any other text.
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
