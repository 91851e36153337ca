internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// One run of `convert`: reads the inputs, hands them to the conversion block by block, and writes what comes out.
///
/// Nothing is read until the last write has returned.
struct ConversionRun {
  /// What the command line asked for.
  struct Plan {
    var conversion: ConversionOptions
    var jobs = 1
    var layout = EventLayout.lines
    var inputs: InputPaths
    var outputPath: String?
    var rejectsPath: String?
    var summary: SummaryForm?
    var display: Display
  }

  private let plan: Plan
  private var conversion: OrderedConversion
  private var output: EventOutput
  private var rejects: RejectsFile?
  private var messages: Messages
  private var status = ExitStatus.success
  private var balance = Balance()
  private var isOutputClosed = false

  /// Opens what is written to.
  init(_ plan: Plan) throws {
    self.plan = plan
    messages = Messages(plan.display)
    conversion = try OrderedConversion(plan.conversion, jobs: plan.jobs)
    output = try Self.opening(plan.outputPath, &messages) { path throws(SystemError) in
      try EventOutput(path, plan.layout)
    }
    let file = try Self.opening(plan.rejectsPath, &messages) { path throws(SystemError) in
      try path.map { path throws(SystemError) in try RejectsFile(path) }
    }
    rejects = file
  }

  /// Keeps in memory what the run writes to its streams; no file is written.
  init(keeping plan: Plan) throws(ConversionError) {
    self.plan = plan
    messages = .keeping
    conversion = try OrderedConversion(plan.conversion, jobs: plan.jobs)
    output = EventOutput(keeping: plan.layout)
  }

  /// What was kept: standard output, and standard error.
  var kept: (output: [UInt8], errors: [UInt8]) { (output.kept, messages.kept ?? []) }

  private static func opening<File>(
    _ path: String?, _ messages: inout Messages, _ open: (String?) throws(SystemError) -> File
  ) throws -> File {
    do throws(SystemError) {
      return try open(path)
    } catch {
      messages.error("cannot write \(path ?? "standard output"): \(error)")
      throw ExitCode(ExitStatus.ioError.rawValue)
    }
  }

  /// Converts the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    for (path, why) in plan.inputs.failures {
      messages.error("cannot open \(quoted(path)): \(why)")
      status.raise(to: .noInput)
    }
    messages.progress.total = totalSize
    for path in plan.inputs.paths where !isOutputClosed && !conversion.hasStopped { await convert(path) }
    finish()
    messages.progress.clear()
    for warning in balance.warningReports { messages.warning(warning) }
    if let summary = plan.summary { messages.write(summary.text(of: balance)) }
    return status
  }

  private var totalSize: Int? {
    plan.inputs.paths.reduce(0) { sum, path in
      guard let sum, path != "-", let size = FileStatus(path: path)?.size else { return nil }
      return sum + size
    }
  }

  private mutating func convert(_ path: String) async {
    let name = path == "-" ? "<stdin>" : path
    do throws(SystemError) {
      let descriptor = path == "-" ? Descriptor.standardInput : try Descriptor.reading(path)
      await convert(descriptor, name)
      if path != "-" { try? descriptor.close() }
    } catch {
      messages.error("cannot open \(quoted(name)): \(error)")
      status.raise(to: .noInput)
    }
  }

  private mutating func convert(_ descriptor: Descriptor, _ name: String) async {
    var input = Input(descriptor)
    var conversion = conversion
    do {
      try await conversion.convert(&input) { block in deliver(block, name) }
    } catch {
      messages.error("cannot read \(name): \(error)")
      status.raise(to: .ioError)
    }
    self.conversion = conversion
    messages.progress.finish(input.bytesRead)
  }

  /// Writes what came out of a block; says whether more is wanted.
  private mutating func deliver(_ block: ConvertedBlock, _ source: String) -> Bool {
    do throws(SystemError) {
      try output.write(block.events)
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
      try rejects?.write(rejected, source: source)
    } catch {
      failRejects(error)
    }
  }

  private mutating func failRejects(_ error: SystemError) {
    messages.error("cannot write \(plan.rejectsPath ?? ""): \(error)")
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
      try output.finish()
    } catch {
      failOutput(error)
      abandonOutput()
    }
  }

  private mutating func abandonOutput() {
    output.abandon()
    if let path = plan.outputPath { messages.error("\(path) was not written") }
  }

  /// A path as messages name it: one that would not be seen stands in quotes.
  private func quoted(_ path: String) -> String { path.isEmpty ? "''" : path }
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
