import Foundation
import Testing

/// `check` notices whatever is not as expected, and shows it.
@Suite struct CheckTests {
  let cases = GoldenCases()

  @Test func whatIsAsExpectedIsStatus0() throws {
    let run = try cases.check()
    #expect(run.errors == "")
    #expect(run.text == "3 cases, all as expected\n")
    #expect(run.status == 0)
  }

  @Test func aChangedByteIsShownWithItsPlace() throws {
    try cases.change("olark/chat.rudderstack.jsonl") {
      $0.replacing(#""userId":"v1""#, with: #""userId":"V1""#)
    }
    try expectDifference(
      """
      --- ./olark/chat.rudderstack.jsonl
      +++ what --to rudderstack gives now
      @@ -1,2 +1,2 @@
      -…":"Conversation","traits":{},"userId":"V1","context":{"traits":{},"library":{"name":"unknown","ver…
      +…":"Conversation","traits":{},"userId":"v1","context":{"traits":{},"library":{"name":"unknown","ver…
      ?                  column 62, at /userId ^
       {"type":"track","event":"Conversation","traits":{},"userId":"v2","context":{"traits":{},"library":{…
      3 cases: 1 differs

      """)
  }

  @Test func aMissingLineIsShown() throws {
    try cases.change("olark/chat.rudderstack.jsonl") { $0.prefix { $0 != "\n" } + "\n" }
    try expectDifference(
      """
      --- ./olark/chat.rudderstack.jsonl
      +++ what --to rudderstack gives now
      @@ -1 +1,2 @@
       {"type":"track","event":"Conversation","traits":{},"userId":"v1","context":{"traits":{},"library":{…
      +{"type":"track","event":"Conversation","traits":{},"userId":"v2","context":{"traits":{},"library":{"name":"unknown","version":"unknown"},"integration":{"name":"Olark"}},"rudderId":"90fd7cc4-3b87-4a9e…
      3 cases: 1 differs

      """)
  }

  @Test func aProgramIsToldWhichLineOfWhichFileDiffers() throws {
    try cases.change("olark/chat.rudderstack.jsonl") { $0.prefix { $0 != "\n" } + "\n" }
    let json = try cases.check("--format", "json")
    #expect(
      json.text.hasPrefix(
        #"{"file":"olark/chat.rudderstack.jsonl","line":2,"severity":"error","code":"differs","case":"chat","#
          + #""message":"it differs: what --to rudderstack gives now","difference":"--- ./olark/chat"#),
      "\(json.text)")
    #expect(json.lines.count == 1)
    let github = try cases.check("--format", "github")
    #expect(
      github.text.hasPrefix(
        "::error file=olark/chat.rudderstack.jsonl,line=2,title=differs::it differs: what --to rudderstack gives now%0A---"
      ),
      "\(github.text)")
    #expect(github.lines.last == "::notice title=chatevents::3 cases: 1 differs")
    let junit = try cases.check("--format", "junit")
    #expect(
      junit.text.contains(#"<testsuites name="chatevents" tests="3" failures="1" errors="0" time="0">"#))
    #expect([json.status, github.status, junit.status] == [1, 1, 1])
    #expect(try cases.check("--format", "json", "--update").status == 64)
  }

  @Test func recordsForOtherCommandsAreNoConcern() throws {
    for file in ["records.jsonl", "orders.2026.jsonl", "olark/visitors.old.jsonl"] {
      try cases.write(Sample.lines("v9"), to: file)
    }
    #expect(try cases.check().text == "3 cases, all as expected\n")
  }

  @Test func diagnosticsThatAreNotReportedAreShown() throws {
    try cases.write("oh\n", to: "olark/chat.diagnostics.txt")
    try expectDifference(
      """
      --- ./olark/chat.diagnostics.txt
      +++ nothing is reported now, --to rudderstack
      @@ -1 +0,0 @@
      -oh
      3 cases: 1 differs

      """)
    try cases.write("", to: "olark/chat.diagnostics.txt")
    #expect(try cases.check().status == 1)
  }

  @Test func diagnosticsThatAreNotExpectedAreShown() throws {
    try cases.remove("bad.diagnostics.txt")
    try expectDifference(
      """
      --- ./bad.diagnostics.txt (no such file)
      +++ what is reported now, --to segment and --to rudderstack
      @@ -0,0 +1,2 @@
      +bad.input.jsonl:1:34: error: the visitor has no id; receivers reject events without one at /visitor [no-identity]
      +  fix: set visitor.id to your id for this visitor
      3 cases: 1 differs

      """)
  }

  @Test func onlyTheFormatThatIsAskedForIsLookedAt() throws {
    try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
    #expect(try cases.check("--to", "segment").text == "2 cases, all as expected\n")
    let run = try cases.check("--to", "rudderstack")
    #expect(run.lines.last == "2 cases: 1 differs")
    #expect(run.status == 1)
  }

  /// A stray file, and what is said about it.
  @Test(arguments: [
    ("olark/chit.segment.jsonl", "its input is missing: chit.input.json, .input.jsonl or .input.txt"),
    (
      "olark/chat.segmet.jsonl",
      "no route writes a format 'segmet' (formats: olark, olark-js, segment, rudderstack, userlike-js); did you mean 'segment'?"
    ),
    ("olark/chat.input.txt", "the case has the input"),
    ("olark/chat.diagnostic.txt", "the case chat has no such part"),
    ("new.input.json", "no expected output; create it with --update --to FORMAT"),
  ])
  func aStrayFileIsStatus1(file: String, message: String) throws {
    try cases.write(Sample.lines("v9"), to: file)
    let run = try cases.check()
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("chatevents: error: ./"))
    #expect(run.errors.contains(": \(message)"), "\(run.errors)")
    #expect(run.text.hasSuffix(" cases: 0 differ, 1 error\n"))
  }

