import Testing

/// A demand that no record fits is a warning: it is probably misspelt.
@Suite struct SelectorTests {
  static let commands = [["redact"], ["redact", "--drop"], ["redact", "--verify"], ["export"]]

  static func warning(_ name: String) -> String {
    "chatevents: warning: no record that was read matches \(name)\n  fix: "
  }

  private func run(
    _ command: [String], _ options: String, _ input: String = RepeatedOptionTests.chats
  ) throws -> Run {
    let words = options.split(separator: " ").map(String.init)
    return try Tool.run(command + words, input: Array(input.utf8))
  }

  @Test(arguments: commands)
  func eachDemandThatMatchesNothingIsNamed(command: [String]) throws {
    let none = try run(command, "--email q@x.org")
    #expect(none.errors.hasPrefix(Self.warning("--email q@x.org")))
    #expect(none.errors.split(separator: "\n").count == 2)
    #expect(none.status == 0)
    let some = try run(
      command, "--email a@x.org --email=q@x.org --visitor-id v1 --visitor-id v9 --older-than 90d --now 0")
    for name in ["--email q@x.org", "--visitor-id v9", "--older-than 90d"] {
      #expect(some.errors.contains(Self.warning(name)), "\(some.errors)")
    }
    #expect(some.errors.split(separator: "\n").count == 6)
    #expect(some.status == 0)
  }

  @Test(arguments: commands)
  func demandsThatAllMatchAreNotNamed(command: [String]) throws {
    let all = try run(
      command, "--email A@x.org --email b@X.ORG --visitor-id v1 --visitor-id v2 --before 2020-01-01")
    #expect(all.errors == "")
    // One in another part of the input, which other tasks read, counts too.
    let last = RepeatedOptionTests.chat("v9", "q@x.org")
    let many = try run(
      command, "--email a@x.org --email q@x.org --jobs 4",
      String(repeating: RepeatedOptionTests.chats, count: 9000) + last)
    #expect(many.errors == "")
  }

  @Test(arguments: commands)
  func demandsThatNoRecordFitsTogetherAreNamed(command: [String]) throws {
    let run = try run(command, "--email a@x.org --visitor-id v2")
    #expect(
      run.errors.hasPrefix(
        "chatevents: warning: no record that was read matches all of: --email a@x.org, --visitor-id v2\n"))
    #expect(run.status == 0)
  }

  @Test(arguments: commands)
  func aMomentThatMatchesNothingIsNamed(command: [String]) throws {
    let before = command == ["export"] ? "--email a@x.org --before 5" : "--before 5"
    let old = try run(command, before)
    #expect(old.errors.hasPrefix(Self.warning("--before 5")))
    // Of two, the stricter one decides.
    let both = try run(command, before + " --older-than 1h --now 2020-01-01")
    #expect(both.errors.hasPrefix(Self.warning("--before 5")))
    #expect(both.errors.split(separator: "\n").count == 2)
  }

  @Test(arguments: commands)
  func anEmptyInputMatchesNothing(command: [String]) throws {
    let empty = try Tool.run(command + ["--email", "a@x.org"], input: [])
    #expect(empty.errors.contains(Self.warning("--email a@x.org")))
  }

  @Test func addressesOfBatchesAndAnswersCount() throws {
    let offline =
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"email: one@x.org"}],"#
      + #""visitor":{"emailAddress":"two@x.org"}}"# + "\n"
    let batch =
      #"{"batch":[{"type":"identify","userId":"u1"}],"context":{"traits":{"email":"three@x.org"}}}"# + "\n"
    let run = try run(
      ["redact"], "--email one@x.org --email two@x.org --email three@x.org", offline + batch)
    #expect(run.errors == "")
  }

  @Test func withoutASelectionThereIsNoWarning() throws {
    #expect(try Tool.run("redact", input: "").errors == "")
    #expect(try Tool.run("redact", "--timezone", "UTC", input: RepeatedOptionTests.chats).errors == "")
  }
}
