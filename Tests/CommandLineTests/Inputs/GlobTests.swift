import Testing

@testable import ChatEventsCommand

@Suite struct GlobTests {
  private func matches(_ pattern: String, _ path: String, isFolder: Bool = false) throws -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try Glob(pattern).matches(path, name: name, isFolder: isFolder)
  }

  @Test(arguments: [
    ("*.json", ["a.json", "x/a.json", ".json", "x/y/b c.json"], ["a.jsonl", "ajson", "a.JSON"]),
    ("?.json", ["a.json", "é.json", "x/🙂.json"], ["ab.json", ".json", "e\u{301}.json"]),
    ("chat*2?.log", ["chat-21.log", "chat221.log", "x/chats2020-2a.log"], ["chat2.log", "chat-31.log"]),
    ("[a-c]x", ["ax", "cx", "d/bx"], ["dx", "x", "abx"]), ("[!a-c]x", ["dx", "éx"], ["ax", "x"]),
    ("[^a-c]x", ["dx"], ["bx"]), ("[]a]x", ["]x", "ax"], ["bx"]), ("[!]a]x", ["bx"], ["]x", "ax"]),
    ("[a-]x", ["ax", "-x"], ["bx"]), ("[\\]x]", ["]", "x"], ["\\"]), ("[a\\-c]", ["a", "-", "c"], ["b"]),
    ("\\*", ["*"], ["a", "\\*"]), ("\\!a", ["!a"], ["a"]), ("a\\?", ["a?"], ["ab"]),
    ("/a.json", ["a.json"], ["x/a.json"]), ("./a.json", ["a.json"], ["x/a.json"]),
    ("x/*.json", ["x/a.json"], ["a.json", "y/x/a.json", "x/y/a.json"]),
    ("**/a", ["a", "x/a", "x/y/a"], ["ab", "x/ab"]), ("**/x/a", ["x/a", "y/x/a"], ["a", "y/a"]),
    ("x/**", ["x/a", "x/y/a"], ["x", "y/x"]),
    ("x/**/a", ["x/a", "x/y/a", "x/y/z/a"], ["a", "y/x/a", "x/ya"]),
    ("/**/x/**/**/a*", ["x/a", "y/x/z/ab"], ["y/a", "x"]), ("a**b", ["ab", "axxb"], ["a/b"]),
    ("**", ["a", "x/a"], []), ("/*", ["a"], ["x/a"]), ("x//a", ["x/a"], ["a"]),
    ("a b.json", ["a b.json"], ["ab.json"]), ("*\n*", ["a\nb"], ["ab"]),
  ])
  func aPatternMatchesAsInGitignore(pattern: String, those: [String], others: [String]) throws {
    for path in those { #expect(try matches(pattern, path), "\(pattern) \(path)") }
    for path in others { #expect(try !matches(pattern, path), "\(pattern) \(path)") }
  }

  @Test(arguments: ["exports/", "/exports/", "**/exports/", "exp*/", "exports//"])
  func aSlashAtTheEndIsForFolders(pattern: String) throws {
    #expect(try matches(pattern, "exports", isFolder: true))
    #expect(try !matches(pattern, "exports", isFolder: false))
    #expect(try matches(pattern, "x/exports", isFolder: true) == !pattern.hasPrefix("/"))
  }

  @Test(arguments: [
    "", "/", "//", "./", "!a", "!", "[", "a[", "[]", "[a", "[!", "[a-", "[a\\", "a\\", "[z-a]", "[[:alpha:]]",
    "x/[/a",
  ])
  func whatIsNoPatternIsRefused(pattern: String) {
    #expect(throws: Glob.Fault.self) { try Glob(pattern) }
  }

  @Test func manyRunsTakeNoLongerThanTheirProduct() throws {
    let runs = String(repeating: "*a", count: 60)
    #expect(try !matches(runs + "b", String(repeating: "a", count: 4_000)))
    #expect(try matches(runs, String(repeating: "a", count: 4_000)))
    let folders = String(repeating: "**/a/", count: 60)
    let deep = String(repeating: "a/", count: 1_000)
    #expect(try !matches(folders + "b", deep + "c"))
    #expect(try matches(folders + "b", deep + "b"))
  }

  @Test(arguments: [
    ("a.md", ".md"), ("A.MD", ".md"), ("x.png.gz", ".png"), ("case.diagnostics.txt", ".diagnostics.txt"),
    ("LICENSE", "license"),
    ("b.args", ".args"), ("a.b.yaml", ".yaml"), ("olark-transcript.schema.json", ".schema.json"),
  ])
  func namesOfWhatHoldsNoRecordsAreKnown(name: String, ending: String) {
    #expect(FileEnding.ofNoRecords(in: name) == ending)
  }

  @Test(arguments: [
    "a", "a.json", "a.jsonl", "a.ndjson", "a.txt", "a.log", "a.gz", "a.jsonl.gz", "a.zip", "a.zst", "a.tar",
    "a.bak", "a.2026-11-21",
    "md", "png", "a.", "a.md.json", "readme.jsonl", "webhook.log.1", "diagnostics.txt", "a.rejects", ".md",
  ])
  func namesThatMayBeOfRecordsAreRead(name: String) {
    #expect(FileEnding.ofNoRecords(in: name) == nil)
  }
}
