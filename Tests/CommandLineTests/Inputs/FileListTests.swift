import Testing

/// Lists of files.
@Suite struct FileListTests {
  let scratch = Scratch()

  init() throws {
    try Tool.prepare("mkdir -p 'f/in ner'", at: scratch)
    for name in ["a", "b c", "in ner/d", "-e", "'q\"", "l\nf", "back\\slash", "ends in cr\r"] {
      try scratch.write(Sample.lines("v\(name.utf8.count)"), to: "f/\(name)")
    }
  }

  @Test(arguments: [
    "find f -type f -print0", "find f -print0", "find f -mindepth 1 -print0", "find f/* -print0",
  ])
  func whatFindPrintsWithNULsIsReadOnceEach(find: String) throws {
    let run = try Tool.shell("\(find) | \(Self.convert) -", at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(visitors(run).sorted() == ["v1", "v10", "v11", "v2", "v3", "v3", "v3", "v8"])
  }

  @Test(arguments: ["find f -type f -print", "find f -print", "find f -print | sed 's/$/\\r/'"])
  func whatFindPrintsInLinesIsReadOnceEach(find: String) throws {
    try Tool.prepare("rm f/l* f/ends*", at: scratch)
    let run = try Tool.shell("\(find) | \(Self.convert) -", at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(visitors(run).sorted() == ["v1", "v10", "v2", "v3", "v3", "v8"])
  }

  @Test func aLongListIsReadToItsEnd() throws {
    let script = """
      mkdir many; for i in {1..300}; do echo '{"kind":"Conversation","visitor":{"id":"w'$i'"}}' > many/$i; done
      find many -type f -print0 > list; \(Self.convert) list | wc -l
      """
    #expect(try Tool.shell(script, at: scratch.folder).text.contains("300"))
  }

  @Test(arguments: [
    #"f/a\0f/b c\0"#, #"f/a\0f/b c"#, #"f/a\0\0\0f/b c\0\0"#, #"\0f/a\0f/b c\0"#,
    #"\xef\xbb\xbff/a\0f/b c\0"#,
    #"f/a\nf/b c\n"#, #"f/a\nf/b c"#, #"\n\nf/a\n\nf/b c\n\n"#, #"f/a\r\nf/b c\r\n"#, #"f/a\r\n\r\nf/b c"#,
    #"\xef\xbb\xbff/a\nf/b c\n"#, #"\xef\xbb\xbf\r\nf/a\r\nf/b c\r\n"#,
  ])
  func bothSeparatorsAreTaken(list: String) throws {
    let run = try Tool.shell(
      "printf '\(list)' > list; \(Self.convert) list; \(Self.convert) - < list", at: scratch.folder)
    #expect(run.errors == "")
    #expect(visitors(run) == ["v1", "v3", "v1", "v3"])
  }

  @Test(arguments: [#"\0"#, #"\n"#])
  func namesThatAreNotUTF8AreOpened(separator: String) throws {
    let script = """
      cp f/a $'f/\\xff\\xe9'; cp 'f/b c' $'f/caf\\xc3'; cp f/back* $'f/\\xf4\\x8f\\xbf\\xbf'
      printf 'f/\\xff\\xe9\(separator)f/caf\\xc3\(separator)f/\\xf4\\x8f\\xbf\\xbf' > list; \(Self.convert) list
      """
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.errors == "")
    #expect(visitors(run) == ["v1", "v3", "v10"])
  }

  @Test func aNameWithALineFeedIsShownOnOneLine() throws {
    let run = try Tool.shell(#"printf 'no\nne\0-\xe9\0' | \#(Self.convert) -"#, at: scratch.folder)
    #expect(run.status == 66)
    #expect(
      run.errors == """
        chatevents: error: cannot open no\\nne: No such file or directory
        chatevents: error: cannot open -\\xE9: No such file or directory

        """)
  }

  @Test(arguments: ["", #"\n\r\n"#, #"\0\0"#, #"\xef\xbb\xbf"#, #"\xef\xbb\xbf\n"#])
  func anEmptyListIsReported(list: String) throws {
    let run = try Tool.shell("printf '\(list)' > list; \(Self.convert) list", at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("chatevents: warning: list lists no files"))
    let other = try Tool.shell("printf '\(list)' | \(Self.convert) - f/a", at: scratch.folder)
    #expect(visitors(other) == ["v1"])
    #expect(other.errors.hasPrefix("chatevents: warning: <stdin> lists no files"))
  }

  @Test func aListInUTF16IsNamed() throws {
    let run = try Tool.shell(#"printf '\xff\xfef\0/\0a\0\n\0' | \#(Self.convert) -"#, at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors == "chatevents: error: cannot open <stdin>: the list is UTF-16; write it as UTF-8\n")
  }

  @Test func theListOnStandardInputIsNotAnInputToo() throws {
    let run = try Tool.shell("printf '%s\\n' - f/a | \(Self.convert) -", at: scratch.folder)
    #expect(run.status == 66)
    #expect(visitors(run) == ["v1"])
    #expect(
      run.errors.hasPrefix("chatevents: error: cannot open <stdin>: the list of files was read from it"))
  }

  @Test func aDashInAListIsStandardInput() throws {
    let run = try Tool.shell(
      "printf '%s\\0' f/a - f/-e > list; \(Self.convert) list < 'f/b c'", at: scratch.folder)
    #expect(visitors(run) == ["v1", "v3", "v2"])
  }

  @Test func aFileIsReadAsOftenAsItIsNamed() throws {
    let run = try Tool.shell(
      "printf '%s\\n' f/a ./f/a f/a > list; \(Self.convert) list f/a", at: scratch.folder)
    #expect(visitors(run) == ["v1", "v1", "v1", "v1"])
  }

  static let convert = "chatevents convert --to rudderstack --files-from"

  private func visitors(_ run: Run) -> [Substring] { run.text.matches(of: /"userId":"(\w+)"/).map(\.1) }
}
