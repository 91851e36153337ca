internal import ArgumentParser
internal import ChatEvents

/// `chatevents convert`.
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts records to events, one per line.",
    discussion: HelpText.discussion(
      """
      Reads JSON documents in any layout (one, several, one per line, or in an array), \
      form bodies as Olark's webhook posts them, and mixtures of these; gzip too. A \
      record that cannot be converted is reported on standard error, and --rejects keeps \
      it; all others are converted. After you fix the rejects, feed them back in as \
      input.

      To post batches to a service, see "Sending batches" in the guide.

      Examples:
        chatevents convert --to rudderstack chats.jsonl
        tail -f webhook.log | chatevents convert --to rudderstack
        chatevents convert --to rudderstack --limit 10 --dry-run exports/
        chatevents convert --to rudderstack --lossless -o events.jsonl.gz exports/
        chatevents convert --to rudderstack --rejects bad.jsonl --summary in.jsonl
        chatevents convert --to segment --unwrap '/events/*/body' requests.log
        chatevents convert --to segment --no-bodies --calls track chats.jsonl
        chatevents convert --to olark-js --format js calls.jsonl > calls.js
      """))

  @Option(help: ArgumentHelp("Format of the input.", valueName: "format"))
  var from = SourceName.auto

  @Option(help: ArgumentHelp("Format of the output.", valueName: "format"))
  var to: TargetName?

  @Option(help: ArgumentHelp("Layout of the events.", valueName: "layout"))
  var format = LayoutName.ndjson

  @Option(
    help: ArgumentHelp(
      "Largest event, in bytes; K and M are allowed. Default: the limit of the service (\(Self.largestEvents)).",
      valueName: "size"))
  var maxEventSize: ByteCount?

  @Flag(
    name: .customLong("i-json"),
    help:
      "Write only interoperable JSON (RFC 7493): no lone surrogates, no U+0000; reject records with duplicate keys."
  )
  var interoperable = false

  @Option(
    help: ArgumentHelp(
      "Stop after this many records, rejected and skipped ones included.", valueName: "count"))
  var limit: RecordCount?

  @Flag(help: "Write neither output nor rejects; report problems and print the summary.")
  var dryRun = false

  @OptionGroup var plans: PlanOptions

  @OptionGroup var rejects: RejectsOptions<Convert>

  @OptionGroup var tolerance: ToleranceOptions

  @OptionGroup var output: OutputOptions<Convert>

  @OptionGroup var times: TimeRangeOptions

  @OptionGroup(title: "Options of some routes") var route: RouteOptions

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    guard let to else {
      let sources = from.format.map { [$0] } ?? RouteList.formats(ofFirstRecordIn: reading.files.first)
      throw ValidationError("missing --to, the format of the output\n" + RouteList.text(from: sources))
    }
    let routes = Routes.all.filter { $0.to == to.format && (from.format == nil || $0.from == from.format) }
    if routes.isEmpty {
      throw ValidationError(
        "no route from \(from.format?.name ?? "auto") to \(to.format.name)\n"
          + RouteList.text(from: []))
    }
    try route.validate(for: routes)
    if let refusal = format.refusal(for: to.format) { throw ValidationError(refusal) }
    try validateMaxEventSize(of: to.format)
    try plans.validate(for: to.format, "--to", otherwise: "omit it")
    try tolerance.validate(rejects: rejects.rejects, failFast: output.failFast)
  }

  func run() async throws {
    guard let to else { return }
    let inputs = try reading.inputs(
      besides: [
        .output(output.path), .written("--rejects", rejects.rejects),
        .read("--secret-key-file", route.secretKeyFile),
      ] + plans.uses)
    let settings = try route.settings(reading.display)
    var options = options(to: to.format, settings)
    options.now = options.now ?? SystemClock.present
    options.plans = try plans.plans(reading.display)
    var plan = RunPlan(options, reading, output, over: inputs, selected: times.report)
    plan.planned = plans.report(needsCalls: false)
    if dryRun { plan.makeDry() }
    var run = try RecordRun(
      plan, layout: format.layout(for: to.format), rejects: rejects.rejects, tolerance: tolerance.maxRejects)
    throw ExitCode(await run.run())
  }
}

extension Convert: RejectingCommand {
  static var product: String { "events" }
  static var failure: String { "that cannot be converted" }
  static var rejects: String { "records that cannot be converted" }

  /// The services that take events, and the largest that each takes.
  private static var services: [(name: String, limits: ServiceLimits)] {
    Routes.targets.compactMap { format in format.limits.map { (format.name, $0) } }
  }

  private static var largestEvents: String {
    services.map { "\($0.name) \($0.limits.event)" }.joined(separator: ", ")
  }

  /// Refuses a limit for what no service takes, and one that no request can hold.
  private func validateMaxEventSize(of target: Format) throws {
    guard let maxEventSize else { return }
    guard let limits = target.limits else {
      throw ValidationError(
        "--max-event-size applies to services only: \(Self.services.map { "--to \($0.name)" }.joined(separator: ", "))"
      )
    }
    if maxEventSize.count > limits.eventInBody {
      throw ValidationError(
        "--max-event-size exceeds what a request to \(target.name) can hold, \(limits.eventInBody) bytes")
    }
  }

  /// What the library is asked for.
  func options(to target: Format, _ settings: RouteSettings) -> RunOptions {
    var options = RunOptions(from: from.format, to: target)
    options.settings = settings
    options.rejectsLargeEvents = format == .batch
    options.largestEvent = maxEventSize?.count
    options.isInteroperable = interoperable
    options.limit = limit?.count
    options.surveys = output.summary != nil || dryRun
    options.selection = times.selection(in: route.zone.zone)
    // Without it, a golden case would give something else on another day.
    options.now = times.now?.seconds
    return options
  }
}
