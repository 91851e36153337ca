import Foundation
import Testing

/// Findings that are ignored or known pass, and what is shown of the others.
@Suite struct FindingOptionTests {
  let scratch = Scratch()

  private static let wrong = #"{"kind":"Conversation","id":"c","visitor":{"id":"v","fullName":5}}"# + "\n"
  private static let doubtful =
    #"{"kind":"Conversation","id":"d","visitor":{"id":"v"},"items":[{"kind":"Note","timestamp":"1"}]}"# + "\n"

  private func validate(_ options: String...) throws -> Run {
    try Tool.run(["validate", "--format", "json"] + options, at: scratch.folder)
  }

  @Test func anIgnoredCodeIsNoFinding() throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    let run = try validate("--ignore", "type-mismatch", "a.jsonl")
    #expect((run.text, run.errors, run.status) == ("", "", 0))
  }

  @Test func theTotalsTellHowManyPassed() throws {
    try scratch.write(Self.wrong + Self.wrong, to: "a.jsonl")
    let sentence = "2 records: 0 errors, 0 warnings in 0 records; 2 findings known or ignored\n"
    for options in [["--ignore", "type-mismatch"], ["--write-baseline", "known"], ["--baseline", "known"]] {
      let run = try Tool.run(["validate", "--summary"] + options + ["a.jsonl"], at: scratch.folder)
      #expect(run.text == sentence)
      #expect(run.errors == "records read 2 = valid 2 + invalid 0\nknown or ignored 2\n")
    }
    let run = try Tool.run("validate", "--summary=json", "--baseline", "known", "a.jsonl", at: scratch.folder)
    #expect(
      run.errors == #"{"read":2,"valid":2,"invalid":0,"errors":{},"warnings":{},"knownOrIgnored":2}"# + "\n")
  }

  @Test func aCodeThatIgnoresNothingIsAWarning() throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    let run = try validate("--ignore", "type-mismatch", "--ignore", "utf-16", "a.jsonl")
    #expect(run.errors == "chatevents: warning: --ignore utf-16 ignored nothing\n  fix: omit it\n")
    #expect(run.status == 0)
  }

  @Test(arguments: ["type-mismach", "unreadable"])
  func anUnknownCodeIsAUsageError(code: String) throws {
    let run = try validate("--ignore", code, "a.jsonl")
    #expect(run.status == 64)
    #expect(run.errors.contains("invalid value '\(code)' for --ignore: no such code"), "\(run.errors)")
    #expect(code == "unreadable" || run.errors.contains("did you mean 'type-mismatch'?"))
  }

  @Test func anInputThatCannotBeOpenedIsNotIgnored() throws {
    #expect(try validate("--ignore", "type-mismatch", "missing.json").status == 66)
  }

  @Test func knownFindingsPassWhereverTheirLinesAreAndOthersDoNot() throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    let first = try validate("--write-baseline", "known", "a.jsonl")
    #expect((first.text, first.errors, first.status) == ("", "", 0))
    #expect(
      try scratch.text("known") == #"{"file":"a.jsonl","code":"type-mismatch","pointer":"/visitor/fullName","#
        + #""message":"expected a string, found a number","count":1}"# + "\n")
    try scratch.write("\n\n" + Self.wrong, to: "a.jsonl")
    #expect(try validate("--baseline", "known", "a.jsonl").status == 0)
    try scratch.write(Self.wrong + Self.wrong, to: "a.jsonl")
    let second = try validate("--baseline", "known", "a.jsonl")
    #expect(second.status == 1)
    #expect(second.lines.count == 1 && second.text.contains(#""line":2"#))
    // The same fault in another file is news.
    try scratch.write(Self.wrong, to: "b.jsonl")
    #expect(try validate("--baseline", "known", "b.jsonl").status == 1)
  }

  @Test func aKnownFindingThatNoLongerOccursIsTold() throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    try scratch.write(Self.wrong, to: "b.jsonl")
    #expect(try validate("--write-baseline", "known", "a.jsonl", "b.jsonl").status == 0)
    try scratch.write(Sample.lines("v"), to: "a.jsonl")
    // Nothing is known of files that are not validated.
    let run = try validate("--baseline", "known", "a.jsonl")
    #expect(
      run.errors == """
        chatevents: warning: a known finding no longer occurs: a.jsonl: expected a string, found a number at /visitor/fullName [type-mismatch]
          fix: write the file again with --write-baseline

        """)
    #expect(run.status == 0)
  }

  @Test func findingsAreNotRecordedIfAnInputWasNotValidated() throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    let run = try validate("--write-baseline", "known", "a.jsonl", "missing.json")
    #expect(run.status == 74)
    #expect(run.errors.hasSuffix("chatevents: error: known was not written: not all was validated\n"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("known")))
  }

  @Test(arguments: [
    ["--baseline", "known", "--write-baseline", "new"], ["--fail-fast", "--ignore", "utf-16"],
    ["--fail-fast", "--baseline", "known"], ["--write-baseline", "a.jsonl"], ["--write-baseline", "-"],
    ["--baseline", "a.jsonl"], ["--verdicts", "--format", "sarif"],
  ])
  func whatExcludesEachOtherIsAUsageError(options: [String]) throws {
    try scratch.write(Self.wrong, to: "a.jsonl")
    try scratch.write("", to: "known")
    let run = try Tool.run(["validate"] + options + ["a.jsonl"], at: scratch.folder)
    #expect(run.status == 64, "\(run.errors)")
    #expect(try scratch.text("a.jsonl") == Self.wrong)
  }

  @Test(arguments: ["text", "json", "github", "gitlab", "sarif", "junit"])
  func noTextOfARecordIsInAReportWithoutSource(form: String) throws {
    let secret = "Zweig"
    let records = """
      {"kind":"Conversation","id":"Zweig","visitor":{"id":"Zweig","fullName":["Zweig"],"Zweig":"Zweig"},\
      "operators":{"Zweig":{"id":"Zweig","nickname":5}},\
      "items":[{"kind":"Zweig","body":"Zweig","timestamp":"Zweig","operatorId":"4930123456"}]}
      {"kind":"Conversation","visitor":{"id":"v","Zweig":Zweig}}

      """
    try scratch.write(records, to: "a.jsonl")
    let shown = try Tool.run("validate", "--format", form, "a.jsonl", at: scratch.folder)
    let hidden = try Tool.run("validate", "--format", form, "--no-source", "a.jsonl", at: scratch.folder)
    #expect(shown.text.contains(secret))
    #expect(!hidden.text.contains(secret), "\(hidden.text)")
    #expect(hidden.text.contains("/operators/*/nickname") && hidden.text.contains("/items/0/timestamp"))
    #expect(hidden.status == shown.status)
  }

  @Test func aVerdictIsALineForEachRecord() throws {
    try scratch.write(Sample.lines("v") + Self.wrong + Self.doubtful, to: "a.jsonl")
    let run = try Tool.run("validate", "--verdicts", "a.jsonl", "missing.json", at: scratch.folder)
    let place = #"{"place":{"file":"a.jsonl","line":"#
    #expect(
      run.text == """
        \(place)1,"column":1},"format":"olark","valid":true,"counts":{}}
        \(place)2,"column":1},"format":"olark","valid":false,"counts":{"type-mismatch":1}}
        \(place)3,"column":1},"format":"olark","valid":true,"counts":{"implausible-time":1,"unknown-item-kind":1}}
        {"place":{"file":"missing.json","line":1,"column":1},"format":null,"valid":false,"counts":{"unreadable":1}}

        """)
    #expect(run.status == 66)
  }
}
