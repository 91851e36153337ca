import Foundation
import Testing

/// What `convert` does of a part of its input, or without writing.
@Suite struct LimitTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(RejectsTests.mixed, to: "mixed.jsonl")
    try scratch.write("of an earlier run", to: "events.jsonl")
    try scratch.write("of an earlier run", to: "bad.jsonl")
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  @Test(arguments: [(1, 1, 0), (2, 1, 1), (3, 2, 1), (4, 2, 2), (5, 3, 2), (6, 4, 2), (7, 4, 3), (10, 6, 4)])
  func theFirstRecordsAreConverted(limit: Int, converted: Int, rejected: Int) throws {
    let whole = try convert("mixed.jsonl", "mixed.jsonl")
    let run = try convert(
      "--limit", "\(limit)", "--summary", "--rejects", "bad.jsonl", "-o", "events.jsonl", "mixed.jsonl",
      "mixed.jsonl")
    #expect(run.status == (rejected > 0 ? 1 : 0))
    #expect(
      run.errors.contains(
        "records read \(limit) = converted \(converted) + skipped 0 + rejected \(rejected)\n"))
    #expect(run.errors.hasSuffix("  stopped at --limit \(limit)\n"))
    let events = try scratch.text("events.jsonl")
    #expect(whole.text.hasPrefix(events))
    #expect(events.split(separator: "\n").count == converted)
    #expect(try scratch.text("bad.jsonl").split(separator: "\n").count == rejected)
  }

  @Test func aLimitThatIsNotReachedChangesNothing() throws {
    let run = try convert("--limit", "11", "--summary=json", "mixed.jsonl", "mixed.jsonl")
    let whole = try convert("--summary=json", "mixed.jsonl", "mixed.jsonl")
    #expect((run.output, run.errors, run.status) == (whole.output, whole.errors, whole.status))
  }

  @Test func theSummaryInJSONSaysThatReadingStopped() throws {
    let run = try convert("--limit", "1", "--summary=json", "mixed.jsonl")
    #expect(run.errors.hasSuffix(",\"stopped_at_limit\":1}\n"))
  }

  @Test func whatFollowsIsNotRead() throws {
    let run = try convert("--limit", "1", "mixed.jsonl", "missing")
    #expect(run.status == 0)
    // The other end stays open: a run that waited for more would never end.
    let piped = try Tool.shell(
      """
      mkfifo in; exec 3<> in; cat mixed.jsonl >&3
      timeout 60 chatevents convert --to rudderstack --limit 3 in
      """, at: scratch.folder)
    #expect(piped.status == 1)
    #expect(piped.lines.count == 2)
  }

  @Test(arguments: [1, 2, 4])
  func anyNumberOfJobsGivesTheSame(jobs: Int) throws {
    try scratch.write(String(repeating: RejectsTests.mixed, count: 3_000), to: "many.jsonl")
    for limit in [1, 7_777, 14_999] {
      let arguments = [
        "convert", "--to", "rudderstack", "--summary=json", "--limit", "\(limit)", "--rejects", "bad.jsonl",
        "many.jsonl",
      ]
      let single = try Tool.run(arguments + ["--jobs", "1"], at: scratch.folder)
      let bad = try scratch.text("bad.jsonl")
      let run = try Tool.run(arguments + ["--jobs", "\(jobs)"], at: scratch.folder)
      #expect(run.output == single.output)
      #expect(run.errors == single.errors)
      #expect(try scratch.text("bad.jsonl") == bad)
    }
  }

  @Test(arguments: ["0", "-1", "x", "1.5"])
  func aLimitIsANumber(limit: String) throws {
    let run = try convert("--limit=\(limit)", "mixed.jsonl")
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "chatevents: error: invalid value '\(limit)' for --limit: expected a number, 1 or more\n"))
  }

  @Test(arguments: [
    ["mixed.jsonl"], ["mixed.jsonl", "missing"], ["--limit", "1", "mixed.jsonl"],
    ["--fail-fast", "mixed.jsonl"],
    ["--rejects", "bad.jsonl", "--max-rejects", "2", "mixed.jsonl"],
    ["--rejects", "bad.jsonl", "--max-rejects", "1", "mixed.jsonl"],
  ])
  func aDryRunReportsAsTheRealOneAndWritesNothing(arguments: [String]) throws {
    let real = try Tool.run(
      ["convert", "--to", "rudderstack", "--summary"] + arguments, at: scratch.folder)
    try scratch.write("of an earlier run", to: "bad.jsonl")
    for option in [[], ["-o", "events.jsonl"], ["-o", "no/events.jsonl"], ["--format", "json"]] {
      let run = try Tool.run(
        ["convert", "--to", "rudderstack", "--dry-run"] + option + arguments, at: scratch.folder)
      #expect(run.status == real.status)
      #expect(run.output.isEmpty)
      #expect(run.errors == real.errors + "  dry run: nothing was written\n")
      #expect(try scratch.text("bad.jsonl") == "of an earlier run")
      #expect(try scratch.text("events.jsonl") == "of an earlier run")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPath).sorted()
    #expect(files == ["bad.jsonl", "events.jsonl", "mixed.jsonl"])
  }

  @Test func aDryRunReportsInJSON() throws {
    let run = try convert("--dry-run", "--summary=json", "mixed.jsonl")
    #expect(run.errors.hasSuffix(",\"dry_run\":true}\n"))
  }
}
