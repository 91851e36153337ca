internal import ChatEvents
internal import JSONText

/// What every run over records has: what reads them, what it writes to, and how it has gone so far.
struct RunState {
  let plan: RunPlan
  /// What reads the inputs.
  var records: OrderedRun
  var messages: Messages
  var status = ExitStatus.success
  /// Why the system did not open an input, or not read it to its end; nil if it did.
  var unreadable: String?
  /// What failed the run besides records, for the summary.
  private var failures: [String: Int] = [:]
  private var output: EventOutput
  /// Whether nothing more can be written.
  private(set) var isOutputClosed = false

  /// Opens what is written to.
  ///
  /// - Throws: the exit status, after a message, if it cannot be opened.
  init(_ plan: RunPlan, layout: EventLayout = .lines) throws {
    self.plan = plan
    var display = plan.display
    // A bar in the midst of the output would garble it.
    if plan.writesToTerminal { display.showsProgress = false }
    messages = Messages(display, keeps: plan.keeps)
    records = try OrderedRun(plan.options, jobs: plan.jobs)
    if plan.keeps {
      output = EventOutput(keeping: layout)
      return
    }
    if plan.isDry {
      output = EventOutput(dropping: layout)
      return
    }
    output = try messages.opening(plan.outputPath) { path throws(SystemError) in
      try EventOutput(path, layout, mode: plan.mode)
    }
  }

  /// What was kept: standard output, and standard error.
  var kept: (output: [UInt8], errors: [UInt8]) { (output.kept, messages.kept ?? []) }

  /// Writes lines, unless nothing more can be written.
  mutating func write(_ lines: WrittenBytes) {
    guard !isOutputClosed else { return }
    do throws(SystemError) {
      try output.write(lines)
    } catch {
      failOutput(error)
    }
  }

  /// Reports that something cannot be written; the run stops if it is the output.
  mutating func fail(_ reason: String, fix: String? = nil, closesOutput: Bool) {
    if closesOutput { isOutputClosed = true }
    messages.error(reason, fix: fix)
    status.raise(to: .ioError)
  }

  /// Fails the run for something that is no record.
  ///
  /// - Parameter name: how the summary names it.
  mutating func fail(_ name: String) {
    failures[name, default: 0] += 1
    status.raise(to: .rejected)
  }

  /// Stops the run. A pipe whose reader has gone is no error.
  private mutating func failOutput(_ error: SystemError) {
    if error.isBrokenPipe {
      isOutputClosed = true
    } else {
      fail("cannot write to \(output.name): \(error)", closesOutput: true)
    }
  }

  /// Whether all of what was asked for was written so far, and can take its place.
  ///
  /// - Parameter tellsFailures: whether the output reports inputs that could not be read, and is complete with that.
  func isWhole(tellsFailures: Bool = false) -> Bool {
    !isOutputClosed && (tellsFailures || !isStopped && status <= .rejected)
  }

  /// Whether reading stopped early, other than at the limit of records.
  var isStopped: Bool { records.hasStopped && !records.hasReachedLimit }

  /// Closes the output. A file takes its place only if everything was done.
  ///
  /// - Parameter tellsFailures: whether the output reports inputs that could not be read, and is complete with that.
  mutating func finish(tellsFailures: Bool = false) {
    let isWhole = isWhole(tellsFailures: tellsFailures)
    guard !isOutputClosed, isWhole || plan.outputPath == nil else { return abandonOutput() }
    do throws(SystemError) {
      try output.finish()
    } catch {
      failOutput(error)
      abandonOutput()
    }
  }

  private mutating func abandonOutput() {
    output.abandon()
    if let path = plan.outputPath, !plan.isDry { messages.error("\(path.shownFileName) was not written") }
  }

  /// Writes the summary that is asked for, with the files that were passed over.
  mutating func summarize(_ text: String, json: String) {
    guard let summary = plan.summary else { return }
    let endings = plan.inputs.endings
    var output = Output(capacity: 512)
    output.append(text: String(json.dropLast()))
    if !failures.isEmpty {
      output.append(#","failures":"#)
      output.append(counts: failures)
    }
    if !endings.isEmpty {
      output.append(#","files_passed_over":"#)
      output.append(counts: endings)
    }
    if let limit = plan.options.limit, records.hasReachedLimit {
      output.append(#","stopped_at_limit":"#, limit)
    }
    if plan.isDry { output.append(#","dry_run":true"#) }
    output.append("}")
    messages.write(
      summary.summary(
        text + failures.lines("failures") + endings.lines("files skipped")
          + (records.hasReachedLimit ? "  stopped at --limit \(plan.options.limit ?? 0)\n" : "")
          + (plan.isDry ? "  dry run: nothing was written\n" : ""),
        json: String(decoding: output.written, as: UTF8.self)))
  }

  /// Notes what was read inside envelopes, and warns of pointers that led nowhere, if the run has seen all records.
  ///
  /// - Parameter envelopes: how many records were read inside which envelopes.
  mutating func tell(of envelopes: [String: Int]) {
    messages.progress.clear()
    if plan.isVerbose {
      for (title, count) in envelopes.sorted(by: { $0.key < $1.key }) {
        messages.note("read \(count) \(count == 1 ? "record" : "records") inside \(title)")
      }
    }
    guard !isOutputClosed, !records.hasStopped else { return }
    var told: Set<String> = []
    for option in plan.options.unwrapping.map(\.option)
    where envelopes[option] == nil && told.insert(option).inserted {
      messages.warning(
        "\(option) leads nowhere in the documents that were read\n"
          + "  fix: compare it with a document; a pointer starts at the outermost object\n")
    }
  }

  /// Tells which demands of the selection no record fits, if the run has seen all records.
  ///
  /// - Parameter hasRead: whether some record was read.
  mutating func warn(of tally: SelectionTally, hasRead: Bool = true) {
    messages.progress.clear()
    guard !isOutputClosed else { return }
    tellOfPlans(tally, hasRead: hasRead)
    let warnings = plan.selection.warnings(tally) + plan.selection.memberWarnings(tally)
    for warning in warnings { messages.warning(warning, isNeeded: plan.selection.isStrict) }
    if plan.selection.isStrict, !(warnings + plan.selection.fileWarnings).isEmpty {
      fail("unmatched-selection")
    }
    if let warning = plan.selection.fileLinkWarning(tally) { messages.warning(warning) }
    guard let undated = plan.selection.undatedWarning(tally) else { return }
    if undated.isWarning { messages.warning(undated.text) } else { messages.note(undated.text) }
  }

  /// Reports plans that no call had to do with, if the run has seen all records.
  private mutating func tellOfPlans(_ tally: SelectionTally, hasRead: Bool) {
    guard !records.hasStopped else { return }
    for warning in plan.planned.warnings(tally) { messages.warning(warning) }
    guard plan.planned.hasFailed(tally, hasRead: hasRead) else { return }
    messages.error(
      "no call was read that --plan could check",
      fix: "convert the records, and check the calls: chatevents convert … | chatevents validate --plan …")
    fail("no-planned-call")
  }
}
