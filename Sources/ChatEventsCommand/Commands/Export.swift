public import ArgumentParser  // for the conformance of a public type, below
public import ChatEvents

/// `chatevents export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Exports one visitor's records.",
    discussion: HelpText.discussion(
      """
      Reads records of every format and writes those of one visitor: as a table with one \
      row per message, or as one JSON object with the complete records and a profile of \
      every name, address, number, id and custom field in them. --profile writes this \
      profile as a table of its own. In a table, a cell that a spreadsheet would run as \
      a formula begins with an apostrophe. If nothing is found, a warning says so, and \
      the status is 0.

      Examples:
        chatevents export --email jo@example.org chats/ > jo.csv
        chatevents export --email jo@example.org --format json chats/ > jo.json
        chatevents export --visitor-id 9QRF9YWM5XW3 --output jo.csv chats.jsonl
        chatevents export --visitor-id v1 --bom --delimiter ';' chats/ > v1.csv
      """))

  @OptionGroup var source: FormatOption

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Option(help: ArgumentHelp("Form of the export.", valueName: "form"))
  var format = ExportForm.csv

  @Option(
    help: ArgumentHelp(
      "Separator between the cells of a table: , ; | or \\t for a tab; default: a comma.",
      valueName: "character"))
  var delimiter: TableSeparator?

  @Flag(help: "Begin a table with a byte order mark, so that spreadsheets read it as UTF-8.")
  var bom = false

  @Option(
    help: ArgumentHelp(
      "Also write the visitor's profile to this file, one row per fact, with the member that states it; gzip if the name ends in .gz.",
      valueName: "file"),
    completion: .file())
  var profile: String?

  @OptionGroup var rejects: RejectsOptions<Export>

  @OptionGroup var output: OutputOptions<Export>

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if !selected.namesPeople {
      throw ValidationError("missing visitor; name one with --email or --visitor-id")
    }
    if profile == "-" {
      throw ValidationError("--profile needs a file; standard output is for the export")
    }
    if format != .csv, profile == nil, bom || delimiter != nil {
      throw ValidationError(
        "\(bom ? "--bom" : "--delimiter") applies to tables only: --format csv, or --profile")
    }
  }

  func run() async throws {
    let inputs = try reading.inputs(
      besides: [.output(output.path), .written("--rejects", rejects.rejects), .written("--profile", profile)]
        + selected.files)
    let followsIDs = selected.followIds
    let selected = try selected.selected(reading.display)
    var settings = ExportSettings()
    settings.selection = selected.selection
    settings.form = format
    let options = RunOptions(from: source.format, task: .export(settings))
    var plan = RunPlan(options, reading, output, over: inputs, selected: selected.report)
    plan.isPrivate = true
    if followsIDs {
      settings.selection.follow(try await FirstReading.run(&plan, settings.selection, .ids, reading.display))
      plan.options.task = .export(settings)
    }
    let export = ExportOutput(form: format, table: table, profilePath: profile)
    var run = try RecordRun(plan, export: export, rejects: rejects.rejects)
    throw ExitCode(await run.run())
  }

  /// How tables are written.
  private var table: TableForm {
    var form = TableForm()
    form.separator = delimiter ?? .comma
    form.hasByteOrderMark = bom
    return form
  }
}

extension Export: RejectingCommand {
  static var product: String { "the export" }
  static var failure: String { "that cannot be read" }
  static var rejects: String { "records that cannot be read" }
}

extension ExportForm: ExpressibleByArgument {}

extension TableSeparator: ExpressibleByArgument {
  /// Reads the character itself, or `\t`.
  public init?(argument: String) {
    guard argument != "\\t" else {
      self = .tabulator
      return
    }
    guard argument.count == 1, let character = argument.first else { return nil }
    self.init(rawValue: character)
  }

  // The option's help lists them.
  public static var allValueStrings: [String] { [] }
}
