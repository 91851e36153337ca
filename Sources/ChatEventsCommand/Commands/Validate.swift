internal import ArgumentParser
internal import ChatEvents

/// `chatevents validate`.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Tells everything that is wrong with records.",
    discussion: """
      Reads what convert reads, and holds each record against its vendor's documents:
      transcripts, calls to Segment and RudderStack, widgets' callbacks. The report
      goes to standard output. An error means that a record cannot be used, a warning
      that it may not do what its sender thinks; only errors let the run fail, unless
      --strict is given. An input without a record is an error too. Of a folder with
      golden cases (see check) what they must give is not read.

      Examples:
        chatevents validate fixtures/
        chatevents validate --strict --format github fixtures/
        chatevents validate --format sarif --output chatevents.sarif fixtures/
        chatevents validate --write-baseline known.jsonl fixtures/
        chatevents validate --baseline known.jsonl fixtures/
        chatevents validate --as segment --unique-ids --format json calls.jsonl
        chatevents validate --plan plan.json calls.jsonl
        chatevents explain type-mismatch
      """)

  @OptionGroup var source: FormatOption

  @Option(help: ArgumentHelp("How the report is written; text unless it is said.", valueName: "form"))
  var format: ReportName?

  @Flag(
    help:
      "Write no findings, but a line of JSON for each record: its place, its format, whether it is valid, and counts by code."
  )
  var verdicts = false

  @Flag(help: "Let warnings fail the run too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The time that counts as present, in ISO 8601 or in seconds since 1970; what lies behind it is in the future.",
      valueName: "time"),
    transform: PresentTime.parse)
  var now: PresentTime?

  @Flag(help: "Warn where two records have the same id, in whatever input; takes memory for each id.")
  var uniqueIds = false

  @OptionGroup var plans: PlanOptions

  @OptionGroup var findings: FindingOptions

  @OptionGroup var zone: ZoneOption

  @OptionGroup var output: OutputOptions<Validate>

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if verdicts, let format, format != .json {
      throw ValidationError(
        "--verdicts are JSON, and no report of --format \(format.rawValue); leave one of them out.")
    }
    try plans.validate(
      for: source.format, "--as",
      otherwise: "Convert the records first: chatevents convert … | chatevents validate --plan …")
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
