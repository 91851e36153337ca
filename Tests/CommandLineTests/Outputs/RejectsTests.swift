import Foundation
import Testing

/// What becomes of records that cannot be converted.
@Suite struct RejectsTests {
  let scratch = Scratch()

  static let mixed =
    Sample.lines("v1") + Sample.bad + Sample.lines("v2") + #"{"kind":"Message","visitor":{"id":"v"}}"# + "\n"
    + Sample.lines("v3")

  @Test func badRecordsAreKeptExactlyAndGoodOnesConverted() throws {
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--rejects", "bad.jsonl", "--summary", "mixed.jsonl",
      at: scratch.folder)
    #expect(run.status == 1)
    #expect(
      run.output
        == (try Tool.run("convert", "--to", "rudderstack", input: Sample.lines("v1", "v2", "v3")).output))
    let expected = #"""
      {"source":"mixed.jsonl","line":2,"column":1,"at":{"line":2,"column":34},"pointer":"/visitor","code":"no-identity","message":"the visitor has no id; receivers reject events without one","record":"{\"kind\":\"Conversation\",\"visitor\":{\"city\":\"Zürich\"}}"}
      {"source":"mixed.jsonl","line":4,"column":1,"at":{"line":4,"column":9},"pointer":"/kind","code":"unknown-kind","message":"expected the kind \"Conversation\"","record":"{\"kind\":\"Message\",\"visitor\":{\"id\":\"v\"}}"}

      """#
    try expectEqual(try scratch.text("bad.jsonl"), expected, "the rejects file")
  }

  @Test func theSummaryAddsUp() throws {
    let run = try Tool.run("convert", "--to", "rudderstack", "--summary", input: Self.mixed)
    let balance = try #require(
      run.errors.firstMatch(of: /records read (\d+) = converted (\d+) \+ skipped (\d+) \+ rejected (\d+)\n/))
    #expect((balance.1, balance.2, balance.3, balance.4) == ("5", "3", "0", "2"))
    let counts = { (pattern: Regex<(Substring, Substring)>) in
      run.errors.matches(of: pattern).reduce(0) { $0 + (Int($1.1) ?? 0) }
    }
    #expect(counts(/\  events: \S+ (\d+)\n/) == run.lines.count)
    #expect(counts(/\  rejected: \S+ (\d+)\n/) == 2)
  }

  @Test(arguments: ["--summary=json", "--summary-json"])
  func theSummaryInJSONAddsUp(option: String) throws {
    let run = try Tool.run("convert", "--to", "rudderstack", option, input: Self.mixed)
    let summary = try parsed(String(run.errors.split(separator: "\n").last ?? ""))
    #expect(["read", "converted", "skipped", "rejected"].map { summary[$0] as? Int } == [5, 3, 0, 2])
    #expect(summary["events"] as? [String: Int] == ["track": 3])
    #expect(summary["reasons"] as? [String: Int] == ["no-identity": 1, "unknown-kind": 1])
  }

  @Test func bytesThatAreNoTextAreKeptAsBase64() throws {
    let record = Array(#"{"kind":"Conversation","visitor":{"id":"Z"#.utf8) + [0xfc] + Array(#""}}"#.utf8)
    let run = try Tool.run(
      ["convert", "--to", "rudderstack", "--rejects", "bad.jsonl"], input: record + [0x0a], at: scratch.folder
    )
    #expect(run.status == 1)
    let reject = try parsed(scratch.text("bad.jsonl"))
    #expect(reject["record"] == nil)
    #expect(reject["record_base64"] as? String == Data(record).base64EncodedString())
    #expect(reject["code"] as? String == "invalid-utf8")
  }

  @Test func aMendedRejectsFileIsInput() throws {
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let script = """
      chatevents convert --to rudderstack --rejects bad.jsonl mixed.jsonl
      sed -e 's/Message/Conversation/' -e 's/\\\\"city\\\\":/\\\\"id\\\\":/' bad.jsonl > mended.jsonl
      chatevents convert --to rudderstack mended.jsonl 2> left; echo $?; cat left
      """
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.text.matches(of: /"userId":"([^"]*)"/).map(\.1) == ["v1", "v2", "v3", "Zürich", "v"])
    #expect(run.lines.last == "0")
  }

  @Test func ofARecordOverTheLimitThePlaceIsKept() throws {
    let long = "{\"a\":\"" + String(repeating: "x", count: 3_000_000)
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--rejects", "bad.jsonl", "--record-limit", "1M",
      input: Sample.lines("v1") + long + "\n" + Sample.lines("v2"), at: scratch.folder)
    #expect(run.status == 1)
    #expect(run.lines.count == 2)
    let reject = try parsed(scratch.text("bad.jsonl"))
    let start = Sample.lines("v1").utf8.count
    #expect(reject["bytes"] as? [Int] == [start, start + long.utf8.count])
    #expect(reject["record"] == nil)
  }

  @Test func withoutRejectsTheFileIsEmptied() throws {
    try scratch.write("of an earlier run", to: "bad.jsonl")
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--rejects", "bad.jsonl", input: Sample.lines("v1"),
      at: scratch.folder)
    #expect(run.status == 0)
    #expect(try scratch.text("bad.jsonl") == "")
  }

  @Test(arguments: ["chats.jsonl", "./chats.jsonl", "link.jsonl"])
  func aRejectsFileThatIsAnInputIsRefusedAndTheInputStays(name: String) throws {
    try scratch.write(Self.mixed, to: "chats.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.jsonl"), withDestinationPath: scratch.path("chats.jsonl"))
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--rejects", name, "chats.jsonl", at: scratch.folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(try scratch.text("chats.jsonl") == Self.mixed)
  }

  /// The report of the bad record shows that the tool has rejected it.
  @Test func theFileIsWrittenAtomically() throws {
    try scratch.write("of an earlier run", to: "bad.jsonl")
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let script = """
      mkfifo in errors
      chatevents convert --to rudderstack --rejects bad.jsonl < in 2> errors > out &
      exec 3> in 4< errors
      cat mixed.jsonl >&3; read -r -t 300 report <&4
      cat bad.jsonl; echo
      if [ $1 = end ]; then exec 3>&-; else kill -$1 $!; fi
      wait $!; echo $?; rm in errors out; ls -A; wc -l < bad.jsonl
      """
    for (end, status, lines) in [("end", "1", "2"), ("TERM", "143", "0")] {
      let run = try Tool.shell("set -m; set -- \(end)\n\(script)", at: scratch.folder)
      #expect(
        run.lines.map { $0.replacing(" ", with: "") }
          == ["ofanearlierrun", status, "bad.jsonl", "mixed.jsonl", lines], "\(end): \(run.text)")
      try scratch.write("of an earlier run", to: "bad.jsonl")
    }
  }

  @Test func rejectsAndOutputOfARunBelongTogether() throws {
    try scratch.write("of an earlier run", to: "bad.jsonl")
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let arguments = ["convert", "--to", "rudderstack", "--rejects", "bad.jsonl", "mixed.jsonl", "missing"]
    let run = try Tool.run(arguments + ["--output", "events.jsonl"], at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors.contains("chatevents: error: bad.jsonl was not written\n"))
    #expect(run.errors.contains("chatevents: error: events.jsonl was not written\n"))
    #expect(try scratch.text("bad.jsonl") == "of an earlier run")
    // What went to standard output has gone there, and its rejects are kept.
    let streamed = try Tool.run(arguments, at: scratch.folder)
    #expect(streamed.status == 66)
    #expect(try scratch.text("bad.jsonl").split(separator: "\n").count == 2)
  }

  @Test func aPipeTakesRejectsAsTheyCome() throws {
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let run = try Tool.shell(
      "mkfifo pipe; chatevents convert --to rudderstack --rejects pipe mixed.jsonl > out 2> errors & cat pipe; wait $!; [ -p pipe ]",
      at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
  }

  @Test func whatIsBetweenRecordsIsInTheSummary() throws {
    let input = "[\(Sample.transcript("v1")) \(Sample.transcript("v2"))]\n"
    let run = try Tool.run("convert", "--to", "rudderstack", "--summary=json", input: input)
    #expect(run.status == 1)
    let summary = try parsed(String(run.errors.split(separator: "\n").last ?? ""))
    #expect(summary["rejected"] as? Int == 0)
    #expect(summary["faults"] as? [String: Int] == ["missing-comma": 1])
    let text = try Tool.run("convert", "--to", "rudderstack", "--summary", input: input)
    #expect(text.errors.contains("\n  faults between records: missing-comma 1\n"))
  }

  @Test func whatFailsARunBesidesRecordsIsInTheSummary() throws {
    let strict = try Tool.run(
      "redact", "--email", "nobody@example.org", "--strict", "--summary=json", input: Sample.lines("v1"))
    #expect(strict.status == 1)
    let summary = try parsed(String(strict.errors.split(separator: "\n").last ?? ""))
    #expect(summary["failures"] as? [String: Int] == ["unmatched-selection": 1])
    try scratch.write(Self.mixed + "{\n", to: "mixed.jsonl")
    let left = try Tool.run("redact", "--in-place", "--summary", "mixed.jsonl", at: scratch.folder)
    #expect(left.status == 1)
    #expect(left.errors.contains("\n  failures: file-not-written 1\n"), "\(left.errors)")
  }

  @Test func failFastStopsAtTheFirstReject() throws {
    try scratch.write(Self.mixed, to: "mixed.jsonl")
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--fail-fast", "--summary", "--rejects", "bad.jsonl", "mixed.jsonl",
      "mixed.jsonl", at: scratch.folder)
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.errors.contains("records read 2 = converted 1 + skipped 0 + rejected 1\n"))
    #expect(try scratch.text("bad.jsonl").split(separator: "\n").count == 1)
  }

  private func parsed(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}
