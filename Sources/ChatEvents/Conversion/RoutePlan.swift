internal import JSONText

/// One route compiled: what is demanded of its records, and what is written of them.
///
/// It never changes once it is made, and is shared instead of copied.
final class RoutePlan: Sendable {
  /// What is read of records.
  let reading: FormatPlan
  /// What finds batches; nil for a format without them.
  let batch: Batch?
  private let settings: RouteSettings
  private let emissions: EmissionPlan
  private let checks: [any Check]
  private let skips: [any Skip]
  private let advice: [any Advice]
  /// Which records are converted, by their times; nil for all.
  private let selection: SelectionPlan?
  private let preparation: (any Preparation)?
  /// The messages in which marks of consent are looked for; nil if nobody asks.
  private let consentMessages: ConsentMarks.Messages?
  let survey: Survey?
  /// The ids that must not be alike, of those that are read.
  private let people: [ReadPlan.Slot]
  private let redactedChats: RedactedIdentities
  /// What to do about an event that is too large: which of the options that make events shorter are there, and not given yet.
  let adviceOnLength: String

  /// How deep a record of which a service's events are made may be nested.
  ///
  /// An event holds what it copies up to two levels deeper than the record, and a batch holds the event two levels deep. Each must be
  /// input again.
  static let deepest = Scanner.depthLimit - 4

  /// Compiles a route.
  ///
  /// - Parameter surveys: whether what only a summary reports is counted, which costs a look at each item.
  init(_ route: Route, _ allSettings: RouteSettings, surveys: Bool, _ selected: Selection) {
    let settings = allSettings.limited(to: route.options)
    let (format, checks) = (route.from, route.checks)
    let skips = format.skips.filter { settings.options.contains($0.option) }
    let emissions = route.emissions.filter(settings.includes)
    // What events are made of may be of any type only if it is copied; what is checked may be so wherever it says so.
    var (written, checked) = (Inputs(nil, settings), Inputs(nil, settings))
    for emission in emissions { emission.declare(&written, settings) }
    for check in checks { _ = check.init(&checked) }
    for skip in skips { _ = skip.init(&checked) }
    _ = route.preparation?.init(&checked)
    if settings.looksForConsent { _ = ConsentMarks.Messages(&checked) }
    var advised = Inputs(nil, settings)
    for advice in route.advice { _ = advice.init(&advised) }
    let loose = Set(checked.ofAnyType)
    let typed = (written.typed + checked.typed).filter { !loose.contains($0) }
    // What lies around a member that is relied on keeps its type where advice reads it too.
    let around = advised.all.filter { path in typed.contains { $0.steps.starts(with: path.steps) } }
    let wanted = FormatPlan.Wanted(
      typed: typed + around,
      ofAnyType: written.ofAnyType + checked.ofAnyType + Batch.calls(of: format),
      noted: advised.all + SelectionPlan.inputs(of: format, selected)
        + Survey.inputs(of: route, settings, isWhole: surveys) + Batch.otherMembers(of: format))
    let reading = FormatPlan(
      format, route.record, wanted, knowsWritten: false,
      depth: route.to.limits == nil ? Scanner.depthLimit : Self.deepest)
    let plan = reading.members

    self.reading = reading
    self.settings = settings
    batch = Batch(format, plan)
    self.emissions = EmissionPlan(emissions, settings, reading: plan)
    var inputs = Inputs(plan, settings)
    self.checks = checks.map { $0.init(&inputs) }
    self.skips = skips.map { $0.init(&inputs) }
    advice = route.advice.map { $0.init(&inputs) }
    selection = selected.isEverything ? nil : SelectionPlan(selected, format, reading: plan)
    preparation = route.preparation.map { $0.init(&inputs) }
    consentMessages = settings.looksForConsent ? ConsentMarks.Messages(&inputs) : nil
    let members = Set(written.typed + written.ofAnyType + checked.typed + checked.ofAnyType)
    people = format.people.ids.filter(members.contains).map(plan.slot)
    redactedChats = RedactedIdentities(format.conversation.filter(members.contains), reading: plan)
    survey = Survey(route, settings, plan, isWhole: surveys)
    adviceOnLength =
      if route.options.contains(.noBodies), !settings.options.contains(.noBodies) {
        "shorten it: use --no-bodies, or remove long members from the record"
      } else if settings.options.contains(.lossless) {
        "shorten it: omit --lossless, or remove long members from the record"
      } else {
        "shorten it: remove long members from the record"
      }
  }

  /// Makes a place for what a scan finds.
  ///
  /// - Parameter now: the present time; nil if no time is odd.
  func empty(_ consentMarks: ConsentMarks?, now: Int?) -> RouteRecord {
    var record = RouteRecord(settings: settings)
    record.chat.consentMarks = consentMarks
    record.chat.setPresent(now)
    return record
  }

  /// Returns what is wrong with a record whose members have been found, or nil; works out what its events share.
  func diagnostic(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    for index in checks.indices {
      if let diagnostic = checks[index].diagnostic(bytes, record.found) { return diagnostic }
    }
    if let diagnostic = preparation?.prepare(bytes, &record) { return diagnostic }
    if let consentMessages {
      record.chat.consent = record.chat.consentMarks?.last(bytes, record.found, consentMessages)
    }
    return nil
  }

  /// Returns what is worth a warning in a record that is converted.
  func warnings(_ bytes: Span<UInt8>, _ record: borrowing RouteRecord) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    for index in advice.indices { warnings += advice[index].warnings(bytes, record.found) }
    return warnings
  }

  /// Whether an option leaves the record out.
  func isSkipped(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, noting tally: inout SelectionTally
  ) -> Bool {
    if let selection, !selection.includes(bytes, record.found, noting: &tally) { return true }
    if record.chat.isAnonymous, record.settings.options.contains(.skipAnonymous) { return true }
    if record.chat.consent != true, record.settings.options.contains(.requireConsent) { return true }
    for index in skips.indices where skips[index].applies(bytes, record.found) { return true }
    return false
  }

  /// Whether an id by which a receiver tells records apart is the text that all redacted records have.
  func hasRedactedIdentity(_ bytes: Span<UInt8>, _ record: borrowing RouteRecord) -> Bool {
    redactedChats.first(bytes, record.found) != nil
      || hasID(bytes, record) { RedactedIdentities.isRedacted($0, bytes) }
  }

  /// Whether an id of a person is what a program writes where it has none.
  func hasPlaceholderID(_ bytes: Span<UInt8>, _ record: borrowing RouteRecord) -> Bool {
    hasID(bytes, record) { PlaceholderIDs.isPlaceholder($0, bytes) }
  }

  /// Whether an id of the person whom the events are about meets a condition.
  @inline(__always)
  private func hasID(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, where isOdd: (Slice) -> Bool
  ) -> Bool {
    let (person, asked) = (record.chat.person, record.chat.asked)
    guard person.isKnown || asked.isKnown else {
      for slot in people where isOdd(record.found.slice(slot)) { return true }
      return false
    }
    // Of the ids that a chat has, its events have the one that the caller wants.
    return isOdd(person.userID) || isOdd(person.anonymousID) || isOdd(asked.userID)
      || isOdd(asked.anonymousID)
  }

  /// Writes a record's events, and counts them by emission.
  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output, counts: inout [Int])
  {
    emissions.write(bytes, &record, to: &output, counts: &counts)
  }

  /// The names of the emissions, in the order in which they are counted.
  var emissionNames: [String] { emissions.names }
}
