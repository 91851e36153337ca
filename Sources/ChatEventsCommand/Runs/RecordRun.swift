internal import ChatEvents
internal import JSONText

/// One run of a command that writes records or events: `convert`, `redact`, `export`.
struct RecordRun: InputRun {
  var state: RunState
  private var export: ExportRun?
  private var rewriting: RewriteRun?
  /// The place of the input that is read, among all.
  private var index = 0
  private let rejectsPath: String?
  private var rejects: RejectsFile?
  private let keepsText: Bool
  private let tolerance: Tolerance?
  private var balance = Balance()

  /// Opens what is written to.
  ///
  /// - Parameters:
  ///   - layout: how events are laid out.
  ///   - export: what records are handed over as, if that is done; then nothing is laid out.
  ///   - rejectsPath: the file that keeps rejected records; nil if none does.
  ///   - keepsText: whether it keeps the records' texts; of one that is too long it has none.
  ///   - tolerance: how many of them are no failure; nil if each is one.
  init(
    _ plan: RunPlan, layout: EventLayout = .lines, export: ExportOutput? = nil,
    rejects rejectsPath: String? = nil, keepsText: Bool = true, tolerance: Tolerance? = nil
  ) throws {
    state = try RunState(plan, layout: layout)
    (self.rejectsPath, self.keepsText, self.tolerance) = (rejectsPath, keepsText, tolerance)
    rewriting = plan.rewriting.map { RewriteRun($0, mode: plan.mode) }
    self.export = try export.map { try ExportRun($0, mode: plan.mode, &state.messages) }
    // A pipe is opened only once its reader has come, so that comes last.
    rejects = try state.messages.opening(plan.isDry ? nil : rejectsPath) { path throws(SystemError) in
      try path.map { path throws(SystemError) in try RejectsFile(path, mode: plan.mode) }
    }
  }

  /// Processes the inputs, one after the other.
  mutating func run() async -> ExitStatus {
    await readInputs()
    finish()
    if let tolerance, !tolerance.allows(balance.rejected, of: balance.read) {
      state.messages.error(
        "\(balance.rejected) of \(balance.read) records were rejected, more than --max-rejects \(tolerance.text)"
      )
      state.status.raise(to: .rejected)
    }
    state.tell(of: balance.envelopes)
    state.warn(of: balance.selection)
    for warning in balance.warningReports { state.messages.warning(warning) }
    if balance.undated > 0, state.plan.summary == nil, !state.isOutputClosed {
      state.messages.warning(
        "transcripts are older than a day, and the events carry no time: a receiver dates them today\n"
          + "  fix: give events the times of the chats with --timestamps; --summary counts such transcripts\n"
      )
    }
    state.summarize(balance.report, json: balance.json)
    return state.status
  }

  mutating func deliver(_ block: BlockResult, _ source: String) {
    if export != nil {
      export?.write(block.exported, source, &state)
    } else if rewriting != nil {
      rewriting?.write(block, index, &state)
    } else {
      state.write(block.events)
    }
    report(block.rejects, source)
    balance += block.balance.located(in: source)
  }

  mutating func open(_ index: Int) -> Bool {
    self.index = index
    return rewriting?.open(index, &state) ?? true
  }

  mutating func close(_ index: Int) { rewriting?.close(index, &state) }

  mutating func fail(_ reason: String) { rewriting?.fail() }

  private mutating func report(_ rejected: [Reject], _ source: String) {
    guard !rejected.isEmpty else { return }
    if !rejected.allSatisfy(isTolerable) { state.status.raise(to: .rejected) }
    var reports = Output(capacity: rejected.count << 8)
    for reject in rejected { reject.report(source: source, to: &reports) }
    state.messages.report(reports.take())
    do throws(SystemError) {
      try rejects?.write(rejected.filter(\.isRecord), source: source)
    } catch {
      failRejects(error)
    }
  }

  /// Whether a reject is no failure if there are few: not where something is lost, or wrong besides records.
  private func isTolerable(_ reject: Reject) -> Bool {
    tolerance != nil && reject.isRecord && (reject.record != nil || !keepsText)
  }

  private mutating func failRejects(_ error: SystemError) {
    rejects?.abandon()
    state.fail("cannot write \(rejectsPath?.shownFileName ?? ""): \(error)", closesOutput: false)
    rejects = nil
  }

  /// Closes what was written to.
  private mutating func finish() {
    finishRejects()
    export?.end(&state)
    state.finish()
    export?.finish(isComplete: !state.isStopped, &state)
  }

  /// Puts the rejects in their place, unless the output will not take its own: both are of one run.
  private mutating func finishRejects() {
    guard let rejects else { return }
    guard state.isWhole() || state.plan.outputPath == nil else {
      rejects.abandon()
      return state.messages.error("\(rejectsPath?.shownFileName ?? "") was not written")
    }
    do throws(SystemError) {
      try rejects.finish()
    } catch {
      failRejects(error)
    }
  }
}

/// The file that keeps the records which cannot be processed.
private struct RejectsFile {
  private let file: WholeFile

  init(_ path: String, mode: UInt32) throws(SystemError) {
    file = try WholeFile(path, mode: mode, packs: true)
  }

  /// Writes records, a line each.
  func write(_ rejects: [Reject], source: String) throws(SystemError) {
    // What is quoted grows by an escape for each string.
    var lines = Output(capacity: rejects.reduce(0) { $0 + 512 + ($1.record?.count ?? 0) * 3 / 2 })
    for reject in rejects { reject.write(source: source, to: &lines) }
    try file.write(lines.take())
  }

  /// Puts the file in its place.
  func finish() throws(SystemError) { try file.finish() }

  /// Leaves the target unchanged.
  func abandon() { file.abandon() }
}
