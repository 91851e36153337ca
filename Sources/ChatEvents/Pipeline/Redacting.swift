internal import JSONText
internal import PersonalData

// Stages 3 and 4 for redaction: what is personal in a record is replaced, and the record written again.

extension Converter {
  /// Whether records are redacted, or looked at for what would be.
  var isRedacting: Bool { if case .redact = options.task { true } else { false } }

  /// Whether nothing but what would be replaced is told.
  var isVerifying: Bool { if case .redact(let settings) = options.task { settings.verifies } else { false } }

  /// Writes the document that was scanned last without what is personal in it.
  mutating func redact(_ bytes: Span<UInt8>, _ range: Range<Int>, _ redaction: Redaction) {
    found.document = Slice(
      start: range.lowerBound, count: range.count, kind: .object, flags: isSpaced ? .spaced : [])
    let outcome = redaction.redact(
      bytes, found, lane.plan, end: scanner.end, into: &edits, noting: &balance.selection)
    if redaction.settings.verifies { return noteLeftovers(bytes, range, redaction, outcome) }
    switch outcome {
    case .dropped:
      balance.skipped += 1
      return
    case .passedOver:
      balance.outcomes["passed over", default: 0] += 1
      output.append(found.document, of: bytes)
    case .edited where edits.isEmpty:
      balance.outcomes["unchanged", default: 0] += 1
      output.append(found.document, of: bytes)
    case .edited:
      balance.outcomes["redacted", default: 0] += 1
      write(bytes, range)
    }
    balance.converted += 1
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes a document with its edits.
  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let start = output.count
    var position = range.lowerBound
    for edit in edits.list {
      output.append(bytes, position..<edit.range.lowerBound)
      output.append(contentsOf: edit.text)
      position = edit.range.upperBound
    }
    output.append(bytes, position..<range.upperBound)
    guard isSpaced else { return }
    // White space goes last: between two edits nobody knows whether a string is open.
    var whole = Array(output.written[start...])
    whole.append(contentsOf: repeatElement(0, count: Scanner.padding))
    output.truncate(to: start)
    output.appendCompact(whole.span, 0..<whole.count - Scanner.padding)
  }

  /// Notes, as what is wrong with the document, what would be replaced in it.
  ///
  /// Where it stands is told by line and column, and by the names that every record of the format has.
  private mutating func noteLeftovers(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ redaction: Redaction, _ outcome: Redaction.Outcome
  ) {
    examined.format = lane.reader.format
    examined.identities = []
    examined.complaints = edits.list.map { edit in
      Complaint(code: .personalData, offset: edit.range.lowerBound, message: edit.kind.leftover)
    }
    if case .dropped = outcome {
      examined.complaints = [Complaint(code: .personalData, message: "the record would be left out")]
    }
    let pointers = JSONPointer.to(
      examined.complaints.map { $0.offset ?? range.lowerBound }, in: bytes, from: range.lowerBound,
      end: scanner.end)
    for (index, pointer) in pointers.enumerated() {
      examined.complaints[index].pointer = redaction.toldPart(of: pointer)
    }
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
