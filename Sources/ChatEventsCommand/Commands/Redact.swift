internal import ArgumentParser
internal import ChatEvents

/// `chatevents redact`.
struct Redact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the records are: \(SourceName.names); auto unless it is said.", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var source = SourceName.auto

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Flag(help: "Leave these records out altogether.")
  var drop = false

  @Option(
    help: ArgumentHelp(
      "Replace links too in which this pattern, or another if repeated, is found: those to files that visitors sent.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var fileLink: [TextPattern] = []

  @Flag(help: "Write pseudonyms: equal for equal values under one key.")
  var pseudonymize = false

  @Option(
    help: ArgumentHelp(
      "The file that holds the key; else the variable CHATEVENTS_PSEUDONYM_KEY.", valueName: "file"),
    completion: .file())
  var keyFile: String?

  @Flag(help: "Write nothing; tell what would be replaced, and fail where there is anything.")
  var verify = false

  @Option(
    help: ArgumentHelp("Keep the places of records that cannot be read in this file.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(exclusivity: .exclusive)
  var summary: SummaryFlag?

  @Flag(help: "Stop at the first record that cannot be read.")
  var failFast = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the records to this file, which appears whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if rejects == "-" { throw ValidationError("--rejects needs a file; standard output is for records.") }
    if keyFile == "-" { throw ValidationError("--key-file needs a file; standard input is for records.") }
    if drop, selected.selection.isEverything {
      throw ValidationError(
        "--drop would leave out everything; say whose records, with --email or --older-than.")
    }
    if keyFile != nil, !pseudonymize {
      throw ValidationError("--key-file does nothing without --pseudonymize.")
    }
    if drop, pseudonymize {
      throw ValidationError("--drop leaves nothing to --pseudonymize; use one of them.")
    }
    if verify, rejects != nil { throw ValidationError("--verify writes no rejects: its report tells them.") }
  }

  func run() async throws {
    var settings = RedactionSettings()
    settings.selection = selected.selection
    settings.drops = drop
    settings.fileLinks = fileLink
    settings.verifies = verify
    let inputs = try reading.inputs(besides: [
      .output(output), .written("--rejects", rejects), .read("--key-file", keyFile),
    ])
    if pseudonymize { settings.key = try readKey() }
    var options = RunOptions(from: source.format, task: .redact(settings))
    options.recordLimit = reading.recordLimit.count
    options.stopsAtReject = failFast
    throw ExitCode(try await status(options, inputs).rawValue)
  }

  private func status(_ options: RunOptions, _ inputs: InputPaths) async throws -> ExitStatus {
    let path = output == "-" ? nil : output
    if verify {
      var run = try ValidationRun(
        ValidationRun.Plan(
          validation: options, isStrict: true, jobs: reading.jobs.count,
          selection: SelectionReport(names: selected.names), inputs: inputs, outputPath: path,
          summary: summary?.form, display: reading.display.resolved), TextReport(isColored: false))
      return await run.run()
    }
    var run = try ConversionRun(
      ConversionRun.Plan(
        conversion: options, jobs: reading.jobs.count, layout: .lines,
        selection: SelectionReport(names: selected.names), inputs: inputs, outputPath: path,
        rejectsPath: rejects, summary: summary?.form, display: reading.display.resolved))
    return await run.run()
  }

  /// Reads the key from its file or the environment.
  ///
  /// - Throws: the exit status, after a message that does not hold the key.
  private func readKey() throws -> PseudonymKey {
    var messages = Messages(reading.display.resolved)
    var text = Environment.value(of: "CHATEVENTS_PSEUDONYM_KEY").map { Array($0.utf8) }
    if let keyFile {
      do throws(SystemError) {
        text = try Descriptor.contents(of: keyFile)
      } catch {
        messages.error("cannot read \(keyFile.shownFileName): \(error)")
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
    }
    guard var text else {
      messages.error("there is no key: name its file with --key-file, or set CHATEVENTS_PSEUDONYM_KEY")
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    // An editor's line feed is not a part of the key.
    while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { text.removeLast() }
    guard let key = PseudonymKey(text) else {
      messages.error(
        "the key is too short: it needs \(PseudonymKey.leastCount) bytes, such as those of: openssl rand -hex 32"
      )
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    return key
  }
}
