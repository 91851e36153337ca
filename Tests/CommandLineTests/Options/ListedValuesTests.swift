import Testing

/// Addresses and ids of visitors in files.
@Suite struct ListedValuesTests {
  let scratch = Scratch()

  static let chats = RepeatedOptionTests.chats
  static let third = RepeatedOptionTests.chat("v3", "c@x.org")

  private func dropped(_ options: String..., list: String, input: String = chats) throws -> Run {
    try scratch.write(list, to: "list")
    return try Tool.run(
      ["redact", "--drop"] + options, input: Array(input.utf8), at: scratch.folder)
  }

  @Test(arguments: [
    "a@x.org\nb@x.org\n", "a@x.org\nb@x.org", "A@X.org\r\nb@x.org\r\n", "\u{feff}a@x.org\nb@x.org\n",
    "\n\n  a@x.org  \n\t\n\tb@x.org\n\n", "\u{feff}\r\na@x.org\r\n\r\nb@x.org", "a@x.org\nb@x.org\na@x.org\n",
  ])
  func addressesAreReadFromAFile(list: String) throws {
    let run = try dropped("--emails-from", "list", list: list)
    #expect(run.text == Self.third)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test(arguments: ["v1\nv2\n", "\u{feff}v1\r\nv2", " v1\n\nv2 \n"])
  func idsAreReadFromAFile(list: String) throws {
    let run = try dropped("--visitor-ids-from", "list", list: list)
    #expect(run.text == Self.third)
    #expect(run.errors == "")
  }

  @Test func filesAndOptionsAddUp() throws {
    try scratch.write("b@x.org\n", to: "other")
    let files = try dropped("--emails-from", "list", "--emails-from=other", list: "a@x.org\n")
    #expect(files.text == Self.third)
    let both = try dropped("--email", "b@x.org", "--emails-from", "list", list: "a@x.org\n")
    #expect(both.text == Self.third)
    let ids = try dropped("--visitor-id", "v2", "--visitor-ids-from", "list", list: "v1\n")
    #expect(ids.text == Self.third)
    try scratch.write("v2\nv3\n", to: "ids")
    let kinds = try dropped("--emails-from", "list", "--visitor-ids-from", "ids", list: "a@x.org\nb@x.org\n")
    #expect(kinds.text == RepeatedOptionTests.chat("v1", "a@x.org") + Self.third)
  }

  @Test(arguments: [["redact", "--drop"], ["redact", "--verify"], ["export"]])
  func aFileCanBeStandardInput(command: [String]) throws {
    try scratch.write(Self.chats, to: "chats")
    let named = try Tool.run(
      command + ["--email", "a@x.org", "--email", "b@x.org", "chats"], at: scratch.folder)
    for list in ["-", "/dev/stdin"] {
      let run = try Tool.run(
        command + ["--emails-from", list, "chats"], input: Array("a@x.org\nb@x.org\n".utf8),
        at: scratch.folder)
      // A report names the option, and its lines.
      #expect(run.lines.count == named.lines.count)
      #expect(command.contains("--verify") || run.output == named.output)
      #expect(run.errors == named.errors)
      #expect(run.status == named.status)
    }
    let twice = try Tool.run(command + ["--emails-from", "-"], input: Array(Self.chats.utf8))
    #expect(twice.status == 64)
    #expect(twice.errors.contains("--emails-from and the input are standard input, which can be read once"))
    let both = try Tool.run(
      command + ["--emails-from", "-", "--visitor-ids-from", "-", "chats"], input: [], at: scratch.folder)
    #expect(both.status == 64)
    #expect(both.errors.contains("--emails-from and --visitor-ids-from are standard input"))
  }

  /// It is a list of nobody, and not the absence of a list: everything else would be lost.
  @Test(arguments: ["", "\n", "\u{feff}", "\u{feff}\r\n \t\r\n"])
  func anEmptyFileSelectsNobody(list: String) throws {
    for (option, what) in [("--emails-from", "addresses"), ("--visitor-ids-from", "ids")] {
      for others in [[], ["--before", "2999-01-01"]] {
        try scratch.write(list, to: "list")
        let run = try Tool.run(
          ["redact", "--drop", option, "list"] + others, input: Array(Self.chats.utf8), at: scratch.folder)
        #expect(run.text == Self.chats)
        #expect(run.status == 0)
        #expect(
          run.errors == "chatevents: warning: \(option) list has no \(what); no record matches it\n")
      }
    }
    let one = try dropped("--emails-from", "list", "--email", "a@x.org", "--email", "b@x.org", list: list)
    #expect(one.text == Self.third)
    #expect(one.errors.contains("--emails-from list has no addresses"))
    let batch = #"{"batch":[{"type":"identify","userId":"v1"}]}"# + "\n"
    #expect(try dropped("--emails-from", "list", list: list, input: batch).text == batch)
  }

