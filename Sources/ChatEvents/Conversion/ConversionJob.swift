internal import JSONText

/// The job "convert": records become events of a format.
struct ConversionJob: RecordJob {
  let reporting = Reporting()
  /// The record at hand.
  private var record: RouteRecord

  // A plain getter would copy the slots of each record.
  var found: Found {
    get { record.found }
    _modify { yield &record.found }
  }

  private let lanes: [Lane<RoutePlan>]
  let target: Format
  private let options: Options

  private var interoperability = InteroperableText()
  /// What holds events against plans; nil without a plan.
  var plans: PlanCheck?

  /// The route that records take.
  private var route: RoutePlan

  /// Whether a page call of the source was come to.
  private var hasSeenPage = false

  /// The number of events, for each emission of that route.
  private var counts: [Int]

  /// What a caller can ask besides what the routes know.
  struct Options: Sendable {
    /// Whether a record is rejected if an event exceeds the service's size limit; else that is a warning.
    var rejectsLargeEvents = false
    /// The largest event, in bytes; nil for what the service takes.
    var largestEvent: Int?
    /// Whether only JSON is written that every program reads alike.
    var isInteroperable = false
    /// Whether to count what only a summary reports.
    var surveys = false
    /// Which records are converted.
    var selection = Selection()
    /// The present time in seconds since 1970, for that; nil if it does not matter.
    var now: Int?
    /// The plans that events must keep to.
    var plans: [TrackingPlan] = []
  }

  /// Returns the routes that records of a format, or of any, can take to another.
  static func routes(from: Format?, to target: Format) -> [Route] {
    Routes.all.filter { $0.to == target && (from == nil || $0.from == from) }
  }

  /// Makes what converts records of some formats; nil if no route leads to the target.
  init?(from: Format?, to target: Format, _ settings: RouteSettings, _ options: Options) {
    lanes = Self.routes(from: from, to: target)
      .map { route in
        Lane(route.from) { RoutePlan(route, settings, surveys: options.surveys, options.selection) }
      }
    guard let first = lanes.first?.plan else { return nil }
    self.target = target
    self.options = options
    route = first
    record = first.empty(ConsentMarks(settings), now: options.now)
    counts = first.emissionNames.map { _ in 0 }
    plans = PlanCheck(options.plans)
  }

  var formats: [Format] { lanes.map(\.format) }

  mutating func select(_ index: Int) -> FormatPlan {
    route = lanes[index].plan
    record = route.empty(record.chat.consentMarks, now: options.now)
    counts = route.emissionNames.map { _ in 0 }
    return route.reading
  }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    guard options.isInteroperable else { return convert(bytes, document, into: &output, counting: &balance) }
    interoperability.check(bytes, document.range)
    let findings = interoperability.findings
    if let key = findings.first(where: { $0.fault == .repeatedKey }) {
      return .rejected(Diagnostic(code: Code(.repeatedKey), offset: key.offset))
    }
    let outcome = convert(bytes, document, into: &output, counting: &balance)
    if case .converted = outcome {
      for finding in findings where finding.fault == .numberTooLarge {
        balance.warnings[Diagnostic(finding).withoutPlace, default: 0] += 1
      }
    }
    return outcome
  }

  /// Converts a document, which may be a batch.
  private mutating func convert(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    if let objection = document.objection {
      return .rejected(diagnostic(objection, bytes, document.range.lowerBound, end: document.end))
    }
    record.written.largest = 0
    guard let batch = route.batch, let calls = batch.calls(in: record.found) else {
      return convert(bytes, document.slice, into: &output, counting: &balance)
    }
    return convert(
      bytes, calls, sharing: batch.shared(in: record.found), end: document.end, into: &output,
      counting: &balance)
  }

  mutating func beginSource() { hasSeenPage = false }

  mutating func settle(_ balance: inout Balance) {
    for (index, name) in route.emissionNames.enumerated() where counts[index] > 0 {
      balance.events[name, default: 0] += counts[index]
      counts[index] = 0
    }
  }
}

