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
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Write \(Command.product) to this file, atomically; gzip if the name ends in .gz.", valueName: "file"),
    completion: .file())
  var output: String?

  /// The file that is written; nil for standard output.
  var path: String? { output == "-" ? nil : output }
}

/// Where rejected records are kept.
struct RejectsOptions<Command: RejectingCommand>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write \(Command.rejects) to this file, one per line, atomically; gzip if the name ends in .gz.",
      valueName: "file"),
    completion: .file())
  var rejects: String?

  mutating func validate() throws {
    if rejects == "-" {
      throw ValidationError("--rejects needs a file; standard output is for \(Command.product)")
    }
  }
}

/// How many rejected records let a run succeed all the same.
struct ToleranceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Succeed with up to this many rejects, or this percentage of the records: 20, 0.5%; needs --rejects.",
      valueName: "number"))
  var maxRejects: Tolerance?

  /// Refuses what would lose records without a trace, or stops before they are counted.
  func validate(rejects: String?, failFast: Bool) throws {
    guard maxRejects != nil else { return }
    if rejects == nil {
      throw ValidationError("--max-rejects needs --rejects, which keeps the rejected records")
    }
    if failFast { throw ValidationError("--fail-fast stops at the first reject; omit --max-rejects") }
  }
}

/// How many records may be rejected: a number, or a share of those that are read.
struct Tolerance: ExpressibleByArgument {
  /// As it was written.
  let text: String
  private let share: Share

  private enum Share {
    case count(Int)
    /// Millionths of a hundredth of all records.
    case millionths(Int)
  }

  /// Reads `20`, `5%` or `0.25%`, with at most six digits behind the point.
  init?(argument: String) {
    text = argument
    guard argument.last == "%" else {
      guard let count = Self.number(argument[...]) else { return nil }
      share = .count(count)
      return
    }
    let parts = argument.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Self.number(first), parts.count <= 2 else { return nil }
    var millionths = 0
    if parts.count == 2 {
      guard parts[1].count <= 6, let digits = Self.number(parts[1]) else { return nil }
      millionths = digits
      for _ in parts[1].count..<6 { millionths *= 10 }
    }
    guard whole <= 100, whole < 100 || millionths == 0 else { return nil }
    share = .millionths(whole * 1_000_000 + millionths)
  }

  /// Reads a number without a sign.
  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(digits) : nil
  }

  /// Whether so many rejected records are within it, of so many that were read.
  func allows(_ rejected: Int, of read: Int) -> Bool {
    switch share {
    case .count(let count): return rejected <= count
    case .millionths(let millionths):
      let (left, right) = (
        rejected.multipliedFullWidth(by: 100_000_000), read.multipliedFullWidth(by: millionths)
      )
      return (left.high, left.low) <= (right.high, right.low)
    }
  }
}

/// Whether and how the balance is printed.
enum SummaryFlag: String, EnumerableFlag {
  case text, json

  /// The names in one line.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  static func name(for value: SummaryFlag) -> NameSpecification {
    switch value {
    case .text: [.customLong("summary")]
    case .json: [.customLong("summary-json")]
    }
  }

  static func help(for value: SummaryFlag) -> ArgumentHelp? {
    switch value {
    case .text: "Print a summary of the processed records to standard error."
    case .json: "Print the summary as one JSON object; same as --summary=json."
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
