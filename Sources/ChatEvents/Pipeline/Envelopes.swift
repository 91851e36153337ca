internal import JSONText

// What is in envelopes takes the stages again, and is counted as if it were in the source.

extension Pipeline {
  /// Takes the records in an envelope through the stages.
  ///
  /// - Parameters:
  ///   - record: the envelope.
  ///   - layers: how many more envelopes may be around a record in it.
  /// - Returns: nothing, since its records have been counted.
  mutating func open(
    _ envelope: Envelope, _ record: RecordRange, _ bytes: Span<UInt8>, end: Int, _ ledger: inout Ledger,
    into output: inout Output, layers: Int
  ) -> Outcome? {
    let before = ledger.balance.read
    let counted = ledger.balance.envelopes[envelope.title, default: 0]
    var (place, offset) = (record.place, record.bytes.lowerBound)
    for content in envelope.contents where !ledger.isDone {
      let start = content.value.range.lowerBound
      place = place.advanced(over: bytes, from: offset, to: start)
      offset = start
      let range = RecordRange(bytes: content.value.range, place: place)
      take(content, range, bytes, end: end, &ledger, into: &output, layers: layers)
    }
    let count = ledger.balance.read - before
    // One inside another of its kind has counted the same records.
    ledger.balance.envelopes[envelope.title] = counted + count
    if count == 0 {
      ledger.warn(
        Diagnostic(code: .emptyEnvelope, message: "an envelope contains no records (\(envelope.title))"),
        record)
    }
    if job.reporting.refusesEnvelopes, bytes[record.bytes.lowerBound] == UInt8(ascii: "{") {
      let message = "other contents of an envelope are ignored"
      ledger.reject(Diagnostic(code: .personalData, message: message), record, bytes, end: end)
    }
    return nil
  }

  /// Takes one content of an envelope through the stages.
  private mutating func take(
    _ content: Envelope.Content, _ record: RecordRange, _ bytes: Span<UInt8>, end: Int,
    _ ledger: inout Ledger, into output: inout Output, layers: Int
  ) {
    switch content.value.kind {
    case .object:
      var scanner = Scanner(end: end)
      guard
        let document = try? Document(
          bytes, record.bytes.lowerBound, recogniser.current.members, &scanner, into: &job.found.slots)
      else { return ledger.reject(recogniser.unknownShape, record, bytes, end: end) }
      let outcome = process(bytes, document, record, &ledger, into: &output, layers: layers)
      if let outcome { ledger.record(outcome, record, bytes, end: end) }
    case .string where !content.isMissed:
      do throws(Diagnostic) {
        read(try content.text(bytes), in: record, bytes, &ledger, into: &output, layers: layers)
      } catch {
        ledger.reject(error, record, bytes, end: end)
      }
    default:
      ledger.reject(recogniser.unknownShape, record, bytes, end: end)
    }
  }

  /// Takes the records of a text through the stages.
  ///
  /// - Parameters:
  ///   - record: what holds the text.
  ///   - layers: how many more envelopes may be around a record in it.
  private mutating func read(
    _ text: PackedText, in record: RecordRange, _ bytes: Span<UInt8>, _ ledger: inout Ledger,
    into output: inout Output, layers: Int
  ) {
    let padded = text.bytes + [UInt8](repeating: 0, count: Scanner.padding)
    var reader = reader(at: ReadingPosition(), end: text.bytes.count, isLast: true)
    var inner = self.ledger(within: ledger)
    pass(padded.span, &reader, &inner, into: &output, layers: layers)
    job.settle(&inner.balance)
    ledger.add(inner, of: text, at: record.place(of: text.content.lowerBound, in: bytes), in: record, bytes)
  }

  /// Takes the records that a line of a rejects file holds through the stages.
  ///
  /// - Returns: what became of the line, if it does not hold a text; else nil.
  mutating func processRejects(
    _ bytes: Span<UInt8>, _ record: RecordRange, _ ledger: inout Ledger, into output: inout Output,
    layers: Int
  ) -> Outcome? {
    switch recogniser.current.rejectsLine.text(bytes, job.found) {
    case .failure(let diagnostic):
      return .rejected(diagnostic)
    case .success(let text):
      read(text, in: record, bytes, &ledger, into: &output, layers: layers)
      return nil
    }
  }

  /// Returns what became of a value that is no object; nil if it is a string whose records have been counted.
  mutating func process(
    other record: RecordRange, _ bytes: Span<UInt8>, end: Int, _ ledger: inout Ledger,
    into output: inout Output, layers: Int
  ) -> Outcome? {
    let start = record.bytes.lowerBound
    guard bytes[start] == UInt8(ascii: "\"") else { return .rejected(recogniser.unknownShape) }
    let string = SoundText.slice(bytes, start)
    switch recogniser.answer(string: string, bytes, layers: layers) {
    case .envelope(let envelope):
      return open(envelope, record, bytes, end: end, &ledger, into: &output, layers: layers - 1)
    case .unknown(let diagnostic):
      return .rejected(diagnostic)
    default:
      return .rejected(advised(recogniser.unknownShape, string, bytes, layers: layers))
    }
  }

  /// Returns a diagnostic about something that is no known record, with where one seems to be in it.
  ///
  /// Nothing is added if reports may not name members, which can be personal.
  func advised(
    _ diagnostic: Diagnostic, _ value: Slice, _ bytes: Span<UInt8>, layers: Int
  ) -> Diagnostic {
    guard diagnostic.code == .unknownShape, job.reporting.quotes,
      let advice = recogniser.advice(about: value, bytes, layers: layers)
    else { return diagnostic }
    var advised = diagnostic
    advised.fix = advice
    return advised
  }
}
