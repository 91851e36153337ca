import Foundation
import Testing

/// What a folder gives, whatever is in it.
@Suite struct FolderTests {
  let scratch = Scratch()

  init() throws {
    try FileManager.default.createDirectory(atPath: scratch.path("f"), withIntermediateDirectories: false)
    for (name, visitor) in [("a", "v1"), ("b", "v2"), ("c", "v3")] {
      try scratch.write(Sample.lines(visitor), to: "f/\(name)")
    }
  }

  @Test(arguments: [
    "ln -s . f/loop", "ln -s .. f/up", "ln -s ../f f/again; ln -s loop f/other; ln -s . f/loop",
    "mkdir f/x f/y; ln -s ../y f/x/y; ln -s ../x f/y/x",
    "mkdir g; ln -s ../f g/f; ln -s ../g f/g; cp f/a g/z",
    "ln -s self f/.self",
  ])
  func linksToFoldersInAFolderAreNotFollowed(preparation: String) throws {
    try Tool.prepare(preparation, at: scratch)
    let run = try convert("f")
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(visitors(run) == ["v1", "v2", "v3"])
  }

  @Test func aLinkToAFolderThatIsNamedIsFollowed() throws {
    try Tool.prepare("ln -s f link", at: scratch)
    #expect(visitors(try convert("link")) == ["v1", "v2", "v3"])
    #expect(visitors(try convert("link/")) == ["v1", "v2", "v3"])
    #expect(visitors(try convert("f", "link", "f/.")) == ["v1", "v2", "v3"])
  }

  @Test(arguments: [
    "ln -s b f/z", "ln f/b f/z", "ln -s z f/y; ln f/a f/z", "mkdir f/x; ln -s ../a f/x/a; ln f/b f/x/b",
    "ln -s $PWD/f/c f/d",
  ])
  func eachFileOfAFolderIsReadOnce(preparation: String) throws {
    try Tool.prepare(preparation, at: scratch)
    let run = try convert("f")
    #expect(run.status == 0)
    #expect(visitors(run) == ["v1", "v2", "v3"])
  }

  @Test func aLinkToAFileElsewhereIsFollowed() throws {
    try Tool.prepare("mv f/b other; ln -s ../other f/b; ln -s b f/d", at: scratch)
    #expect(visitors(try convert("f")) == ["v1", "v2", "v3"])
  }

  @Test func aFileThatIsNamedIsNotReadAgainForItsFolder() throws {
    #expect(visitors(try convert("f", "f/b")) == ["v1", "v3", "v2"])
    #expect(visitors(try convert("f/b", "f", "f/b")) == ["v2", "v1", "v3", "v2"])
    #expect(visitors(try convert("f", "f", "./f/", "f/../f")) == ["v1", "v2", "v3"])
    #expect(try convert("f", "f/a", "f/b", "f/c").status == 0)
  }

  @Test func devicesPipesAndSocketsInAFolderAreSkipped() throws {
    try Tool.prepare(
      """
      mkfifo f/0pipe; ln -s 0pipe f/1link; ln -s /dev/null f/2null; ln -s /dev/zero f/3zero
      python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("f/4socket")'
      """, at: scratch)
    let run = try convert("f")
    #expect(run.errors == "")
    #expect(visitors(run) == ["v1", "v2", "v3"])
    try Tool.prepare("rm f/?", at: scratch)
    let rest = try convert("f")
    #expect(rest.status == 66)
    #expect(rest.errors == "chatevents: error: cannot open f: no files in this folder\n")
  }

