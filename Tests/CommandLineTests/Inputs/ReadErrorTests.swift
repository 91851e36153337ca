import Foundation
import Testing

/// An input that breaks off by an error of reading: what came before is done, and nothing is made up of the rest.
@Suite struct ReadErrorTests {
  let scratch = Scratch()

  static let commands = [
    "convert --to rudderstack", "validate", "redact", "redact --verify", "export --visitor-id v1",
  ]

  /// Reads a text of a terminal that is hung up behind it: the next read fails.
  static let hangUp = """
    import os, subprocess, sys, tty
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    os.write(theirs, open(sys.argv[1], 'rb').read())
    os.close(theirs)
    sys.exit(subprocess.run(sys.argv[2:], stdin=ours).returncode)
    """

  init() throws {
    try scratch.write(Self.hangUp, to: "hang-up.py")
    try scratch.write(Sample.lines("v1", "v2") + #"  {"kind":"Conversation","vis"#, to: "cut")
    try scratch.write(Sample.lines("v1", "v2"), to: "whole")
    try scratch.write("[\n\(Sample.transcript("v1")),\n\(Sample.transcript("v2"))\n", to: "open")
    try scratch.write("of an earlier run", to: "old")
  }

  @Test(arguments: commands, ["1", "2"])
  func anErrorInTheMiddleIsNoReject(command: String, jobs: String) throws {
    let run = try Tool.shell(
      "python3 hang-up.py cut chatevents \(command) --jobs \(jobs) --summary", at: scratch.folder)
    #expect(run.status == 74)
    #expect(
      run.errors.contains(
        """
        cannot read <stdin>: Input/output error; left unread from line 3, column 3 on
          fix: run the command again with a complete copy of the input

        """))
    #expect(run.errors.contains("records read 2 = "))
    #expect(!(run.errors + run.text).contains("unexpected-end"))
  }

  @Test(arguments: [("whole", "line 3, column 1"), ("open", "line 4, column 1")])
  func whatEndedBeforeTheErrorIsConverted(file: String, place: String) throws {
    let run = try Tool.shell(
      "python3 hang-up.py \(file) chatevents convert --to rudderstack --summary", at: scratch.folder)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains("; left unread from \(place) on\n"))
    #expect(run.errors.contains("records read 2 = converted 2 + skipped 0 + rejected 0\n"))
  }

  /// The packed bytes are cut off, or one of them is another, at each place.
  @Test(arguments: ["1", "3"])
  func damagedGzipIsNoReject(jobs: String) throws {
    let lines = (0..<400).map { Sample.transcript("v\($0)") + "\n" }.joined()
    try scratch.write(lines, to: "many")
    let run = try Tool.shell(
      """
      gzip -n many; size=$(wc -c < many.gz)
      for cut in 20 $((size / 3)) $((size / 2)) $((size - 9)) $((size - 1)); do
        head -c $cut many.gz > damaged.gz
        chatevents convert --to rudderstack --jobs \(jobs) damaged.gz 2>&1 > out | grep -v '^  fix: run' | cut -c 1-72; echo ${PIPESTATUS[0]}
        { cat damaged.gz; printf '\\377\\377\\377\\377'; tail -c +$((cut + 5)) many.gz; } > other.gz
        chatevents convert --to rudderstack --jobs \(jobs) other.gz 2>&1 > out | grep -c 'unexpected-end\\|rejected'
      done
      """, at: scratch.folder)
    for pair in stride(from: 0, to: run.lines.count - 2, by: 3) {
      #expect(
        run.lines[pair].hasPrefix("chatevents: error: cannot read damaged.gz: the gzip data is cut off"))
      #expect(Array(run.lines[pair + 1...pair + 2]) == ["74", "0"])
    }
    #expect(run.lines.count == 15)
  }

  @Test(arguments: commands.filter { !$0.contains("verify") && $0 != "validate" })
  func noFileIsReplacedAfterAnErrorOfReading(command: String) throws {
    let run = try Tool.shell("python3 hang-up.py cut chatevents \(command) --output old", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.hasSuffix("chatevents: error: old was not written\n"))
    #expect(try scratch.text("old") == "of an earlier run")
  }

  @Test(arguments: commands.filter { !$0.contains("verify") && $0 != "validate" })
  func noFileIsReplacedWhereAnInputIsMissing(command: String) throws {
    let run = try Tool.shell("chatevents \(command) --output old whole missing", at: scratch.folder)
    #expect(run.status == 66)
    #expect(try scratch.text("old") == "of an earlier run")
  }

  /// A report tells of the input that could not be read, and is whole with that.
  @Test func aReportTellsOfWhatCouldNotBeRead() throws {
    let cut = try Tool.shell(
      "python3 hang-up.py cut chatevents validate --format sarif --output old", at: scratch.folder)
    #expect(cut.status == 74)
    #expect(!cut.errors.contains("not written"))
    #expect(try scratch.text("old").contains(#""executionSuccessful":false"#))
    let missing = try Tool.shell(
      "chatevents validate --format json --output old whole missing", at: scratch.folder)
    #expect(missing.status == 66)
    #expect(try scratch.text("old").contains(#"{"file":"missing","line":1"#))
  }

  @Test func theRejectsFileKeepsWhatWasRejectedBefore() throws {
    try scratch.write(Sample.bad + #"{"kind":"#, to: "bad")
    let run = try Tool.shell(
      "python3 hang-up.py bad chatevents convert --to rudderstack --rejects kept; cat kept",
      at: scratch.folder)
    #expect(run.lines.count == 1)
    #expect(run.text.contains("no-identity"))
  }
}
