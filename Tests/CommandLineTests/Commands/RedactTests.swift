import Foundation
import Testing

/// `chatevents redact`: its options, what it writes and tells, and how it ends.
@Suite struct RedactTests {
  let scratch = Scratch()

  static let personal =
    #"{"kind":"Conversation","id":"c","visitor":{"id":"v1","emailAddress":"jo@example.org"}}"# + "\n"
  static let clean =
    #"{"kind":"Conversation","id":"c","visitor":{"id":"redacted-2e7d2c03a9507ae265ecf5b5356885a5","emailAddress":"<redacted>"}}"#
    + "\n"
  static let broken = #"{"kind":"Conversation","Zwiebelkuchen":tru}"# + "\n"
  static let key = "0123456789abcdef0123456789abcdef"

  @Test func recordsAreWrittenWithoutWhatIsPersonal() throws {
    let run = try Tool.run("redact", input: Self.personal + Self.clean)
    #expect(run.text == Self.clean + Self.clean)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func theSummaryTellsWhatBecameOfRecords() throws {
    let run = try Tool.run(
      "redact", "--email", "jo@example.org", "--summary=json", input: Self.personal + Self.clean)
    #expect(run.errors.contains(#""redacted":1"#))
    #expect(run.errors.contains(#""not selected":1"#))
  }

  @Test(arguments: [
    ["--drop"], ["--drop", "--email", "a@b.c", "--pseudonymize"], ["--key-file", "key"],
    ["--pseudonymize", "--key-file", "-"], ["--email", ""],
    ["--visitor-id", ""], ["--now", "5"], ["--now", "5", "--before", "7"], ["--older-than", "90"],
    ["--older-than", "-1d"],
    ["--older-than", "1m"], ["--older-than", "99999999999999999y"], ["--before", "yesterday"],
    ["--file-link", "("], ["--drop", "--email", "a@b.c", "--keep-cards"], ["--keep-cards", "--keep-cards"],
    ["--rejects", "-"], ["--verify", "--rejects", "r"], ["--as", "olrk"], ["--timezone", "Berlin"],
  ])
  func wrongUsageIsStatus64(options: [String]) throws {
    let run = try Tool.run(["redact"] + options, input: Array(Self.personal.utf8), at: scratch.folder)
    #expect(run.status == 64, "\(options)")
    #expect(run.output.isEmpty)
  }

  @Test func cardsAreLeftIfAskedFor() throws {
    let text = "card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00"
    let record = #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"body":"\#(text)"}]}"#
    let all = try Tool.run("redact", input: record).text
    #expect(all.contains(#""body":"card <redacted>, IBAN <redacted>""#))
    let kept = try Tool.run("redact", "--keep-cards", input: record).text
    #expect(kept.contains(#""body":"card 4111 1111 1111 1111, IBAN <redacted>""#))
    #expect(try Tool.run("redact", "--keep-cards", "--verify", input: kept).status == 0)
    let left = try Tool.run("redact", "--verify", input: kept)
    #expect(left.status == 1)
    #expect(left.text.contains("a payment card number is left at /items/0/body"))
    #expect(try Tool.run("redact", "--verify", input: record).text.contains("an IBAN is left"))
  }

  @Test func aKeyIsInAFileOrInTheEnvironment() throws {
    let path = try scratch.write(Self.key + "\r\n", to: "key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let byFile = try Tool.run("redact", "--pseudonymize", "--key-file", path, input: Self.personal)
    let byVariable = try Tool.run(
      "redact", "--pseudonymize", input: Self.personal, environment: ["CHATEVENTS_PSEUDONYM_KEY": Self.key])
    #expect(byFile.status == 0)
    #expect(byFile.text.contains(/"emailAddress":"redacted-[0-9a-f]{32}@redacted\.invalid"/))
    #expect(byFile.output == byVariable.output)
  }

  @Test func aKeyThatIsMissingOrShortIsStatus64AndIsNotTold() throws {
    let none = try Tool.run("redact", "--pseudonymize", input: Self.personal)
    #expect(none.status == 64)
    #expect(none.errors.contains("--key-file"))
    let path = try scratch.write("0123456789abcde\n", to: "key")
    let short = try Tool.run("redact", "--pseudonymize", "--key-file", path, input: Self.personal)
    #expect(short.status == 64)
    #expect(short.errors.contains("too short"))
    #expect(!short.errors.contains("0123"))
    #expect(none.output.isEmpty && short.output.isEmpty)
  }

  @Test(arguments: ["aaaaaaaaaaaaaaaaaaaaaaaa", "abcdefgabcdefgabcdefg", "0123456012345601234560"])
  func aKeyThatRepeatsItselfIsStatus64(key: String) throws {
    let run = try Tool.run(
      "redact", "--pseudonymize", input: Self.personal, environment: ["CHATEVENTS_PSEUDONYM_KEY": key])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("8 different bytes") && !run.errors.contains(key))
  }

