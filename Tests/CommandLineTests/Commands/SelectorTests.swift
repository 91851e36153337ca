import Testing

/// A demand that no record fits is a warning: it is probably misspelt.
@Suite struct SelectorTests {
  static let commands = [["redact"], ["redact", "--drop"], ["export"]]

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
    let before = command == ["export"] ? "--email a@x.org --before 100000005" : "--before 100000005"
    let old = try run(command, before)
    #expect(old.errors.hasPrefix(Self.warning("--before 100000005")))
    // Of two, the stricter one decides.
    let both = try run(command, before + " --older-than 1h --now 2020-01-01")
    #expect(both.errors.hasPrefix(Self.warning("--before 100000005")))
    #expect(both.errors.split(separator: "\n").count == 2)
  }

  @Test(arguments: commands)
  func anEmptyInputMatchesNothing(command: [String]) throws {
    let empty = try Tool.run(command + ["--email", "a@x.org"], input: [])
    #expect(empty.errors.contains(Self.warning("--email a@x.org")))
  }

  @Test(arguments: commands)
  func strictlyADemandThatMatchesNothingFailsTheRun(command: [String]) throws {
    let all = "--email a@x.org --strict"
    #expect(try run(command, all).status == 0)
    for one in [" --email q@x.org", " --visitor-id v9", " --visitor-id v2", " --before 2001-01-01"] {
      let failed = try run(command, all + one)
      #expect(
        failed.status == 1 && failed.errors.contains("warning: no record that was read matches"), "\(one)")
      // What matches is done all the same.
      #expect(try run(command, "--email a@x.org" + one).output == failed.output)
    }
    #expect(try run(["redact"], "--strict").status == 64)
    #expect(try run(["redact", "--verify"], "--strict --email a@x.org").status == 64)
    #expect(try run(["redact", "--verify"], "--strict --before 2001-01-01").status == 1)
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

  @Test(arguments: [
    (
      ["redact"],
      "chatevents: warning: 2 records have no time that can be read, and stayed unchanged\n  fix: "
    ),
    (
      ["redact", "--undated", "keep"],
      "chatevents: warning: 2 records have no time that can be read, and stayed unchanged\n  fix: "
    ),
    (
      ["redact", "--undated", "drop"],
      "chatevents: note: 2 records have no time that can be read, and were dropped\n"
    ),
    (
      ["redact", "--undated=redact"],
      "chatevents: note: 2 records have no time that can be read, and were redacted\n"
    ),
    (
      ["export", "--email", "a@x.org"],
      "chatevents: warning: 2 records have no time that can be read, and were not selected\n"
    ),
    (
      ["convert", "--to", "segment"],
      "chatevents: warning: 2 records have no time that can be read, and were not selected\n"
    ),
  ])
  func recordsWithoutATimeAreCounted(command: [String], expected: String) throws {
    let undated =
      #"{"kind":"Conversation","visitor":{"emailAddress":"a@x.org","id":"v"},"items":[]}"#
      + "\n"
    let old =
      #"{"kind":"Conversation","visitor":{"emailAddress":"a@x.org","id":"v"},"items":[{"timestamp":"1400000000"}]}"#
      + "\n"
    for jobs in ["1", "2"] {
      let run = try run(command, "--before 2020-01-01 --jobs \(jobs)", undated + old + undated)
      #expect(run.errors.contains(expected), "\(run.errors)")
      #expect(run.status == 0)
    }
  }

  @Test(arguments: ["2026", "20261121", "0", "2026-13-01", "soon", ""])
  func whatIsNoTimeIsRefused(text: String) throws {
    #expect(try Tool.run("redact", "--before=\(text)", input: "").status == 64)
  }

  @Test func withoutASelectionThereIsNoWarning() throws {
    #expect(try Tool.run("redact", input: "").errors == "")
    #expect(try Tool.run("redact", "--timezone", "UTC", input: RepeatedOptionTests.chats).errors == "")
  }
}