extension ConversionJob {
  /// Converts a document that is not a batch.
  private mutating func convert(
    _ bytes: Span<UInt8>, _ document: Slice, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    let written = output.count
    // They are needed only to take events back, which copies the list.
    let counted = options.rejectsLargeEvents ? counts : []
    switch events(bytes, document, into: &output, counting: &balance) {
    case .skipped: return .skipped
    case .diagnostic(let diagnostic): return .rejected(diagnostic)
    case .written: break
    }
    if let diagnostic = largeEvent(in: &output, since: written, counting: &balance) {
      counts = counted
      return .rejected(diagnostic)
    }
    return .converted
  }

  /// Converts the calls of a batch; if one cannot be, none of them is.
  private mutating func convert(
    _ bytes: Span<UInt8>, _ calls: Slice, sharing shared: BatchMembers, end: Int, into output: inout Output,
    counting balance: inout Balance
  ) -> Outcome {
    guard calls.kind == .array else {
      return .rejected(
        .typeMismatch(Int(calls.start), byte: bytes[Int(calls.start)], expected: "an array"))
    }
    let (written, counted, warnings, seen) = (output.count, counts, balance.warnings, hasSeenPage)
    defer { record.call.batch = BatchMembers() }
    var isEmpty = true
    for call in calls.elements(bytes) {
      isEmpty = false
      guard
        var diagnostic = diagnostic(bytes, call, sharing: shared, end: end, into: &output, counting: &balance)
      else { continue }
      diagnostic.knownPointer = nil
      diagnostic.offset = diagnostic.offset ?? Int(call.start)
      output.truncate(to: written)
      (counts, balance.warnings, hasSeenPage) = (counted, warnings, seen)
      return .rejected(diagnostic)
    }
    if isEmpty { return .rejected(Diagnostic(code: .emptyBatch, offset: Int(calls.start))) }
    if let diagnostic = largeEvent(in: &output, since: written, counting: &balance) {
      (counts, balance.warnings) = (counted, warnings)
      return .rejected(diagnostic)
    }
    return .converted
  }

  /// Writes the events of one call of a batch, or returns what is wrong with it.
  private mutating func diagnostic(
    _ bytes: Span<UInt8>, _ call: Slice, sharing shared: BatchMembers, end: Int, into output: inout Output,
    counting balance: inout Balance
  ) -> Diagnostic? {
    let start = Int(call.start)
    guard
      let document = Batch.document(call, bytes, route.reading.members, end: end, into: &record.found.slots)
    else { return .typeMismatch(start, byte: bytes[start], expected: "an object") }
    if let objection = document.objection { return diagnostic(objection, bytes, start, end: end) }
    record.call.batch = shared
    let events = events(bytes, document.slice, into: &output, counting: &balance)
    if case .diagnostic(let diagnostic) = events { return diagnostic }
    return nil
  }

  /// What a document gave.
  private enum Events {
    case written
    case skipped
    case diagnostic(Diagnostic)
  }

  /// Writes the events of a document.
  private mutating func events(
    _ bytes: Span<UInt8>, _ document: Slice, into output: inout Output, counting balance: inout Balance
  ) -> Events {
    (record.chat.warning, record.chat.oddities, record.call.isDoubtful) = (nil, [], false)
    if !record.call.warnings.isEmpty { record.call.warnings = [] }
    record.found.document = document
    if let diagnostic = route.diagnostic(bytes, &record) { return .diagnostic(diagnostic) }
    let isFirstPage = isFirstPage()
    if route.isSkipped(bytes, record, noting: &balance.selection) || isFirstPage { return .skipped }
    let written = output.count
    // They are needed only to take events back, which copies the list.
    let counted = plans == nil ? [] : counts
    route.write(bytes, &record, to: &output, counts: &counts)
    if options.isInteroperable { InteroperableText.clean(&output, from: written) }
    if plans != nil, let diagnostic = brokenPlan(in: output, since: written, noting: &balance.selection) {
      output.truncate(to: written)
      counts = counted
      return .diagnostic(diagnostic)
    }
    for warning in record.call.warnings { balance.warnings[warning, default: 0] += 1 }
    for warning in route.warnings(bytes, record) { balance.warnings[warning, default: 0] += 1 }
    if record.call.isDoubtful { countRefusedCalls(in: output, since: written, &balance) }
    if let warning = record.chat.warning, output.count > written {
      balance.warnings[Diagnostic(code: warning), default: 0] += 1
    }
    if !record.chat.oddities.isEmpty, output.count > written { balance.count(record.chat.oddities) }
    if output.count > written, route.hasRedactedIdentity(bytes, record) {
      balance.warnings[Diagnostic(code: .redactedIdentity), default: 0] += 1
    }
    if output.count > written, route.hasPlaceholderID(bytes, record) {
      balance.warnings[Diagnostic(code: .placeholderID), default: 0] += 1
    }
    route.survey?.count(bytes, record, now: options.now, into: &balance)
    return .written
  }

