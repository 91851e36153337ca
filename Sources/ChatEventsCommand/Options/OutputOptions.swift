internal import ArgumentParser

/// A command that reads records, and whose options are those of the others but for some words.
protocol RecordCommand {
  /// What the command writes, as help and messages call it: `events`, `the report`.
  static var product: String { get }

  /// Which records are the ones that `--fail-fast` stops at: `that cannot be read`.
  static var failure: String { get }
}

/// A command that can keep what it rejects.
protocol RejectingCommand: RecordCommand {
  /// What is kept of rejected records, and of which.
  static var rejects: String { get }
}

/// What becomes of a command's product, and what is told of the run.
struct OutputOptions<Command: RecordCommand>: ParsableArguments {
  @Flag(exclusivity: .exclusive)
  var summary: SummaryFlag?

  @Flag(help: "Stop at the first record \(Command.failure).")
  var failFast = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write \(Command.product) to this file, which appears whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  /// The file that is written; nil for standard output.
  var path: String? { output == "-" ? nil : output }
}

/// Where rejected records are kept.
struct RejectsOptions<Command: RejectingCommand>: ParsableArguments {
  @Option(
    help: ArgumentHelp("Keep \(Command.rejects) in this file, one a line.", valueName: "file"),
    completion: .file())
  var rejects: String?

  mutating func validate() throws {
    if rejects == "-" {
      throw ValidationError("--rejects needs a file; standard output is for \(Command.product).")
    }
  }
}

/// Whether and how the balance is printed.
enum SummaryFlag: EnumerableFlag {
  case text, json

  static func name(for value: SummaryFlag) -> NameSpecification {
    switch value {
    case .text: [.customLong("summary")]
    case .json: [.customLong("summary-json")]
    }
  }

  static func help(for value: SummaryFlag) -> ArgumentHelp? {
    switch value {
    case .text: "Print what became of the records to standard error."
    case .json: "The same as one JSON object; also --summary=json."
    }
  }

  /// Returns the summary in this form.
  func summary(_ text: @autoclosure () -> String, json: @autoclosure () -> String) -> String {
    switch self {
    case .text: text()
    case .json: json() + "\n"
    }
  }
}
