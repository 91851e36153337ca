internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// What a caller can ask of some routes; one that no route in question knows is a usage error.
struct RouteOptions: ParsableArguments {
  @Flag(help: "Give events the conversation's time; otherwise receivers date old chats today.")
  var timestamps = false

  @Flag(help: "Keep everything in the transcript, so that --to olark restores it.")
  var lossless = false

  @Option(
    help: ArgumentHelp(
      "Calls to write: identify, group, track, comma-separated; may be repeated.",
      valueName: "calls"),
    completion: .list(["identify", "group", "track"]))
  var calls: [NameList] = []

  @Option(
    help: ArgumentHelp(
      "Live chat events to write: started, sent, received, ended, comma-separated; may be repeated.",
      valueName: "events"),
    completion: .list(["started", "sent", "received", "ended"]))
  var events: [NameList] = []

  @Flag(help: "Write the length of each message instead of its text.")
  var noBodies = false

  @Option(
    help: ArgumentHelp(
      "Member with the visitor's id: visitor.id, visitor.emailAddress or visitor.customFields.<name>; a visitor without it is anonymous.",
      valueName: "member"),
    completion: .list(["visitor.id", "visitor.emailAddress", "visitor.customFields."]),
    transform: IdentitySource.parse)
  var userId: IdentitySource?

  @Flag(help: "Skip conversations with anonymous visitors.")
  var skipAnonymous = false

  @Flag(help: "Skip Olark's own test transcripts.")
  var skipTests = false

  @Option(
    help: ArgumentHelp(
      "Value of integrations in events, a JSON object: {\"All\":false,\"Mixpanel\":true}.",
      valueName: "json"),
    transform: JSONObject.parse)
  var integrations: JSONObject?

  @OptionGroup var zone: ZoneOption

  @Flag(help: "Show operators the page of the visitor: also convert page calls.")
  var pageview = false

  @Flag(help: "Show operators what the visitor does: also convert track calls.")
  var track = false

  @Flag(help: "Skip the first page call of each input, as Segment's code does on each page load.")
  var skipFirstPage = false

  @Option(
    help: ArgumentHelp(
      "File with Userlike's secret key; default: the variable CHATEVENTS_USERLIKE_SECRET_KEY, if set.",
      valueName: "file"),
    completion: .file())
  var secretKeyFile: String?

