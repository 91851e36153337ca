internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// What a caller can ask of some routes; one that no route in question knows is a usage error.
struct RouteOptions: ParsableArguments {
  @Flag(help: "Give events the conversation's time; without it a receiver dates an old chat today.")
  var timestamps = false

  @Flag(help: "Keep in the events everything that a transcript holds, so that --to olark gives it back.")
  var lossless = false

  @Option(
    help: ArgumentHelp(
      "Which calls to write: identify, group, track, with commas between; repeated, it adds up.",
      valueName: "calls"))
  var calls: [NameList] = []

  @Option(
    help: ArgumentHelp(
      "Which live chat events to write: started, sent, received, ended, with commas between; repeated, it adds up.",
      valueName: "events"))
  var events: [NameList] = []

  @Flag(help: "Write the length of each message instead of its text.")
  var noBodies = false

  @Option(
    help: ArgumentHelp(
      "Where a person's id is: visitor.id, visitor.emailAddress or visitor.customFields.<name>; a visitor without it is anonymous.",
      valueName: "member"),
    completion: .list(["visitor.id", "visitor.emailAddress", "visitor.customFields."]),
    transform: IdentitySource.parse)
  var userId: IdentitySource?

  @Flag(help: "Leave out people who are known by no id.")
  var skipAnonymous = false

  @Flag(help: "Leave out Olark's own test transcripts.")
  var skipTests = false

  @Option(
    help: ArgumentHelp(
      "What events say in integrations, as a JSON object: {\"All\":false,\"Mixpanel\":true}.",
      valueName: "json"),
    transform: JSONObject.parse)
  var integrations: JSONObject?

  @OptionGroup var zone: ZoneOption

  @Flag(help: "Tell operators which page a visitor looks at: also convert page calls.")
  var pageview = false

  @Flag(help: "Tell operators what a visitor does: also convert track calls.")
  var track = false

  @Flag(help: "Leave out the first page call of each input, as Segment's code does on each page load.")
  var skipFirstPage = false

  @Option(
    help: ArgumentHelp(
      "The file that holds Userlike's secret key; else the variable CHATEVENTS_USERLIKE_SECRET_KEY, else none.",
      valueName: "file"),
    completion: .file())
  var secretKeyFile: String?

  @Option(
    help: ArgumentHelp(
      "A regular expression: a message that matches it, or another if repeated, grants consent. How the last such mark stands is properties.consent.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var consentGranted: [TextPattern] = []

  @Option(
    help: ArgumentHelp(
      "The same, repeatable too, for a message that withdraws consent, or denies it; one that matches both withdraws.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var consentWithdrawn: [TextPattern] = []

  @Flag(help: "Leave out transcripts whose last mark does not grant consent, and those without a mark.")
  var requireConsent = false

  @Option(
    help: ArgumentHelp("A UUID or a name that keeps messageIds apart from other sources'.", valueName: "name")
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
      throw ValidationError("--namespace is empty; name a source, or leave it out.")
    }
    if requireConsent, consentGranted.isEmpty {
      throw ValidationError("--require-consent needs --consent-granted, which says how consent is noted.")
    }
  }

  /// Refuses options, and names in them, of which none of some routes knows anything.
  func validate(for routes: [Route]) throws {
    for option in given.map(\.option) where !routes.contains(where: { $0.options.contains(option) }) {
      let others = Routes.all.filter { $0.options.contains(option) }
        .map { "--from \($0.from.name) --to \($0.to.name)" }.joined(separator: ", ")
      throw ValidationError("--\(option.rawValue) does nothing here; it is for \(others).")
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
        "\(option) knows no '\(name)'.\(meant) There are: \(all.joined(separator: ", ")).")
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
      throw ValidationError("It must be a JSON object; \(error).")
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
      "No id is looked for in '\(argument)'. There are: visitor.id, visitor.emailAddress, visitor.customFields.<name>."
    )
  }
}
