internal import ArgumentParser
internal import ChatEvents

/// `chatevents validate`.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Reports every problem in the records.",
    discussion: HelpText.discussion(
      """
      Reads what convert reads, and checks each record against its vendor's \
      documentation: transcripts, calls to Segment and RudderStack, callbacks of \
      widgets. The report goes to standard output. An error means that a record cannot \
      be used; a warning, that it may not do what its sender expects. Only errors fail \
      the run, unless --strict is given. An input without a record is an error too. In a \
      folder with golden cases (see check), expected output is skipped.

      Examples:
        chatevents validate fixtures/
        chatevents validate --strict --format github fixtures/
        chatevents validate --format sarif --output chatevents.sarif fixtures/
        chatevents validate --write-baseline known.jsonl fixtures/
        chatevents validate --baseline known.jsonl fixtures/
        chatevents validate --as segment --unique-ids --format json calls.jsonl
        chatevents validate --plan plan.json calls.jsonl
        chatevents explain type-mismatch
      """))

  @OptionGroup var source: FormatOption

  @Option(help: ArgumentHelp("Form of the report; default: text.", valueName: "form"))
  var format: ReportName?

  @Flag(
    help:
      "Write no findings, but one JSON line per record: its place, format and validity, and counts by code."
  )
  var verdicts = false

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The current time to assume, in ISO 8601 or seconds since 1970; later times are in the future.",
      valueName: "time"),
    transform: PresentTime.parse)
  var now: PresentTime?

  @Flag(help: "Warn about duplicate ids across all inputs (memory grows with the number of ids).")
  var uniqueIds = false

  @OptionGroup var plans: PlanOptions

  @OptionGroup var findings: FindingOptions

  @OptionGroup var zone: ZoneOption

  @OptionGroup var output: OutputOptions<Validate>

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if verdicts, let format, format != .json {
      throw ValidationError(
        "--verdicts writes JSON lines, not --format \(format.rawValue); omit one of them")
    }
    try plans.validate(
      for: source.format, "--as",
      otherwise: "convert the records first: chatevents convert … | chatevents validate --plan …")
    try findings.validate(failFast: output.failFast)
  }

  func run() async throws {
    let report: any ValidationReport =
      verdicts ? VerdictReport() : (format ?? .text).report(to: output.path, reading.display)
    let inputs = try reading.inputs(
      besides: [.output(output.path)] + findings.uses + plans.uses, readsExpected: false)
    var settings = settings(tellsAll: report.tellsAll)
    settings.plans = try plans.plans(reading.display)
    let filter = try findings.filter(reading.display)
    let options = RunOptions(from: source.format, task: .validate(settings))
    var plan = RunPlan(options, reading, output, over: inputs)
    plan.planned = plans.report(needsCalls: true)
    var run = try ReportRun(plan, report, isStrict: strict, filter)
    throw ExitCode(await run.run())
  }
}

extension Validate: RecordCommand {
  static var product: String { "the report" }
  static var failure: String { "with an error" }

  /// What is looked for.
  private func settings(tellsAll: Bool) -> ValidationSettings {
    var settings = ValidationSettings()
    if let now {
      settings.setPresent(now.text)
    } else if Environment.value(of: "SOURCE_DATE_EPOCH") != nil {
      settings.now = SystemClock.present
    } else {
      // The clock tells whole seconds, and of the one that runs some part has come.
      settings.now = SystemClock.now + 1
    }
    settings.tellsIdentities = uniqueIds
    settings.zone = zone.zone
    settings.tellsAll = tellsAll
    return settings
  }
}
