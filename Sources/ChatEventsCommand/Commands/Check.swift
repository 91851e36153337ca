internal import ArgumentParser
internal import ChatEvents

/// `chatevents check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks golden cases: converts inputs and compares with the expected output.",
    discussion: HelpText.discussion(
      """
      Searches folders for cases. A case is an input, <case>.input.json (or .jsonl, or \
      .txt), with other files next to it:
        <case>.<format>.jsonl
          expected output of --to <format>
        <case>.diagnostics.txt
          expected messages (default: none)
        <case>.args
          options of convert, as in a shell
      Differences are printed. The last line counts the cases that differ. Other files \
      in these folders, such as records for validate, are ignored.

      Examples:
        chatevents check fixtures/
        chatevents check --format github fixtures/
        chatevents check --update fixtures/
        chatevents check --update --to segment fixtures/
      """))

  @Option(
    help: ArgumentHelp(
      "Check only the expected output in this format; with --update, also create missing ones.",
      valueName: "format"))
  var to: TargetName?

  @Option(help: ArgumentHelp("Form of the report; default: text.", valueName: "form"))
  var format: CheckReportName?

  @Flag(help: "Rewrite the expected files; refused if the variable CI is set.")
  var update = false

  @Option(help: ArgumentHelp("Whether to color differences and messages.", valueName: "when"))
  var color = ColorChoice.auto

  @Argument(
    help: ArgumentHelp("Folders to search for cases, recursively.", valueName: "dir"),
    completion: .directory)
  var folders: [String]

  mutating func validate() throws {
    if update, let format, format != .text {
      throw ValidationError(
        "--update writes files, not a report of --format \(format.rawValue); omit one of them")
    }
    if update, let value = Environment.value(of: "CI"), !value.isEmpty, value.lowercased() != "false" {
      throw ValidationError(
        "--update is refused if the variable CI is set (it is '\(value)'), since no one reviews the changes there"
      )
    }
  }

  func run() async throws {
    var run = CheckRun(target: to?.format, isUpdate: update, color, format?.report)
    throw ExitCode(try await run.run(folders))
  }
}