  /// Whether the call is the source's first page call for the destination, and is left out as such.
  private mutating func isFirstPage() -> Bool {
    guard record.settings.options.contains(.skipFirstPage), record.call.isPage else { return false }
    defer { hasSeenPage = true }
    return !hasSeenPage
  }

  /// Turns what a scan objected to into a diagnostic that names both types.
  private func diagnostic(_ objection: JSONFault, _ bytes: Span<UInt8>, _ start: Int, end: Int) -> Diagnostic
  {
    switch objection.reason {
    case .typeMismatch: break
    case .tooDeep:
      let message =
        "nested deeper than \(RoutePlan.deepest) levels, so the event would be too deep to read"
      return Diagnostic(code: Code(.tooDeep), offset: objection.offset, message: message)
    default: return Diagnostic(code: Code(objection.reason), offset: objection.offset)
    }
    let pointer = JSONPointer.to(objection.offset, in: bytes, from: start, end: end)
    return .typeMismatch(objection.offset, pointer, byte: bytes[objection.offset], in: route.reading.model)
  }

  /// Counts what was written after an offset and would not be taken.
  private func countRefusedCalls(in output: borrowing Output, since written: Int, _ balance: inout Balance) {
    guard let refusals = target.written?.refusals else { return }
    let calls = output.withTail(from: written) { text in text.copied(text.indices) }
    for line in calls.split(separator: UInt8(ascii: "\n")) {
      guard let call = try? JSONTextDecoder().decode(JSONValue.self, from: Array(line)) else { continue }
      for message in refusals(call) {
        balance.warnings[Diagnostic(code: .callNotTaken, message: message), default: 0] += 1
      }
    }
  }

  /// Looks for an event over the limit among those that were written after an offset.
  ///
  /// - Returns: what is wrong with the record, if such an event may not be written; then none of its events is. Else the
  ///   event gives a warning.
  private func largeEvent(
    in output: inout Output, since written: Int, counting balance: inout Balance
  ) -> Diagnostic? {
    guard let limits = target.limits else { return nil }
    let limit = options.largestEvent ?? limits.event
    guard record.written.largest > limit else { return nil }
    let isOwn = options.largestEvent != nil
    let fix = isOwn ? "\(route.adviceOnLength), or raise --max-event-size" : route.adviceOnLength
    var start = written
    for end in written..<output.count where output[end] == UInt8(ascii: "\n") {
      let size = end - start
      start = end + 1
      guard size > limit else { continue }
      guard options.rejectsLargeEvents else {
        let message =
          isOwn
          ? "an event is over --max-event-size of \(limit) bytes"
          : "an event is over \(target.name)'s limit of \(limit) bytes"
        balance.warnings[Diagnostic(code: .eventTooLarge, message: message, fix: fix), default: 0] += 1
        continue
      }
      output.truncate(to: written)
      let whose = isOwn ? "--max-event-size" : "\(target.name)'s limit of"
      return Diagnostic(
        code: .eventTooLarge, message: "an event of \(size) bytes is over \(whose) \(limit)", fix: fix)
    }
    return nil
  }
}
