internal import JSONText

/// What records of one format are held against, compiled.
final class Validation: Sendable {
  /// What is read of the records.
  let reading: FormatPlan
  let settings: ValidationSettings
  private let format: Format
  /// What a record's members are held against.
  private let model: ModelCheck
  /// The same for what the format's other side is written as: calls of an API, a widget's data.
  private let written: (marks: [ReadPlan.Slot], model: ModelCheck?)
  /// The members by which a record is known that is read: with one of them it is nothing else.
  private let marks: [ReadPlan.Slot]
  private let rules: [any Rule]
  private let ruleSettings: RuleSettings
  /// Those of them whose words come before what a value's type says.
  private let firstRules: [any Rule]
  /// The members that tell a record from all others, those that say what kind it is first.
  private let identity: [ReadPlan.Slot]
  /// The ids that must not be alike.
  private let redacted: RedactedIdentities
  /// The ids that are none.
  private let placeholders: PlaceholderIDs
  /// What finds batches, and what the members around their calls are held against; nil for a format without batches.
  private let batch: (finder: Batch, model: ModelCheck)?

  init(_ format: Format, _ settings: ValidationSettings) {
    var wanted = Inputs()
    for rule in format.rules { _ = rule.init(&wanted) }
    let noted =
      wanted.all + format.identity.map { Path($0) } + RedactedIdentities.members(of: format)
      + Batch.calls(of: format) + Batch.otherMembers(of: format)
    reading = FormatPlan(format, format.record, FormatPlan.Wanted(noted: noted), knowsWritten: true)
    let plan = reading.members
    self.settings = settings
    ruleSettings = settings.rules
    self.format = format
    let isDemanding = format.demand == .model
    model = ModelCheck(format.record, isDemanding: isDemanding)
    written = (
      format.writtenMarks.map { plan.slot(Path($0.member)) },
      format.written.flatMap { $0.isCheckedByRules ? nil : ModelCheck($0.model()) }
    )
    marks = format.marks.map { plan.slot(Path($0.member)) }
    var inputs = Inputs(plan)
    let rules = format.rules.map { $0.init(&inputs) }
    firstRules = rules.filter { type(of: $0).comesFirst }
    self.rules = rules.filter { !type(of: $0).comesFirst }
    identity = format.identity.map { plan.slot(Path($0)) }
    redacted = RedactedIdentities(RedactedIdentities.members(of: format), reading: plan)
    placeholders = PlaceholderIDs(format, reading: plan)
    batch = Batch(format, plan).map { batch in
      let calls = batch.facts.calls
      return (batch, ModelCheck(batch.facts.model(), isDemanding: isDemanding, except: [calls]))
    }
  }