  @Test func aFileThatCannotBeReadEndsTheRun() throws {
    for command in [["redact"], ["redact", "--verify"], ["export"]] {
      for option in ["--emails-from", "--visitor-ids-from"] {
        let missing = try Tool.run(
          command + ["--output", "out", option, "none"], input: Array(Self.chats.utf8), at: scratch.folder)
        #expect(missing.status == 66)
        #expect(missing.errors == "chatevents: error: cannot read none: No such file or directory\n")
        let folder = try Tool.run(command + [option, "."], input: Array(Self.chats.utf8), at: scratch.folder)
        #expect(folder.status == 66)
        #expect(folder.errors == "chatevents: error: cannot read .: Is a directory\n")
        try scratch.write([0xFF, 0xFE, 0x61, 0, 0x40, 0, 0x62, 0], to: "wide")
        let wide = try Tool.run(
          command + [option, "wide"], input: Array(Self.chats.utf8), at: scratch.folder)
        #expect(wide.status == 66)
        #expect(wide.errors == "chatevents: error: cannot read wide: it is UTF-16; write it as UTF-8\n")
        #expect(missing.output.isEmpty && folder.output.isEmpty && wide.output.isEmpty)
      }
    }
    #expect(throws: (any Error).self) { try scratch.text("out") }
  }

  @Test(arguments: ["\"a@x.org\"", "Ann <a@x.org>", "mailto:a@x.org", "A@X.ORG", " a@x.org."])
  func aLineMayHoldAnAddressAsPeopleWriteIt(value: String) throws {
    let run = try dropped("--emails-from", "list", list: "\(value)\n")
    #expect(run.errors == "")
    let plain = try dropped("--emails-from", "list", list: "a@x.org\n")
    #expect(run.text == plain.text)
  }

  @Test(arguments: ["q@x.org", "\"Doe, Jo\" <q@x.org>", "email", "a@x.org,b@x.org"])
  func aValueThatMatchesNothingIsNamedByItsLine(value: String) throws {
    let run = try dropped("--emails-from", "list", list: "a@x.org\n\n\(value)\n")
    #expect(run.errors.hasPrefix(SelectorTests.warning("line 3 of --emails-from list")))
    #expect(run.errors.contains("write one address on the line") == !value.contains("q@x.org"))
    #expect(!run.errors.contains(" \(value)"))
    #expect(run.errors.split(separator: "\n").count == 2)
    #expect(run.status == 0)
  }

  @Test func bytesThatAreNotUTF8AreNamedByTheirLine() throws {
    try scratch.write(Array("a@x.org\n".utf8) + [0x62, 0xE9, 0x40, 0x78, 0x0A], to: "list")
    let run = try Tool.run(
      "redact", "--drop", "--emails-from", "list", input: Self.chats, at: scratch.folder)
    #expect(
      run.errors == """
        chatevents: warning: line 2 of --emails-from list is not valid UTF-8; no record matches it
          fix: write the file as UTF-8

        """)
    #expect(run.lines.count == 2)
  }

  @Test func ofManyValuesTheFirstAreNamed() throws {
    let list = (1...500).map { "q\($0)@x.org\n" }.joined()
    let run = try dropped("--emails-from", "list", list: list)
    #expect(run.errors.contains(SelectorTests.warning("line 10 of --emails-from list")))
    #expect(!run.errors.contains("line 11 of"))
    #expect(run.errors.contains("no record that was read matches 490 more of --emails-from list\n"))
    #expect(run.errors.split(separator: "\n").count == 22)
  }

  @Test func demandsThatNoRecordFitsTogetherAreNamedByTheirOptions() throws {
    let run = try dropped("--emails-from", "list", "--visitor-id", "v3", list: "a@x.org\nb@x.org\n")
    #expect(
      run.errors.hasPrefix(
        "chatevents: warning: no record that was read matches all of: --emails-from list, --visitor-id v3\n"))
  }

  @Test func aKeyBeginsBehindAByteOrderMark() throws {
    let call = #"{"type":"identify","userId":"u"}"# + "\n"
    func keyed(_ key: String) throws -> String {
      try scratch.write(key, to: "key")
      return try Tool.run(
        "convert", "--to", "userlike-js", "--secret-key-file", "key", input: call, at: scratch.folder
      ).text
    }
    #expect(try keyed("\u{feff}secret\r\n") == keyed("secret\n"))
    #expect(try keyed("secret\n").contains(#""secret""#))
  }
}
