internal import ArgumentParser
internal import ChatEvents

/// `chatevents convert`.
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Converts records to events, one a line.",
    discussion: #"""
      Reads one JSON document, many, one a line, an array of them, form bodies as
      Olark's webhook posts them, or all of these mixed, packed with gzip or not. A
      record that cannot be converted is reported on standard error, and kept with
      --rejects; the others are converted all the same. A rejects file can be read
      again, once mended.

      Examples:
        chatevents convert --to rudderstack chats.jsonl
        tail -f webhook.log | chatevents convert --to rudderstack
        chatevents convert --to rudderstack --lossless --output events.jsonl exports/
        chatevents convert --to rudderstack --rejects bad.jsonl --summary old.jsonl
        chatevents convert --to segment --no-bodies --calls track chats.jsonl
        chatevents convert --to olark-js --format js calls.jsonl > calls.js

      Posting batches, up to the first that is not taken:

        ( number=0 converted=0
          chatevents convert --to segment --format batch \
            --output bodies.jsonl chats.jsonl || converted=$?
          [ $converted -le 1 ] || exit $converted
          while IFS= read -r body; do
            number=$((number + 1))
            printf %s "$body" | curl --fail-with-body --location \
              --max-redirs 0 --silent --show-error --retry 5 \
              --user "${WRITE_KEY:?}:" --data-binary @- \
              --header 'Content-Type: application/json' \
              https://api.segment.io/v1/batch || { refused=$?
                echo "bodies.jsonl:$number: not taken" >&2
                exit $refused; }
          done < bodies.jsonl && exit $converted )
      """#)

  @Option(
    help: ArgumentHelp(
      "The format of the input: \(SourceName.names); auto unless it is said.", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var from = SourceName.auto

  @Option(
    help: ArgumentHelp("The format of the output: \(TargetName.names).", valueName: "format"),
    completion: .list(TargetName.allValueStrings), transform: TargetName.parse)
  var to: TargetName?

  @Option(help: ArgumentHelp("How events are laid out.", valueName: "layout"))
  var format = LayoutName.ndjson

  @Option(
    help: ArgumentHelp("Keep the records that cannot be converted in this file.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(exclusivity: .exclusive)
  var summary: SummaryFlag?

  @Flag(help: "Stop at the first record that cannot be converted.")
  var failFast = false

  @OptionGroup(title: "Options of some routes") var route: RouteOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the events to this file, which appears whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    guard let to else {
      let sources = from.format.map { [$0] } ?? formatsOfFirstFile
      throw ValidationError("Say what to write with --to.\n" + routeList(from: sources))
    }
    if rejects == "-" { throw ValidationError("--rejects needs a file; standard output is for events.") }
    let routes = Routes.all.filter { $0.to == to.format && (from.format == nil || $0.from == from.format) }
    if routes.isEmpty {
      throw ValidationError(
        "No route leads from \(from.defaultValueDescription) to \(to.format.name).\n" + routeList(from: []))
    }
    try route.validate(for: routes)
    if let refusal = format.refusal(for: to.format) { throw ValidationError(refusal) }
  }

  func run() async throws {
    guard let to else { return }
    let inputs = try reading.inputs(besides: [
      .output(output), .written("--rejects", rejects), .read("--secret-key-file", route.secretKeyFile),
    ])
    let options: RunOptions
    do throws(SystemError) {
      options = try conversion(to: to.format)
    } catch {
      var messages = Messages(reading.display.resolved)
      messages.error(secretKeyProblem(error))
      throw ExitCode(ExitStatus.noInput.rawValue)
    }
    var run = try ConversionRun(
      ConversionRun.Plan(
        conversion: options, jobs: reading.jobs.count, layout: format.layout(for: to.format), inputs: inputs,
        outputPath: output == "-" ? nil : output,
        rejectsPath: rejects, summary: summary?.form, display: reading.display.resolved))
    throw ExitCode(await run.run().rawValue)
  }

  /// What the library is asked for.
  ///
  /// - Parameter environment: the variables that count beside the options.
  /// - Throws: where the secret key cannot be read.
  func conversion(
    to target: Format, environment: (String) -> String? = Environment.value
  ) throws(SystemError) -> RunOptions {
    var options = RunOptions(from: from.format, to: target)
    options.settings = try route.settings(environment: environment)
    options.rejectsLargeEvents = format == .batch
    options.recordLimit = reading.recordLimit.count
    options.stopsAtReject = failFast
    options.surveys = summary != nil
    options.now = SystemClock.now
    return options
  }

  /// Says that the secret key cannot be read.
  func secretKeyProblem(_ error: SystemError) -> String {
    "cannot read \(route.secretKeyFile?.shownFileName ?? "the secret key"): \(error)"
  }

  /// The formats that the first file's first record can be of; none where there is no such file, or it does not tell.
  private var formatsOfFirstFile: [Format] {
    guard let path = reading.files.first, FileStatus(path: path)?.size != nil,
      let descriptor = try? Descriptor.reading(path)
    else { return [] }
    var text = [UInt8](repeating: 0, count: 1 << 20)
    let count = (try? descriptor.read(into: &text)) ?? 0
    try? descriptor.close()
    return Format.ofFirstRecord(in: Array(text[..<count]))
  }

  /// The routes from some formats, or all where none leads from them, one a line.
  private func routeList(from formats: [Format]) -> String {
    let routes = Routes.all.filter { formats.contains($0.from) }
    return "The routes are:\n"
      + (routes.isEmpty ? Routes.all : routes)
      .map { "  --from \($0.from.name) --to \($0.to.name)   \($0.summary)" }.joined(separator: "\n")
  }
}

/// A number of bytes as a person writes it: `64M`, `1G`, `4096`.
struct ByteCount: ExpressibleByArgument {
  let count: Int

  init(_ count: Int) { self.count = count }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0,
      case let (product, overflows) = number.multipliedReportingOverflow(by: unit ?? 1),
      !overflows, product <= 1 << 30
    else { return nil }
    count = product
  }

  var defaultValueDescription: String { count % (1 << 20) == 0 ? "\(count >> 20)M" : "\(count)" }
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

  var form: SummaryForm { self == .json ? .json : .text }
}

/// A number of tasks, from 1 to 256.
struct JobCount: ExpressibleByArgument {
  let count: Int

  /// As many as there are processors.
  static let automatic = JobCount(count: CurrentProcess.processorCount)

  private init(count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (1...256).contains(count) else { return nil }
    self.count = count
  }

  var defaultValueDescription: String { "all processors" }
}
