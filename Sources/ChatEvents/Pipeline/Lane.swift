internal import JSONText

/// What is done with records of one format, compiled: what is read of them, what is demanded, what is written.
///
/// It never changes once it is made, and is shared instead of copied, since the hot path asks for it at each record.
final class Lane: Sendable {
  let reader: Reader
  let work: Work
  /// What the caller asked for, as far as the route knows it.
  private let settings: RouteSettings
  let plan: ReadPlan
  /// The members by which a document is taken for one of this format.
  private let marks: [ReadPlan.Slot]
  /// The members by which formats are known that are looked for earlier.
  private let earlierMarks: [ReadPlan.Slot]
  /// The member that holds a document which a gateway has unpacked from a form.
  let data: ReadPlan.Slot
  /// The members of a line of a rejects file: the code, and the rejected text as it is, in base64, or only its place.
  let rejected: (code: ReadPlan.Slot, text: ReadPlan.Slot, base64: ReadPlan.Slot, bytes: ReadPlan.Slot)
  /// The members of a batch: its calls, and what it says for all of them; nil for a format without batches.
  let batch: (calls: ReadPlan.Slot, type: ReadPlan.Slot, context: ReadPlan.Slot, integrations: ReadPlan.Slot)?
  private let emissions: EmissionPlan
  private let checks: [any Check]
  private let skips: [any Skip]
  private let preparation: (any Preparation)?
  /// The messages in which marks of consent are looked for; nil where nobody asks.
  private let consentMessages: ConsentMarks.Messages?
  let survey: Survey?

  /// What becomes of a record.
  enum Work: Sendable {
    /// Its route's events are written.
    case route
    /// Everything that is wrong with it is told.
    case validation(Validation)
    /// What is personal in it is replaced.
    case redaction(Redaction)
    /// It is handed over, where it is meant.
    case export(ExportPlan)
  }

  /// Compiles a route.
  ///
  /// - Parameter surveys: whether what only a summary tells is counted, which costs a look at each item.
  init(_ route: Route, _ reader: Reader, _ allSettings: RouteSettings, surveys: Bool) {
    let settings = allSettings.limited(to: route.options)
    self.settings = settings
    self.reader = reader
    work = .route
    let checks = reader.checks + route.checks
    let skips = reader.skips.filter { settings.options.contains($0.option) }
    let emissions = route.emissions.filter(settings.includes)
    let hasBatches = reader.format.marks.contains("batch")
    let marks = reader.format.marks.map { Path($0) }
    let earlier = Format.all.prefix { $0 != reader.format }.flatMap(\.marks)
      .filter { !reader.format.marks.contains($0) }.map { Path($0) }
    let survey = surveys ? Survey.inputs(of: reader.format) : []
    // What events are made of may be of any type only where it is copied; what is checked may be so wherever it says so.
    var (written, checked) = (Inputs(nil, settings), Inputs(nil, settings))
    for emission in emissions { emission.declare(&written, settings) }
    for check in checks { _ = check.init(&checked) }
    for skip in skips { _ = skip.init(&checked) }
    _ = route.preparation?.init(&checked)
    if settings.looksForConsent { _ = ConsentMarks.Messages(&checked) }

    var shape = Self.envelope(around: reader.model.shape, marks: marks + earlier)
    let wanted = ["data"] + written.typed + checked.typed
    let verbatim = written.ofAnyType + checked.ofAnyType + (hasBatches ? ["batch"] : [])
    let loose = Set(checked.ofAnyType)
    let noted: [Path] =
      marks + earlier + Self.rejectMembers.map { Path($0) } + survey + (hasBatches ? Self.batchMembers : [])
    for path in wanted + verbatim { shape.open(path.steps[...]) }
    let plan = ReadPlan(
      shape, wanting: wanted.filter { !loose.contains($0) }, verbatim: verbatim, noting: noted)

    self.plan = plan
    self.marks = marks.map(plan.slot)
    data = plan.slot("data")
    rejected = (plan.slot("code"), plan.slot("record"), plan.slot("record_base64"), plan.slot("bytes"))
    batch =
      hasBatches
      ? (plan.slot("batch"), plan.slot("type"), plan.slot("context"), plan.slot("integrations")) : nil
    earlierMarks = earlier.map(plan.slot)
    self.emissions = EmissionPlan(emissions, settings, reading: plan)
    var inputs = Inputs(plan, settings)
    self.checks = checks.map { $0.init(&inputs) }
    self.skips = skips.map { $0.init(&inputs) }
    preparation = route.preparation.map { $0.init(&inputs) }
    consentMessages = settings.looksForConsent ? ConsentMarks.Messages(&inputs) : nil
    self.survey = surveys ? Survey(reader.format, plan) : nil
  }

  /// Compiles what is looked for in records of a format.
  convenience init(_ reader: Reader, _ validation: ValidationSettings) {
    var inputs = Inputs()
    for rule in Rules.all(for: reader.format) { _ = rule.init(&inputs) }
    self.init(reader, looking: inputs.all + Validation.inputs(of: reader)) {
      .validation(Validation(reader, reading: $0, validation))
    }
  }

