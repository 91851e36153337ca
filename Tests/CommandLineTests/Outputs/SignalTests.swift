import Foundation
import Testing

/// What a signal that can be caught leaves behind, and what one that is ignored changes: nothing.
@Suite struct SignalTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(Sample.lines("v1", "v2"), to: "good.jsonl")
    try scratch.write(Sample.bad, to: "bad.jsonl")
    try scratch.write("of an earlier run", to: "events.jsonl")
  }

  /// Starts the tool, waits until it is in the midst of its work, sends signals, and ends its input.
  ///
  /// The report of the bad record shows that it works.
  private func run(_ command: String, before: String = "", signals: [String]) throws -> Run {
    try Tool.shell(
      """
      set -m; ulimit -c 0; mkfifo in errors
      (\(before) exec chatevents \(command) < in 2> errors) &
      exec 3> in 4< errors
      cat good.jsonl bad.jsonl >&3; read -r report <&4
      ls -A | grep -c part
      for signal in \(signals.joined(separator: " ")); do kill -$signal $!; done
      \(before.isEmpty ? "" : "exec 3>&-; cat <&4 > rest")
      wait $!; echo $?
      rm in errors; ls -A
      """, at: scratch.folder)
  }

  @Test(arguments: [
    ("HUP", 1), ("INT", 2), ("QUIT", 3), ("ABRT", 6), ("USR1", 10), ("USR2", 12), ("ALRM", 14), ("TERM", 15),
    ("XCPU", 24), ("VTALRM", 26), ("PROF", 27),
  ])
  func aSignalLeavesNoTemporaryFile(signal: String, number: Int) throws {
    let run = try run("convert --to rudderstack --output events.jsonl", signals: [signal])
    // Some signals have other numbers elsewhere.
    let status = Tool.isLinux ? "\(128 + number)" : run.lines.dropFirst().first ?? ""
    #expect(run.lines == ["1", status, "bad.jsonl", "events.jsonl", "good.jsonl"], "\(run.errors)")
    #expect(try scratch.text("events.jsonl") == "of an earlier run")
  }

  @Test(arguments: ["HUP", "INT", "TERM", "QUIT", "ALRM", "XCPU", "VTALRM", "PROF"])
  func aSignalThatComesAtOnceEndsTheRun(signal: String) throws {
    let run = try Tool.shell(
      """
      set -m; ulimit -c 0; mkfifo in
      for round in 1 2 3 4; do
        chatevents convert --to rudderstack -o events.jsonl < in & exec 3> in
        until ls -A | grep -q part; do :; done
        kill -\(signal) $!; wait $!; echo $(($? > 128))
        exec 3>&-
      done
      rm in; ls -A
      """, at: scratch.folder)
    #expect(run.lines == ["1", "1", "1", "1", "bad.jsonl", "events.jsonl", "good.jsonl"], "\(run.errors)")
  }

  @Test(arguments: [
    "export --visitor-id v1 -o events.jsonl --profile profile", "redact -o events.jsonl --jobs 3",
    "validate -o events.jsonl --summary",
  ])
  func noCommandLeavesATemporaryFile(command: String) throws {
    let run = try Tool.shell(
      """
      set -m; ulimit -c 0; mkfifo in
      chatevents \(command) < in & exec 3> in
      until ls -A | grep -q part; do :; done
      cat good.jsonl bad.jsonl >&3; kill -QUIT $!; wait $!; echo $?; rm in; ls -A
      """, at: scratch.folder)
    #expect(run.lines == ["131", "bad.jsonl", "events.jsonl", "good.jsonl"], "\(run.errors)")
    #expect(try scratch.text("events.jsonl") == "of an earlier run")
  }

  /// What the parent has ignored stays so, as under `nohup`.
  @Test(arguments: [["HUP"], ["INT", "QUIT"], ["TERM", "HUP", "INT", "XCPU", "USR1", "ALRM"]])
  func anIgnoredSignalStaysIgnored(signals: [String]) throws {
    let run = try run(
      "convert --to rudderstack --output events.jsonl",
      before: "trap '' \(signals.joined(separator: " "));", signals: signals)
    #expect(run.lines == ["1", "1", "bad.jsonl", "events.jsonl", "good.jsonl", "rest"], "\(run.errors)")
    #expect(try scratch.text("events.jsonl").matches(of: /"userId":"(\w+)"/).map(\.1) == ["v1", "v2"])
  }

  /// A file that may not grow on is a failure of writing, and no end by a signal.
  @Test(arguments: [
    "convert --to rudderstack -o events.jsonl", "convert --to rudderstack > out", "redact -o events.jsonl",
    "export --visitor-id v1 -o events.jsonl", "validate --strict --format sarif -o events.jsonl",
    "convert --to rudderstack --rejects rejects -o /dev/null", "redact --in-place",
  ])
  func aFileThatMayNotGrowIsStatus74(command: String) throws {
    try scratch.write(Sample.many + String(repeating: Sample.bad, count: 2_000), to: "many")
    let place = command.range(of: " >").map { $0.lowerBound } ?? command.endIndex
    let words = command[..<place] + " many" + command[place...]
    let run = try Tool.shell(
      "ulimit -f 16; chatevents \(words) 2> /dev/null; echo $?; ls -A", at: scratch.folder)
    #expect(run.lines.first == "74")
    #expect(!run.text.contains("part"))
    #expect(try scratch.text("events.jsonl") == "of an earlier run")
    #expect(try scratch.text("many").hasPrefix(Sample.many))
  }
}