  /// The options of a case, and what is said about them.
  @Test(arguments: [
    ("--to segment", "--to is not allowed among the options of a case"),
    ("--output=x", "--output is not allowed among the options of a case"),
    ("-o x", "-o is not allowed among the options of a case"),
    ("--rejects x", "--rejects is not allowed among the options of a case"),
    ("--files-from x", "--files-from is not allowed among the options of a case"),
    ("--color always", "--color is not allowed among the options of a case"),
    ("--help", "--help is not allowed among the options of a case"),
    ("other.json", "unexpected argument 'other.json'; the case's input is chat.input.jsonl"),
    ("-", "unexpected argument '-'; the case's input is chat.input.jsonl"),
    ("--calls 'track", "the quote ' is not closed"),
    ("--timestmps", "unknown option '--timestmps'; did you mean '--timestamps'?"),
    ("--pageview", "--pageview has no effect on this route; it applies to --from segment --to olark-js"),
    ("--from olrk", "invalid value 'olrk' for --from (values: auto, olark, "),
  ])
  func optionsThatMakeNoSenseAreStatus1AndTheRestIsChecked(options: String, message: String) throws {
    try cases.write(options, to: "olark/chat.args")
    let run = try cases.check()
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("chatevents: error: ./olark/chat.args: "))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.text == "3 cases: 0 differ, 1 error\n")
  }

  @Test func optionsCountAndTheirFilesStandBesideThem() throws {
    let args = "--integrations '{\"All\": false}' --summary=json\n"
    try cases.write(args, to: "sent.args")
    try cases.write(Sample.lines("v1"), to: "sent.input.json")
    let script =
      "chatevents convert --to segment \(args.dropLast()) sent.input.json > sent.segment.jsonl 2> sent.diagnostics.txt"
    #expect(try Tool.shell(script, at: cases.scratch.folder).status == 0)
    #expect(try cases.check().text == "4 cases, all as expected\n")

    try cases.write("--secret-key-file ../key", to: "olark/call.args")
    try cases.write(#"{"type":"identify","userId":"u1"}"#, to: "olark/call.input.json")
    try cases.write("secret\n", to: "key")
    let other =
      "chatevents convert --to userlike-js --secret-key-file key olark/call.input.json > olark/call.userlike-js.jsonl"
    #expect(try Tool.shell(other, at: cases.scratch.folder).status == 0)
    #expect(try cases.check().text == "5 cases, all as expected\n")
    #expect(
      try cases.check(environment: ["CHATEVENTS_USERLIKE_SECRET_KEY": "other"]).text
        == "5 cases, all as expected\n")
    try cases.remove("key")
    let run = try cases.check()
    #expect(
      run.errors == "chatevents: error: ./olark/call.args: cannot read ../key: No such file or directory\n")
    #expect(run.status == 66)
  }

  @Test func packedInputsAreRead() throws {
    #expect(
      try Tool.shell(
        "gzip olark/chat.input.jsonl && mv olark/chat.input.jsonl{.gz,}", at: cases.scratch.folder
      ).status == 0)
    #expect(try cases.check().text == "3 cases, all as expected\n")
  }

  @Test func foldersAreNamedAsTheyWereGivenAndLookedAtOnce() throws {
    try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
    let folder = cases.scratch.folder
    let run = try Tool.run("check", "olark/", ".", at: folder)
    #expect(run.text.hasPrefix("--- olark/chat.rudderstack.jsonl\n"))
    #expect(run.lines.last == "3 cases: 1 differs")
    try FileManager.default.createSymbolicLink(
      atPath: cases.scratch.path("olark/loop"), withDestinationPath: folder.plainPath)
    #expect(try cases.check().lines.last == "3 cases: 1 differs")
    let script = "rm bad.*; chatevents check olark . olark/loop | tail -n 1"
    let rest = try Tool.shell(script, at: folder)
    #expect(rest.text == "2 cases: 1 differs\n")
    #expect(rest.errors == "")
  }

  @Test func aFolderWithoutCasesIsStatus66() throws {
    try FileManager.default.createDirectory(
      atPath: cases.scratch.path("empty"), withIntermediateDirectories: false)
    let run = try Tool.run(
      "check", "empty", "olark", "missing", "olark/chat.input.jsonl", at: cases.scratch.folder)
    #expect(run.status == 66)
    #expect(run.text == "2 cases: 0 differ, 3 errors\n")
    #expect(
      run.errors == """
        chatevents: error: empty: no case in this folder
        chatevents: error: missing: cannot be opened: No such file or directory
        chatevents: error: olark/chat.input.jsonl: cannot be opened: Not a directory

        """)
    let other = try cases.check("--to", "olark-js")
    #expect(other.status == 66)
    #expect(
      other.errors == "chatevents: error: .: no expected output in the format olark-js in this folder\n")
  }

  @Test(arguments: [
    "olark/chat.input.jsonl", "olark/chat.rudderstack.jsonl", "bad.diagnostics.txt", "olark/page.args",
    "olark",
  ])
  func whatMayNotBeReadIsStatus66AndTheRestIsChecked(file: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: cases.scratch.path(file))
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: cases.scratch.path(file))
    }
    let run = try Tool.unprivileged(["check", "."], at: cases.scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors.hasPrefix("chatevents: error: ./\(file): cannot be "))
    #expect(run.errors.hasSuffix(": Permission denied\n"))
  }

  @Test func withoutAFolderItSaysThatOneIsMissing() throws {
    let run = try Tool.run("check")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("chatevents: error: missing argument <dir>\n"))
  }

  @Test func coloursAreForTerminalsAndForThoseWhoAsk() throws {
    try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
    let plain = try cases.check().text
    let colored = try cases.check("--color", "always").text
    #expect(!plain.contains("\u{1b}"))
    #expect(colored.contains("\u{1b}[31m-oh\u{1b}[0m\n"))
    #expect(colored.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
  }

  #if os(Linux)
    @Test(arguments: [("check .", true), ("check . | cat", false), ("check --color never .", false)])
    func onATerminalStandardOutputDecides(command: String, isColored: Bool) throws {
      try cases.write("oh\n", to: "olark/chat.rudderstack.jsonl")
      let run = try Tool.shell(
        "script -qc 'env TERM=xterm chatevents \(command)' /dev/null < /dev/null", at: cases.scratch.folder)
      #expect(run.text.contains("3 cases: 1 differs"))
      #expect(run.text.contains("\u{1b}[31m-oh") == isColored)
    }
  #endif

  private func expectDifference(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try cases.check()
    #expect(run.errors == "", sourceLocation: sourceLocation)
    #expect(run.status == 1, sourceLocation: sourceLocation)
    try expectEqual(run.text, text, "the report", sourceLocation: sourceLocation)
  }
}

