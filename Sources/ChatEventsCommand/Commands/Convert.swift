internal import ArgumentParser
internal import ChatEvents

/// `chatevents convert`.
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
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
        chatevents convert --to segment --unwrap '/events/*/body' requests.log
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
    help: ArgumentHelp(
      "The largest event, in bytes; K and M are allowed. Else what the service takes: \(Self.largestEvents).",
      valueName: "size"))
  var maxEventSize: ByteCount?

  @Flag(
    name: .customLong("i-json"),
    help:
      "Write only JSON that every program reads alike (RFC 7493): no lone surrogates, no U+0000, and no record with a key twice."
  )
  var interoperable = false

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
      throw ValidationError("Say what to write with --to.\n" + RouteList.text(from: sources))
    }
    let routes = Routes.all.filter { $0.to == to.format && (from.format == nil || $0.from == from.format) }
    if routes.isEmpty {
      throw ValidationError(
        "No route leads from \(from.format?.name ?? "auto") to \(to.format.name).\n"
          + RouteList.text(from: []))
    }
    try route.validate(for: routes)
    if let refusal = format.refusal(for: to.format) { throw ValidationError(refusal) }
    try validateMaxEventSize(of: to.format)
    try plans.validate(for: to.format, "--to", otherwise: "Leave it out.")
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
        "--max-event-size is for services: \(Self.services.map { "--to \($0.name)" }.joined(separator: ", "))."
      )
    }
    if maxEventSize.count > limits.eventInBody {
      throw ValidationError(
        "--max-event-size is over what a request to \(target.name) can hold, \(limits.eventInBody) bytes.")
    }
  }

  /// What the library is asked for.
  func options(to target: Format, _ settings: RouteSettings) -> RunOptions {
    var options = RunOptions(from: from.format, to: target)
    options.settings = settings
    options.rejectsLargeEvents = format == .batch
    options.largestEvent = maxEventSize?.count
    options.isInteroperable = interoperable
    options.surveys = output.summary != nil
    options.selection = times.selection(in: route.zone.zone)
    // Without it, a golden case would give something else on another day.
    options.now = times.now?.seconds
    return options
  }
}
