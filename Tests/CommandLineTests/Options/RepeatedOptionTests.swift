import Testing

/// An option that appears twice adds up, or is refused: neither value is dropped in silence.
@Suite struct RepeatedOptionTests {
  let scratch = Scratch()

  /// The options that select, filter or list.
  static let lists: Set = [
    "--email", "--emails-from", "--visitor-id", "--visitor-ids-from", "--file-link", "--events", "--calls",
    "--files-from", "--include", "--exclude", "--unwrap", "--consent-granted",
    "--consent-withdrawn", "--contains", "--contains-from", "--redact-field", "--keep-field",
    "--ignore", "--plan",
  ]

  static func chat(_ id: String, _ email: String, _ body: String = "hi") -> String {
    #"{"kind":"Conversation","id":"c-\#(id)","visitor":{"id":"\#(id)","emailAddress":"\#(email)"},"#
      + #""items":[{"kind":"MessageToOperator","timestamp":"1307116657.1","body":"\#(body)"}]}"# + "\n"
  }

  static let chats = chat("v1", "a@x.org") + chat("v2", "b@x.org") + chat("v3", "c@x.org")

  @Test func everyCommandDeclaresItsOptions() {
    #expect(Declarations.commands.count == 8)
    #expect(DeclaredOption.all.count > 60)
    #expect(Set(DeclaredOption.all.filter(\.isRepeating).map(\.title)) == Self.lists)
  }

  /// Whoever declares an option decides it by the type of the property, and says so in the help.
  @Test(arguments: DeclaredOption.all)
  func theHelpOfAnOptionSaysWhetherItAddsUp(option: DeclaredOption) {
    #expect(option.help.contains("repeat") == option.isRepeating, "\(option.help)")
  }