/// Three golden cases in a folder of their own, all as expected.
struct GoldenCases {
  let scratch = Scratch()

  init() {
    // Where this fails, so do the tests.
    try? FileManager.default.createDirectory(
      atPath: scratch.path("olark"), withIntermediateDirectories: false)
    for (file, text) in Self.files { try? write(text, to: file) }
  }

  /// The inputs, and what `convert` makes of them.
  private static let files: [String: String] = {
    var files = [
      "olark/chat.input.jsonl": Sample.lines("v1", "v2"), "olark/page.input.json": Sample.lines("v3"),
      "olark/page.args": "--calls identify\n", "bad.input.jsonl": Sample.bad + Sample.lines("v4"),
    ]
    let scratch = Scratch()
    for (name, end, target) in [
      ("olark/chat", "jsonl", "rudderstack"), ("bad", "jsonl", "rudderstack"), ("bad", "jsonl", "segment"),
      ("olark/page", "json", "segment"),
    ] {
      let file = "\(name.split(separator: "/").last ?? "").input.\(end)"
      let options = files["\(name).args"]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
      guard (try? scratch.write(files["\(name).input.\(end)"] ?? "", to: file)) != nil,
        let run = try? Tool.run(["convert", "--to", target, file] + options, at: scratch.folder)
      else { continue }
      files["\(name).\(target).jsonl"] = run.text
      if !run.errors.isEmpty { files["\(name).diagnostics.txt"] = run.errors }
    }
    return files
  }()

  func check(_ options: String..., environment: [String: String] = [:]) throws -> Run {
    try Tool.run(["check"] + options + ["."], environment: environment, at: scratch.folder)
  }

  func write(_ text: String, to file: String) throws { try scratch.write(text, to: file) }

  func change(_ file: String, _ change: (String) -> String) throws {
    try write(change(scratch.text(file)), to: file)
  }

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: scratch.path(file)) }

  /// The files, with what stands in each.
  func contents() throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.plainPath)
    return try names.filter { $0.contains(".") }.reduce(into: [:]) { $0[$1] = try scratch.text($1) }
  }
}
