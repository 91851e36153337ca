import Testing

/// `--unwrap` leads to records inside others, and what leads nowhere is said.
@Suite struct UnwrapTests {
  static let wrapped = #"{"payload":{"chat":\#(Sample.transcript("v"))}}"#

  @Test func theAdviceOfTheErrorWorks() throws {
    let run = try convert(Self.wrapped)
    #expect(run.status == 1)
    let advice = try #require(
      run.errors.firstMatch(of: /fix: read the transcript at \/payload\/chat with (.*)\n/))
    let followed = try convert(Self.wrapped, advice.1.split(separator: " ").map(String.init))
    #expect(try followed.output == convert(Sample.transcript("v")).output)
    #expect(followed.errors == "")
    #expect(followed.status == 0)
  }

  @Test func aPointerThatLeadsNowhereIsAWarning() throws {
    let run = try convert(Sample.transcript("v"), ["--unwrap", "/no/where", "--unwrap", "/no/where"])
    #expect(
      run.errors == """
        chatevents: warning: --unwrap /no/where leads nowhere in the documents that were read
          fix: compare it with a document; a pointer starts at the outermost object

        """)
    #expect(run.status == 0)
  }

  @Test(arguments: ["convert", "validate", "redact", "export"])
  func envelopesAreSaidOnce(command: String) throws {
    let needed = ["convert": ["--to", "segment"], "export": ["--visitor-id", "v"]][command] ?? []
    let text = Self.wrapped + "\n" + #"{"data":[\#(Sample.transcript("v")),\#(Sample.transcript("v"))]}"#
    let run = try Tool.run(
      [command, "--verbose", "--unwrap", "/payload/chat"] + needed, input: Array(text.utf8))
    #expect(
      run.errors.contains(
        """
        chatevents: note: read 1 record inside --unwrap /payload/chat
        chatevents: note: read 2 records inside objects (/data)

        """), "\(run.errors)")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("payload", "a pointer must begin with a slash: /payload"),
    ("/a~b", "in a pointer, ~ must be followed by 0"),
  ])
  func whatIsNoPointerIsAUsageError(pointer: String, message: String) throws {
    let run = try convert(Self.wrapped, ["--unwrap", pointer])
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }

  @Test func theEmptyPointerIsForStrings() throws {
    let run = try convert(
      #""{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}}""#, ["--verbose", "--unwrap", ""])
    #expect(run.errors == "chatevents: note: read 1 record inside --unwrap ''\n")
    #expect(run.lines.count == 1)
  }

  /// What was rejected inside an envelope is kept alone, and can be read again.
  @Test func aRejectsFileHoldsTheRecordAlone() throws {
    let scratch = Scratch()
    let rejects = scratch.path("rejects.jsonl")
    let text = #"{"Records":[{"body":"{\"kind\":\"Conversation\",\"visitor\":1}"}]}"#
    let run = try convert(text, ["--rejects", rejects])
    #expect(
      run.errors.hasPrefix(
        "<stdin>:1:61: error: expected an object, found a number at /visitor [type-mismatch]"))
    let again = try Tool.run(["validate", rejects])
    #expect(again.text.contains("[type-mismatch]"))
    #expect(again.text.contains("1 record"))
  }

  private func convert(_ text: String, _ words: [String] = []) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + words, input: Array(text.utf8))
  }
}
