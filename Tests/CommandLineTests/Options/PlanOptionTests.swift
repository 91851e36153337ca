import Foundation
import Testing

/// `--plan`: which plans are read, what is reported, and how runs end.
@Suite struct PlanOptionTests {
  let scratch = Scratch()

  static let folder = Tool.root.appending(path: "Fixtures/plans")
  static let plans = [
    "by-event.json", "folder", "segment.json", "segment-config.json", "rudderstack.json",
    "rudderstack-rules.json",
  ]

  @Test(arguments: plans, ["segment", "rudderstack"])
  func eachFormOfAPlanGivesTheSameFindings(plan: String, format: String) throws {
    let run = try Tool.run("validate", "--as", format, "--plan", plan, "calls.jsonl", at: Self.folder)
    let findings = try String(contentsOf: Self.folder.appending(path: "findings.txt"), encoding: .utf8)
    let places = run.text.replacing("Fixtures/plans/calls.jsonl", with: "calls.jsonl")
    try expectEqual(places, findings, "the findings")
    #expect(run.errors == "")
    #expect(run.status == 1)
  }

  @Test func eachPlanOfTheFixturesIsTested() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.plainPath)
    #expect(Set(names).subtracting(["calls.jsonl", "findings.txt", "live-chat.json"]) == Set(Self.plans))
  }

  @Test(arguments: [
    (
      ["--format", "json"],
      #""code":"unplanned-event","message":"the plan has no event \"order completed\" (Unplanned-Event)""#
    ),
    (["--format", "github"], "title=unplanned-event"),
    (["--format", "sarif"], #""ruleId":"unplanned-event""#),
    (["--format", "junit"], "unplanned-event"), (["--format", "gitlab"], #""check_name":"unplanned-event""#),
    (["--verdicts"], #""unplanned-event":1"#),
  ])
  func everyReportHasTheFindings(words: [String], text: String) throws {
    let run = try Tool.run(["validate", "--plan", "folder", "calls.jsonl"] + words, at: Self.folder)
    #expect(run.text.contains(text), "\(run.text.prefix(2_000))")
    #expect(run.status == 1)
  }

  @Test func findingsCanBeIgnoredAndKnown() throws {
    let codes = [
      "unplanned-event", "plan-required-missing", "plan-datatype-mismatch", "plan-additional-properties",
      "plan-violation",
    ]
    let ignored = try Tool.run(
      ["validate", "--plan", "folder", "calls.jsonl"] + codes.flatMap { ["--ignore", $0] }, at: Self.folder)
    #expect(ignored.status == 0, "\(ignored.text)")
    let known = scratch.path("known.jsonl")
    #expect(
      try Tool.run("validate", "--plan", "folder", "--write-baseline", known, "calls.jsonl", at: Self.folder)
        .status == 0)
    #expect(
      try Tool.run("validate", "--plan", "segment.json", "--baseline", known, "calls.jsonl", at: Self.folder)
        .status == 0)
  }

  @Test func textOfRecordsStaysOutOfAReportWithoutSource() throws {
    let run = try Tool.run(
      "validate", "--no-source", "--format", "json", "--plan", "folder", "calls.jsonl", at: Self.folder)
    #expect(run.text.contains("the plan has no such event (Unplanned-Event)"))
    #expect(run.text.contains("the plan has no such member (Additional-Properties)"))
    for secret in ["coupon", "order completed", "GBP", "yesterday"] {
      #expect(!run.text.contains(secret), "\(secret)")
    }
  }

  @Test func plansThatCannotBeUsedEndTheRunBeforeItBegins() throws {
    try scratch.write(#"{"E":{"uniqueItems":true}}"#, to: "wrong.json")
    try scratch.write("{", to: "broken.json")
    try Tool.prepare("mkdir empty; touch empty/README.md", at: scratch)
    func run(_ plan: String, input: String = "{}") throws -> Run {
      try Tool.run("validate", "--plan", plan, input: input, at: scratch.folder)
    }
    let wrong = try run("wrong.json")
    #expect(
      wrong.errors.hasPrefix(
        "chatevents: error: wrong.json:1:6: the keyword \"uniqueItems\" is not supported at /E\n  fix: remove it"
      ))
    #expect(wrong.status == 64)
    #expect(wrong.text == "")
    #expect(try run("broken.json").status == 64)
    #expect(
      try run("empty").errors.contains(
        "the plan empty is a folder without files that end with .json\n  fix: name each file"))
    #expect(try run("empty").status == 64)
    #expect(
      try run("none.json").errors
        == "chatevents: error: cannot read the plan none.json: No such file or directory\n")
    #expect(try run("none.json").status == 66)
    try Tool.prepare("truncate -s 67108865 large.json", at: scratch)
    let large = try run("large.json")
    #expect(
      large.errors.hasPrefix("chatevents: error: the plan large.json has 67108865 bytes, over the limit"))
    #expect(large.status == 64)
    let both = try run("-")
    #expect(both.errors.contains("standard input"), "\(both.errors)")
    #expect(both.status == 64)
  }

  @Test func aPlanCanComeFromStandardInput() throws {
    try scratch.write(#"{"type":"track","userId":"u","messageId":"m","event":"E"}"#, to: "calls.jsonl")
    let run = try Tool.run(
      "validate", "--plan", "-", "calls.jsonl", input: #"{"E":{"required":["a"]}}"#, at: scratch.folder)
    #expect(run.text.contains("[plan-required-missing]"))
  }

  @Test(arguments: [
    (
      ["validate", "--as", "olark"],
      "--plan has no effect on olark; it applies to --as segment, --as rudderstack; "
    ),
    (
      ["convert", "--to", "olark-js"],
      "--plan has no effect on olark-js; it applies to --to segment, --to rudderstack; "
    ),
  ])
  func plansForOtherRecordsAreRefused(words: [String], message: String) throws {
    let run = try Tool.run(words + ["--plan", "folder"], input: [], at: Self.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func aRunThatReadsNoCallsIsAnError() throws {
    let chat = #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[]}"#
    let run = try Tool.run("validate", "--plan", "folder", input: chat, at: Self.folder)
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "chatevents: error: no call was read that --plan could check\n  fix: convert the records"))
    let nothing = try Tool.run("validate", "--plan", "folder", input: "", at: Self.folder)
    #expect(!nothing.errors.contains("--plan"))
  }

  @Test func aPlanThatNoCallHasARuleInIsAWarning() throws {
    let call = #"{"type":"track","userId":"u","messageId":"m","event":"Cart Viewed"}"#
    try scratch.write(#"{"Other":true}"#, to: "other.json")
    let run = try Tool.run(
      "validate", "--plan", "folder", "--plan", scratch.path("other.json"), input: call, at: Self.folder)
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix(
        "chatevents: warning: no call has a rule in --plan \(scratch.path("other.json"))\n  fix: compare"))
  }

  @Test func convertRejectsRecordsWhoseEventsBreakThePlan() throws {
    let chats = (0..<40).map { number in
      #"{"kind":"Conversation","id":"c\#(number)","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","timestamp":"1700000000","body":"\#(number % 4 == 0 ? "hello" : "hi")"}]}"#
    }
    try scratch.write(chats.joined(separator: "\n"), to: "chats.jsonl")
    try scratch.write(
      #"{"Live Chat Conversation Started":true,"Live Chat Conversation Ended":true,"Live Chat Message Sent":{"properties":{"message_body":{"maxLength":2}}}}"#,
      to: "plan.json")
    func run(_ jobs: String) throws -> Run {
      try Tool.run(
        "convert", "--to", "segment", "--calls", "track", "--plan", "plan.json", "--jobs", jobs, "--summary",
        "--rejects",
        "bad.jsonl", "chats.jsonl", at: scratch.folder)
    }
    let one = try run("1")
    #expect(one.status == 1)
    #expect(one.errors.contains("records read 40 = converted 30 + skipped 0 + rejected 10\n"))
    #expect(one.errors.contains("  rejected: plan-violation 10\n"))
    #expect(try scratch.text("bad.jsonl").split(separator: "\n").count == 10)
    let several = try run("4")
    #expect(several.text == one.text)
    #expect(several.errors == one.errors)
  }
}
