internal import ArgumentParser
internal import ChatEvents

/// `chatevents check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compares what inputs give with what is expected of them.",
    discussion: """
      Looks through folders for cases. A case is an input, <case>.input.json (or
      .jsonl, or .txt), and beside it:
        <case>.<format>.jsonl    the output that --to <format> must give
        <case>.diagnostics.txt   the messages that it must; without it, none
        <case>.args              options of convert, quoted as in a shell
      What differs is shown. The last line says how many cases do. Other files in
      these folders, such as records for validate, are no concern of a case's.

      Examples:
        chatevents check fixtures/
        chatevents check --format github fixtures/
        chatevents check --update fixtures/
        chatevents check --update --to segment fixtures/
      """)

  @Option(
    help: ArgumentHelp(
      "Only what is expected in this format: \(TargetName.names). With --update, also for inputs of which nothing is expected yet.",
      valueName: "format"),
    completion: .list(TargetName.allValueStrings), transform: TargetName.parse)
  var to: TargetName?

  @Option(help: ArgumentHelp("How what is wrong is written; text unless it is said.", valueName: "form"))
  var format: CheckReportName?

  @Flag(help: "Write the expected files anew; refused where the variable CI is set.")
  var update = false

  @Option(help: ArgumentHelp("Whether what differs, and messages, are coloured.", valueName: "when"))
  var color = ColorChoice.auto

  @Argument(
    help: ArgumentHelp("Folders with cases, in them or further down.", valueName: "dir"),
    completion: .directory)
  var folders: [String]

  mutating func validate() throws {
    if update, let format, format != .text {
      throw ValidationError(
        "--update writes files, and no report of --format \(format.rawValue); leave one of them out.")
    }
    if update, let value = Environment.value(of: "CI"), !value.isEmpty, value.lowercased() != "false" {
      throw ValidationError(
        "--update is refused where the variable CI is set (to '\(value)'): there, nobody reads what changed.")
    }
  }

  func run() async throws {
    var run = CheckRun(target: to?.format, isUpdate: update, color, format?.report)
    throw ExitCode(try await run.run(folders))
  }
}
