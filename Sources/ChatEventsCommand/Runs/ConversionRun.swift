internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// One run of `convert`: reads the inputs, hands them to the conversion block by block, and writes what comes out.
struct ConversionRun: InputRun {
  /// What the command line asked for.
  struct Plan {
    var conversion: RunOptions
    var jobs = 1
    var layout = EventLayout.lines
    /// How records are handed over, where that is done; then nothing is laid out.
    var export: ExportForm?
    var selection = SelectionReport(names: [])
    var inputs: InputPaths
    var outputPath: String?
    var rejectsPath: String?
    var summary: SummaryForm?
    var display: Display
  }

  private let plan: Plan
  var conversion: OrderedRun
  private var output: EventOutput
  private var export: ExportWriter?
  private var rejects: RejectsFile?
  var messages: Messages
  var status = ExitStatus.success
  private var balance = Balance()
  private(set) var isOutputClosed = false

  var inputs: InputPaths { plan.inputs }

  /// Opens what is written to.
  init(_ plan: Plan) throws {
    self.plan = plan
    messages = Messages(plan.display)
    export = plan.export.map { ExportWriter($0) }
    conversion = try OrderedRun(plan.conversion, jobs: plan.jobs)
    output = try Self.opening(plan.outputPath, &messages) { path throws(SystemError) in
      try EventOutput(path, plan.layout)
    }
    let file = try Self.opening(plan.rejectsPath, &messages) { path throws(SystemError) in
      try path.map { path throws(SystemError) in try RejectsFile(path) }
    }
    rejects = file
  }

  /// Keeps in memory what the run writes to its streams; no file is written.
  init(keeping plan: Plan) throws(RunError) {
    self.plan = plan
    messages = .keeping
    conversion = try OrderedRun(plan.conversion, jobs: plan.jobs)
    output = EventOutput(keeping: plan.layout)
  }

  /// What was kept: standard output, and standard error.
  var kept: (output: [UInt8], errors: [UInt8]) { (output.kept, messages.kept ?? []) }

  /// Converts the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    await readInputs()
    finish()
    messages.progress.clear()
    if !isOutputClosed {
      for warning in plan.selection.warnings(balance.selection) { messages.warning(warning) }
    }
    for warning in balance.warningReports { messages.warning(warning) }
    if let summary = plan.summary { messages.write(summary.text(of: balance)) }
    return status
  }

  /// Writes what came out of a block; says whether more is wanted.
  mutating func deliver(_ block: BlockResult, _ source: String) -> Bool {
    do throws(SystemError) {
      try output.write(export?.text(of: block.exported, source: source) ?? block.events)
    } catch {
      failOutput(error)
    }
    report(block.rejects, source)
    balance += block.balance
    messages.progress.advance(by: block.count)
    return !isOutputClosed
  }

  private mutating func failOutput(_ error: SystemError) {
    isOutputClosed = true
    if error.isBrokenPipe { return }
    messages.error("cannot write to \(output.name): \(error)")
    status.raise(to: .ioError)
  }

  private mutating func report(_ rejected: [Reject], _ source: String) {
    guard !rejected.isEmpty else { return }
    status.raise(to: .rejected)
    for reject in rejected { messages.report(reject.report(source: source)) }
    do throws(SystemError) {
      try rejects?.write(rejected.filter(\.isRecord), source: source)
    } catch {
      failRejects(error)
    }
  }

  private mutating func failRejects(_ error: SystemError) {
    messages.error("cannot write \(plan.rejectsPath?.shownFileName ?? ""): \(error)")
    status.raise(to: .ioError)
    rejects = nil
  }

  /// Closes what was written to. The output takes its place only where everything was done.
  private mutating func finish() {
    do throws(SystemError) {
      try rejects?.close()
    } catch {
      failRejects(error)
    }
    guard !isOutputClosed, !conversion.hasStopped || plan.outputPath == nil,
      status <= .rejected || plan.outputPath == nil
    else { return abandonOutput() }
    do throws(SystemError) {
      if let ending = export?.end() { try output.write(ending) }
      try output.finish()
    } catch {
      failOutput(error)
      abandonOutput()
    }
  }

  private mutating func abandonOutput() {
    output.abandon()
    if let path = plan.outputPath { messages.error("\(path.shownFileName) was not written") }
  }
}

/// The file that keeps the records which cannot be converted.
struct RejectsFile {
  private let descriptor: Descriptor

  init(_ path: String) throws(SystemError) { descriptor = try Descriptor.writing(path) }

  /// Writes records, a line each.
  func write(_ rejects: [Reject], source: String) throws(SystemError) {
    var lines = Output(capacity: 1 << 12)
    for reject in rejects { reject.write(source: source, to: &lines) }
    try descriptor.write(lines.written)
  }

  func close() throws(SystemError) { try descriptor.close() }
}

/// How the balance is printed.
enum SummaryForm {
  case text, json

  func text(of balance: Balance) -> String {
    switch self {
    case .text: balance.report
    case .json: balance.json + "\n"
    }
  }
}
