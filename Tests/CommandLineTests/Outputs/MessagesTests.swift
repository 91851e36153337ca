import Testing

/// What messages on standard error say.
@Suite struct MessagesTests {
  @Test func aDiagnosticSaysWhereWhatAndWhatToDo() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "Fixtures/olark/refused/number-as-name.input.json")
    let expected = """
      Fixtures/olark/refused/number-as-name.input.json:6:17: \
      error: expected a string, found a number at /visitor/fullName [type-mismatch]
        fix: quote the value

      """
    try expectEqual(run.errors, expected, "the diagnostic")
  }

  @Test func aDiagnosticOfTheWholeRecordHasNoPointer() throws {
    let run = try Tool.run("convert", "--to", "rudderstack", input: "17")
    #expect(
      run.errors.wholeMatch(of: /<stdin>:1:1: error: [a-z][^\n]*[^.] \[unknown-shape\]\n  fix: [^\n]+\n/)
        != nil)
    #expect(!run.errors.contains(" at /"))
  }

  @Test func whatIsQuotedStaysOnItsLineAndIsNoCommand() throws {
    let hostile = "x\n::error::y\u{1b}[2K##[error]"
    let shown = #"x\n::error::y\u001b[2K#\u0023[error]"#
    let record = "{\"kind\":\"Conversation\",\"visitor\":{\"x\\n::error::y\\u001b[2K##[error]\":tru}}"
    let run = try Tool.run("convert", "--to", "segment", "--email", hostile, input: record)
    #expect(run.status == 64)
    let rejected = try Tool.run("convert", "--to", "segment", input: record)
    #expect(
      rejected.errors.hasPrefix(
        "<stdin>:1:69: error: expected a value at /visitor/\(shown) [expected-value]\n  fix: "),
      "\(rejected.errors)")
    let unmatched = try Tool.run("redact", "--email", hostile, input: Sample.lines("v1"))
    #expect(
      unmatched.errors == "chatevents: warning: no record that was read matches --email \(shown)\n"
        + "  fix: check the spelling; the same person may also have other addresses and ids\n")
    // The argument parser quotes values as they are.
    let refused = try Tool.run("validate", "--as", hostile, input: "")
    #expect(refused.errors.contains(#"'x\n::error::y\x1B[2K#\u0023[error]' for --as"#), "\(refused.errors)")
  }

  @Test func columnsCountBytes() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack",
      input: #"{"kind":"Conversation","visitor":{"fullName":"Zoë 🙂","id":[]}}"#)
    #expect(run.errors.hasPrefix("<stdin>:1:63: error: "))
  }

  @Test func aMissingTargetIsAnsweredWithTheRoutes() throws {
    let run = try Tool.run("convert", input: Sample.lines("v1"))
    #expect(run.status == 64)
    #expect(run.errors.contains("--to"))
    #expect(run.errors.contains("\n  --from olark --to rudderstack "))
  }

  @Test(arguments: [
    ("convert --to rudderstack --form olark", "--from"),
    ("convert --to rudderstack --reject bad.jsonl", "--rejects"),
    ("convert --to rudderstack --summry", "--summary"), ("explain --markdwn", "--markdown"),
  ])
  func anUnknownOptionIsAnsweredWithTheNearest(command: String, nearest: String) throws {
    let run = try Tool.shell("chatevents \(command)")
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean '\(nearest)'?"))
  }

  @Test(arguments: [
    ("convert --to ruddrstack", "rudderstack"), ("explain --from olrk", "olark"), ("convrt", "convert"),
    ("api api.chat.onMessageToOperater", "api.chat.onMessageToOperator"),
    ("api getdetails", "api.visitor.getDetails"),
  ])
  func anUnknownNameIsAnsweredWithTheNearest(command: String, nearest: String) throws {
    let run = try Tool.shell("chatevents \(command)")
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean '\(nearest)'?"))
  }

  @Test func anUnknownFormatIsAnsweredWithThoseThereAre() throws {
    let run = try Tool.run("explain", "--to", "smoke-signals")
    #expect(run.status == 64)
    let message = try #require(run.errors.split(separator: "\n").first)
    for (_, to) in try ExplainTests.routes() { #expect(message.contains(to)) }
  }
}
