import Foundation
import Testing

/// `chatevents validate`: what it reads, where the report goes, and how it ends.
@Suite struct ValidateTests {
  let scratch = Scratch()

  static let fine = #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[]}"# + "\n"
  static let wrong = #"{"kind":"Conversation","id":"c","visitor":{"id":"v","fullName":5},"items":[]}"# + "\n"
  static let doubtful =
    #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"Note","timestamp":"1700000000"}]}"#
    + "\n"

  @Test func anErrorIsShownWithItsLine() throws {
    try scratch.write(Self.fine + Self.wrong, to: "chats.jsonl")
    let run = try Tool.run("validate", "chats.jsonl", at: scratch.folder)
    try expectEqual(
      run.text,
      """
      chats.jsonl:2:64: error: expected a string, found a number at /visitor/fullName [type-mismatch]
        2 | …ind":"Conversation","id":"c","visitor":{"id":"v","fullName":5},"items":[]}
          |                                                              ^
        fix: quote the value
      2 records: 1 error, 0 warnings in 1 record

      """, "the report")
    #expect(run.errors == "")
    #expect(run.status == 1)
  }

  @Test func aReportOfObjectsHasOneALine() throws {
    let run = try Tool.run("validate", "--format", "json", input: Self.fine + Self.wrong)
    try expectEqual(
      run.text,
      #"{"file":"<stdin>","line":2,"column":64,"pointer":"/visitor/fullName","severity":"error","#
        + #""code":"type-mismatch","message":"expected a string, found a number","fix":"quote the value"}"#
        + "\n", "the report")
    #expect(run.status == 1)
  }

  @Test func errorsFailAndWarningsOnlyWhereItIsStrict() throws {
    func status(_ input: String, _ options: String...) throws -> Int32 {
      try Tool.run(["validate"] + options, input: Array(input.utf8)).status
    }
    #expect(try status(Self.wrong) == 1)
    #expect(try status(Self.fine, "--strict") == 0)
    #expect(try status(Self.doubtful) == 0)
    #expect(try status(Self.doubtful, "--strict") == 1)
    #expect(try status(Self.fine + Self.fine, "--strict") == 0)
    #expect(try status(Self.fine + Self.fine, "--unique-ids") == 0)
    #expect(try status(Self.fine + Self.fine, "--unique-ids", "--strict") == 1)
  }