  @Test(arguments: [
    "<(cat f/a)", "/dev/stdin < f/a", "/dev/fd/5 5< f/a", "pipe & cat f/a > pipe; wait $!",
    "--files-from <(printf 'f/a\\0')", "--files-from <(echo pipe) & cat f/a > pipe; wait $!",
  ])
  func aPipeOrDeviceThatIsNamedIsRead(arguments: String) throws {
    let run = try Tool.shell(
      "mkfifo pipe; chatevents convert --to rudderstack \(arguments)", at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(visitors(run) == ["v1"])
  }

  @Test(arguments: ["convert --to rudderstack f", "redact f", "validate f", "export --visitor-id v1 f"])
  func whatCannotBeReadInAFolderIsReportedAndTheRestIsRead(command: String) throws {
    try Tool.prepare(
      """
      mkdir -p f/aa/inner f/bb; cp f/a f/aa/inner/x; cp f/b f/bb/y; cp f/c f/no; chmod 0 f/aa f/no
      ln -s nowhere f/dangling; ln -s self f/self
      """, at: scratch)
    defer { try? Tool.prepare("chmod 700 f/aa f/no", at: scratch) }
    let run = try Tool.unprivileged(command.split(separator: " ").map(String.init), at: scratch.folder)
    #expect(run.status == 66)
    let errors = run.errors.split(separator: "\n").filter { $0.hasPrefix("chatevents: error: ") }.sorted()
    #expect(errors.count == 4)
    for (error, part) in zip(
      errors,
      ["f/aa: Permission denied", "f/dangling: No such", "f/no: Permission denied", "f/self: Too many"])
    {
      #expect(error.hasPrefix("chatevents: error: cannot open \(part)"))
    }
    if command.hasPrefix("convert") { #expect(visitors(run) == ["v1", "v2", "v2", "v3"]) }
  }

  @Test func aFolderThatMayOnlyBeListedIsReportedByItsFiles() throws {
    try Tool.prepare("mkdir f/aa; cp f/a f/aa/x; chmod 400 f/aa", at: scratch)
    defer { try? Tool.prepare("chmod 700 f/aa", at: scratch) }
    let run = try Tool.unprivileged(["convert", "--to", "rudderstack", "f"], at: scratch.folder)
    #expect(run.errors == "chatevents: error: cannot open f/aa/x: Permission denied\n")
    #expect(visitors(run) == ["v1", "v2", "v3"])
  }

  /// In byte order Z comes before a, and é after all of them; decomposed or not, each name is a file of its own.
  @Test func filesAreReadInTheByteOrderOfTheirNames() throws {
    try Tool.prepare(
      #"""
      rm f/*
      for name in $'\xff' $'\xc3\xa9' $'e\xcc\x81' Z a a-b a.b a/b $'\xf0\x9f\x99\x82' $'\xef\xbd\x81' '~' ' '; do
        case $name in a/b) mkdir f/d; name=d/b;; esac
        printf '{"kind":"Conversation","visitor":{"id":"%s"}}\n' "x$(printf %s "$name" | od -An -tx1 | tr -d ' \n')" > "f/$name"
      done
      """#, at: scratch)
    let run = try convert("f")
    #expect(run.errors == "")
    #expect(
      visitors(run) == [
        "x20", "x5a", "x61", "x612d62", "x612e62", "x642f62", "x65cc81", "x7e", "xc3a9", "xefbd81",
        "xf09f9982",
        "xff",
      ])
  }

  @Test(arguments: [
    #"\xff"#, #"caf\xe9"#, #"\xc3"#, #"\xed\xa0\x80"#, #"\xf4\x8f\xbf\xbf"#, #"\xf4\x8f\xbe\x80\xff"#,
  ])
  func namesThatAreNotUTF8AreOpened(name: String) throws {
    let script = """
      cp f/a $'n\(name)'; mkdir $'d\(name)'; cp f/b $'d\(name)/\(name)'
      chatevents convert --to rudderstack $'n\(name)' $'d\(name)' -o $'o\(name)' && cat $'o\(name)'; ls -A | grep -c part
      """
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.errors == "")
    #expect(visitors(run) == ["v1", "v2"])
    #expect(run.lines.last == "0")
  }

  @Test func namesAreShownReadably() throws {
    try scratch.write(Sample.bad, to: "bad")
    let script = #"""
      name=$'q\xe9\n\x1b[31m\xe2\x80\xaeü'; cp bad "$name"; cp bad "f/$name"
      chatevents convert --to rudderstack "$name" f missing$'\xe9' --rejects $'r\xff'; cat r*
      chatevents validate --format github "$name"; chatevents convert --to rudderstack --output $'none\xff/x' bad
      chatevents validate $'--unknown\xff'
      printf '%s' 0123456789abcdef > $'k\e[2J'; redact="chatevents redact --pseudonymize --key-file"
      $redact $'no\e[2J' bad; $redact $'k\e[2J' bad --output $'k\e[2J'; rm $'k\e[2J'
      chatevents redact missing --output $'o\e[2J'; chatevents redact bad --rejects $'no\n\e[2J/x'
      chatevents convert --to userlike-js --secret-key-file $'s\e[2J' bad
      """#
    let run = try Tool.shell(script, at: scratch.folder)
    let shown = #"q\xE9\n\x1B[31m\u{202e}ü"#
    #expect(run.errors.hasPrefix("\(shown):1:34: error: "))
    #expect(run.errors.contains("\nf/\(shown):1:34: error: "))
    #expect(run.errors.contains(#"cannot open missing\xE9: No such file or directory"#))
    #expect(run.errors.contains(#"cannot write none\xFF/x: No such file or directory"#))
    #expect(run.errors.contains(#"--unknown\xFF"#))
    for text in [
      #"cannot read no\x1B[2J: No"#, #"--output k\x1B[2J"#, #"o\x1B[2J was not written"#, #"s\x1B[2J: No"#,
      #"cannot write no\n\x1B[2J/x: No"#,
    ] {
      #expect(run.errors.contains(text), "\(text): \(run.errors)")
    }
    #expect(run.text.contains(#"{"source":"q\\xE9\\n\\x1B[31m\\u{202e}ü","#))
    #expect(
      !(run.text + run.errors).unicodeScalars.contains {
        $0 == "\u{1b}" || $0 == "\u{202e}" || $0.value > 0x10_0000
      })
  }

  /// Longer than the system takes a path, and deeper than a stack of calls might be.
  @Test func deepFoldersAreRead() throws {
    try Tool.prepare(
      """
      python3 - <<'END'
      import os
      home = os.open(".", os.O_RDONLY)
      os.chdir("f")
      for depth in range(400):
          name = "n" * 60 if depth < 200 else "m"
          os.mkdir(name)
          os.chdir(name)
      open("deep", "w").write(open(os.open("f/a", os.O_RDONLY, dir_fd=home)).read().replace("v1", "deep"))
      END
      """, at: scratch)
    let run = try convert("f")
    #expect(run.errors == "")
    #expect(visitors(run) == ["v1", "v2", "v3", "deep"])
    try Tool.prepare("rm -r f", at: scratch)
  }

  @Test func aPathWithATooLongNameIsReported() throws {
    let name = String(repeating: "x", count: 300)
    let path = String(repeating: "f/../", count: 1_000) + "f/a"
    let run = try convert(name, "f/\(name)", path)
    #expect(run.status == 66)
    #expect(run.errors.matches(of: /cannot open (f\/)?x+: File name too long\n/).count == 2)
    #expect(visitors(run) == ["v1"])
  }

  @Test(arguments: ["convert --to rudderstack", "validate", "redact", "export --visitor-id v1", "check"])
  func everyCommandWalksInTheSameWay(command: String) throws {
    try Tool.prepare(
      """
      mkdir f/empty g; mkfifo f/pipe.input.json; ln -s .. f/up; ln -s . f/loop; ln -s ../g f/g
      cp f/a f/x.input.jsonl; chatevents convert --to rudderstack f/a > f/x.rudderstack.jsonl
      cp f/a g/y.input.jsonl; rm f/a
      """, at: scratch)
    if command != "check" { try Tool.prepare("rm f/x.rudderstack.jsonl", at: scratch) }
    let run = try Tool.shell("chatevents \(command) f", at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.status == (command == "validate" ? run.status : 0))
    if command == "check" { #expect(run.text == "1 case, as expected\n") }
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  private func visitors(_ run: Run) -> [Substring] { run.text.matches(of: /"userId":"(\w+)"/).map(\.1) }
}
