internal import JSONText

/// The job "validate": everything that is wrong with records is reported.
struct ValidationJob: RecordJob {
  let reporting: Reporting
  var found = Found()

  /// What is read of records of each format, and what they are held against.
  private let formats: [(reading: FormatPlan, validation: Validation)]
  private var index = 0

  /// Compiles what is looked for in records of some formats.
  init(_ formats: [Format], _ settings: ValidationSettings) {
    reporting = Reporting(asFindings: true, reportsAll: settings.tellsAll)
    self.formats = formats.map { format in
      var inputs = Inputs()
      for rule in format.rules { _ = rule.init(&inputs) }
      let reading = FormatPlan(
        format, format.record, FormatPlan.Wanted(noted: inputs.all + Validation.inputs(of: format)),
        knowsWritten: true)
      return (reading, Validation(format, reading: reading.members, settings))
    }
  }

  /// What is read of records of each format.
  var plans: [FormatPlan] { formats.map(\.reading) }

  mutating func select(_ index: Int) { self.index = index }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    let (reading, validation) = formats[index]
    let start = document.range.lowerBound
    found.document = document.slice
    var record = ExaminedRecord(format: reading.format.name)
    validation.check(bytes, found, reading.members, end: document.end, into: &record.diagnostics)
    if validation.settings.tellsIdentities {
      record.identities = validation.identities(bytes, found, reading.members, end: document.end)
    }
    guard !record.diagnostics.isEmpty else { return .examined(record) }
    record.diagnostics.sort { ($0.offset ?? start) < ($1.offset ?? start) }
    let pointers = JSONPointer.to(
      record.diagnostics.map { $0.offset ?? start }, in: bytes, from: start, end: document.end)
    for (index, pointer) in pointers.enumerated() { record.diagnostics[index].pointer = pointer }
    return .examined(record)
  }
}
