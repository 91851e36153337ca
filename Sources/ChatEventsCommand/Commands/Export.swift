internal import ArgumentParser
internal import ChatEvents

/// `chatevents export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hands over one visitor's records.",
    discussion: """
      Reads records of every format, and writes those of one visitor: as a table with
      a row a message, or as one JSON object with the whole records and, in profile,
      every name, address, number, id and custom field that they tell. In the table,
      a cell that a spreadsheet would run begins with an apostrophe. That nothing was
      found is no error; it is told.

      Examples:
        chatevents export --email jo@example.org chats/ > jo.csv
        chatevents export --email jo@example.org --format json chats/ > jo.json
        chatevents export --visitor-id 9QRF9YWM5XW3 --output jo.csv chats.jsonl
      """)

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the records are: \(SourceName.names); auto unless it is said.", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var source = SourceName.auto

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Option(help: ArgumentHelp("How the records are written.", valueName: "form"))
  var format = ExportName.csv

  @Option(
    help: ArgumentHelp("Keep records that cannot be read in this file, one a line.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(exclusivity: .exclusive)
  var summary: SummaryFlag?

  @Flag(help: "Stop at the first record that cannot be read.")
  var failFast = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the export to this file, which appears whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if selected.email.isEmpty, selected.visitorId.isEmpty {
      throw ValidationError("Say whose records, with --email or --visitor-id.")
    }
    if rejects == "-" { throw ValidationError("--rejects needs a file; standard output is for the export.") }
  }

  func run() async throws {
    var settings = ExportSettings()
    settings.selection = selected.selection
    settings.form = format.form
    var options = RunOptions(from: source.format, task: .export(settings))
    options.recordLimit = reading.recordLimit.count
    options.stopsAtReject = failFast
    let inputs = try reading.inputs(besides: [.output(output), .written("--rejects", rejects)])
    var run = try ConversionRun(
      ConversionRun.Plan(
        conversion: options, jobs: reading.jobs.count, export: format.form,
        selection: SelectionReport(names: selected.names), inputs: inputs,
        outputPath: output == "-" ? nil : output, rejectsPath: rejects, summary: summary?.form,
        display: reading.display.resolved))
    throw ExitCode(await run.run().rawValue)
  }
}

/// How an export is written, as `--format` names it.
enum ExportName: String, ExpressibleByArgument, CaseIterable {
  case csv, json

  var form: ExportForm {
    switch self {
    case .csv: .csv
    case .json: .json
    }
  }
}
