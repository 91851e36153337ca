internal import JSONText

/// What is done with records: they are converted, validated, redacted or exported.
///
/// A job sees one document at a time and returns what became of it. It knows nothing of what is around documents, and of no
/// other job.
protocol RecordJob: Sendable {
  /// How what becomes of records is reported.
  var reporting: Reporting { get }

  /// What a scan finds in a document, with the job's scratch memory.
  var found: Found { get set }

  /// The formats whose records it takes, in the order in which they are looked for.
  var formats: [Format] { get }

  /// Takes the next documents for records of a format, by its place among ``formats``; returns what is to be read of them.
  mutating func select(_ index: Int) -> FormatPlan

  /// Does what is asked with a document whose members have been found.
  ///
  /// - Parameters:
  ///   - document: the document; `found` has what its plan wants of it.
  ///   - output: receives what is written.
  ///   - balance: receives what is counted besides the document's outcome.
  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome

  /// Notes that the documents that follow are of another source.
  mutating func beginSource()

  /// Adds what was counted since the last call.
  mutating func settle(_ balance: inout Balance)
}

extension RecordJob {
  mutating func beginSource() {}
  mutating func settle(_ balance: inout Balance) {}
}

/// What became of a document.
enum Outcome: Sendable {
  /// It was of a known kind, and its events, if it gives any, were written.
  case converted
  /// An option left it out.
  case skipped
  /// It cannot be used.
  case rejected(Diagnostic)
  /// It was written again, in this way.
  case rewritten(String)
  /// This was found in it.
  case examined(ExaminedRecord)
  /// It is exported.
  case exported([ExportedRecord])

  /// Returns the same for a document that was decoded from bytes of the source.
  ///
  /// - Parameters:
  ///   - bytes: the decoded text.
  ///   - sourceOffset: returns the offset in the source of a byte of the text.
  func located(in bytes: Span<UInt8>, end: Int, _ sourceOffset: (Int) -> Int) -> Outcome {
    switch self {
    case .rejected(let diagnostic): .rejected(diagnostic.located(in: bytes, end: end, sourceOffset))
    case .examined(var record):
      {
        record.moveOffsets(sourceOffset)
        return .examined(record)
      }()
    case .converted, .skipped, .rewritten, .exported: self
    }
  }
}

/// How what becomes of records is reported.
struct Reporting: Sendable {
  /// Whether records that are found wrong are reported as findings, and nothing is kept as a reject.
  var asFindings = false

  /// Whether records are reported that have nothing wrong.
  var reportsAll = false

  /// Whether an envelope is reported as well, since what is in it besides records was not looked at.
  var refusesEnvelopes = false

  /// Whether reports may quote records: their text and the names of their members.
  var quotes = true
}
