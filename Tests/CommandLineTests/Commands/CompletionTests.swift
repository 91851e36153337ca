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
  ])
  func bashCompletes(before: String, word: String, answer: String) throws {
    try scratch.write("", to: "good.jsonl")
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
