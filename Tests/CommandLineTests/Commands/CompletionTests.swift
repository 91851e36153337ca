import Foundation
import Testing

/// The scripts by which shells complete a command line.
@Suite struct CompletionTests {
  let scratch = Scratch()

  @Test(arguments: ["bash": "--from", "zsh": "--from", "fish": "-l 'from'"])
  func eachShellHasAScriptThatKnowsTheOptions(shell: String, option: String) throws {
    let run = try Tool.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.text.contains(option))
    #expect(run.text.contains("convert"))
  }

  /// The options whose values are files.
  static let files: Set = [
    "--output", "--rejects", "--profile", "--files-from", "--plan", "--secret-key-file", "--key-file",
    "--emails-from", "--visitor-ids-from", "--contains-from", "--baseline", "--write-baseline",
  ]

  /// The options whose values nobody can list: numbers, times, names of people, patterns.
  static let free: Set = [
    "--jobs", "--limit", "--record-limit", "--max-event-size", "--max-rejects", "--unwrap", "--include",
    "--exclude", "--since", "--before", "--older-than", "--now", "--email", "--visitor-id", "--contains",
    "--file-link", "--redact-field", "--keep-field", "--integrations", "--consent-granted",
    "--consent-withdrawn", "--namespace", "--delimiter",
  ]

  /// The options whose values are listed and may be others too.
  static let open: Set = ["--calls", "--events", "--ignore", "--user-id"]

  @Test(arguments: DeclaredOption.all.filter(\.takesValue))
  func everyValueIsCompletedThatCanBe(option: DeclaredOption) throws {
    let completion = option.completion
    if Self.free.contains(option.title) {
      #expect(option.values.isEmpty)
      #expect(completion?.file == nil && completion?.list?.values.isEmpty != false)
    } else if Self.files.contains(option.title) {
      #expect(completion?.file != nil)
    } else if option.title == "--output-dir" {
      #expect(completion?.directory != nil)
    } else if option.title == "--timezone" {
      #expect(completion?.shellCommand != nil)
    } else {
      let list = try #require(completion?.list, "no values").values
      #expect(!list.isEmpty)
      if !Self.open.contains(option.title) { #expect(list == option.values) }
    }
  }

  /// What is declared is in each script: bash and zsh give the words behind the option, fish in one string.
  @Test(arguments: ["bash", "zsh", "fish"])
  func theScriptsHaveTheValues(shell: String) throws {
    let script = try Tool.run("--generate-completion-script", shell).text
    for option in DeclaredOption.all where !option.values.isEmpty {
      let separator = shell == "bash" ? #"'\$'\\n''"# : shell == "zsh" ? #"['\s]+"# : #"[\s\\n]+"#
      let pattern = option.values.joined(separator: separator)
      let hasValues = script.range(of: pattern, options: .regularExpression) != nil
      #expect(hasValues, "\(shell): \(option.command) \(option.title)")
    }
  }

  /// The words before the one that is completed, and what must be among the answers.
  @Test(arguments: [
    ("chatevents", "con", "convert"), ("chatevents convert", "--fr", "--from"),
    ("chatevents convert --to", "", "rudderstack"), ("chatevents convert --from", "", "olark"),
    ("chatevents convert --format", "p", "pretty"), ("chatevents export --format", "j", "json"),
    ("chatevents convert --color", "al", "always"), ("chatevents convert", "goo", "good.jsonl"),
    ("chatevents convert --rejects", "goo", "good.jsonl"), ("chatevents", "ap", "api"),
    ("chatevents api", "api.visitor.get", "api.visitor.getDetails"),
    ("chatevents api --kind", "", "callback"),
    ("chatevents schema", "segment-ev", "segment-event"), ("chatevents", "ch", "check"),
    ("chatevents check", "--up", "--update"), ("chatevents check --to", "seg", "segment"),
    ("chatevents validate --as", "use", "userlike"), ("chatevents redact --undated", "dr", "drop"),
    ("chatevents convert --events", "st", "started"), ("chatevents convert -o", "goo", "good.jsonl"),
    ("chatevents redact --output-dir", "fol", "folder"),
    ("chatevents validate --ignore", "type-m", "type-mismatch"),
    ("chatevents convert --timezone", "Europe/Berl", "Europe/Berlin"),
  ])
  func bashCompletes(before: String, word: String, answer: String) throws {
    try scratch.write("", to: "good.jsonl")
    try Tool.prepare("mkdir folder", at: scratch)
    let script = """
      eval "$(chatevents --generate-completion-script bash)"
      COMP_WORDS=(\(before) "\(word)")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="\(before) \(word)"
      COMP_POINT=${#COMP_LINE}
      _chatevents chatevents "\(word)" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.lines.map { $0.replacing(" ", with: "") }.contains(answer), "\(run.text)\(run.errors)")
  }
}
