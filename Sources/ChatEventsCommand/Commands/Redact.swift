internal import ArgumentParser
internal import ChatEvents

/// `chatevents redact`.
struct Redact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Replaces what is personal in records.",
    discussion: """
      Reads records of every format, and writes them again, one a line: the answers to
      forms, the visitor's id, and what in free text has the form of an e-mail address,
      a phone number or an IP address become <redacted>. Everything else stays as it
      was. Records that cannot be read are told by their places, never by their text.

      Examples:
        chatevents redact chats.jsonl > redacted.jsonl
        chatevents redact --email jo@example.org --output kept.jsonl chats.jsonl
        chatevents redact --older-than 90d --drop archive/ > recent.jsonl
        chatevents redact --pseudonymize --key-file key.txt chats.jsonl
        chatevents redact --verify redacted.jsonl
      """)

  @OptionGroup var source: FormatOption

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Flag(help: "Leave these records out altogether.")
  var drop = false

  @Option(
    help: ArgumentHelp(
      "Replace links too in which this pattern, or another if repeated, is found: those to files that visitors sent.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var fileLink: [TextPattern] = []

  @OptionGroup var pseudonyms: PseudonymOptions

  @Flag(help: "Write nothing; tell what would be replaced, and fail where there is anything.")
  var verify = false

  @OptionGroup var rejects: RejectsOptions<Redact>

  @OptionGroup var tolerance: ToleranceOptions

  @OptionGroup var output: OutputOptions<Redact>

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if drop, selected.isEverything {
      throw ValidationError(
        "--drop would leave out everything; say whose records, with --email or --older-than.")
    }
    if drop, pseudonyms.pseudonymize {
      throw ValidationError("--drop leaves nothing to --pseudonymize; use one of them.")
    }
    if verify, rejects.rejects != nil {
      throw ValidationError("--verify writes no rejects: its report tells them.")
    }
    try tolerance.validate(rejects: rejects.rejects, failFast: output.failFast)
  }

  func run() async throws {
    let inputs = try reading.inputs(
      besides: [
        .output(output.path), .written("--rejects", rejects.rejects), .read("--key-file", pseudonyms.keyFile),
      ] + selected.files)
    let selected = try selected.selected(reading.display)
    let options = RunOptions(from: source.format, task: .redact(try settings(selected.selection)))
    let plan = RunPlan(options, reading, output, over: inputs, selected: selected.report)
    if verify {
      var run = try ReportRun(plan, TextReport(isColored: false), isStrict: true)
      throw ExitCode(await run.run())
    }
    var run = try RecordRun(
      plan, rejects: rejects.rejects, keepsText: false, tolerance: tolerance.maxRejects)
    throw ExitCode(await run.run())
  }
}

extension Redact: RejectingCommand {
  static var product: String { "records" }
  static var failure: String { "that cannot be read" }
  static var rejects: String { "the places of records that cannot be read" }

  /// What is replaced.
  private func settings(_ selection: Selection) throws -> RedactionSettings {
    var settings = RedactionSettings()
    settings.selection = selection
    settings.drops = drop
    settings.fileLinks = fileLink
    settings.verifies = verify
    settings.key = try pseudonyms.key(reading.display)
    return settings
  }
}
