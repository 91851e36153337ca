import Foundation
import Testing

/// How many rejected records are no failure.
@Suite struct MaxRejectsTests {
  let scratch = Scratch()

  static let commands = [["convert", "--to", "rudderstack"], ["redact"]]
  /// What no command can read.
  static let broken = #"{"kind":"Conversation""# + "\n"

  private func run(
    _ command: [String], _ tolerance: String, bad: Int, of count: Int, _ others: String...
  ) throws -> Run {
    let input =
      String(repeating: Self.broken, count: bad)
      + String(repeating: Sample.lines("v1"), count: count - bad)
    return try Tool.run(
      command + ["--max-rejects", tolerance, "--rejects", "bad"] + others, input: Array(input.utf8),
      at: scratch.folder)
  }

  @Test(arguments: [
    ("0", 0, 5), ("1", 1, 5), ("3", 2, 5), ("5", 5, 5), ("20%", 1, 5), ("100%", 5, 5), ("0%", 0, 5),
    ("0", 0, 0), ("0%", 0, 0),
    ("33.4%", 1, 3), ("0.5%", 1, 200), ("12.5%", 1, 8), ("33.333334%", 1, 3),
  ])
  func withinTheNumberTheStatusIs0(tolerance: String, bad: Int, count: Int) throws {
    for command in Self.commands {
      let run = try run(command, tolerance, bad: bad, of: count)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines.count == count - bad)
      #expect(run.errors.matches(of: #/: error: /#).count == bad)
      #expect(try scratch.text("bad").split(separator: "\n").count == bad)
    }
  }

  @Test(arguments: [
    ("0", 1, 5), ("1", 2, 5), ("4", 5, 5), ("19%", 1, 5), ("0%", 1, 5), ("99.9%", 5, 5), ("33.333333%", 1, 3),
    ("0.49%", 1, 200),
  ])
  func overTheNumberTheStatusIs1AndSaysSo(tolerance: String, bad: Int, count: Int) throws {
    for command in Self.commands {
      let run = try run(command, tolerance, bad: bad, of: count)
      #expect(run.status == 1)
      #expect(run.lines.count == count - bad)
      #expect(
        run.errors.contains(
          "chatevents: error: \(bad) of \(count) records were rejected, more than --max-rejects \(tolerance)\n"
        ))
      #expect(try scratch.text("bad").split(separator: "\n").count == bad)
    }
  }

  /// All inputs count together, and so do records that an option leaves out.
  @Test func theShareIsOfAllRecords() throws {
    try scratch.write(Self.broken + Sample.lines("v1"), to: "a")
    try scratch.write(Sample.lines("v2", "v3"), to: "b")
    let run = try Tool.run(
      "redact", "--drop", "--visitor-id", "v2", "--max-rejects", "25%", "--rejects", "bad", "a", "b",
      at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
  }

  @Test func anOutputTakesItsPlace() throws {
    for (tolerance, status) in [("1", 0), ("0", 1)] {
      let run = try run(Self.commands[0], tolerance, bad: 1, of: 3, "--output", "out")
      #expect(run.status == Int32(status))
      #expect(try scratch.text("out").split(separator: "\n").count == 2)
      try FileManager.default.removeItem(atPath: scratch.path("out"))
    }
  }

  /// What a rejects file does not hold, or what is no reject, is a failure as before.
  @Test func whatIsNotKeptIsNotTolerated() throws {
    let long =
      #"{"kind":"Conversation","id":"\#(String(repeating: "x", count: 500))","visitor":{"id":"v"}}"# + "\n"
    let tooLong = try Tool.run(
      "convert", "--to", "rudderstack", "--max-rejects", "9", "--rejects", "bad", "--record-limit", "200",
      input: long + Sample.lines("v1"), at: scratch.folder)
    #expect(tooLong.status == 1)
    #expect(try scratch.text("bad").contains(#""bytes":["#))
    let comma = try Tool.run(
      "convert", "--to", "rudderstack", "--max-rejects", "9", "--rejects", "bad",
      input: "[\(Sample.transcript("v1"))\n\(Sample.transcript("v2"))]", at: scratch.folder)
    #expect(comma.status == 1)
    #expect(comma.errors.contains("[missing-comma]"))
    let missing = try Tool.run(
      "redact", "--max-rejects", "100%", "--rejects", "bad", "none", at: scratch.folder)
    #expect(missing.status == 66)
    if Tool.isLinux {
      let full = try Tool.run(
        "redact", "--max-rejects", "9", "--rejects", "/dev/full", input: Self.broken, at: scratch.folder)
      #expect(full.status == 74)
    }
  }

  @Test(arguments: commands)
  func withoutAFileOfRejectsItIsAUsageError(command: [String]) throws {
    let run = try Tool.run(command + ["--max-rejects", "5"], input: Array(Self.broken.utf8))
    #expect(run.status == 64)
    #expect(run.errors.contains("--max-rejects needs --rejects, which keeps"))
    #expect(run.output.isEmpty)
    let fast = try Tool.run(
      command + ["--max-rejects", "5", "--rejects", "bad", "--fail-fast"], at: scratch.folder)
    #expect(fast.status == 64)
    #expect(fast.errors.contains("--fail-fast stops at the first reject; omit --max-rejects"))
  }

  @Test(arguments: [
    "", "-1", "x", "1.5", "101%", "100.1%", "%", ".5%", "5.%", "1.2.3%", "0.1234567%", "+3", "1e3", "5 %",
  ])
  func whatIsNoNumberIsAUsageError(tolerance: String) throws {
    let run = try run(["redact"], tolerance, bad: 0, of: 1)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains(tolerance == "-1" ? "unknown option '-1'" : "--max-rejects"))
  }

  @Test func otherCommandsDoNotKnowIt() throws {
    for command in [["export", "--email", "a@x.org"], ["validate"]] {
      #expect(try Tool.run(command + ["--max-rejects", "1"], input: []).status == 64)
    }
    let verified = try Tool.run("redact", "--verify", "--max-rejects", "1", input: "")
    #expect(verified.status == 64)
  }
}
