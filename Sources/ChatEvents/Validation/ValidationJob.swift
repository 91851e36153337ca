internal import JSONText

/// The job "validate": everything that is wrong with records is reported.
struct ValidationJob: RecordJob {
  let reporting: Reporting
  var found = Found()

  private let lanes: [Lane<Validation>]
  private var validation: Validation
  private var texts = InteroperableText()
  /// What holds calls against plans; nil without a plan.
  private var plans: PlanCheck?

  /// Makes what looks for everything that is wrong with records of some formats; nil without a format.
  init?(_ formats: [Format], _ settings: ValidationSettings) {
    reporting = Reporting(asFindings: true, reportsAll: settings.tellsAll)
    lanes = formats.map { format in Lane(format) { Validation(format, settings) } }
    guard let first = lanes.first else { return nil }
    validation = first.plan
    plans = PlanCheck(settings.plans)
  }

  var formats: [Format] { lanes.map(\.format) }

  mutating func select(_ index: Int) -> FormatPlan {
    validation = lanes[index].plan
    return validation.reading
  }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    let start = document.range.lowerBound
    found.document = document.slice
    var record = ExaminedRecord(format: validation.reading.format.name)
    texts.begin(bytes, document.range)
    validation.check(bytes, found, end: document.end, into: &record.diagnostics, &texts)
    if plans != nil { checkPlans(bytes, document, into: &record.diagnostics, counting: &balance) }
    record.diagnostics.addInteroperability(texts.findings)
    if validation.settings.tellsIdentities {
      record.identities = validation.identities(bytes, found, end: document.end)
    }
    guard !record.diagnostics.isEmpty else { return .examined(record) }
    record.diagnostics.sort { ($0.offset ?? start) < ($1.offset ?? start) }
    let pointers = JSONPointer.to(
      record.diagnostics.map { $0.offset ?? start }, in: bytes, from: start, end: document.end)
    for (index, pointer) in pointers.enumerated() { record.diagnostics[index].pointer = pointer }
    return .examined(record)
  }
}

extension ValidationJob {
  /// Holds a document, or each call of a batch, against the plans.
  private mutating func checkPlans(
    _ bytes: Span<UInt8>, _ document: Document, into diagnostics: inout [Diagnostic],
    counting balance: inout Balance
  ) {
    guard let facts = validation.reading.format.plans else { return }
    guard let calls = validation.calls(in: found) else {
      plans?.check(
        bytes, document.range.lowerBound, facts, into: &diagnostics, noting: &balance.selection)
      return
    }
    for call in calls.elements(bytes) where call.kind == .object {
      plans?.check(bytes, Int(call.start), facts, into: &diagnostics, noting: &balance.selection)
    }
  }
}

extension [Diagnostic] {
  /// Adds warnings of what not every program reads alike, but for keys that are an error already.
  fileprivate mutating func addInteroperability(_ findings: [InteroperableText.Finding]) {
    guard !findings.isEmpty else { return }
    let repeated = Set(filter { $0.code == Code(.repeatedKey) }.compactMap(\.offset))
    self += findings.filter { $0.fault != .repeatedKey || !repeated.contains($0.offset) }.map(Diagnostic.init)
  }
}
