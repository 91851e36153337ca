import Foundation
import Testing

/// What is chosen among the files of folders.
@Suite struct FileFilterTests {
  let scratch = Scratch()

  init() throws {
    try Tool.prepare("mkdir -p f/x/y f/old", at: scratch)
    for (index, name) in ["a.jsonl", "b.json", "old/c.jsonl", "x/d.jsonl", "x/y/e.txt"].enumerated() {
      try scratch.write(Sample.lines("v\(index + 1)"), to: "f/\(name)")
    }
    for name in [
      "README.md", "x/pic.PNG", "x/table.csv", "page.html", "ci.yml", "x/y/a.args", "b.diagnostics.txt",
    ] {
      try scratch.write("no JSON\n", to: "f/\(name)")
    }
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  private func visitors(_ run: Run) -> [Substring] { run.text.matches(of: /"userId":"(\w+)"/).map(\.1) }

  @Test func filesWhoseNamesAreOfNoRecordsArePassedOver() throws {
    let run = try convert("f")
    #expect(visitors(run) == ["v1", "v2", "v3", "v4", "v5"])
    #expect(run.errors == "")
    #expect(run.status == 0)
    for command in ["validate f", "redact f", "export --visitor-id v1 f"] {
      #expect(try Tool.shell("chatevents \(command)", at: scratch.folder).errors == "", "\(command)")
    }
  }

  @Test func whatIsPassedOverIsCountedAndNamed() throws {
    let text = try convert("--summary", "--verbose", "f")
    #expect(
      text.errors == """
        chatevents: note: skipped f/README.md: files with this ending are skipped (.md); use --include to read them
        chatevents: note: skipped f/b.diagnostics.txt: files with this ending are skipped (.diagnostics.txt); use --include to read them
        chatevents: note: skipped f/ci.yml: files with this ending are skipped (.yml); use --include to read them
        chatevents: note: skipped f/page.html: files with this ending are skipped (.html); use --include to read them
        chatevents: note: skipped f/x/pic.PNG: files with this ending are skipped (.png); use --include to read them
        chatevents: note: skipped f/x/table.csv: files with this ending are skipped (.csv); use --include to read them
        chatevents: note: skipped f/x/y/a.args: files with this ending are skipped (.args); use --include to read them
        records read 5 = converted 5 + skipped 0 + rejected 0
          events: track 5
          files skipped: .args 1
          files skipped: .csv 1
          files skipped: .diagnostics.txt 1
          files skipped: .html 1
          files skipped: .md 1
          files skipped: .png 1
          files skipped: .yml 1

        """)
    let counts =
      #""files_passed_over":{".args":1,".csv":1,".diagnostics.txt":1,".html":1,".md":1,".png":1,".yml":1}}"#
    #expect(try convert("--summary=json", "f").errors.hasSuffix(",\(counts)\n"))
    let validated = try Tool.run("validate", "--summary=json", "f", at: scratch.folder)
    #expect(validated.errors.hasSuffix(",\(counts)\n"))
    #expect(try !convert("--summary=json", "f/a.jsonl").errors.contains("passed"))
  }

