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
      --strict is given. Input without a record is an error too.

      Examples:
        chatevents validate fixtures/
        chatevents validate --strict --format github fixtures/
        chatevents validate --format sarif --output chatevents.sarif fixtures/
        chatevents validate --as segment --unique-ids --format json calls.jsonl
        chatevents explain type-mismatch
      """)

  @OptionGroup var source: FormatOption

  @Option(help: ArgumentHelp("How the report is written.", valueName: "form"))
  var format = ReportName.text

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

  @OptionGroup var zone: ZoneOption

  @OptionGroup var output: OutputOptions<Validate>

  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let report = format.report(to: output.path, reading.display)
    let options = RunOptions(from: source.format, task: .validate(settings(tellsAll: report.tellsAll)))
    let inputs = try reading.inputs(besides: [.output(output.path)])
    let plan = RunPlan(options, reading, output, over: inputs)
    var run = try ReportRun(plan, report, isStrict: strict)
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
