internal import JSONText
internal import PersonalData

/// The job "redact": records are written again without what is personal in them, or what is left of that is reported.
struct RedactionJob: RecordJob {
  let reporting: Reporting
  var found = Found()

  /// What is read of records of each format, and what is replaced in them.
  private let formats: [(reading: FormatPlan, redaction: Redaction)]
  private var index = 0

  /// What is replaced in the record; kept for its room.
  private var edits = Edits()

  /// Compiles what is replaced in records of some formats.
  init(_ formats: [Format], _ settings: RedactionSettings) {
    // What is reported of redaction does not hold what was to be removed.
    reporting = Reporting(asFindings: settings.verifies, quotes: false)
    self.formats = formats.map { format in
      let reading = FormatPlan(
        format, format.record, FormatPlan.Wanted(noted: Redaction.inputs(of: format)), knowsWritten: true)
      return (reading, Redaction(format, reading: reading.members, settings))
    }
  }

  /// What is read of records of each format.
  var plans: [FormatPlan] { formats.map(\.reading) }

  mutating func select(_ index: Int) { self.index = index }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    let (reading, redaction) = formats[index]
    found.document = document.slice
    let outcome = redaction.redact(
      bytes, found, reading.members, end: document.end, into: &edits, noting: &balance.selection)
    if redaction.settings.verifies {
      return .examined(leftovers(bytes, document, reading.format, redaction, outcome))
    }
    if case .dropped = outcome { return .skipped }
    defer { output.append(UInt8(ascii: "\n")) }
    switch outcome {
    case .passedOver, .dropped:
      output.append(document.slice, of: bytes)
      return .rewritten("passed over")
    case .edited where edits.isEmpty:
      output.append(document.slice, of: bytes)
      return .rewritten("unchanged")
    case .edited:
      write(bytes, document, to: &output)
      return .rewritten("redacted")
    }
  }

  /// Writes a document with its edits.
  private func write(_ bytes: Span<UInt8>, _ document: Document, to output: inout Output) {
    let start = output.count
    var position = document.range.lowerBound
    for edit in edits.list {
      output.append(bytes, position..<edit.range.lowerBound)
      output.append(contentsOf: edit.text)
      position = edit.range.upperBound
    }
    output.append(bytes, position..<document.range.upperBound)
    guard document.isSpaced else { return }
    // White space goes last: between two edits nobody knows whether a string is open.
    var whole = Array(output.written[start...])
    whole.append(contentsOf: repeatElement(0, count: Scanner.padding))
    output.truncate(to: start)
    output.appendCompact(whole.span, 0..<whole.count - Scanner.padding)
  }

  /// Returns, as what is wrong with the document, what would be replaced in it.
  ///
  /// It is reported by line and column, and by the names that every record of the format has.
  private func leftovers(
    _ bytes: Span<UInt8>, _ document: Document, _ format: Format, _ redaction: Redaction,
    _ outcome: Redaction.Outcome
  ) -> ExaminedRecord {
    let start = document.range.lowerBound
    var record = ExaminedRecord(format: format.name)
    record.diagnostics = edits.list.map { edit in
      Diagnostic(code: .personalData, offset: edit.range.lowerBound, message: edit.kind.leftover)
    }
    if case .dropped = outcome {
      record.diagnostics = [Diagnostic(code: .personalData, message: "the record would be left out")]
    }
    let pointers = JSONPointer.to(
      record.diagnostics.map { $0.offset ?? start }, in: bytes, from: start, end: document.end)
    for (index, pointer) in pointers.enumerated() {
      record.diagnostics[index].pointer = redaction.toldPart(of: pointer)
    }
    return record
  }
}

extension Edits.Kind {
  /// What is left, in words that do not tell it.
  fileprivate var leftover: String {
    switch self {
    case .member: "the value of a member that is personal is left"
    case .found(.email): "an e-mail address is left"
    case .found(.phone): "a phone number is left"
    case .found(.address): "an IP address is left"
    case .answer: "the answer to a form is left"
    case .link: "a link to a file is left"
    case .consequence: "a value made of the visitor's id is left"
    }
  }
}