  @Option(
    help: ArgumentHelp(
      "Regular expression for messages that grant consent; may be repeated. The last message that grants or withdraws it sets properties.consent.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var consentGranted: [TextPattern] = []

  @Option(
    help: ArgumentHelp(
      "Regular expression for messages that withdraw or deny consent; may be repeated. A message that matches both withdraws it.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var consentWithdrawn: [TextPattern] = []

  @Flag(help: "Skip transcripts whose last such message does not grant consent, and those without one.")
  var requireConsent = false

  @Option(
    help: ArgumentHelp(
      "UUID or name that separates messageIds from those of other sources.", valueName: "name")
  )
  var namespace: String?

  /// What is given, a row an option: its name in the library, its value, and what that sets.
  private var given: [Given] {
    [
      Given(.timestamps, timestamps),
      Given(.lossless, lossless) { $0.options.insert(.timestamps) },
      Given(.calls, calls) { $0.calls = Set($1.flatMap(\.names).map(CallName.init)) },
      Given(.events, events) { $0.events = Set($1.flatMap(\.names).compactMap(LiveChatEvent.init)) },
      Given(.noBodies, noBodies),
      Given(.userID, userId) { $0.userID = $1 },
      Given(.skipAnonymous, skipAnonymous),
      Given(.skipTests, skipTests),
      Given(.integrations, integrations) { $0.integrations = $1 },
      Given(.timezone, zone.timezone) { $0.zone = $1.zone },
      Given(.pageview, pageview),
      Given(.track, track),
      Given(.skipFirstPage, skipFirstPage),
      // The key may also come from the environment, which is read without the option.
      Given(.secretKeyFile, secretKeyFile != nil),
      Given(.consentGranted, consentGranted) { $0.consentGranted = $1 },
      Given(.consentWithdrawn, consentWithdrawn) { $0.consentWithdrawn = $1 },
      Given(.requireConsent, requireConsent),
    ].compactMap(\.self)
  }

  mutating func validate() throws {
    if namespace?.isEmpty == true {
      throw ValidationError("--namespace is empty; name a source, or omit the option")
    }
    if requireConsent, consentGranted.isEmpty {
      throw ValidationError("--require-consent needs --consent-granted, the pattern that grants consent")
    }
  }

  /// Refuses options, and names in them, of which none of some routes knows anything.
  func validate(for routes: [Route]) throws {
    for option in given.map(\.option) where !routes.contains(where: { $0.options.contains(option) }) {
      let others = Routes.all.filter { $0.options.contains(option) }
        .map { "--from \($0.from.name) --to \($0.to.name)" }.joined(separator: ", ")
      throw ValidationError("--\(option.rawValue) has no effect on this route; it applies to \(others)")
    }
    if calls.isEmpty, events.isEmpty { return }
    let emissions = routes.flatMap(\.emissions)
    for list in calls { try list.validate("--calls", among: emissions.map(\.call)) }
    for list in events { try list.validate("--events", among: emissions.compactMap(\.event)) }
  }

  /// What the routes are asked for.
  ///
  /// - Throws: the exit status, after a message, if the secret key cannot be read.
  func settings(_ display: DisplayOptions) throws -> RouteSettings {
    do throws(UnreadableFile) {
      return try settings(environment: Environment.value)
    } catch {
      throw display.failure(error.description, .noInput)
    }
  }

  /// What the routes are asked for.
  ///
  /// - Parameter environment: the variables that count beside the options.
  func settings(environment: (String) -> String?) throws(UnreadableFile) -> RouteSettings {
    var settings = RouteSettings()
    settings.namespace = namespace.map(UUIDBytes.init(namespace:)) ?? .chatevents
    for row in given {
      settings.options.insert(row.option)
      row.apply(&settings)
    }
    settings.secretKey = try secretKey(environment)
    return settings
  }

  /// The key: the first line of the file, or from the environment; nil if there is none.
  private func secretKey(_ environment: (String) -> String?) throws(UnreadableFile) -> String? {
    guard let secretKeyFile else {
      return environment("CHATEVENTS_USERLIKE_SECRET_KEY").flatMap { $0.isEmpty ? nil : $0 }
    }
    do throws(SystemError) {
      return try InputPaths.lines(of: secretKeyFile).first
    } catch {
      throw UnreadableFile(path: secretKeyFile, error: error)
    }
  }
}

/// A file of settings that cannot be read.
struct UnreadableFile: Error, CustomStringConvertible {
  let path: String
  let error: SystemError

  var description: String { "cannot read \(path.shownFileName): \(error)" }
}

/// An option of some routes that is given, and what it sets.
private struct Given {
  let option: RouteOption
  let apply: (inout RouteSettings) -> Void

  /// A flag; nil if it is not given.
  init?(_ option: RouteOption, _ isOn: Bool, _ apply: @escaping (inout RouteSettings) -> Void = { _ in }) {
    if !isOn { return nil }
    (self.option, self.apply) = (option, apply)
  }

  /// An option with a value; nil if it is not given.
  init?<Value>(
    _ option: RouteOption, _ value: Value?, _ apply: @escaping (inout RouteSettings, Value) -> Void
  ) {
    guard let value else { return nil }
    self.init(option, true) { apply(&$0, value) }
  }

  /// An option whose values add up; nil if there is none.
  init?<Value>(
    _ option: RouteOption, _ values: [Value], _ apply: @escaping (inout RouteSettings, [Value]) -> Void
  ) {
    self.init(option, !values.isEmpty) { apply(&$0, values) }
  }
}

/// Names with commas, and perhaps blanks, between.
struct NameList: ExpressibleByArgument {
  let names: [String]

  init?(argument: String) {
    names = argument.split(separator: ",").compactMap { part in
      var name = part.drop(while: \.isWhitespace)
      while name.last?.isWhitespace == true { name.removeLast() }
      return name.isEmpty ? nil : String(name)
    }
    if names.isEmpty { return nil }
  }

  /// Refuses a name that is not among those that there are, and says which one was probably meant.
  func validate(_ option: String, among known: [String]) throws {
    for name in names where !known.contains(name) {
      var all: [String] = []
      for name in known where !all.contains(name) { all.append(name) }
      let meant = NearestName.hint(among: all, for: name)
      throw ValidationError(
        "invalid value '\(name)' for \(option) (values: \(all.joined(separator: ", ")))\(meant)")
    }
  }
}

extension JSONObject {
  /// Reads what events say in `integrations`.
  ///
  /// - Throws: an error that says what is wrong with the text.
  static func parse(_ argument: String) throws -> JSONObject {
    do {
      return try JSONTextDecoder().decode(JSONObject.self, from: Array(argument.utf8))
    } catch {
      throw ValidationError("expected a JSON object; \(error)")
    }
  }
}

extension IdentitySource {
  /// Reads where a person's id is.
  ///
  /// - Throws: an error that names the places there are.
  static func parse(_ argument: String) throws -> IdentitySource {
    if let source = IdentitySource(argument) { return source }
    throw ValidationError(
      "expected visitor.id, visitor.emailAddress or visitor.customFields.<name>"
    )
  }
}
