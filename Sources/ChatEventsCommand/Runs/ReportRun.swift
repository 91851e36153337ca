internal import ChatEvents
internal import JSONText

/// One run of a command that reports what is wrong with records and writes none: `validate`, `redact --verify`.
struct ReportRun: InputRun {
  var state: RunState
  private var report: any ValidationReport
  private let isStrict: Bool
  /// Whether an input without records is as good as any.
  private let takesNothing: Bool
  /// What has its place after something that is known only in the end; nil if nothing has.
  private var spool: Spool?
  private let repository = Repository()
  private var ids = UniqueIDs()
  private var totals = ValidationTotals()
  private var selected = SelectionTally()
  private var envelopes: [String: Int] = [:]
  private var filter: FindingFilter
  /// The input that is read, and what is known of it so far.
  private var input: (source: ReportSource, name: String, isEmpty: Bool, hasFailed: Bool)

  /// Opens what is written to.
  ///
  /// - Parameters:
  ///   - isStrict: whether warnings fail the run too.
  ///   - filter: which findings pass, and what is shown of the others.
  ///   - takesNothing: whether an input without records is no error.
  init(
    _ plan: RunPlan, _ report: any ValidationReport, isStrict: Bool,
    _ filter: FindingFilter = FindingFilter(),
    takesNothing: Bool = false
  ) throws {
    (self.takesNothing, self.filter) = (takesNothing, filter)
    input = (.standardInput, "", isEmpty: true, hasFailed: false)
    state = try RunState(plan)
    self.report = report
    self.isStrict = isStrict
    let isKept = report.isKept
    spool = try state.messages.opening("a temporary file", isNamed: false) { _ throws(SystemError) in
      isKept ? try Spool() : nil
    }
  }

  /// Checks the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    var text = Output(capacity: 1 << 10)
    report.begin(to: &text)
    write(&text)
    await readInputs()
    if state.plan.inputs.paths.isEmpty, state.plan.inputs.failures.isEmpty {
      begin(".")
      close(0)
    }
    finish()
    state.messages.progress.clear()
    if let omission = (report as? SARIFReport)?.omission { state.messages.warning("\(omission)\n") }
    state.tell(of: envelopes)
    state.warn(of: selected, hasRead: totals.records > 0)
    finishFilter()
    if totals.errors > 0 || (isStrict && totals.warnings > 0) { state.status.raise(to: .rejected) }
    state.summarize(totals.summary, json: totals.json)
    return state.status
  }

  mutating func begin(_ source: String) {
    input = (repository.source(source), source.shownFileName, isEmpty: true, hasFailed: false)
    report.begin(input.source)
    filter.begin(input.source)
  }

  mutating func close(_ index: Int) {
    let isStopped = state.isOutputClosed || state.records.hasStopped
    guard !takesNothing, input.isEmpty, !input.hasFailed, !isStopped else { return }
    let place = input.source.isStandardInput ? "the input" : input.name
    state.messages.error("nothing to validate: there is no record in \(place)")
    state.status.raise(to: .rejected)
    fail(InputFailure(kind: .empty, reason: "nothing to validate: there is no record in it"))
  }

  mutating func deliver(_ block: BlockResult, _ source: String) {
    var text = Output(capacity: 1 << 10)
    if block.balance.read > 0 || !block.checked.isEmpty { input.isEmpty = false }
    for var record in block.checked {
      ids.pass(&record)
      guard filter.pass(&record) else { continue }
      totals.add(record)
      report.add(record, to: &text)
    }
    totals.passed = filter.passed
    totals.records += block.balance.read
    selected += block.balance.selection
    envelopes.merge(block.balance.envelopes, uniquingKeysWith: +)
    write(&text)
  }

  mutating func fail(_ reason: String) { fail(InputFailure(kind: .unreadable, reason: reason)) }

  private mutating func fail(_ failure: InputFailure) {
    input.hasFailed = true
    totals.add(failure)
    var text = Output(capacity: 1 << 10)
    report.fail(failure, to: &text)
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

  /// Writes lines of the report; what they quote is no command.
  private mutating func write(_ lines: WrittenBytes) {
    state.messages.progress.clear()
    let text = Array(lines)
    let safe =
      report.isVisible
      ? PrintedText.withoutCommands(text) : PrintedText.lines(of: text, hasCommands: report.hasCommands)
    state.write(safe.count == lines.count ? lines : WrittenBytes(safe))
  }

  private mutating func failSpool(_ error: SystemError) {
    state.fail("cannot keep the report in a temporary file: \(error)", closesOutput: true)
  }

  /// Writes what ends the report, and closes what was written to.
  private mutating func finish() {
    for piece in report.end(totals) where !state.isOutputClosed { write(piece) }
    state.finish(tellsFailures: true)
  }

  /// Tells what the filter was asked to do and had nothing to do, and writes the findings that are to be known from now on.
  private mutating func finishFilter() {
    guard !state.isOutputClosed, !state.records.hasStopped else { return }
    for warning in filter.warnings { state.messages.warning(warning) }
    guard let path = filter.recordPath else { return }
    if totals.failedInputs > 0 {
      return state.fail("\(path.shownFileName) was not written: not all was validated", closesOutput: false)
    }
    do throws(SystemError) {
      try WholeFile.replace(path, with: filter.recorded)
    } catch {
      state.fail("cannot write \(path.shownFileName): \(error)", closesOutput: false)
    }
  }

  private mutating func write(_ piece: ReportPiece) {
    switch piece {
    case .text(let bytes): write(WrittenBytes(bytes))
    case .kept(let range):
      do throws(SystemError) {
        try spool?.read(range) { bytes in
          // A report that is kept has no command in it: its pieces end anywhere.
          state.messages.progress.clear()
          state.write(WrittenBytes(bytes))
          return !state.isOutputClosed
        }
      } catch {
        failSpool(error)
      }
    }
  }
}