  @Test(arguments: DeclaredOption.all)
  func anOptionGivenTwiceAddsUpOrIsRefused(option: DeclaredOption) throws {
    for first in option.spellings {
      for second in option.spellings {
        // One way each: all options together try all of them.
        if let words = Self.pairs(first, second, takesValue: option.takesValue).randomElement() {
          let run = try Tool.run([option.command] + words, input: Array(Self.chats.utf8), at: scratch.folder)
          let message = "\(option.title) appears twice; give it once"
          if option.isRepeating {
            #expect(!run.errors.contains("appears twice"), "\(words)")
          } else {
            #expect(run.status == 64, "\(words)")
            #expect(
              run.errors.hasPrefix("chatevents: error: \(message)\nUsage: chatevents \(option.command) "),
              "\(words)")
            #expect(run.output.isEmpty)
          }
        }
      }
    }
  }

  /// Ways to give an option twice.
  private static func pairs(_ first: String, _ second: String, takesValue: Bool) -> [[String]] {
    if !takesValue { return [[first, "x", second, "--", "y"]] }
    return [[first, "1", second, "2"], ["\(first)=1", "x", "\(second)=1"], [first, "-", "\(second)=2"]]
  }

  @Test(arguments: ["--summary --summary=json", "--summary=json --summary=text", "--summary --summary=text"])
  func aChoiceOfTheSummaryIsMadeOnce(words: String) throws {
    let run = try Tool.run(
      ["redact"] + words.split(separator: " ").map(String.init), input: Array(Self.chats.utf8))
    #expect(run.status == 64)
    #expect(run.errors.contains("--summary"))
    #expect(run.output.isEmpty)
  }

  /// What looks like an option and is none, or is asked for help.
  @Test func wordsThatAreNoOptionsMayBeRepeated() throws {
    try scratch.write(Self.chat("v1", "a@x.org"), to: "--drop")
    let terminated = try Tool.run("redact", "--", "--drop", "--drop", at: scratch.folder)
    #expect(terminated.status == 0)
    #expect(terminated.lines.count == 2)
    let listed = try scratch.write("./--drop\n./--drop\n", to: "list")
    let byValue = try Tool.run(
      "redact", "--output", "-", "--files-from", listed, "--email=--output", "--visitor-id=--output",
      at: scratch.folder)
    #expect(byValue.status == 0)
    let help = try Tool.run("redact", "--drop", "--drop", "--help")
    #expect(help.output == (try Tool.run("redact", "--help").output))
  }

  @Test func severalPeopleAreSelected() throws {
    let emails = ["--email", "A@x.org", "--email=b@X.org"]
    let redacted = try Tool.run(["redact"] + emails, input: Array(Self.chats.utf8))
    for left in ["a@x.org", "b@x.org", "v1", "v2"] { #expect(!redacted.text.contains("\"\(left)\"")) }
    #expect(redacted.text.hasSuffix(Self.chat("v3", "c@x.org")))
    #expect(redacted.errors == "")
    let dropped = try Tool.run(["redact", "--drop"] + emails, input: Array(Self.chats.utf8))
    #expect(dropped.text == Self.chat("v3", "c@x.org"))
    let verified = try Tool.run(["redact", "--verify"] + emails, input: Array(Self.chats.utf8))
    #expect(verified.status == 1)
    #expect(verified.text.contains("<stdin>:1:") && verified.text.contains("<stdin>:2:"))
    #expect(!verified.text.contains("<stdin>:3:"))
    let exported = try Tool.run(["export"] + emails, input: Array(Self.chats.utf8))
    #expect(exported.text.split(whereSeparator: \.isNewline).count == 3)
    #expect(exported.text.contains("<stdin>,1,") && exported.text.contains("<stdin>,2,"))
    let batch = #"{"batch":[{"type":"identify","userId":"v1"},{"type":"identify","userId":"v2"},"#
    let call = #"{"type":"identify","userId":"v3"}"#
    let calls = try Tool.run(
      "redact", "--drop", "--visitor-id", "v1", "--visitor-id", "v2", input: batch + call + "]}\n")
    #expect(calls.text == #"{"batch":["# + call + "]}\n")
  }

  @Test func addressesAndIdsMustBothFit() throws {
    let run = try Tool.run(
      "redact", "--drop", "--email", "a@x.org", "--email", "b@x.org", "--visitor-id", "v2", "--visitor-id",
      "v3", input: Self.chats)
    #expect(run.text == Self.chat("v1", "a@x.org") + Self.chat("v3", "c@x.org"))
  }

  @Test(arguments: [
    ["--events", "started", "--events", "ended"], ["--events=started,ended"],
    ["--events", " ended , started "],
    ["--events", "started,", "--events", "ended,started"], ["--events=started , \tended"],
  ])
  func namesOfEventsAddUp(options: [String]) throws {
    let run = try Tool.run(
      ["convert", "--to", "segment"] + options, input: Array(Self.chat("v1", "a@x").utf8))
    #expect(run.lines.count == 2)
    #expect(run.text.contains("Live Chat Conversation Started"))
    #expect(run.text.contains("Live Chat Conversation Ended"))
    let one = try Tool.run(
      ["convert", "--to", "segment", "--events", "started,typo"], input: Array(Self.chats.utf8))
    #expect(one.status == 64)
  }

  @Test func namesOfCallsAddUp() throws {
    let run = try Tool.run(
      "convert", "--to", "segment", "--calls", "identify", "--calls", "track", "--events", "started",
      input: Self.chat("v1", "a@x.org"))
    #expect(run.text.contains(#""type":"identify""#) && run.text.contains(#""type":"track""#))
    for list in ["track, identify", " identify ,track", "track,\tidentify,"] {
      let one = try Tool.run(
        "convert", "--to", "segment", "--calls", list, "--events", "started",
        input: Self.chat("v1", "a@x.org"))
      #expect(one.output == run.output, "\(list)")
    }
    let wrong = try Tool.run(
      "convert", "--to", "segment", "--calls", "identify", "--calls", "trck", input: Self.chats)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean 'track'?"))
  }

  @Test func listsOfFilesAddUp() throws {
    for name in ["a", "b"] {
      try scratch.write(Self.chat(name, "\(name)@x.org"), to: "\(name).jsonl")
      try scratch.write("\(name).jsonl\n", to: "\(name).list")
    }
    let run = try Tool.run(
      "export", "--email", "a@x.org", "--email", "b@x.org", "--files-from", "a.list", "--files-from",
      "b.list",
      at: scratch.folder)
    #expect(run.text.contains("a.jsonl,1") && run.text.contains("b.jsonl,1"))
    let missing = try Tool.run(
      "redact", "--files-from", "none.list", "--files-from", "b.list", at: scratch.folder)
    #expect(missing.status == 66)
    #expect(missing.lines.count == 1)
  }

  @Test func patternsOfConsentAddUp() throws {
    func consent(_ body: String, _ options: String...) throws -> Bool? {
      let run = try Tool.run(
        ["convert", "--to", "segment", "--events", "ended"] + options,
        input: Array(Self.chat("v", "a@x.org", body).utf8))
      #expect(run.status == 0, "\(run.errors)")
      if run.text.contains(#""consent":true"#) { return true }
      return run.text.contains(#""consent":false"#) ? false : nil
    }
    for body in ["yes", "ja"] {
      #expect(try consent(body, "--consent-granted", "yes", "--consent-granted", "ja") == true)
    }
    for body in ["no", "nein"] {
      #expect(try consent(body, "--consent-withdrawn", "no", "--consent-withdrawn", "nein") == false)
    }
    #expect(try consent("si", "--consent-granted", "yes", "--consent-granted", "ja") == nil)
  }

  @Test func patternsOfLinksAddUp() throws {
    let body = "https://one.example/f https://two.example/f https://three.example/f"
    let run = try Tool.run(
      "redact", "--file-link", #"one\.example"#, "--file-link", #"two\.example"#,
      input: Self.chat("v", "a@x.org", body))
    #expect(run.text.contains(#""body":"<redacted> <redacted> https://three.example/f""#))
  }

  @Test func aCaseMayNotGiveAnOptionTwice() throws {
    try scratch.write(Self.chat("v1", "a@x.org"), to: "c.input.jsonl")
    try scratch.write("", to: "c.rudderstack.jsonl")
    try scratch.write("--namespace a --namespace b", to: "c.args")
    let run = try Tool.run("check", ".", at: scratch.folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("--namespace appears twice"))
  }
}