  @Test func whatIsNamedIsReadWhateverItsName() throws {
    try Tool.prepare(
      "cp f/a.jsonl f/data.md; ln -s f/data.md picture.png; printf 'f/data.md\\n' > list.csv", at: scratch)
    #expect(
      visitors(try convert("f/data.md", "picture.png", "--files-from", "list.csv")) == ["v1", "v1", "v1"])
    #expect(visitors(try convert("--exclude", "*.jsonl", "f/a.jsonl")) == ["v1"])
    let gzip = try Tool.shell(
      "gzip -c f/a.jsonl > g.md.gz; chatevents convert --to rudderstack g.md.gz", at: scratch.folder)
    #expect(visitors(gzip) == ["v1"])
  }

  @Test func aFolderOfNothingElseIsReported() throws {
    try Tool.prepare("mkdir g; cp f/README.md f/ci.yml g", at: scratch)
    let run = try convert("g", "f/a.jsonl")
    #expect(run.status == 66)
    #expect(
      run.errors
        == "chatevents: error: cannot open g: every file in this folder was skipped; see --verbose\n")
    #expect(visitors(run) == ["v1"])
    #expect(try convert("--exclude", "*", "f").status == 66)
  }

  @Test(arguments: [
    (["--include", "*.jsonl"], ["v1", "v3", "v4"]), (["--include=*.json", "--include=e.*"], ["v2", "v5"]),
    (["--include", "x/"], ["v4", "v5"]), (["--include", "/x/*.jsonl"], ["v4"]),
    (["--include", "**/y/**"], ["v5"]),
    (["--include", "/*"], ["v1", "v2", "v3", "v4", "v5"]),
    (["--exclude", "old/"], ["v1", "v2", "v4", "v5"]), (["--exclude", "*.jsonl"], ["v2", "v5"]),
    (["--exclude", "/?.jsonl", "--exclude", "[x-z]"], ["v2", "v3"]),
    (["--include", "*.jsonl", "--exclude", "old", "--exclude", "/a*"], ["v4"]),
    (["--include", "x/", "--exclude", "x/y/"], ["v4"]),
    (["--exclude", "f/x/**/e*", "--exclude", "e.txt"], ["v1", "v2", "v3", "v4"]),
  ])
  func patternsChoose(options: [String], chosen: [String]) throws {
    try Tool.prepare(
      "rm f/README.md f/ci.yml f/page.html f/b.d* f/x/pic* f/x/table* f/x/y/a.args", at: scratch)
    let run = try Tool.run(["convert", "--to", "rudderstack"] + options + ["f"], at: scratch.folder)
    #expect(visitors(run).map(String.init) == chosen)
    #expect(run.status == 0)
    let hasStray = options.contains("f/x/**/e*")
    #expect(run.errors.isEmpty != hasStray, "\(run.errors)")
  }

  /// What is included by name is read whatever its name; to leave something out reads nothing more.
  @Test func onlyAnInclusionReadsNamesOfNoRecords() throws {
    let excluded = try convert("--exclude", "old/", "f")
    #expect(excluded.errors == "")
    #expect(visitors(excluded) == ["v1", "v2", "v4", "v5"])
    let included = try convert("--include", "*", "--exclude", "x/", "f")
    #expect(included.status == 1)
    #expect(
      included.errors.contains("f/README.md:1:1: error:") && included.errors.contains("f/ci.yml:1:1: error:"))
    let one = try convert("--include", "*.md", "f")
    #expect(one.errors.contains("f/README.md:1:1: error:"))
    #expect(one.lines.isEmpty)
  }

  @Test func aPatternThatMatchesNothingIsReported() throws {
    let run = try convert(
      "--include", "*.json", "--include", "*.jsnl", "--exclude", "f/old/", "--exclude", "none?", "f")
    #expect(visitors(run) == ["v2"])
    #expect(run.status == 0)
    let fix =
      "  fix: a pattern with a slash is compared with the path from such a folder, one without with names\n"
    #expect(
      run.errors
        == ["--include *.jsnl", "--exclude f/old/", "--exclude none?"].map {
          "chatevents: warning: \($0) matches nothing in the folders that were read\n\(fix)"
        }.joined())
    // What another pattern leaves out is matched all the same.
    #expect(try convert("--include", "c.jsonl", "--include", "a.j*", "--exclude", "c*", "f").errors == "")
    #expect(try convert("--exclude", "*.md", "f/a.jsonl").errors.contains("--exclude *.md matches nothing"))
  }

  @Test(arguments: ["--include", "--exclude"])
  func whatIsNoPatternIsAUsageError(option: String) throws {
    for pattern in ["", "!*.md", "[a", "/"] {
      let run = try convert(option, pattern, "f")
      #expect(run.status == 64, "\(pattern)")
      #expect(run.errors.contains(option))
      #expect(run.output.isEmpty)
    }
  }

  @Test func aFolderThatIsExcludedIsNotOpened() throws {
    try Tool.prepare("chmod 0 f/old", at: scratch)
    defer { try? Tool.prepare("chmod 700 f/old", at: scratch) }
    let options = ["convert", "--to", "rudderstack", "f"]
    #expect(try Tool.unprivileged(options, at: scratch.folder).status == 66)
    let run = try Tool.unprivileged(options + ["--exclude", "old"], at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(arguments: [#"\xff"#, #"caf\xe9"#, #"b c\n"#, #"\xf4\x8f\xbf\xbf"#])
  func namesThatAreNotUTF8AreMatched(name: String) throws {
    for pattern in [#"\#(name).j*"#, #"\#(name)?json"#, "?*.j[s]on", #"/\#(name).json"#] {
      let run = try Tool.shell(
        #"mkdir -p g; cp f/a.jsonl $'g/\#(name).json'; cp f/b.json g/x; chatevents convert --to rudderstack g --include $'\#(pattern)'"#,
        at: scratch.folder)
      #expect(visitors(run) == ["v1"], "\(pattern) \(run.errors)")
    }
  }

  @Test func aFolderOfGoldenCasesIsValidated() throws {
    try Tool.prepare(
      """
      mkdir cases; cp f/a.jsonl cases/a.input.jsonl; cp f/README.md cases
      chatevents convert --to rudderstack f/a.jsonl > cases/a.rudderstack.jsonl
      echo '--namespace x' > cases/a.args; echo 'a.input.jsonl:1:1: error' > cases/a.diagnostics.txt
      """, at: scratch)
    let run = try Tool.run("validate", "cases", at: scratch.folder)
    #expect(!run.text.contains("cases/a.args") && !run.text.contains("diagnostics"))
    #expect(run.text == "1 record: 0 errors, 0 warnings in 0 records\n")
    #expect(run.status == 0)
    // What a case must give is read if it is named or included.
    for words in [["cases/a.rudderstack.jsonl"], ["--include", "*.rudderstack.jsonl", "cases"]] {
      #expect(try Tool.run(["validate"] + words, at: scratch.folder).text.hasPrefix("1 record: 0 errors"))
    }
  }

  /// Two links to the tree itself, a folder that may not be looked into, a pipe without a writer, and a picture.
  @Test func aTreeWithEverythingInItEnds() throws {
    try Tool.prepare(
      "ln -s . f/x/me; ln -s ../f f/again; mkdir f/no; cp f/a.jsonl f/no; mkfifo f/pipe.json; chmod 0 f/no",
      at: scratch)
    defer { try? Tool.prepare("chmod 700 f/no", at: scratch) }
    let run = try Tool.unprivileged(["convert", "--to", "rudderstack", "f"], at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors == "chatevents: error: cannot open f/no: Permission denied\n")
    #expect(visitors(run) == ["v1", "v2", "v3", "v4", "v5"])
  }

  @Test func thousandsOfFilesInAListAreReadOnceEach() throws {
    let script = #"""
      python3 - <<'END'
      import os
      kinds = [b"a b %d", b"l\nf %d", b"\xff\xe9%d", b"caf\xc3 %d", b"%d.md", b" %d "]
      for number in range(30000):
          folder = b"many/%d" % (number % 100)
          os.makedirs(folder, exist_ok=True)
          with open(folder + b"/" + kinds[number % len(kinds)] % number, "w") as file:
              file.write('{"kind":"Conversation","visitor":{"id":"w%d"}}\n' % number)
      END
      find many -type f -print0 | chatevents convert --to rudderstack --files-from - > events
      echo $?
      grep -o '"userId":"[^"]*"' events | sort -u | wc -l
      wc -l < events
      """#
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.text.split(whereSeparator: \.isWhitespace) == ["0", "30000", "30000"])
  }
}
