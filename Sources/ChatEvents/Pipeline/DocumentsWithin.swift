internal import JSONText

// Documents that the scan was not made for, or that are inside others: they take the stages again.

extension Pipeline {
  /// Processes a document of another format than the last one's, whose records are probably next.
  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, as index: Int, into output: inout Output,
    counting balance: inout Balance
  ) -> Outcome {
    job.settle(&balance)
    recogniser.current = job.select(index)
    var scanner = Scanner(end: document.end)
    guard
      let again = try? Document(
        bytes, document.range.lowerBound, recogniser.current.members, &scanner, into: &job.found.slots)
    else { return .rejected(recogniser.unknownShape) }
    return job.process(bytes, again, into: &output, counting: &balance)
  }

  /// Processes the document in a form that a server has unpacked.
  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, in data: Slice, _ record: RecordRange,
    _ ledger: inout Ledger, into output: inout Output, layers: Int
  ) -> Outcome? {
    if let objection = document.objection, objection.reason == .repeatedKey {
      return .rejected(Diagnostic(code: Code(.repeatedKey), offset: objection.offset))
    }
    do throws(JSONFault) {
      guard let form = try UnpackedForm(bytes, data, end: document.end) else {
        return .rejected(advised(recogniser.unknownShape, document.slice, bytes, layers: layers))
      }
      return process(only: form.text, in: record, bytes, &ledger, into: &output, layers: layers)
    } catch {
      return .rejected(Diagnostic(code: Code(error.reason), offset: error.offset))
    }
  }

  /// Processes the document that a text is, and nothing else.
  ///
  /// - Parameters:
  ///   - record: what the text is in, form or document.
  ///   - layers: how many envelopes may be around a record there.
  /// - Returns: what became of it; nil if it is an envelope, whose records have been counted.
  mutating func process(
    only text: PackedText, in record: RecordRange, _ source: Span<UInt8>, _ ledger: inout Ledger,
    into output: inout Output, layers: Int
  ) -> Outcome? {
    let end = text.bytes.count
    let padded = text.bytes + [UInt8](repeating: 0, count: Scanner.padding)
    let bytes = padded.span
    let outcome = outcome(
      of: bytes, end: end, of: text, in: record, source, &ledger, into: &output, layers: layers - 1)
    var origin = PackedText.Origin(of: text, at: JSONPlace(line: 1, column: 1))
    return outcome?.located(in: bytes, end: end) { origin.move(to: $0, source).offset }
  }

  private mutating func outcome(
    of bytes: Span<UInt8>, end: Int, of text: PackedText, in record: RecordRange, _ source: Span<UInt8>,
    _ ledger: inout Ledger, into output: inout Output, layers: Int
  ) -> Outcome? {
    var scanner = Scanner(end: end)
    do throws(JSONFault) {
      // A byte order mark that was sent along.
      let isMarked = Text.areEqual(bytes, 0..<min(3, end), Resynchronisation.byteOrderMark)
      let start = scanner.space(bytes, isMarked ? 3 : 0)
      guard bytes[start] == UInt8(ascii: "{") else {
        let valueEnd = try scanner.value(bytes, start, depth: 0)
        let next = scanner.space(bytes, valueEnd)
        if next != end { return .rejected(.trailingText(next)) }
        let place = JSONPlace(line: 1, column: 1).advanced(over: bytes, from: 0, to: start)
        var inner = self.ledger(within: ledger)
        let outcome = process(
          other: RecordRange(bytes: start..<valueEnd, place: place), bytes, end: end, &inner, into: &output,
          layers: layers)
        let content = record.place(of: text.content.lowerBound, in: source)
        ledger.add(inner, of: text, at: content, in: record, source)
        return outcome
      }
      let document = try Document(bytes, start, recogniser.current.members, &scanner, into: &job.found.slots)
      let next = scanner.space(bytes, document.range.upperBound)
      if next != end { return .rejected(.trailingText(next)) }
      switch recogniser.answer(bytes, document, job.found, layers: layers) {
      case .current: return job.process(bytes, document, into: &output, counting: &ledger.balance)
      case .other(let index):
        return process(bytes, document, as: index, into: &output, counting: &ledger.balance)
      case .unknown(let diagnostic):
        return .rejected(advised(diagnostic, document.slice, bytes, layers: layers))
      case .envelope, .unpackedForm, .rejectsLine:
        let place = JSONPlace(line: 1, column: 1).advanced(over: bytes, from: 0, to: start)
        var inner = self.ledger(within: ledger)
        let outcome = process(
          bytes, document, RecordRange(bytes: document.range, place: place), &inner, into: &output,
          layers: layers)
        let content = record.place(of: text.content.lowerBound, in: source)
        ledger.add(inner, of: text, at: content, in: record, source)
        return outcome
      }
    } catch {
      return .rejected(Diagnostic(about: error, bytes, end: end, of: text, source))
    }
  }
}

extension Diagnostic {
  /// The diagnostic about text in a form or a string that is no JSON, in the words that fit it.
  fileprivate init(
    about fault: JSONFault, _ bytes: Span<UInt8>, end: Int, of text: PackedText, _ source: Span<UInt8>
  ) {
    self.init(code: Code(fault.reason), offset: fault.offset)
    if let near = NearJSON.of(bytes, failingAt: fault, from: 0, end: end) {
      (message, fix) = (near.message, near.fix)
    } else if fault.reason == .unexpectedEnd, text.coding == .form,
      source[text.content.upperBound] == UInt8(ascii: "&")
    {
      message = "the field data ends at an & inside the record"
      fix = "write & as %26 in a form, as curl --data-urlencode does"
    }
  }

  /// The diagnostic about text after the document that should be alone.
  fileprivate static func trailingText(_ offset: Int) -> Diagnostic {
    Diagnostic(code: .trailingText, offset: offset, pointer: JSONPointer())
  }
}

extension Outcome {
  /// Whether the document is not a record of a known format.
  var isUnknown: Bool {
    if case .rejected(let diagnostic) = self { diagnostic.code == .unknownShape } else { false }
  }
}