  /// Compiles what is replaced in records of a format.
  convenience init(_ reader: Reader, _ redaction: RedactionSettings) {
    self.init(reader, looking: Redaction.inputs(of: reader)) {
      .redaction(Redaction(reader, reading: $0, redaction))
    }
  }

  /// Compiles which records of a format are handed over.
  convenience init(_ reader: Reader, _ export: ExportSettings) {
    self.init(reader, looking: ExportPlan.inputs(of: reader.format)) {
      .export(ExportPlan(reader.format, reading: $0, export))
    }
  }

  /// Compiles what is done with records of a format that are not converted.
  ///
  /// - Parameter inputs: the members that are looked at; of each, anything may be there.
  private init(_ reader: Reader, looking inputs: [Path], _ makeWork: (ReadPlan) -> Work) {
    self.reader = reader
    settings = RouteSettings()
    let marks = reader.format.allMarks.map { Path($0) }
    let earlier = Format.all.prefix { $0 != reader.format }.flatMap(\.allMarks)
      .filter { !reader.format.allMarks.contains($0) }.map { Path($0) }
    var shape = Self.envelope(around: reader.model.shape, marks: marks + earlier)
    for path in inputs { shape.open(path.steps[...]) }
    let plan = ReadPlan(
      shape, wanting: ["data"], noting: marks + earlier + Self.rejectMembers.map { Path($0) } + inputs)
    self.plan = plan
    self.marks = marks.map(plan.slot)
    earlierMarks = earlier.map(plan.slot)
    data = plan.slot("data")
    rejected = (plan.slot("code"), plan.slot("record"), plan.slot("record_base64"), plan.slot("bytes"))
    work = makeWork(plan)
    (batch, checks, skips, preparation, consentMessages, survey) = (nil, [], [], nil, nil, nil)
    emissions = EmissionPlan([], settings, reading: plan)
  }

  private static let rejectMembers = ["code", "record", "record_base64", "bytes"]
  private static let batchMembers: [Path] = ["context", "integrations"]

  /// A document's members, those that hold a document within, and those by which formats are known.
  private static func envelope(around shape: Shape, marks: [Path]) -> Shape {
    let known = Set(shape.members.map(\.name))
    var others: [String] = []
    for name in marks.map(\.description) + rejectMembers + ["data"]
    where !known.contains(name) && !others.contains(name) { others.append(name) }
    return Shape(
      shape.members + others.map { Shape.Member($0, $0 == "data" ? [.string, .array] : .any) })
  }

  /// Whether a document has a member by which this format is known.
  func isMarked(_ found: borrowing Found) -> Bool {
    for mark in marks where found.slots[mark.index].isPresent { return true }
    return false
  }

  /// Whether a document is of this lane's format: it has a mark, and none of a format that is looked for earlier.
  func fits(_ found: borrowing Found) -> Bool {
    guard isMarked(found) else { return false }
    for mark in earlierMarks where found.slots[mark.index].isPresent { return false }
    return true
  }

  /// Makes a place for what a scan finds.
  func empty() -> Found {
    var found = Found(settings: settings)
    found.written.stretches = WrittenStretches(count: emissions.stretchCount)
    return found
  }

  /// Returns what is wrong with a record whose members have been found, or nil; works out what its events share.
  func complaint(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    for index in checks.indices {
      if let complaint = checks[index].complaint(bytes, found) { return complaint }
    }
    if let complaint = preparation?.prepare(bytes, &found) { return complaint }
    if let consentMessages {
      found.chat.consent = found.chat.consentMarks?.last(bytes, found, consentMessages)
    }
    return nil
  }

  /// Whether an option leaves the record out.
  func isSkipped(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool {
    if found.chat.isAnonymous, found.settings.options.contains(.skipAnonymous) { return true }
    for index in skips.indices where skips[index].applies(bytes, found) {
      return true
    }
    return false
  }

  /// Writes a record's events, and counts them by emission.
  func write(_ bytes: Span<UInt8>, _ found: inout Found, to output: inout Output, counts: inout [Int]) {
    emissions.write(bytes, &found, to: &output, counts: &counts)
  }

  /// The names of the emissions, in the order in which they are counted.
  var emissionNames: [String] { emissions.names }
}

extension Shape {
  /// Makes a path lead somewhere where the model does not know what lies inside a member.
  mutating func open(_ steps: ArraySlice<String>) {
    guard let name = steps.first, !name.hasSuffix("[]"), !name.hasSuffix("{}") else { return }
    guard let index = members.firstIndex(where: { $0.name == name }) else {
      members.append(
        steps.count > 1
          ? Member(name, .object, .object(Shape(inside: steps.dropFirst()))) : Member(name, .any))
      return
    }
    guard steps.count > 1 else { return }
    switch members[index].content {
    case .opaque: members[index].content = .object(Shape(inside: steps.dropFirst()))
    case .object(var inner):
      inner.open(steps.dropFirst())
      members[index].content = .object(inner)
    case .list, .map: break
    }
  }

  /// Makes a shape in which a path leads somewhere.
  private init(inside steps: ArraySlice<String>) {
    self.init([])
    open(steps)
  }
}
