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
      var again = try? Document(
        bytes, document.range.lowerBound, recogniser.current.members, &scanner, into: &job.found.slots)
    else { return .rejected(recogniser.unknownShape) }
    again.isWrapped = document.isWrapped
    return job.process(bytes, again, into: &output, counting: &balance)
  }

  /// Processes the document that a gateway put into a member of this one.
  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, in data: Slice, into output: inout Output,
    counting balance: inout Balance
  ) -> Outcome {
    if let objection = document.objection, objection.reason == .repeatedKey {
      return .rejected(Diagnostic(code: Code(.repeatedKey), offset: objection.offset))
    }
    do throws(JSONFault) {
      guard let envelope = try Envelope(bytes, data, end: document.end) else {
        return .rejected(recogniser.unknownShape)
      }
      return process(decoded: envelope.text, into: &output, counting: &balance) {
        envelope.sourceOffset(of: $0, bytes)
      }
    } catch {
      return .rejected(Diagnostic(code: Code(error.reason), offset: error.offset))
    }
  }

  /// Processes the document that a text is, and nothing else.
  ///
  /// - Parameter sourceOffset: returns the offset in the source of a byte of the text.
  mutating func process(
    decoded text: [UInt8], into output: inout Output, counting balance: inout Balance,
    _ sourceOffset: (Int) -> Int
  ) -> Outcome {
    let end = text.count
    let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
    let bytes = padded.span
    return outcome(of: bytes, end: end, into: &output, counting: &balance).located(
      in: bytes, end: end, sourceOffset)
  }

  private mutating func outcome(
    of bytes: Span<UInt8>, end: Int, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    var scanner = Scanner(end: end)
    do throws(JSONFault) {
      // A byte order mark that was sent along.
      let isMarked = Text.areEqual(bytes, 0..<min(3, end), Resynchronisation.byteOrderMark)
      let start = scanner.space(bytes, isMarked ? 3 : 0)
      guard bytes[start] == UInt8(ascii: "{") else {
        let next = scanner.space(bytes, try scanner.value(bytes, start, depth: 0))
        return .rejected(next == end ? recogniser.unknownShape : .trailingText(next))
      }
      var document = try Document(bytes, start, recogniser.current.members, &scanner, into: &job.found.slots)
      document.isWrapped = true
      let next = scanner.space(bytes, document.range.upperBound)
      if next != end { return .rejected(.trailingText(next)) }
      return switch recogniser.answer(bytes, document, job.found, readsRejects: false) {
      case .current: job.process(bytes, document, into: &output, counting: &balance)
      case .other(let index): process(bytes, document, as: index, into: &output, counting: &balance)
      case .unknown(let diagnostic): .rejected(diagnostic)
      case .envelope, .rejectsLine: .rejected(recogniser.unknownShape)
      }
    } catch {
      return .rejected(Diagnostic(code: Code(error.reason), offset: error.offset))
    }
  }

  /// Takes the records that a line of a rejects file holds through the stages, and counts them as if they were in the source.
  ///
  /// - Returns: what became of the line, if it does not hold a text; else nil.
  mutating func processRejects(
    _ bytes: Span<UInt8>, _ record: RecordRange, _ ledger: inout Ledger, into output: inout Output
  ) -> Outcome? {
    switch recogniser.current.rejectsLine.line(bytes, job.found) {
    case .failure(let diagnostic):
      return .rejected(diagnostic)
    case .success(let line):
      let text = line.text + [UInt8](repeating: 0, count: Scanner.padding)
      var reader = reader(at: ReadingPosition(), end: line.text.count, isLast: true)
      var inner = self.ledger(base: 0)
      pass(text.span, &reader, &inner, into: &output, readsRejects: false)
      job.settle(&inner.balance)
      ledger.add(inner, in: record, bytes) { line.sourceOffset(of: $0, bytes) }
      return nil
    }
  }
}

extension Diagnostic {
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
