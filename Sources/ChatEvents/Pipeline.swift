internal import JSONText

/// The program. START HERE: what happens to a record, in five stages.
///
///     bytes ──1──▶ RecordReader.Item ──2──▶ Recogniser.Answer ──3──▶ Outcome ──4──▶ Ledger ──5──▶ BlockResult
///
/// A pipeline takes a source block by block. It reads no file and writes none; the job decides what is done with a document.
struct Pipeline<Job: RecordJob>: BlockProcessor {
  /// The task of a run.
  var job: Job

  /// What tells documents apart.
  var recogniser: Recogniser

  /// Room for what the job writes of a block. Nobody ever waits for the lock.
  private var output = SharedOutput()

  private let recordLimit: Int
  private let stopsAtReject: Bool

  /// How many records of a block are read at most.
  var limit = Int.max

  init(_ job: Job, _ recogniser: Recogniser, recordLimit: Int, stopsAtReject: Bool) {
    (self.job, self.recogniser) = (job, recogniser)
    (self.recordLimit, self.stopsAtReject) = (recordLimit, stopsAtReject)
  }

  /// Processes the records that end inside a block.
  mutating func process(
    _ block: borrowing JSONBlock, at position: ReadingPosition, isLast: Bool
  ) -> BlockResult {
    output.with { output in process(block, at: position, isLast: isLast, into: &output) }
  }

  private mutating func process(
    _ block: borrowing JSONBlock, at position: ReadingPosition, isLast: Bool, into output: inout Output
  ) -> BlockResult {
    block.withBytes { bytes, end in
      if position.offset == 0 { job.beginSource() }
      var reader = reader(at: position, end: end, isLast: isLast)
      var ledger = ledger(base: position.offset, limit: limit)
      pass(bytes, &reader, &ledger, into: &output, layers: Envelope.layerLimit)
      job.settle(&ledger.balance)
      // Stage 5: the results of blocks that were processed side by side are put in order.           OrderedRun
      return BlockResult(output.take(), ledger, reader, hint: reader.hint(bytes))
    }
  }

  /// Takes the records of a text through the stages.
  ///
  /// - Parameter layers: how many envelopes may be around a record in the text.
  mutating func pass(
    _ bytes: Span<UInt8>, _ reader: inout RecordReader, _ ledger: inout Ledger, into output: inout Output,
    layers: Int
  ) {
    // Stage 1: the next record is found, whatever is around it, and scanned.                           RecordReader
    while !ledger.isDone,
      let item = reader.next(bytes, recogniser.current.members, into: &job.found.slots)
    {
      switch item {
      case .document(let document, let record):
        guard let outcome = process(bytes, document, record, &ledger, into: &output, layers: layers)
        else { continue }
        // Stage 4: it is counted, and reported if it was not processed as asked.                       Ledger
        ledger.record(outcome, record, bytes, end: document.end)
        reader.note(isRecord: !outcome.isUnknown)
      case .form(let form, let record):
        let outcome =
          layers > 0
          ? process(only: PackedText(form), in: record, bytes, &ledger, into: &output, layers: layers)
          : .rejected(Diagnostic(code: .tooManyLayers))
        if let outcome { ledger.record(outcome, record, bytes, end: reader.scanner.end) }
      case .other(let record):
        let outcome = process(
          other: record, bytes, end: reader.scanner.end, &ledger, into: &output, layers: layers)
        guard let outcome else { continue }
        ledger.record(outcome, record, bytes, end: reader.scanner.end)
        reader.note(isRecord: false)
      case .broken(let diagnostic, let record):
        ledger.reject(diagnostic, record, bytes, end: reader.scanner.end)
        reader.note(isRecord: diagnostic.code == .recordTooLong)
      case .fault(let fault):
        ledger.reject(fault)
        if fault.isRecord { reader.note(isRecord: false) }
      }
    }
  }

  /// Returns what became of a document; nil if it is an envelope, whose records have been counted.
  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, _ record: RecordRange, _ ledger: inout Ledger,
    into output: inout Output, layers: Int
  ) -> Outcome? {
    // Stage 2: what it is.                                                                             Recogniser
    switch recogniser.answer(bytes, document, job.found, layers: layers) {
    case .current:
      // Stage 3: the job does with it what was asked.                                                  RecordJob
      return job.process(bytes, document, into: &output, counting: &ledger.balance)
    case .other(let index):
      return process(bytes, document, as: index, into: &output, counting: &ledger.balance)
    case .envelope(let envelope):
      return open(envelope, record, bytes, end: document.end, &ledger, into: &output, layers: layers - 1)
    case .unpackedForm(let data):
      return process(bytes, document, in: data, record, &ledger, into: &output, layers: layers)
    case .rejectsLine:
      return processRejects(bytes, record, &ledger, into: &output, layers: layers - 1)
    case .unknown(let diagnostic):
      return .rejected(advised(diagnostic, document.slice, bytes, layers: layers))
    }
  }
}

extension Pipeline {
  func separate() -> Pipeline {
    var copy = self
    copy.output = SharedOutput()
    return copy
  }

  /// Makes what finds the records of a text.
  func reader(at position: ReadingPosition, end: Int, isLast: Bool) -> RecordReader {
    RecordReader(at: position, end: end, isLast: isLast, recordLimit: recordLimit)
  }

  /// Makes what keeps account of the records in a text inside a record.
  func ledger(within outer: Ledger) -> Ledger {
    ledger(base: 0, limit: outer.limit - outer.balance.read)
  }

  /// Makes what keeps account of a text's records, of which so many are read at most.
  func ledger(base: Int, limit: Int) -> Ledger {
    Ledger(
      job.reporting, stopsAtReject: stopsAtReject, recordLimit: recordLimit, limit: limit, base: base)
  }
}
