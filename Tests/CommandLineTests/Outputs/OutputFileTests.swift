import Foundation
import Testing

/// A file that `--output` names is written atomically.
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

  @Test(arguments: [
    ("no/events", "create the folder no/, or name another file"),
    (".", "name a file in it: ./FILE"),
    (String(repeating: "n", count: 256), "name a file with a shorter name"),
    ("good.jsonl/events", "create the folder good.jsonl/, or name another file"),
  ])
  func aFileThatCannotBeWrittenIsReportedAtOnceWithWhatToDo(name: String, fix: String) throws {
    for option in ["--output", "--rejects"] {
      let run = try convert(option, name, "bad.jsonl")
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("chatevents: error: cannot write \(name): "))
      #expect(run.errors.hasSuffix("\n  fix: \(fix)\n"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 2)
    }
    let length = String(repeating: "n", count: 255)
    #expect(try convert("--output", length, "good.jsonl").status == 0)
    #expect(try !scratch.text(length).isEmpty)
  }

  @Test func aFileInAFolderThatMayNotBeWrittenIsReported() throws {
    try Tool.prepare("mkdir closed; chmod 555 closed; chmod a+rx .", at: scratch)
    let run = try Tool.unprivileged(
      ["convert", "--to", "rudderstack", "-o", "closed/events", "good.jsonl"], at: scratch.folder)
    #expect(run.status == 74)
    #expect(
      run.errors == "chatevents: error: cannot write closed/events: Permission denied\n"
        + "  fix: name a file that you may write, in a folder other than closed/\n")
  }

  @Test(arguments: [
    "convert --to rudderstack --jobs 1 -o FILE many bad.jsonl",
    "convert --to rudderstack --jobs 4 -o FILE many",
    "convert --to segment --format batch -o FILE many",
    "convert --to rudderstack --rejects FILE many bad.jsonl",
    "validate --format json -o FILE bad.jsonl", "validate --format junit -o FILE bad.jsonl",
    "redact -o FILE many",
    "export --visitor-id v1 -o FILE many", "export --visitor-id v1 --profile FILE many",
    "convert --to rudderstack -o FILE empty",
  ])
  func aFileWhoseNameEndsWithGzIsPacked(command: String) throws {
    try scratch.write(Sample.many, to: "many")
    try scratch.write("", to: "empty")
    let run = try Tool.shell(
      """
      chatevents \(command.replacing("FILE", with: "plain")) > out1 2> errors1; echo $?
      for name in one.gz two.gz; do
        chatevents \(command.replacing("FILE", with: "$name")) > out2 2> errors2; echo $?
        gunzip -t $name && gunzip -c $name | cmp - plain && cmp out1 out2 && cmp errors1 errors2
        head -c 10 $name | od -An -tx1
      done
      cmp one.gz two.gz && rm -f one.gz two.gz plain out1 out2 errors1 errors2 many empty; ls -A
      """, at: scratch.folder)
    let status = run.lines.first ?? ""
    // No name and no time; the last byte names the system.
    let header = " 1f 8b 08 00 00 00 00 00 00 03"
    #expect(run.errors == "")
    #expect(
      run.lines
        == [status, status, header, status, header, "bad.jsonl", "events.jsonl", "good.jsonl"], "\(run.text)")
  }

  @Test func aPackedFileIsInputAgain() throws {
    let run = try Tool.shell(
      "chatevents redact -o all.gz good.jsonl && chatevents redact all.gz | cmp - <(chatevents redact good.jsonl)",
      at: scratch.folder)
    #expect(run.status == 0, "\(run.text)\(run.errors)")
  }

  @Test(.enabled(if: Tool.isLinux))
  func aPackedFileThatCannotBeWrittenIsReported() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("full.gz"), withDestinationPath: "/dev/full")
    let run = try convert("--output", "full.gz", "good.jsonl")
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot write to full.gz: No space left on device"))
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPath).sorted()
  }
}
