public import ArgumentParser  // for the conformance of a public type, below
public import ChatEvents

/// `chatevents export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
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

  @OptionGroup var source: FormatOption

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Option(help: ArgumentHelp("How the records are written.", valueName: "form"))
  var format = ExportForm.csv

  @OptionGroup var rejects: RejectsOptions<Export>

  @OptionGroup var output: OutputOptions<Export>

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if !selected.namesPeople {
      throw ValidationError("Say whose records, with --email or --visitor-id.")
    }
  }

  func run() async throws {
    let inputs = try reading.inputs(
      besides: [.output(output.path), .written("--rejects", rejects.rejects)] + selected.files)
    let selected = try selected.selected(reading.display)
    var settings = ExportSettings()
    settings.selection = selected.selection
    settings.form = format
    let options = RunOptions(from: source.format, task: .export(settings))
    let plan = RunPlan(options, reading, output, over: inputs, selected: selected.report)
    var run = try RecordRun(plan, export: format, rejects: rejects.rejects)
    throw ExitCode(await run.run())
  }
}

extension Export: RejectingCommand {
  static var product: String { "the export" }
  static var failure: String { "that cannot be read" }
  static var rejects: String { "records that cannot be read" }
}

extension ExportForm: ExpressibleByArgument {}
