internal import JSONText
internal import PersonalData

/// The job "redact": records are written again without what is personal in them, or what is left of that is reported.
struct RedactionJob: RecordJob {
  let reporting: Reporting
  var found = Found()

  private let lanes: [Lane<Redaction>]
  private var redaction: Redaction

  /// What is replaced in the record; kept for its room, and for the texts of earlier records that hold nothing.
  private var edits = Edits()

  /// Makes what replaces what is personal in records of some formats; nil without a format.
  init?(_ formats: [Format], _ settings: RedactionSettings) {
    // What is reported of redaction does not hold what was to be removed.
    reporting = Reporting(
      asFindings: settings.verifies, refusesEnvelopes: settings.verifies, quotes: false)
    lanes = formats.map { format in Lane(format) { Redaction(format, settings) } }
    guard let first = lanes.first else { return nil }
    redaction = first.plan
    edits.cleanTexts = CleanTexts()
  }

  var formats: [Format] { lanes.map(\.format) }

  mutating func select(_ index: Int) -> FormatPlan {
    redaction = lanes[index].plan
    return redaction.reading
  }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    found.document = document.slice
    let outcome = redaction.redact(
      bytes, found, end: document.end, into: &edits, noting: &balance.selection)
    if !edits.matched.isEmpty { balance.selection.members.formUnion(edits.matched) }
    if redaction.settings.selection.before != nil { balance.count(redaction.oddities(bytes, found)) }
    if case .sharing = outcome {
      return redact(redaction.sharedOut(bytes, found), into: &output)
    }
    if case .edited = outcome, !edits.fileLinks.isEmpty {
      balance.selection.fileLinks += edits.fileLinksLeft
    }
    if redaction.settings.verifies {
      return .examined(leftovers(bytes, document, outcome))
    }
    if case .dropped = outcome { return .skipped }
    defer { output.append(UInt8(ascii: "\n")) }
    switch outcome {
    case .passedOver, .dropped, .sharing:
      output.append(document.slice, of: bytes)
      return .rewritten("not selected")
    case .edited where edits.isEmpty:
      output.append(document.slice, of: bytes)
      return .rewritten("unchanged")
    case .edited:
      write(bytes, document, to: &output)
      return .rewritten("redacted")
    }
  }

  /// Writes a batch whose calls have been given what it said for all of them; its selection is noted already.
  private mutating func redact(_ batch: [UInt8], into output: inout Output) -> Outcome {
    let padded = batch + [UInt8](repeating: 0, count: Scanner.padding)
    var scanner = Scanner(end: batch.count)
    let plan = redaction.reading.members
    // It is made of parts that were scanned already: it is sound.
    guard let document = try? Document(padded.span, 0, plan, &scanner, into: &found.slots) else {
      return .rewritten("unchanged")
    }
    var noted = Balance()
    return process(padded.span, document, into: &output, counting: &noted)
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
    let whole = output.withTail(from: start) { text in
      text.copied(text.indices) + [UInt8](repeating: 0, count: Scanner.padding)
    }
    output.truncate(to: start)
    output.appendCompact(whole.span, 0..<whole.count - Scanner.padding)
  }

  /// Returns, as what is wrong with the document, what would be replaced in it.
  ///
  /// It is reported by line and column, and by the names that every record of the format has.
  private func leftovers(
    _ bytes: Span<UInt8>, _ document: Document, _ outcome: Redaction.Outcome
  ) -> ExaminedRecord {
    let start = document.range.lowerBound
    var record = ExaminedRecord(format: redaction.reading.format.name)
    record.diagnostics = edits.list.map { edit in
      Diagnostic(code: .personalData, offset: edit.range.lowerBound, message: edit.kind.leftover)
    }
    if case .dropped = outcome {
      record.diagnostics = [Diagnostic(code: .personalData, message: "the record would be dropped")]
    }
    if !redaction.verifiesSelected { record.diagnostics = [] }
    record.diagnostics += redaction.valuesLeft(bytes, found)
    // A stable order: what is told of the same place stays as it was added.
    record.diagnostics = record.diagnostics.enumerated().sorted {
      ($0.element.offset ?? start, $0.offset) < ($1.element.offset ?? start, $1.offset)
    }.map(\.element)
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
    case .member: "the value of a personal member is left"
    case .found(.email): "an e-mail address is left"
    case .found(.phone): "a phone number is left"
    case .found(.address): "an IP address is left"
    case .found(.card): "a payment card number is left"
    case .found(.iban): "an IBAN is left"
    case .known, .found(.known): "a value that the record elsewhere names as a person's is left"
    case .answer: "the answer to a form is left"
    case .field: "a personal query parameter of a link is left"
    case .link: "a link to a file is left"
    case .consequence: "a value derived from the visitor's id is left"
    }
  }
}
