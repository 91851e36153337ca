import Testing

/// Wrong command lines are answered in one style: what is wrong, the usage of the command, and how to get help.
@Suite struct UsageTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(Sample.lines("v1"), to: "good.jsonl")
  }

  static let convert = ["convert", "--to", "rudderstack"]

  @Test(arguments: [
    ["-j4"], ["-j", "4"], ["--jobs=4"], ["--jobs", "4"], ["-j=4"],
  ])
  func theSpellingsOfAnOptionAreEqual(words: [String]) throws {
    let run = try Tool.run(Self.convert + words + ["good.jsonl"], at: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 1)
  }

  @Test func aFileIsNamedInTheWordOfItsOption() throws {
    let run = try Tool.run(Self.convert + ["-oout.jsonl", "-j2", "good.jsonl"], at: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try scratch.text("out.jsonl").hasPrefix("{"))
    let repeated = try Tool.run(Self.convert + ["-oa", "-ob"], at: scratch.folder)
    #expect(repeated.errors.hasPrefix("chatevents: error: --output appears twice; give it once\n"))
    #expect(
      try Tool.run("validate", "-j0").errors.contains(
        "invalid value '0' for -j: expected a number from 1 to 256"))
  }

  @Test(arguments: [
    ("convert --frobnicate", "unknown option '--frobnicate'"),
    ("convert -x", "unknown option '-x'"),
    ("convert --frobnicate=1 --to nothing", "unknown option '--frobnicate'"),
    ("export --frob", "unknown option '--frob'"),
    ("check --frob", "unknown option '--frob'"),
    ("validate --from olark", "unknown option '--from'; did you mean '--as'?"),
    ("convert --as olark", "unknown option '--as'; did you mean '--from'?"),
    ("convert --threads 4", "unknown option '--threads'; did you mean '--jobs'?"),
    ("validate --strcit", "unknown option '--strcit'; did you mean '--strict'?"),
    ("convert --to", "missing value for --to"),
    ("convert --to segment -j", "missing value for --jobs"),
    ("convert --to segment --timestamps=yes", "--timestamps takes no value"),
    ("check", "missing argument <dir>"),
    ("schema one two", "unexpected argument 'two'"),
    (
      "schema olark-transcrpt",
      "unknown schema 'olark-transcrpt' (list them with: chatevents schema); did you mean 'olark-transcript'?"
    ),
  ])
  func whatIsWrongComesFirstThenTheUsageOfTheCommand(words: String, message: String) throws {
    let run = try Tool.shell("chatevents \(words)", at: scratch.folder)
    let command = try #require(words.split(separator: " ").first)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first ?? "" == "chatevents: error: \(message)", "\(run.errors)")
    #expect(lines.dropFirst().first?.hasPrefix("Usage: chatevents \(command) ") == true, "\(run.errors)")
    #expect(lines.last ?? "" == "  See 'chatevents \(command) --help' for more information.")
  }

  @Test(arguments: ["frob", "help frob", "convrt", "help convrt"])
  func anUnknownCommandIsAnError(words: String) throws {
    let run = try Tool.shell("chatevents \(words)")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    let name = try #require(words.split(separator: " ").last)
    let hint = name == "convrt" ? "; did you mean 'convert'?" : ""
    #expect(
      run.errors.hasPrefix(
        "chatevents: error: unknown command '\(name)' (commands: convert, validate, check, redact, export, "
          + "schema, explain, api)\(hint)\nUsage: chatevents <subcommand>\n"), "\(run.errors)")
  }

  /// What an option takes whose values can be listed.
  static let enumerated = DeclaredOption.all.filter { !$0.values.isEmpty }

  @Test(arguments: enumerated)
  func theValuesOfAnEnumeratedOptionAreListed(option: DeclaredOption) throws {
    let help = try Tool.run(option.command, "--help", environment: ["COLUMNS": "1000"]).text
    let values = option.values.joined(separator: ", ")
    let line = try #require(help.split(separator: "\n").first { $0.hasPrefix("  \(option.title) ") })
    #expect(line.contains("(values: \(values)"), "\(line)")
    let run = try Tool.run([option.command, option.title, "nonsense"], input: [])
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "chatevents: error: invalid value 'nonsense' for \(option.title) (values: \(values))\n"),
      "\(run.errors)")
  }

  @Test func formatsAreEnumerated() {
    let titles = Set(Self.enumerated.map { "\($0.command) \($0.title)" })
    for title in [
      "convert --from", "convert --to", "convert --format", "validate --as", "validate --format",
      "redact --as",
      "redact --undated", "export --format", "explain --to", "api --kind", "check --to", "check --color",
    ] { #expect(titles.contains(title), "\(title)") }
  }

  @Test(arguments: [
    "--output", "--rejects", "--files-from", "--plan", "--secret-key-file",
  ])
  func anEmptyNameOfAFileIsRefused(option: String) throws {
    for words in [[option, ""], ["\(option)="]] {
      let run = try Tool.run(Self.convert + words + ["good.jsonl"], at: scratch.folder)
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix("chatevents: error: \(option) is empty; name a file, or omit the option\n"))
    }
  }

  @Test(arguments: ["json", "text"])
  func theFormOfASummaryIsNoFile(form: String) throws {
    for words in [["--summary", form], ["good.jsonl", "--summary", form]] {
      let run = try Tool.run(Self.convert + words, at: scratch.folder)
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix(
          "chatevents: error: --summary takes its form after an equals sign: --summary=\(form)\n"))
    }
    let unknown = try Tool.run(Self.convert + ["--summary=xml"])
    #expect(
      unknown.errors.hasPrefix("chatevents: error: invalid value 'xml' for --summary (values: text, json)\n"))
  }
}
