import Testing

/// Where input comes from.
@Suite struct InputTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(Sample.lines("v1", "v2"), to: "first.jsonl")
    try scratch.write(Sample.lines("v3"), to: "second.jsonl")
    try scratch.write(Sample.transcript("v4"), to: "no-line-end.json")
    try scratch.write("", to: "empty.jsonl")
  }

  @Test(arguments: ["", "\n", " \r\n\t\n", "\u{feff}", "[]", "[ ]\n[]"])
  func inputWithoutRecordsIsNoError(input: String) throws {
    let run = try Tool.run("convert", "--to", "rudderstack", "--summary", input: input)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "records read 0 = converted 0 + skipped 0 + rejected 0\n")
  }

  @Test func severalFilesAreConvertedInOrder() throws {
    #expect(try visitors("second.jsonl", "empty.jsonl", "first.jsonl") == ["v3", "v1", "v2"])
    #expect(try visitors("first.jsonl", "second.jsonl") == ["v1", "v2", "v3"])
  }

  @Test func aRecordEndsWithItsFile() throws {
    #expect(try visitors("no-line-end.json", "no-line-end.json") == ["v4", "v4"])
  }

  @Test func aFileThatIsGivenTwiceIsReadTwice() throws {
    #expect(try visitors("first.jsonl", "first.jsonl") == ["v1", "v2", "v1", "v2"])
  }

  @Test func aDashIsStandardInput() throws {
    #expect(try visitors("-", input: Sample.lines("v9")) == ["v9"])
    #expect(
      try visitors("first.jsonl", "-", "second.jsonl", input: Sample.lines("v9")) == ["v1", "v2", "v9", "v3"])
  }

  @Test func withFilesStandardInputIsNotRead() throws {
    #expect(try visitors("second.jsonl", input: Sample.lines("v9")) == ["v3"])
  }

  @Test func aNameBehindTwoDashesIsAFile() throws {
    try scratch.write(Sample.lines("v5"), to: "--summary")
    #expect(try visitors("--", "--summary") == ["v5"])
  }

  @Test func placesStartAnewInEachFile() throws {
    try scratch.write("\n" + Sample.bad, to: "bad.jsonl")
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "first.jsonl", "bad.jsonl", "bad.jsonl", at: scratch.folder)
    #expect(run.errors.matches(of: /bad\.jsonl:2:34: error:/).count == 2)
  }

  @Test func standardInputThatIsAFolderCannotBeRead() throws {
    let run = try Tool.shell("chatevents convert --to rudderstack < .", at: scratch.folder)
    #expect(run.status == 74)
    #expect(
      run.errors == """
        chatevents: error: cannot read <stdin>: Is a directory
          fix: name the folder on the command line; its files are read

        """)
  }

  /// Returns the visitors of the events, in their order.
  private func visitors(_ files: String..., input: String = "") throws -> [Substring] {
    let run = try Tool.run(
      ["convert", "--to", "rudderstack"] + files, input: Array(input.utf8), at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return run.text.matches(of: /"userId":"(\w+)"/).map(\.1)
  }
}