  /// Notes everything that is wrong with a sound document, in no order.
  ///
  /// - Parameter texts: is shown everything that is in it.
  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, into diagnostics: inout [Diagnostic],
    _ texts: inout InteroperableText
  ) {
    if let batch, let calls = batch.finder.calls(in: found) {
      return check(
        calls, of: batch.finder.facts, in: batch.model, bytes, found, end: end, into: &diagnostics, &texts)
    }
    checkMembers(bytes, found, into: &diagnostics, &texts)
    if let limits = format.limits {
      let size = found.document.compactCount(bytes, orAtMost: limits.event)
      if size > limits.event {
        diagnostics.append(
          Diagnostic(
            code: .eventTooLarge,
            message: "an event of \(size) bytes is over \(format.name)'s limit of \(limits.event)"))
      }
    }
  }

  /// Returns what a document has in place of its calls; nil if it is not a batch.
  func calls(in found: borrowing Found) -> Slice? { batch?.finder.calls(in: found) }

  private func checkMembers(
    _ bytes: Span<UInt8>, _ found: borrowing Found, into diagnostics: inout [Diagnostic],
    _ texts: inout InteroperableText
  ) {
    let isWritten =
      written.marks.contains { found.slice($0).kind != .absent }
      && !marks.contains { found.slice($0).isPresent }
    let before = diagnostics.count
    for rule in firstRules { rule.check(bytes, found, ruleSettings, into: &diagnostics) }
    if let model = isWritten ? written.model : model {
      var typed: [Diagnostic] = []
      _ = model.check(bytes, Int(found.document.start), into: &typed, &texts)
      add(typed, to: &diagnostics, from: before)
    } else {
      _ = texts.pass(bytes, Int(found.document.start))
    }
    for rule in rules {
      var more: [Diagnostic] = []
      rule.check(bytes, found, ruleSettings, into: &more)
      add(more, to: &diagnostics, from: before)
    }
    if !isWritten, let id = redacted.first(bytes, found) {
      add([Diagnostic(code: .redactedIdentity, offset: Int(id.start))], to: &diagnostics, from: before)
    }
    if !isWritten { add(placeholders.findings(bytes, found), to: &diagnostics, from: before) }
  }

  /// Adds diagnostics about values of which nobody has complained yet.
  private func add(_ more: [Diagnostic], to diagnostics: inout [Diagnostic], from start: Int) {
    guard !more.isEmpty else { return }
    let blamed = Set(diagnostics[start...].compactMap(\.offset))
    diagnostics += more.filter { diagnostic in diagnostic.offset.map { !blamed.contains($0) } ?? true }
  }

  /// Notes what is wrong with a batch, and with each of its calls.
  private func check(
    _ calls: Slice, of facts: BatchFacts, in model: ModelCheck, _ bytes: Span<UInt8>,
    _ found: borrowing Found, end: Int,
    into diagnostics: inout [Diagnostic], _ texts: inout InteroperableText
  ) {
    let before = diagnostics.count
    _ = model.check(bytes, Int(found.document.start), into: &diagnostics, &texts)
    add(facts.findings(found.document, bytes, ruleSettings), to: &diagnostics, from: before)
    guard calls.kind == .array else {
      return diagnostics.append(
        .typeMismatch(Int(calls.start), byte: bytes[Int(calls.start)], expected: "an array"))
    }
    let elements = calls.elements(bytes)
    if elements.isEmpty { diagnostics.append(Diagnostic(code: .emptyBatch, offset: Int(calls.start))) }
    Batch.forEach(of: elements, bytes, reading.members, end: end) { _, element, call in
      let before = diagnostics.count
      texts.pause { checkMembers(bytes, call, into: &diagnostics, &$0) }
      // What is wrong with a whole call is told at the call.
      for index in before..<diagnostics.count where diagnostics[index].offset == nil {
        diagnostics[index].offset = Int(element.start)
      }
      checkSize(element, bytes, into: &diagnostics)
    } other: { element in
      diagnostics.append(
        .typeMismatch(Int(element.start), byte: bytes[Int(element.start)], expected: "an object"))
    }
    checkSize(of: found.document, calls: elements.count, bytes, into: &diagnostics)
  }

  private func checkSize(_ call: Slice, _ bytes: Span<UInt8>, into diagnostics: inout [Diagnostic]) {
    guard let limits = format.limits else { return }
    let size = call.compactCount(bytes, orAtMost: limits.event)
    guard size > limits.event else { return }
    diagnostics.append(
      Diagnostic(
        code: .eventTooLarge, offset: Int(call.start),
        message: "an event of \(size) bytes is over \(format.name)'s limit of \(limits.event)"))
  }

  private func checkSize(
    of batch: Slice, calls: Int, _ bytes: Span<UInt8>, into diagnostics: inout [Diagnostic]
  ) {
    guard let limits = format.limits else { return }
    let size = batch.compactCount(bytes, orAtMost: limits.batch)
    if size > limits.batch {
      diagnostics.append(
        Diagnostic(
          code: .batchTooLarge,
          message: "a batch of \(size) bytes is over \(format.name)'s limit of \(limits.batch)"))
    }
    if let most = limits.eventsInBatch, calls > most {
      diagnostics.append(
        Diagnostic(
          code: .batchTooLarge, message: "a batch of \(calls) calls is over \(format.name)'s limit of \(most)"
        ))
    }
  }

  /// Returns what tells a record from all others, and where it stands; of a batch this of each of its calls. What has no
  /// id is left out.
  func identities(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int
  ) -> [ExaminedRecord.Identity] {
    guard let batch, let calls = batch.finder.calls(in: found) else {
      return [identity(bytes, found, at: [])].compactMap(\.self)
    }
    guard calls.kind == .array else { return [] }
    var identities: [ExaminedRecord.Identity] = []
    Batch.forEach(of: calls.elements(bytes), bytes, reading.members, end: end) { index, _, call in
      if let identity = identity(bytes, call, at: [batch.finder.facts.calls, "\(index)"]) {
        identities.append(identity)
      }
    }
    return identities
  }

  /// Returns what tells a record from all others; nil where it has no id.
  private func identity(
    _ bytes: Span<UInt8>, _ found: borrowing Found, at way: [String]
  ) -> ExaminedRecord.Identity? {
    guard let last = identity.last, found.slice(last).isIdentity(bytes) else { return nil }
    var name = Output(capacity: 64)
    name.appendQuoted(format.name)
    for slot in identity {
      name.append(UInt8(ascii: "/"))
      name.append(characters: found.slice(slot), of: bytes)
    }
    return ExaminedRecord.Identity(
      name: name.withTail(from: 0) { UUIDBytes(version5: $0, in: .chatevents) },
      pointer: JSONPointer(way + format.identity.suffix(1)),
      offset: Int(found.slice(last).start))
  }
}

extension Slice {
  /// Returns the number of its bytes without the white space between tokens; where there is too little of it to matter, no
  /// more than a number that they are not over.
  func compactCount(_ bytes: Span<UInt8>, orAtMost limit: Int) -> Int {
    guard range.count > limit else { return range.count }
    var output = Output(capacity: range.count)
    output.appendCompact(bytes, range)
    return output.count
  }
}
