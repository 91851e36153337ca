import Testing

/// `redact --verify` with people or values: nothing of them may be left anywhere.
@Suite struct ErasureProofTests {
  let scratch = Scratch()

  static let own =
    #"{"type":"identify","userId":"u-100","anonymousId":"anon-1","traits":{"Email":"Jo@x.org","phone":"+49 (0)30 1234567"}}"#
    + "\n"

  private func verify(_ words: [String], _ input: String) throws -> Run {
    try Tool.run(["redact", "--verify"] + words, input: Array(input.utf8))
  }

  private func messages(_ run: Run) -> [String] {
    run.text.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /<stdin>:\d+:\d+: error: (.*) is left.*\[value-left\]/).map { String($0.1) }
    }
  }

  /// What each says of Jo stands in a record of somebody else.
  @Test(arguments: [
    (#"{"type":"track","userId":"v","properties":{"note":"jo@x.org"}}"#, "an address given by --email"),
    (#"{"kind":"Conversation","tags":["?m=jo%40x.org"]}"#, "an address given by --email"),
    (#"{"kind":"Conversation","jo@x.org":1}"#, "an address given by --email"),
    (#"{"kind":"Conversation","id":"u-100"}"#, "an id from a record of --email"),
    (#"{"type":"track","anonymousId":"anon-1"}"#, "an id from a record of --email"),
    (#"{"kind":"Conversation","n":49301234567}"#, "a phone number from a record of --email"),
    (
      #"{"kind":"Conversation","items":[{"body":"0049 30 / 123 45 67"}]}"#,
      "a phone number from a record of --email"
    ),
    (#"{"batch":[{"type":"track","userId":"u-100"}]}"#, "an id from a record of --email"),
  ])
  func whatIsLeftInRecordsOfOthersIsNamed(record: String, expected: String) throws {
    for input in [record + "\n" + Self.own, Self.own + record + "\n"] {
      for jobs in ["1", "2"] {
        let run = try verify(["--email", "jo@x.org", "--jobs", jobs], input)
        #expect(run.status == 1)
        #expect(messages(run).filter { $0 == expected }.count >= 2, "\(run.text)")
        #expect(!run.text.lowercased().contains("jo@x.org") && !run.text.contains("anon-1"))
      }
    }
  }

  @Test func nothingOfAPersonIsLeftAfterErasure() throws {
    let other =
      #"{"kind":"Conversation","visitor":{"id":"v","emailAddress":"ann@x.org"},"tags":["a.jo@x.org"]}"# + "\n"
    for command in [["--drop"], []] {
      let erased = try Tool.run(
        ["redact", "--email", "jo@x.org"] + command, input: Array((Self.own + other).utf8))
      let run = try verify(["--email", "jo@x.org"], erased.text)
      #expect(run.status == 0 && run.errors == "", "\(run.text)\(run.errors)")
    }
    #expect(try verify(["--email", "jo@x.org"], "").status == 0)
  }

  @Test func eachSelectorHasItsPlace() throws {
    let list = try scratch.write("#\nann@x.org\n", to: "list")
    let input = Self.own + #"{"kind":"Conversation","tags":["bo@x.org","ann@x.org","u-100"]}"# + "\n"
    let run = try verify(
      [
        "--email=jo@x.org", "--email=bo@x.org", "--emails-from", list, "--contains=Bo@X.org",
        "--contains=nobody",
      ], input)
    for name in [
      "an address given by --email number 2", "an address given by line 2 of --emails-from \(list)",
      "an id from a record of --email number 1", "a value given by --contains number 1",
    ] { #expect(messages(run).contains(name), "\(name)\n\(run.text)") }
  }

  @Test func valuesAloneLeaveOutEverythingElse() throws {
    let file = try scratch.write("Jo Doe\n\n u-7 \n", to: "values")
    let clean = #"{"kind":"Conversation","visitor":{"id":"v","fullName":"John"},"tags":["ann@x.org"]}"# + "\n"
    #expect(try verify(["--contains", "Jo", "--contains-from", file], clean).status == 0)
    let run = try verify(
      ["--contains-from", file], clean + #"{"kind":"Conversation","tags":["jo doe","u-7"]}"# + "\n")
    #expect(
      messages(run) == [
        "a value given by line 1 of --contains-from \(file)",
        "a value given by line 3 of --contains-from \(file)",
      ])
    #expect(run.status == 1)
  }

  @Test func recordsOutsideOfTheTimeMayKeepIt() throws {
    let input = #"{"type":"track","userId":"u","traits":{"email":"jo@x.org"},"timestamp":"2020-01-01"}"#
    #expect(try verify(["--email", "jo@x.org", "--before", "2020-01-02"], input).status == 1)
    #expect(try verify(["--email", "jo@x.org", "--before", "2020-01-01"], input).status == 0)
  }

  @Test(arguments: [
    ["--contains", "x"], ["--contains-from", "x"], ["--verify", "--contains", " "],
    ["--verify", "--email", "x", "--follow-ids"],
    ["--follow-ids"], ["--follow-ids", "--visitor-id", "v"],
  ])
  func optionsThatDoNothingAreRefused(words: [String]) throws {
    #expect(try Tool.run(["redact"] + words, input: []).status == 64)
  }
}

/// Whoever matches by an address is followed by their ids.
@Suite struct FollowedIdsTests {
  let scratch = Scratch()

  static let records = [
    #"{"type":"track","anonymousId":"anon-1","event":"before"}"#, ErasureProofTests.own.trimmingSuffix("\n"),
    #"{"kind":"Conversation","visitor":{"id":"u-100"}}"#, #"{"type":"track","userId":"other","event":"x"}"#,
    #"{"batch":[{"type":"track","userId":"u-100"},{"type":"track","userId":"other"}]}"#,
    #"{"type":"alias","userId":"u-200","previousId":"u-100"}"#, #"{"type":"track","userId":"u-200"}"#,
  ]

  /// The ids lead one step far: `u-200` is in no record with the address.
  static let kept = [
    #"{"type":"track","userId":"other","event":"x"}"#, #"{"batch":[{"type":"track","userId":"other"}]}"#,
    #"{"type":"track","userId":"u-200"}"#,
  ]

  static let input = records.joined(separator: "\n") + "\n"
  static let words = ["redact", "--drop", "--follow-ids", "--email", "jo@x.org"]

  @Test(arguments: ["1", "2"])
  func theInputIsReadTwiceWhereverItIsFrom(jobs: String) throws {
    let expected = Self.kept.joined(separator: "\n") + "\n"
    let file = try scratch.write(Self.input, to: "records.jsonl")
    for run in [
      try Tool.run(Self.words + ["--jobs", jobs, file], input: []),
      try Tool.run(Self.words + ["--jobs", jobs], input: Array(Self.input.utf8)),
      try Tool.run(Self.words + ["--jobs", jobs, "-", "-"], input: Array(Self.input.utf8)),
    ] {
      #expect(run.text == expected)
      #expect(run.errors == "" && run.status == 0)
    }
  }

  @Test func anExportFollowsToo() throws {
    let run = try Tool.run("export", "--email", "jo@x.org", "--follow-ids", input: Self.input)
    #expect(run.text.split(separator: "\r\n").count == 6)
    let alone = try Tool.run("export", "--email", "jo@x.org", input: Self.input)
    #expect(alone.text.split(separator: "\r\n").count == 2)
  }

  @Test func whatCannotBeReadIsReportedOnce() throws {
    let run = try Tool.run(Self.words, input: Array(("{broken\n" + Self.input).utf8))
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count { $0.contains("error:") } == 1)
    let missing = try Tool.run(Self.words + ["/nothing/there"], input: [])
    #expect(missing.status == 66)
    #expect(missing.errors.split(separator: "\n").count { $0.contains("cannot open") } == 1)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
