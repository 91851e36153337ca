internal import ChatEvents
internal import JSONText

/// One run of a command that reports what is wrong with records and writes none: `validate`, `redact --verify`.
struct ReportRun: InputRun {
  var state: RunState
  private var report: any ValidationReport
  private let isStrict: Bool
  /// What has its place after something that is known only in the end; nil if nothing has.
  private var spool: Spool?
  private let repository = Repository()
  private var ids = UniqueIDs()
  private var totals = ValidationTotals()
  private var selected = SelectionTally()
  private var envelopes: [String: Int] = [:]

  /// Opens what is written to.
  ///
  /// - Parameter isStrict: whether warnings fail the run too.
  init(_ plan: RunPlan, _ report: any ValidationReport, isStrict: Bool) throws {
    state = try RunState(plan)
    self.report = report
    self.isStrict = isStrict
    let isKept = report.isKept
    spool = try state.messages.opening("a temporary file") { _ throws(SystemError) in
      isKept ? try Spool() : nil
    }
  }

  /// Checks the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    var text = Output(capacity: 1 << 10)
    report.begin(to: &text)
    write(&text)
    await readInputs()
    finish()
    state.messages.progress.clear()
    if let omission = (report as? SARIFReport)?.omission { state.messages.warning("\(omission)\n") }
    state.tell(of: envelopes)
    state.warn(of: selected)
    if totals.errors > 0 || (isStrict && totals.warnings > 0) { state.status.raise(to: .rejected) }
    if totals.records == 0, state.status == .success, !state.isOutputClosed {
      state.messages.error("nothing to validate: there is no record in the input")
      state.status.raise(to: .rejected)
    }
    state.summarize(totals.summary, json: totals.json)
    return state.status
  }

  mutating func begin(_ source: String) {
    let path = source == "<stdin>" ? source : repository.path(of: source)
    report.begin(ReportSource(name: source.shownFileName, path: path.shownFileName))
  }

  mutating func deliver(_ block: BlockResult, _ source: String) {
    var text = Output(capacity: 1 << 10)
    for var record in block.checked {
      ids.pass(&record)
      totals.add(record)
      report.add(record, to: &text)
    }
    totals.records += block.balance.read
    selected += block.balance.selection
    envelopes.merge(block.balance.envelopes, uniquingKeysWith: +)
    write(&text)
  }

  mutating func fail(_ reason: String) {
    var text = Output(capacity: 1 << 10)
    report.fail(reason, to: &text)
    write(&text)
  }

  /// Writes what the report has said, or keeps it.
  private mutating func write(_ text: inout Output) {
    guard !text.isEmpty else { return }
    if let spool {
      do throws(SystemError) {
        try spool.write(text.take())
      } catch {
        failSpool(error)
      }
    } else {
      write(text.take())
    }
  }

  private mutating func write(_ bytes: WrittenBytes) {
    state.messages.progress.clear()
    state.write(bytes)
  }

  private mutating func failSpool(_ error: SystemError) {
    state.fail("cannot keep the report in a temporary file: \(error)", closesOutput: true)
  }

  /// Writes what ends the report, and closes what was written to.
  private mutating func finish() {
    for piece in report.end(totals) where !state.isOutputClosed { write(piece) }
    state.finish()
  }

  private mutating func write(_ piece: ReportPiece) {
    switch piece {
    case .text(let bytes): write(WrittenBytes(bytes))
    case .kept(let range):
      do throws(SystemError) {
        try spool?.read(range) { bytes in
          write(WrittenBytes(bytes))
          return !state.isOutputClosed
        }
      } catch {
        failSpool(error)
      }
    }
  }
}
