internal import ArgumentParser
internal import ChatEvents

/// `chatevents validate`.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the records are: \(SourceName.names); auto unless it is said.", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var source = SourceName.auto

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

  @Option(
    help: ArgumentHelp(
      "The zone of times that do not say theirs: Europe/Berlin; UTC unless it is said.", valueName: "zone"),
    transform: ZoneName.parse)
  var timezone: ZoneName?

  @Flag(exclusivity: .exclusive)
  var summary: SummaryFlag?

  @Flag(help: "Stop at the first record with an error.")
  var failFast = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the report to this file, which appears whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    var settings = ValidationSettings()
    if let now {
      settings.setPresent(now.text)
    } else {
      // The clock tells whole seconds, and of the one that runs some part has come.
      settings.now = SystemClock.now + 1
    }
    settings.tellsIdentities = uniqueIds
    settings.zone = timezone?.zone ?? .utc
    let path = output == "-" ? nil : output
    let report = format.report(isColored: isColored(path))
    settings.tellsAll = report.tellsAll
    var options = RunOptions(from: source.format, task: .validate(settings))
    options.recordLimit = reading.recordLimit.count
    options.stopsAtReject = failFast
    let inputs = try reading.inputs(besides: [.output(output)])
    var run = try ValidationRun(
      ValidationRun.Plan(
        validation: options, isStrict: strict, jobs: reading.jobs.count, inputs: inputs, outputPath: path,
        summary: summary?.form, display: reading.display.resolved), report)
    throw ExitCode(await run.run().rawValue)
  }

  /// Whether the report is coloured: where it goes to a terminal, or always.
  private func isColored(_ path: String?) -> Bool {
    if path != nil { return reading.display.color == .always }
    return Display(reading.display.color, showsProgress: false, on: .standardOutput).isColored
  }
}

/// How a report is written, as `--format` names it.
enum ReportName: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif, junit

  func report(isColored: Bool) -> any ValidationReport {
    switch self {
    case .text: TextReport(isColored: isColored)
    case .json: JSONReport()
    case .github: GitHubReport()
    case .sarif: SARIFReport(version: Tool.configuration.version)
    case .junit: JUnitReport()
    }
  }
}

/// The time that counts as present.
struct PresentTime {
  /// As it was written.
  let text: String
  /// Seconds since 1970, without a fraction.
  let seconds: Int

  /// Reads the option's value.
  ///
  /// - Throws: an error that says how a time is written.
  static func parse(_ text: String) throws -> PresentTime {
    guard let seconds = ValidationSettings.seconds(of: text) else {
      throw ValidationError(
        "Write the time like 2026-11-21T10:00:00Z, 2026-11-21, or in seconds since 1970.")
    }
    return PresentTime(text: text, seconds: seconds)
  }
}