  @Test(arguments: ["", "\n\n", "[]"])
  func inputWithoutARecordIsAnError(input: String) throws {
    let run = try Tool.run("validate", "--format", "json", input: input)
    #expect(run.status == 1)
    #expect(
      run.text == #"{"file":"<stdin>","line":1,"column":1,"pointer":"","severity":"error","#
        + #""code":"nothing-to-validate","message":"nothing to validate: there is no record in it","fix":null}"#
        + "\n")
    #expect(run.errors == "chatevents: error: nothing to validate: there is no record in the input\n")
  }

  @Test func anInputThatCannotBeOpenedIsStatus66AndTheRestIsValidated() throws {
    try scratch.write(Self.wrong, to: "chats.jsonl")
    let run = try Tool.run(
      "validate", "--format", "json", "missing", "chats.jsonl", at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.lines.map { $0.prefix(17) } == [#"{"file":"missing""#, #"{"file":"chats.js"#])
    #expect(run.errors == "chatevents: error: cannot open missing: No such file or directory\n")
  }

  @Test func theFirstErrorCanEndTheRunAndIsReported() throws {
    let run = try Tool.run(
      "validate", "--fail-fast", "--output", "report", input: Self.doubtful + Self.wrong + Self.wrong,
      at: scratch.folder)
    #expect(run.status == 1)
    #expect(try scratch.text("report").hasSuffix("\n2 records: 1 error, 1 warning in 2 records\n"))
  }

  @Test(.enabled(if: Tool.isLinux), arguments: ReportForm.all)
  func aFullDiskIsStatus74(form: String) throws {
    try scratch.write(Self.wrong, to: "chats.jsonl")
    let run = try Tool.shell(
      "chatevents validate --format \(form) chats.jsonl > /dev/full", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors == "chatevents: error: cannot write to standard output: No space left on device\n")
  }

  @Test(arguments: ReportForm.all)
  func aReaderThatHasSeenEnoughIsNoError(form: String) throws {
    try scratch.write(String(repeating: Self.wrong, count: 5_000), to: "chats.jsonl")
    let run = try Tool.shell(
      "chatevents validate --format \(form) chats.jsonl | head -c 1", at: scratch.folder)
    #expect(run.output.count == 1)
    #expect(run.errors == "")
  }

  @Test func theReportIsNotWrittenOverTheInput() throws {
    let path = try scratch.write(Self.wrong, to: "chats.jsonl")
    let run = try Tool.run("validate", "--output", path, path)
    #expect(run.status == 64)
    #expect(try scratch.text("chats.jsonl") == Self.wrong)
  }

  @Test(arguments: [
    ("1479718800", 1), ("1479718801", 0), ("2016-11-21T09:00:00Z", 1), ("2016-11-21T10:00:01+01:00", 0),
    ("2016-11-21", 1), ("2016-11-22", 0),
  ])
  func theTimeThatCountsAsPresentIsSaid(now: String, warnings: Int) throws {
    let input =
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToVisitor","#
      + #""timestamp":"1479718801"}]}"#
    let run = try Tool.run("validate", "--format", "json", "--now", now, input: input)
    #expect(run.lines.count == warnings, "\(run.text)")
  }

  @Test(arguments: ["yesterday", "", "2016-13-01"])
  func noOtherTimeIsRead(now: String) throws {
    #expect(try Tool.run("validate", "--now", now, input: Self.fine).status == 64)
  }

  @Test func aFormatIsSaidByItsName() throws {
    let formats = Set(try ExplainTests.routes().flatMap { [$0.from, $0.to] })
    for format in ["auto"] + formats.sorted() {
      #expect(try Tool.run("validate", "--as", format, input: Self.fine).status != 64, "\(format)")
    }
    let run = try Tool.run("validate", "--as", "olrk", input: Self.fine)
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean 'olark'?"))
  }

  @Test(arguments: ["github", "sarif"])
  func aFileIsNamedFromTheRootOfItsRepository(form: String) throws {
    for folder in ["top/.git", "top/in side"] {
      try FileManager.default.createDirectory(
        at: scratch.folder.appending(path: folder), withIntermediateDirectories: true)
    }
    try scratch.write(Self.wrong, to: "top/in side/chats.jsonl")
    try scratch.write(Self.wrong, to: "other.jsonl")
    let (inside, outside) =
      form == "sarif"
      ? (#"{"uri":"in%20side/chats.jsonl","uriBaseId":"%SRCROOT%"}"#, "\"uri\":\"file:///")
      : ("file=in side/chats.jsonl,", "file=/")
    let here = scratch.folder.appending(path: "top/in side")
    for path in ["chats.jsonl", "./../in side//chats.jsonl", scratch.path("top/in side/chats.jsonl")] {
      #expect(try Tool.run("validate", "--format", form, path, at: here).text.contains(inside), "\(path)")
    }
    #expect(try Tool.run("validate", "--format", form, "../../other.jsonl", at: here).text.contains(outside))
  }

  @Test func whatIsKeptLeavesNoFile() throws {
    try scratch.write(Self.wrong, to: "chats.jsonl")
    try FileManager.default.createDirectory(
      atPath: scratch.path("temporary"), withIntermediateDirectories: false)
    let run = try Tool.run(
      ["validate", "--format", "junit", "chats.jsonl"], environment: ["TMPDIR": scratch.path("temporary")],
      at: scratch.folder)
    #expect(run.text.contains(#"<testsuite name="chats.jsonl" tests="1" failures="1" errors="0""#))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("temporary")) == [])
  }

  @Test func whatCannotBeKeptIsStatus74() throws {
    let run = try Tool.run(
      ["validate", "--format", "junit"], input: Array(Self.wrong.utf8), environment: ["TMPDIR": "/no/such"])
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(run.errors == "chatevents: error: cannot write a temporary file: No such file or directory\n")
  }

  @Test func theSummaryGoesToStandardError() throws {
    let run = try Tool.run("validate", "--summary=json", input: Self.fine + Self.wrong + Self.doubtful)
    #expect(
      run.errors == #"{"read":3,"valid":2,"invalid":1,"errors":{"type-mismatch":1},"#
        + #""warnings":{"unknown-item-kind":1}}"# + "\n")
  }
}

/// The forms of a report.
enum ReportForm {
  static let all = ["text", "json", "github", "gitlab", "sarif", "junit"]
}
