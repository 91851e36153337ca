import Testing

/// What some routes can be asked, and how the tool answers where it cannot.
@Suite struct RouteOptionTests {
  @Test(arguments: [
    (
      ["--from", "olark", "--to", "rudderstack", "--no-bodies"],
      "--no-bodies has no effect on this route; it applies to --from olark --to segment"
    ),
    (
      ["--to", "olark", "--timestamps"],
      "--timestamps has no effect on this route; it applies to --from olark --to rudderstack"
    ),
    (
      ["--to", "segment", "--calls", "idntify"],
      "invalid value 'idntify' for --calls (values: identify, group, track); did you mean 'identify'?"
    ),
    (
      ["--to", "segment", "--events", "sent,startd"],
      "invalid value 'startd' for --events (values: started, sent, received, ended); did you mean 'started'?"
    ),
    (
      ["--to", "segment", "--user-id", "email"],
      "invalid value 'email' for --user-id: expected visitor.id, visitor.emailAddress or visitor.customFields.<name>"
    ),
    (
      ["--to", "segment", "--timezone", "Mars/Crater"],
      "invalid value 'Mars/Crater' for --timezone: no such zone"
    ),
    (
      ["--to", "segment", "--timezone", "../../etc/passwd"],
      "invalid value '../../etc/passwd' for --timezone: no such zone"
    ),
    (
      ["--to", "segment", "--integrations", "[]"],
      "invalid value '[]' for --integrations: expected a JSON object; 1:1: expected an object, found an array"
    ),
    (
      ["--to", "segment", "--format", "js"],
      "--format js applies to calls of a browser only: --to olark-js, --to userlike-js"
    ),
    (
      ["--to", "olark-js", "--format", "batch"],
      "--format batch applies to services only: --to segment, --to rudderstack"
    ),
    (
      ["--to", "segment", "--require-consent"],
      "--require-consent needs --consent-granted, the pattern that grants consent"
    ),
    (
      ["--to", "segment", "--consent-withdrawn", "no", "--require-consent"],
      "--require-consent needs --consent-granted"
    ),
    (
      ["--from", "userlike", "--to", "segment", "--consent-granted", "yes"],
      "--consent-granted has no effect on this route; it applies to --from olark --to rudderstack, --from olark --to segment"
    ),
  ])
  func whatMakesNoSenseIsAUsageError(arguments: [String], message: String) throws {
    let run = try Tool.run(["convert"] + arguments, input: [])
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  /// The routes that are listed are those from the first file's format.
  @Test(arguments: [
    ("olark/samples/send-test.input.json", ["olark"]),
    ("segment/names-of-all-kinds.input.jsonl", ["segment", "rudderstack"]),
    ("olark/containers/array-pretty.input.json", ["olark"]),
  ])
  func aMissingTargetIsAnsweredWithTheRoutesOfTheInput(file: String, formats: [String]) throws {
    let run = try Tool.run("convert", "Fixtures/\(file)")
    #expect(run.status == 64)
    let listed = Set(run.errors.matches(of: /--from ([a-z-]+) --to/).map { String($0.1) })
    #expect(listed == Set(formats))
  }

  @Test func theSecretKeyComesFromTheEnvironmentUnlessAFileHoldsIt() throws {
    let call = #"{"type":"identify","userId":"u"}"#
    let variables = ["CHATEVENTS_USERLIKE_SECRET_KEY": "from-the-environment"]
    let own = try Tool.run("convert", "--to", "userlike-js", input: call, environment: variables)
    #expect(own.text.contains(#""secretKey":"from-the-environment""#))
    let file = try Tool.run(
      "convert", "--to", "userlike-js", "--secret-key-file", "Fixtures/userlike-key.txt", input: call,
      environment: variables)
    #expect(file.text.contains(#""secretKey":"not-a-secret""#))
    let none = try Tool.run("convert", "--to", "userlike-js", input: call)
    #expect(!none.text.contains("secretKey"))
  }

  @Test func aKeyFileThatIsNotThereIsNamedAndNothingIsWritten() throws {
    let run = try Tool.run(
      "convert", "--to", "userlike-js", "--secret-key-file", "no-such-file",
      input: #"{"type":"identify","userId":"u"}"#)
    #expect(run.status == 66)
    #expect(run.errors == "chatevents: error: cannot read no-such-file: No such file or directory\n")
    #expect(run.output.isEmpty)
  }

  /// 2026-03-29 02:30 was skipped in Berlin, 2026-10-25 02:30 shown twice; each is checked with `zoneinfo` and fold 0.
  @Test(arguments: [
    ("2026-01-01 12:00:00", "2026-01-01T11:00:00.000Z"), ("2026-07-01 12:00:00", "2026-07-01T10:00:00.000Z"),
    ("2026-03-29 02:30:00", "2026-03-29T01:30:00.000Z"), ("2026-10-25 02:30:00", "2026-10-25T00:30:00.000Z"),
  ])
  func localTimesAreThoseOfTheZone(local: String, time: String) throws {
    let record = #"{"_type":"offline_message","id":1,"message":"x","created_at":"\#(local)"}"#
    let run = try Tool.run("convert", "--to", "segment", "--timezone", "Europe/Berlin", input: record)
    #expect(run.text.contains(#""timestamp":"\#(time)""#))
  }
}
