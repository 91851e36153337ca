internal import ChatEvents
internal import JSONText

/// One run of `validate`: reads the inputs, holds their records against what is known, and writes the report.
struct ValidationRun: InputRun {
  /// What the command line asked for.
  struct Plan {
    var validation: RunOptions
    var isStrict = false
    var jobs = 1
    var selection = SelectionReport(names: [])
    var inputs: InputPaths
    var outputPath: String?
    var summary: SummaryForm?
    var display: Display
  }

  private let plan: Plan
  private var report: any ValidationReport
  var conversion: OrderedRun
  private var output: EventOutput
  private var text = Output()
  /// What has its place behind something that is known only in the end; nil where nothing has.
  private var spool: Spool?
  private let repository = Repository()
  private var ids = UniqueIDs()
  private var totals = ValidationTotals()
  private var selected = SelectionTally()
  var messages: Messages
  var status = ExitStatus.success
  private(set) var isOutputClosed = false

  var inputs: InputPaths { plan.inputs }

  /// Opens what is written to.
  init(_ plan: Plan, _ report: any ValidationReport) throws {
    self.plan = plan
    self.report = report
    messages = Messages(plan.display)
    conversion = try OrderedRun(plan.validation, jobs: plan.jobs)
    output = try Self.opening(plan.outputPath, &messages) { path throws(SystemError) in
      try EventOutput(path, .lines)
    }
    let isKept = report.isKept
    spool = try Self.opening("a temporary file", &messages) { _ throws(SystemError) in
      isKept ? try Spool() : nil
    }
  }

  /// Validates the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    report.begin(to: &text)
    writeText()
    await readInputs()
    finish()
    messages.progress.clear()
    if let omission = (report as? SARIFReport)?.omission { messages.warning("\(omission)\n") }
    if !isOutputClosed {
      for warning in plan.selection.warnings(selected) { messages.warning(warning) }
    }
    if totals.errors > 0 || (plan.isStrict && totals.warnings > 0) { status.raise(to: .rejected) }
    if totals.records == 0, status == .success, !isOutputClosed {
      messages.error("nothing to validate: there is no record in the input")
      status.raise(to: .rejected)
    }
    if let summary = plan.summary { messages.write(summary.text(of: totals)) }
    return status
  }

  mutating func begin(_ source: String) {
    let path = source == "<stdin>" ? source : repository.path(of: source)
    report.begin(ReportSource(name: source.shownFileName, path: path.shownFileName))
  }

  mutating func deliver(_ block: BlockResult, _ source: String) -> Bool {
    for var record in block.checked {
      ids.pass(&record)
      totals.add(record)
      report.add(record, to: &text)
    }
    totals.records += block.balance.read
    selected += block.balance.selection
    messages.progress.advance(by: block.count)
    writeText()
    return !isOutputClosed
  }

  mutating func fail(_ reason: String) {
    report.fail(reason, to: &text)
    writeText()
  }

  /// Writes what the report has said so far, or keeps it.
  private mutating func writeText() {
    guard !text.isEmpty else { return }
    if let spool {
      keep(text.written, in: spool)
    } else {
      write(text.written)
    }
    text.removeAll()
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>, in spool: Spool) {
    do throws(SystemError) {
      try spool.write(bytes)
    } catch {
      failSpool(error)
    }
  }

  private mutating func failSpool(_ error: SystemError) {
    isOutputClosed = true
    messages.error("cannot keep the report in a temporary file: \(error)")
    status.raise(to: .ioError)
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) {
    guard !isOutputClosed else { return }
    messages.progress.clear()
    do throws(SystemError) {
      try output.write(bytes)
    } catch {
      failOutput(error)
    }
  }

  private mutating func failOutput(_ error: SystemError) {
    isOutputClosed = true
    if error.isBrokenPipe { return }
    messages.error("cannot write to \(output.name): \(error)")
    status.raise(to: .ioError)
  }

  /// Writes what ends the report, and closes what was written to.
  private mutating func finish() {
    for piece in report.end(totals) where !isOutputClosed { write(piece) }
    guard !isOutputClosed, status <= .rejected || plan.outputPath == nil else { return abandonOutput() }
    do throws(SystemError) {
      try output.finish()
    } catch {
      failOutput(error)
      abandonOutput()
    }
  }

  private mutating func write(_ piece: ReportPiece) {
    switch piece {
    case .text(let bytes): write(bytes[...])
    case .kept(let range):
      do throws(SystemError) {
        try spool?.read(range) { bytes in
          write(bytes)
          return !isOutputClosed
        }
      } catch {
        failSpool(error)
      }
    }
  }

  private mutating func abandonOutput() {
    output.abandon()
    if let path = plan.outputPath { messages.error("\(path.shownFileName) was not written") }
  }
}

extension SummaryForm {
  fileprivate func text(of totals: ValidationTotals) -> String {
    switch self {
    case .text: totals.summary
    case .json: totals.json + "\n"
    }
  }
}
