import Foundation
import Testing

/// `redact --in-place` and `--output-dir`: each input has an output of its own.
@Suite struct RewriteTests {
  let scratch = Scratch()

  static let others = #"[ {"kind":"Conversation","id":"d","visitor":{"emailAddress":"an@example.org"}} ]"#

  init() throws {
    try Tool.prepare("mkdir -p a/b", at: scratch)
    try scratch.write(RedactTests.personal, to: "a/one.jsonl")
    try scratch.write(Self.others, to: "a/b/two.json")
  }

  private func redact(_ arguments: String...) throws -> Run {
    try Tool.run(["redact"] + arguments, at: scratch.folder)
  }

  /// Returns the names of all files, also of hidden ones.
  private func files() throws -> [String] {
    try Tool.shell("find . -type f | sort", at: scratch.folder).lines
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions] as? Int
  }

  @Test func inPlaceOnlyWhatIsReplacedIsWritten() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: scratch.path("a/one.jsonl"))
    let run = try redact("--email", "jo@example.org", "--in-place", "a")
    #expect(run.status == 0)
    #expect(run.text == "" && run.errors == "")
    #expect(try scratch.text("a/one.jsonl") == RedactTests.clean)
    #expect(try scratch.text("a/b/two.json") == Self.others)
    #expect(try mode("a/one.jsonl") == 0o640)
    #expect(try files() == ["./a/b/two.json", "./a/one.jsonl"])
  }

  @Test func inPlaceLeavesOutWhatIsDropped() throws {
    try scratch.write(RedactTests.personal + RedactTests.clean, to: "a/one.jsonl")
    #expect(try redact("--email", "jo@example.org", "--drop", "--in-place", "a", "--jobs", "3").status == 0)
    #expect(try scratch.text("a/one.jsonl") == RedactTests.clean)
  }

  /// What would be lost: a text that is no record, the rest of a record that never ends, an envelope, a second document on a line.
  @Test(arguments: [
    "broken\n", #"{"kind":"#, "{\"a\":1}\n", "{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}} x\n",
    #"{"Type":"Notification","Message":"{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}}"}"# + "\n",
  ])
  func inPlaceAFileThatWouldLoseSomethingStays(text: String) throws {
    try scratch.write(RedactTests.personal + text, to: "a/bad.jsonl")
    let run = try redact("--in-place", "--rejects", "rejects", "a")
    #expect(run.status == 1)
    #expect(run.errors.contains("a/bad.jsonl was not written: "), "\(run.errors)")
    #expect(try scratch.text("a/bad.jsonl") == RedactTests.personal + text)
    #expect(try scratch.text("a/one.jsonl") == RedactTests.clean)
  }

  @Test func aFileThatCannotBeReadToItsEndStays() throws {
    try scratch.write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1], to: "a/cut.jsonl.gz")
    let run = try redact("--output-dir", "out", "a/cut.jsonl.gz", "a/missing", "a/one.jsonl")
    #expect(run.status == 74)
    #expect(run.errors.contains("out/cut.jsonl was not written"))
    #expect(try files().filter { $0.hasPrefix("./out") } == ["./out/one.jsonl"])
  }

  @Test func aFolderHasTheFilesUnderTheirPaths() throws {
    try Tool.prepare("gzip -c a/one.jsonl > a/b/packed.jsonl.gz; echo broken >> a/b/two.json", at: scratch)
    let run = try redact("--output-dir", "new/out", "a", "--jobs", "2")
    #expect(run.status == 1)
    #expect(
      try files().filter { $0.hasPrefix("./new") }
        == ["./new/out/b/packed.jsonl", "./new/out/b/two.json", "./new/out/one.jsonl"])
    #expect(try scratch.text("new/out/b/packed.jsonl") == RedactTests.clean)
    #expect(try scratch.text("new/out/one.jsonl") == RedactTests.clean)
    #expect(try scratch.text("new/out/b/two.json").contains(#""emailAddress":"<redacted>""#))
    #expect(try mode("new/out/one.jsonl") == 0o600 && mode("new/out/b") == 0o700)
  }

  @Test(arguments: [
    ("--in-place", "needs files or folders"), ("--in-place -", "needs files or folders"),
    ("--output-dir out - a", "needs files or folders"), ("--output-dir '' a", "name a folder"),
    ("--in-place --output-dir out a", "exclude each other"), ("--in-place --output x a", "omit --output"),
    ("--output-dir out -o x a", "omit --output"), ("--in-place --verify a", "writes no records"),
    ("--in-place --rejects r --max-rejects 1 a", "omit --max-rejects"),
    ("--in-place --unwrap /x a", "would lose what surrounds"),
    ("--in-place a a/one.jsonl a/one.jsonl", "appears twice"), ("--in-place a packed", "is gzip"),
    ("--output-dir a/new a", "is inside of a, which is read"), ("--output-dir a a", "is inside of a"),
    ("--output-dir a/b/../new/x a", "is inside of a"), ("--output-dir b/link/x a", "is inside of a"),
    ("--output-dir a a/one.jsonl", "is the input a/one.jsonl too"),
    ("--output-dir out a/one.jsonl b", "a/one.jsonl and b/one.jsonl would both be out/one.jsonl"),
    ("--output-dir out a b/b", "b/b would be a file where a/b/two.json needs a folder"),
    ("--output-dir out packed packed.gz", "would both be out/packed"),
    ("--output-dir out pipe", "is not a regular file"), ("--in-place pipe", "is not a regular file"),
    ("--in-place --rejects a/one.jsonl a", "would overwrite the input"),
    ("--in-place --files-from list a", "is --files-from list too"),
    ("--output-dir . --emails-from one.jsonl a", "is --emails-from one.jsonl too"),
  ])
  func whatWouldLoseAFileIsRefusedBeforeAnythingIsWritten(arguments: String, message: String) throws {
    try Tool.prepare(
      """
      mkdir b; cp a/one.jsonl b/; cp a/one.jsonl b/b; ln -s ../a b/link; mkfifo pipe; echo list > list
      gzip -c a/one.jsonl > packed; cp packed packed.gz; cp list one.jsonl
      """, at: scratch)
    let before = try Tool.shell("find . | sort; cat a/* b/b list one.jsonl 2>&1", at: scratch.folder).text
    let run = try Tool.shell("chatevents redact \(arguments)", at: scratch.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(
      try Tool.shell("find . | sort; cat a/* b/b list one.jsonl 2>&1", at: scratch.folder).text == before)
  }

  @Test func aLinkStaysAndLeadsToTheNewText() throws {
    try Tool.prepare("mv a/one.jsonl real; ln -s ../real a/one.jsonl; ln real second", at: scratch)
    let run = try redact("--in-place", "a/one.jsonl")
    #expect(run.status == 0)
    #expect(run.errors.contains("a/one.jsonl has another name, which keeps the old text"))
    #expect(
      try Tool.shell("readlink a/one.jsonl; cat real", at: scratch.folder).text == "../real\n"
        + RedactTests.clean)
    #expect(try scratch.text("second") == RedactTests.personal)
  }

  @Test func atTheFirstRejectTheRestStays() throws {
    try scratch.write("broken\n" + RedactTests.personal, to: "a/0.jsonl")
    let run = try redact("--in-place", "--fail-fast", "a")
    #expect(run.status == 1)
    #expect(try scratch.text("a/0.jsonl") == "broken\n" + RedactTests.personal)
    #expect(try scratch.text("a/one.jsonl") == RedactTests.personal)
  }

  @Test func aSignalLeavesNoTemporaryFile() throws {
    // The report of the broken record says that the tool is in the midst of its work.
    let script = """
      set -m
      (cat a/one.jsonl; echo broken; yes "$(cat a/one.jsonl)" | head -n 1000000) > a/large.jsonl
      mkfifo errors
      chatevents redact --in-place --jobs 1 a/large.jsonl 2> errors &
      exec 4< errors; read -r report <&4; find . -name '*.part' | wc -l
      kill -INT $!; wait $!; echo $?
      find . -name '*.part'; wc -l < a/large.jsonl
      """
    #expect(
      try Tool.shell(script, at: scratch.folder).lines.map { $0.filter { $0 != " " } } == [
        "1", "130", "1000002",
      ])
  }
}
