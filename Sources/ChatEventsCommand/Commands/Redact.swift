public import ArgumentParser  // for the conformance of a public type, below
public import ChatEvents

/// `chatevents redact`.
struct Redact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Redacts personal data.",
    discussion: HelpText.discussion(
      """
      Reads records of every format and writes them back, one per line. Answers to \
      forms, the visitor's id, and e-mail addresses, phone numbers, IP addresses, \
      payment card numbers and IBANs in free text are replaced with <redacted>; \
      everything else stays unchanged. Unreadable records are reported by location only, \
      never by content.

      Examples:
        chatevents redact chats.jsonl > redacted.jsonl
        chatevents redact --email jo@example.org --output kept.jsonl chats.jsonl
        chatevents redact --older-than 90d --drop archive/ > recent.jsonl
        chatevents redact --pseudonymize --key-file key.txt chats.jsonl
        chatevents redact --email jo@example.org --in-place archive/
        chatevents redact --verify redacted.jsonl
      """))

  @OptionGroup var source: FormatOption

  @OptionGroup(title: "Whose records") var selected: SelectionOptions

  @Flag(help: "Drop these records.")
  var drop = false

  @Option(
    help: ArgumentHelp(
      "What to do with records without a readable time, with --older-than or --before; default: keep.",
      valueName: "fate"))
  var undated: UndatedRecords?

  @Option(
    help: ArgumentHelp(
      "Also redact links that match this pattern, such as those to files that visitors sent; may be repeated.",
      valueName: "regex"),
    transform: TextPattern.parse)
  var fileLink: [TextPattern] = []

  @Option(
    help: ArgumentHelp(
      "Redact every member with this name, or at this JSON pointer, with * for any element or member: nickname, /items/*/body; may be repeated.",
      valueName: "member"),
    transform: MemberSelector.parse)
  var redactField: [MemberSelector] = []

  @Option(
    help: ArgumentHelp(
      "Keep the value of every such member unchanged; may be repeated.",
      valueName: "member"),
    transform: MemberSelector.parse)
  var keepField: [MemberSelector] = []

  @Flag(help: "Keep payment card numbers in texts.")
  var keepCards = false

  @OptionGroup var pseudonyms: PseudonymOptions

  @Flag(help: "Write no records; report what would be redacted, and fail if there is anything.")
  var verify = false

  @Option(
    help: ArgumentHelp(
      "With --verify: fail if this value is found anywhere, in any spelling; may be repeated.",
      valueName: "value"))
  var contains: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same for each value in this file, one per line; - is standard input; may be repeated.",
      valueName: "file"),
    completion: .file())
  var containsFrom: [String] = []

  @OptionGroup var rejects: RejectsOptions<Redact>

  @OptionGroup var tolerance: ToleranceOptions

  @OptionGroup var output: OutputOptions<Redact>

  @OptionGroup var rewrite: RewriteOptions

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if drop, selected.isEverything {
      throw ValidationError(
        "--drop would drop every record; select some with --email or --older-than")
    }
    if undated != nil, !selected.demandsTime {
      throw ValidationError("--undated has no effect without --older-than or --before")
    }
    if drop, pseudonyms.pseudonymize {
      throw ValidationError("--drop leaves nothing to --pseudonymize; omit one of them")
    }
    if drop, let option = memberOptions.first {
      throw ValidationError("--drop leaves nothing to \(option.name); omit one of them")
    }
    if let both = redactField.first(where: { one in keepField.contains { $0.isSame(as: one) } }) {
      throw ValidationError("--redact-field and --keep-field both name \(both.text); omit one of them")
    }
    if selected.strict, selected.isEverything, memberOptions.isEmpty {
      throw ValidationError("--strict has no effect without a selection such as --email or --older-than")
    }
    if drop, keepCards {
      throw ValidationError("--drop leaves nothing to --keep-cards; omit one of them")
    }
    if verify, rejects.rejects != nil {
      throw ValidationError("--verify writes no rejects file; its report lists the rejects")
    }
    if !verify, !(contains + containsFrom).isEmpty {
      throw ValidationError("--contains and --contains-from have no effect without --verify")
    }
    if contains.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("--contains is empty; name a value, or omit the option")
    }
    if verify, selected.strict, selected.namesPeople {
      throw ValidationError("--strict has no effect with --verify, which succeeds if no record matches")
    }
    if verify, selected.followIds {
      throw ValidationError("--verify follows ids anyway; omit --follow-ids")
    }
    try rewrite.validate(output, tolerance, reading, verifies: verify)
    try tolerance.validate(rejects: rejects.rejects, failFast: output.failFast)
  }

  func run() async throws {
    let files = selected.files + containsFrom.map { FileUse("--contains-from", $0, isWritten: false) }
    let others: [FileUse?] =
      [.written("--rejects", rejects.rejects), .read("--key-file", pseudonyms.keyFile)] + files
    let inputs = try reading.inputs(
      besides: (rewrite.rewriting == nil ? [.output(output.path)] : []) + others)
    let lists = reading.filesFrom.map { FileUse("--files-from", $0, isWritten: false) }
    let followsIDs = selected.followIds
    var selected = try selected.selected(reading.display)
    selected.report.members = memberOptions.map { "\($0.name) \($0.member.text)" }
    selected.report.undated = verify ? .notSelected : (undated ?? .keep).report
    var settings = try settings(selected.selection)
    let options = RunOptions(from: source.format, task: .redact(settings))
    var plan = RunPlan(options, reading, output, over: inputs, selected: selected.report)
    plan.isPrivate = true
    plan.rewriting = try rewrite.plan(of: inputs, besides: others + lists, reading.display)
    if verify {
      try await addProof(to: &settings, &plan, selected)
    } else if followsIDs {
      settings.selection.follow(try await FirstReading.run(&plan, settings.selection, .ids, reading.display))
    }
    plan.options.task = .redact(settings)
    if verify {
      var run = try ReportRun(
        plan, TextReport(isColored: false), isStrict: true, takesNothing: settings.proof != nil)
      throw ExitCode(await run.run())
    }
    var run = try RecordRun(
      plan, rejects: rejects.rejects, keepsText: false, tolerance: tolerance.maxRejects)
    throw ExitCode(await run.run())
  }

  /// The options that name members, in the order of what the settings have.
  private var memberOptions: [(name: String, member: MemberSelector)] {
    redactField.map { ("--redact-field", $0) } + keepField.map { ("--keep-field", $0) }
  }

  /// Adds what must not be left, if people or values are named.
  private func addProof(
    to settings: inout RedactionSettings, _ plan: inout RunPlan, _ selected: SelectedRecords
  ) async throws {
    var selected = selected
    var proof = ErasureProof()
    if settings.selection.namesPeople {
      let found = try await FirstReading.run(&plan, settings.selection, .all, reading.display)
      proof.add(settings.selection, named: selected.report.demands.map(\.place), found: found)
    }
    for (index, value) in contains.enumerated() {
      proof.add(value, named: contains.count > 1 ? "--contains number \(index + 1)" : "--contains")
    }
    for file in containsFrom {
      for value in try selected.values(of: file, option: "--contains-from", plural: "values", reading.display)
      {
        proof.add(value.text, named: "line \(value.line) of --contains-from \(file.shownFileName)")
      }
    }
    plan.selection.fileWarnings = selected.report.fileWarnings
    // A list without values names nobody, and leaves everything else as it is.
    if self.selected.namesPeople || !(contains + containsFrom).isEmpty {
      settings.proof = proof
      plan.selection.expectsNothing = true
    }
  }
}

extension UndatedRecords: ExpressibleByArgument {
  /// What is told of such records.
  fileprivate var report: SelectionReport.Undated {
    switch self {
    case .keep: .kept
    case .redact: .redacted
    case .drop: .dropped
    }
  }
}

extension Redact: RejectingCommand {
  static var product: String { "records" }
  static var failure: String { "that cannot be read" }
  static var rejects: String { "the locations of unreadable records" }

  /// What is replaced.
  private func settings(_ selection: Selection) throws -> RedactionSettings {
    var settings = RedactionSettings()
    settings.selection = selection
    settings.drops = drop
    settings.undated = undated ?? .keep
    settings.fileLinks = fileLink
    settings.keepsCards = keepCards
    (settings.redactedMembers, settings.keptMembers) = (redactField, keepField)
    settings.verifies = verify
    settings.key = try pseudonyms.key(reading.display)
    return settings
  }
}

extension MemberSelector {
  /// Reads an option's value.
  ///
  /// - Throws: an error that says what is wrong with it.
  static func parse(_ argument: String) throws -> MemberSelector {
    do throws(Fault) {
      return try MemberSelector(argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
