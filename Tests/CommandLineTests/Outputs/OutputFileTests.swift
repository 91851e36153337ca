import Foundation
import Testing

/// A file that `--output` names appears whole or not at all.
@Suite struct OutputFileTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(Sample.lines("v1", "v2"), to: "good.jsonl")
    try scratch.write(Sample.bad, to: "bad.jsonl")
    try scratch.write("of an earlier run", to: "events.jsonl")
  }

  @Test func theEventsAreInTheFileAndNotOnStandardOutput() throws {
    let run = try convert("--output", "events.jsonl", "good.jsonl", "bad.jsonl")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try scratch.text("events.jsonl") == convert("good.jsonl").text)
    #expect(try files() == ["bad.jsonl", "events.jsonl", "good.jsonl"])
  }

  @Test(arguments: [["--fail-fast", "good.jsonl", "bad.jsonl"], ["good.jsonl", "missing"]])
  func aRunThatDoesNotEndWellLeavesTheFileAsItWas(arguments: [String]) throws {
    let run = try Tool.run(
      ["convert", "--to", "rudderstack", "--output", "events.jsonl"] + arguments, at: scratch.folder)
    #expect(run.status != 0)
    #expect(try scratch.text("events.jsonl") == "of an earlier run")
    #expect(try files() == ["bad.jsonl", "events.jsonl", "good.jsonl"])
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func aSignalLeavesNoTemporaryFile(signal: String) throws {
    // The report of the bad record says that the tool is in the midst of its work.
    let script = """
      mkfifo in errors
      chatevents convert --to rudderstack --output events.jsonl < in 2> errors &
      exec 3> in 4< errors
      cat good.jsonl bad.jsonl >&3; read -r -t 300 report <&4
      ls -A | grep -c part
      kill -\(signal) $!; wait $!; echo $?
      rm in errors; ls -A
      """
    // Bash starts a job in the background with SIGINT ignored, unless job control is on.
    let run = try Tool.shell("set -m\n" + script, at: scratch.folder)
    let number = ["HUP": 1, "INT": 2, "TERM": 15][signal] ?? 0
    #expect(run.lines == ["1", "\(128 + number)", "bad.jsonl", "events.jsonl", "good.jsonl"])
    #expect(try scratch.text("events.jsonl") == "of an earlier run")
  }

  @Test(arguments: [
    "--output good.jsonl good.jsonl", "-o ./good.jsonl < good.jsonl", "--rejects list --files-from list",
  ])
  func anInputIsNeverOverwritten(arguments: String) throws {
    try scratch.write("good.jsonl\n", to: "list")
    let run = try Tool.shell("chatevents convert --to rudderstack \(arguments)", at: scratch.folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(try scratch.text("good.jsonl") == Sample.lines("v1", "v2"))
    #expect(try scratch.text("list") == "good.jsonl\n")
  }

  @Test func behindALinkTheFileIsReplaced() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: scratch.path("events.jsonl"))
    #expect(try convert("--output", "link", "good.jsonl").status == 0)
    #expect(try scratch.text("events.jsonl") == convert("good.jsonl").text)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link")).hasSuffix(
        "events.jsonl"))
  }

  @Test func aPipeIsWrittenToDirectly() throws {
    let run = try Tool.shell(
      "mkfifo pipe; chatevents convert --to rudderstack -o pipe good.jsonl & cat pipe; wait $! && [ -p pipe ]",
      at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.text == (try convert("good.jsonl").text))
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPath).sorted()
  }
}
