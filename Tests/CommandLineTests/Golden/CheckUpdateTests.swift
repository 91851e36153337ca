import Foundation
import Testing

/// `check --update` writes what is expected anew, and says what it changed.
@Suite struct CheckUpdateTests {
  let cases = GoldenCases()

  @Test func whatIsAsExpectedStaysAsItIs() throws {
    let before = try cases.contents()
    let run = try cases.check("--update")
    #expect(run.text == "3 cases, nothing to change\n")
    #expect(run.status == 0)
    #expect(try cases.contents() == before)
  }

  @Test func whatIsNotIsWrittenAndRemoved() throws {
    let before = try cases.contents()
    try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
    try cases.write("oh\n", to: "olark/chat.diagnostics.txt")
    try cases.remove("bad.diagnostics.txt")
    let run = try cases.check("--update")
    #expect(run.errors == "")
    #expect(
      run.text == """
        wrote ./bad.diagnostics.txt
        wrote ./olark/chat.rudderstack.jsonl
        removed ./olark/chat.diagnostics.txt
        3 cases: 2 files written, 1 removed

        """)
    #expect(run.status == 0)
    #expect(try cases.contents() == before)
  }

  #if os(Linux)
    /// Reading this file of Linux fails, after it was opened.
    @Test func anInputThatCannotBeReadChangesNoExpectation() throws {
      try cases.write("old", to: "bad.rudderstack.jsonl")
      let path = cases.scratch.path("bad.input.jsonl")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/proc/self/mem")
      for words in [["check", "--update", "."], ["check", "."]] {
        let run = try Tool.run(words, at: cases.scratch.folder)
        #expect(run.status == 66)
        #expect(run.errors == "chatevents: error: ./bad.input.jsonl: cannot be read: Input/output error\n")
      }
      #expect(try cases.scratch.text("bad.rudderstack.jsonl") == "old")
    }
  #endif

  @Test func aNewCaseGetsItsFirstExpectation() throws {
    try cases.write(Sample.bad + Sample.lines("v9"), to: "new.input.json")
    let run = try cases.check("--update", "--to", "segment")
    #expect(run.errors == "")
    #expect(
      run.lines == [
        "wrote ./new.segment.jsonl", "wrote ./new.diagnostics.txt", "3 cases: 2 files written, 0 removed",
      ])
    #expect(try cases.contents()["new.rudderstack.jsonl"] == nil)
    #expect(try cases.check().text == "4 cases, all as expected\n")
  }

  @Test func withoutAFormatANewCaseIsAnError() throws {
    try cases.write(Sample.lines("v9"), to: "new.input.json")
    let run = try cases.check("--update")
    #expect(
      run.errors
        == "chatevents: error: ./new.input.json: no expected output; create it with --update --to FORMAT\n"
    )
    #expect(run.text == "4 cases: 0 files written, 0 removed, 1 error\n")
    #expect(run.status == 1)
  }

  @Test func anEmptyFileAsksForAFormat() throws {
    try cases.write(Sample.lines("v9"), to: "new.input.json")
    try cases.write("", to: "new.rudderstack.jsonl")
    #expect(try cases.check("--update").lines.first == "wrote ./new.rudderstack.jsonl")
    #expect(try cases.check().text == "4 cases, all as expected\n")
  }

  @Test func onlyTheFormatThatIsAskedForIsWritten() throws {
    try cases.write("oh\n", to: "bad.rudderstack.jsonl")
    try cases.write("oh\n", to: "bad.segment.jsonl")
    try cases.write("oh\n", to: "bad.diagnostics.txt")
    let run = try cases.check("--update", "--to", "segment")
    #expect(
      run.lines == [
        "wrote ./bad.segment.jsonl", "wrote ./bad.diagnostics.txt", "2 cases: 2 files written, 0 removed",
      ])
    #expect(try cases.contents()["bad.rudderstack.jsonl"] == "oh\n")
  }

  @Test func whatIsReportedForOneFormatAloneIsNotWritten() throws {
    try cases.write("--summary", to: "bad.args")
    let before = try cases.contents()
    let run = try cases.check("--update")
    #expect(run.status == 1)
    #expect(
      run.errors
        == "chatevents: error: ./bad.diagnostics.txt: the messages depend on the format, and a case has one file for them; split the case\n"
    )
    #expect(try cases.contents() == before)
  }

  @Test(arguments: ["1", "true", "yes"])
  func whereCIIsSetNothingIsWritten(value: String) throws {
    try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
    let run = try cases.check("--update", environment: ["CI": value])
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "chatevents: error: --update is refused if the variable CI is set (it is '\(value)'), since no one reviews the changes there\n"
      ))
    #expect(run.output.isEmpty)
    #expect(try cases.contents()["olark/chat.rudderstack.jsonl"] == "oh\n")
    #expect(try cases.check(environment: ["CI": value]).status == 1)
  }

  @Test(arguments: ["", "false", "False"])
  func aVariableCIThatSaysNoIsNone(value: String) throws {
    #expect(try cases.check("--update", environment: ["CI": value]).status == 0)
  }

  @Test func whatCannotBeReadIsNotWritten() throws {
    try cases.remove("olark/chat.input.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: cases.scratch.path("olark/chat.input.jsonl"), withDestinationPath: "nowhere")
    let expected = try cases.scratch.text("olark/chat.rudderstack.jsonl")
    let run = try cases.check("--update")
    #expect(run.status == 66)
    #expect(
      run.errors == "chatevents: error: ./olark/chat.input.jsonl: cannot be read: No such file or directory\n"
    )
    #expect(try cases.scratch.text("olark/chat.rudderstack.jsonl") == expected)
  }

  @Test func behindALinkTheFileIsReplaced() throws {
    try cases.write("oh\n", to: "elsewhere")
    try cases.remove("olark/chat.rudderstack.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: cases.scratch.path("olark/chat.rudderstack.jsonl"), withDestinationPath: "../elsewhere")
    #expect(try cases.check("--update").status == 0)
    #expect(try cases.scratch.text("elsewhere").hasPrefix(#"{"type":"track""#))
    #expect(try cases.check().status == 0)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: cases.scratch.folder.plainPath).filter {
        $0.contains("part")
      } == [])
  }
}