  @Test(arguments: [(0o600, false), (0o400, false), (0o640, true), (0o604, true), (0o644, true)])
  func aKeyThatOthersCanReadIsAWarning(mode: Int, isWarned: Bool) throws {
    let path = try scratch.write(Self.key, to: "key")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let run = try Tool.run("redact", "--pseudonymize", "--key-file", path, input: Self.personal)
    let warning = "chatevents: warning: others can read the key in \(path)\n  fix: chmod 600 \(path)\n"
    #expect(run.errors == (isWarned ? warning : ""))
    #expect(run.status == 0)
  }

  @Test func nobodyElseMayReadWhatIsWritten() throws {
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions] as? Int
    }
    for command in [["redact"], ["export", "--email", "jo@example.org"]] {
      let words = command + ["--output", scratch.path("out"), "--rejects", scratch.path("bad")]
      for (given, expected) in [(nil, 0o600), (0o664, 0o664), (0o640, 0o640)] {
        for name in ["out", "bad"] {
          try? FileManager.default.removeItem(atPath: scratch.path(name))
          guard let given else { continue }
          try scratch.write("", to: name)
          try FileManager.default.setAttributes([.posixPermissions: given], ofItemAtPath: scratch.path(name))
        }
        #expect(try Tool.run(words, input: Array(Self.personal.utf8)).status == 0)
        #expect(try [mode("out"), mode("bad")] == [expected, expected], "\(command)")
      }
    }
  }

  @Test func aKeyThatCannotBeReadIsStatus66() throws {
    for name in [scratch.path("missing"), scratch.folder.plainPath] {
      let run = try Tool.run("redact", "--pseudonymize", "--key-file", name, input: Self.personal)
      #expect(run.status == 66)
      #expect(run.errors.hasPrefix("chatevents: error: cannot read \(name): "))
    }
  }

  @Test func whatIsLeftIsToldWithoutItsText() throws {
    let run = try Tool.run("redact", "--verify", input: Self.clean + Self.personal)
    try expectEqual(
      run.text,
      """
      <stdin>:2:50: error: the value of a personal member is left at /visitor/id [personal-data]
        fix: redact the file: chatevents redact
      <stdin>:2:70: error: the value of a personal member is left at /visitor/emailAddress [personal-data]
        fix: redact the file: chatevents redact
      2 records: 2 errors, 0 warnings in 1 record

      """, "the report")
    #expect(run.status == 1)
    #expect(try Tool.run("redact", "--verify", input: Self.clean).status == 0)
  }

  @Test func rejectsKeepPlacesAndNoText() throws {
    try scratch.write(Self.broken + Self.personal, to: "chats.jsonl")
    let run = try Tool.run("redact", "--rejects", "rejects", "chats.jsonl", at: scratch.folder)
    #expect(run.status == 1)
    #expect(run.text == Self.clean)
    let told = try run.errors + scratch.text("rejects")
    #expect(told.contains("chats.jsonl:1:"))
    #expect(!told.contains("Zwiebelkuchen"))
    let verified = try Tool.run("redact", "--verify", "chats.jsonl", at: scratch.folder)
    #expect(verified.status == 1)
    #expect(!(verified.text + verified.errors).contains("Zwiebelkuchen"))
  }

  @Test func theInputIsNotOverwritten() throws {
    let path = try scratch.write(Self.personal, to: "chats.jsonl")
    #expect(try Tool.run("redact", "--output", path, path).status == 64)
    #expect(try scratch.text("chats.jsonl") == Self.personal)
  }

  @Test(.enabled(if: Tool.isLinux), arguments: ["", "--verify"])
  func aFullDiskIsStatus74(option: String) throws {
    try scratch.write(Self.personal, to: "chats.jsonl")
    let run = try Tool.shell("chatevents redact \(option) chats.jsonl > /dev/full", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors == "chatevents: error: cannot write to standard output: No space left on device\n")
  }

  @Test func aReaderThatHasSeenEnoughIsNoError() throws {
    try scratch.write(String(repeating: Self.personal, count: 20_000), to: "chats.jsonl")
    let run = try Tool.shell(
      "chatevents redact chats.jsonl | head -n 1; echo ${PIPESTATUS[0]}", at: scratch.folder)
    #expect(run.text == Self.clean + "0\n")
    #expect(run.errors == "")
  }

  @Test func theAgeOfRecordsCountsFromNow() throws {
    let old = #"{"kind":"Conversation","items":[{"timestamp":"999.5"}],"tags":["old"]}"# + "\n"
    let recent = #"{"kind":"Conversation","items":[{"timestamp":"1000"}],"tags":["recent"]}"# + "\n"
    let timeless = #"{"kind":"Conversation","tags":["timeless"]}"# + "\n"
    for options in [["--older-than", "1h", "--now", "4600"], ["--before", "1970-01-01T00:16:40Z"]] {
      let run = try Tool.run(["redact", "--drop"] + options, input: Array((old + recent + timeless).utf8))
      #expect(run.text == recent + timeless)
      #expect(run.status == 0)
    }
  }
}
