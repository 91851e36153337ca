import Foundation
import Testing

/// The exit status says what went wrong, and the highest one counts.
@Suite struct ExitStatusTests {
  let scratch = Scratch()

  static let convert = ["convert", "--to", "rudderstack"]

  @Test(arguments: [
    [], ["--help"], ["--version"], ["help", "convert"], ["convert", "--help"], ["explain"],
    ["api"], ["api", "api.box.show"], ["check", "Fixtures/rudderstack"],
    convert, convert + ["--timestamps", "Fixtures/olark/samples/send-test.input.json"],
  ])
  func whatSucceedsIsStatus0(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(arguments: [Sample.bad, "{", "17\n", "data=%zz\n", #"{"kind":"Message"}"#, "\u{1}", "garbage"])
  func aRejectIsStatus1(input: String) throws {
    let run = try Tool.run(Self.convert, input: Array((Sample.lines("v1") + input).utf8))
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.errors.hasPrefix("<stdin>:2:"))
  }

  @Test(arguments: [
    ["convert"], ["convert", "--to"], ["convert", "--to", "nothing"],
    ["convert", "--from", "rudderstack", "--to", "rudderstack"], convert + ["--form", "x"], ["convrt"],
    convert + ["--format", "xml"], convert + ["--color", "sometimes"], convert + ["--record-limit", "3X"],
    convert + ["--record-limit", "0"], convert + ["--record-limit", "9999G"], ["explain", "no-such-thing"],
    ["explain", "--from", "olark", "--to", "olark"], ["--no-such-option"], ["api", "api.box.sow"],
    ["api", "api.box.show", "--kind", "setting"], ["api", "--kind", "event"],
    ["api", "--markdown", "--json"], ["check"], ["check", "--to", "nothing", "Fixtures"],
  ])
  func wrongUsageIsStatus64(arguments: [String]) throws {
    let run = try Tool.run(arguments, input: Array(Sample.lines("v1").utf8))
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("chatevents: error: "))
    #expect(run.errors.contains("Usage: chatevents"))
  }

  @Test(arguments: ["missing.json", "folder", "good.jsonl/inside"])
  func anInputThatCannotBeOpenedIsStatus66AndTheRestIsConverted(name: String) throws {
    try scratch.write(Sample.lines("v1"), to: "good.jsonl")
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder"), withIntermediateDirectories: false)
    let run = try Tool.run(Self.convert + [name, "good.jsonl"], at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.lines.count == 1)
    #expect(run.errors.hasPrefix("chatevents: error: "))
    #expect(run.errors.contains(name))
  }

  @Test func anInputThatMayNotBeReadIsStatus66() throws {
    let file = try scratch.write(Sample.lines("v1"), to: "secret.jsonl")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    let run = try Tool.unprivileged(Self.convert + ["secret.jsonl"], at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors == "chatevents: error: cannot open secret.jsonl: Permission denied\n")
  }

  @Test(
    .enabled(if: Tool.isLinux),
    arguments: [
      "convert --to rudderstack", "explain", "explain --to rudderstack", "api", "api --markdown",
      "check Fixtures/rudderstack", "--help", "--version", "help redact", "schema segment-event",
      "explain --codes",
      "--generate-completion-script bash", "convert --help", "validate", "export --email a@example.org",
    ])
  func aFullDiskBehindStandardOutputIsStatus74(command: String) throws {
    let run = try Tool.shell(
      "chatevents \(command) < Fixtures/olark/samples/send-test.input.json > /dev/full")
    #expect(run.status == 74)
    #expect(run.errors == "chatevents: error: cannot write to standard output: No space left on device\n")
  }

  @Test(.enabled(if: Tool.isLinux))
  func aFullDiskBehindTheRejectsIsStatus74AndTheRestIsConverted() throws {
    let run = try Tool.run(
      Self.convert + ["--rejects", "/dev/full"], input: Array((Sample.bad + Sample.lines("v1")).utf8))
    #expect(run.status == 74)
    #expect(run.lines.count == 1)
    #expect(run.errors.hasSuffix("chatevents: error: cannot write /dev/full: No space left on device\n"))
  }

  @Test(
    .enabled(if: Tool.isLinux),
    arguments: [
      "convert --to rudderstack --summary good", "convert --to rudderstack --summary-json good",
      "redact --summary good",
      "convert --to rudderstack bad", "redact --email nobody@example.org good", "validate missing",
      "validate --summary good", "export --visitor-id v1 --summary good", "convert",
      "convert --jobs 2 --jobs 3", "frob",
      "check missing",
    ])
  func aFullDiskBehindStandardErrorIsStatus74(command: String) throws {
    try scratch.write(Sample.lines("v1"), to: "good")
    try scratch.write(Sample.bad, to: "bad")
    let expected = try Tool.shell("chatevents \(command)", at: scratch.folder)
    #expect(!expected.errors.isEmpty)
    let run = try Tool.shell("chatevents \(command) 2> /dev/full", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.output == expected.output)
  }

  /// Nobody waits for these messages.
  @Test(arguments: ["2>&-", "2> /dev/null", "2> >(exec <&-)"])
  func messagesThatNobodyReadsChangeNoStatus(redirection: String) throws {
    try scratch.write(Sample.lines("v1"), to: "good")
    let run = try Tool.shell("chatevents redact --summary good \(redirection)", at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
  }

  @Test(arguments: ["no-such-folder/rejects.jsonl", "."])
  func rejectsThatCannotBeWrittenAreStatus74(name: String) throws {
    let run = try Tool.run(
      Self.convert + ["--rejects", name], input: Array(Sample.lines("v1").utf8), at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("chatevents: error: cannot write \(name): "))
  }

  @Test(arguments: [("<&-", "\n  fix: open standard input, or name a file"), (">&-", "")])
  func aClosedStreamIsStatus74(redirection: String, fix: String) throws {
    try scratch.write(Sample.lines("v1"), to: "good.jsonl")
    let run = try Tool.shell(
      "cat good.jsonl | { chatevents convert --to rudderstack \(redirection); }", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.contains(/^chatevents: error: cannot [a-z <>]+: Bad file descriptor\n/))
    #expect(run.errors.hasSuffix("Bad file descriptor\(fix)\n"))
  }

  /// A file that is opened gets the lowest free number, and that of a closed stream is free.
  @Test(arguments: [">&-", "2>&-", ">&- 2>&-"])
  func whatGoesToAClosedStreamEndsUpInNoFile(redirection: String) throws {
    try scratch.write(Sample.lines("v1") + Sample.bad, to: "mixed.jsonl")
    let script = "chatevents convert --to rudderstack --rejects rejects -o events mixed.jsonl"
    let expected = try Tool.shell("\(script); cat rejects events", at: scratch.folder)
    let other = "chatevents convert --to rudderstack --rejects rejects mixed.jsonl"
    let run = try Tool.shell(
      "{ \(script); } \(redirection); cat rejects events; { \(other); } \(redirection); cat rejects",
      at: scratch.folder)
    #expect(expected.lines.count == 2)
    #expect(run.lines.filter { $0 != expected.lines[0] && $0 != expected.lines[1] } == [])
    #expect(run.lines.filter { $0 == expected.lines[1] }.count == (redirection == "2>&-" ? 2 : 1))
  }
}
