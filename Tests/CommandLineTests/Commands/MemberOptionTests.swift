import Foundation
import Testing

/// `--redact-field`, `--keep-field`, and what is said of links to files, on the command line.
@Suite struct MemberOptionTests {
  let scratch = Scratch()

  static let record =
    #"{"kind":"Conversation","id":"c","visitor":{"customFields":{"plan":"gold","email":"jo@x.org"}}}"# + "\n"

  @Test func membersAreReplacedAndKeptInEachRecord() throws {
    let options = ["redact", "--redact-field", "plan", "--keep-field", "e_mail", "--jobs", "2"]
    let run = try Tool.run(
      options, input: Array(String(repeating: Self.record, count: 3).utf8), at: scratch.folder)
    #expect(run.text == String(repeating: Self.record.replacing("gold", with: "<redacted>"), count: 3))
    #expect(run.errors == "" && run.status == 0)
    let verified = try Tool.run(
      ["redact", "--verify"] + options.dropFirst().prefix(4), input: Array(run.text.utf8), at: scratch.folder)
    #expect(verified.status == 0)
    let unredacted = try Tool.run(
      "redact", "--verify", "--redact-field=plan", "--keep-field=email", input: Self.record)
    #expect(unredacted.status == 1)
    #expect(unredacted.text.contains("1 record: 1 error,"))
  }

  @Test(arguments: [
    ("olark", #"{"kind":"Conversation","x":{"plan":"@"}}"#),
    ("userlike", #"{"_type":"chat_meta","id":1,"x":{"plan":"@"}}"#),
    ("olark-js", #"{"callback":"api.chat.onReady","x":{"plan":"@"}}"#),
    ("userlike-js", #"{"event":"chat_quit","globalCtx":{},"sessionCtx":{},"x":{"plan":"@"}}"#),
    ("segment", #"{"type":"track","event":"e","x":{"plan":"@"}}"#),
    ("rudderstack", #"{"type":"track","event":"e","x":{"plan":"@"}}"#),
    ("segment", #"{"batch":[{"type":"track","event":"e","x":{"plan":"@"}}]}"#),
  ])
  func membersOfAllFormatsAreNamed(format: String, record: String) throws {
    let input = record.replacing("@", with: "gold")
    for name in ["plan", record.contains("batch") ? "/batch/0/x/plan" : "/x/plan", "/x/*"] {
      let run = try Tool.run("redact", "--as", format, "--redact-field", name, input: input)
      #expect(run.text == record.replacing("@", with: "<redacted>") + "\n", "\(name)")
      let mail = record.replacing("@", with: "jo@x.org")
      #expect(try Tool.run("redact", "--as", format, "--keep-field", name, input: mail).text == mail + "\n")
    }
  }

  @Test func membersInsideOfEnvelopesAreNamed() throws {
    let body = Self.record.dropLast().replacing("\"", with: "\\\"")
    let run = try Tool.run(
      "redact", "--redact-field", "/visitor/customFields/plan", "--keep-field", "email",
      input: #"{"Records":[{"body":"\#(body)"}]}"#)
    #expect(run.text == Self.record.replacing("gold", with: "<redacted>"))
  }

  @Test func aSelectorThatNamesNothingIsAWarning() throws {
    let options = ["--redact-field", "plam", "--redact-field", "plan", "--keep-field", "/email"]
    let run = try Tool.run(["redact"] + options, input: Array(Self.record.utf8), at: scratch.folder)
    #expect(run.errors.contains("warning: no member that was read matches --redact-field plam\n"))
    #expect(run.errors.contains("warning: no member that was read matches --keep-field /email\n"))
    #expect(!run.errors.contains("--redact-field plan"))
    #expect(run.status == 0)
    let strict = try Tool.run(
      ["redact", "--strict"] + options, input: Array(Self.record.utf8), at: scratch.folder)
    #expect(strict.status == 1 && strict.output == run.output)
    // Where nobody is selected, that is the warning.
    let nobody = try Tool.run("redact", "--email", "a@b.c", "--redact-field", "plan", input: Self.record)
    #expect(!nobody.errors.contains("--redact-field"))
  }

  @Test(arguments: [
    ["--redact-field", ""], ["--redact-field", "/a~2"], ["--keep-field", "-"],
    ["--redact-field", "Plan", "--keep-field", "pl-an"], ["--redact-field", "/a", "--keep-field", "/a"],
    ["--drop", "--email", "a@b.c", "--redact-field", "a"],
    ["--drop", "--email", "a@b.c", "--keep-field", "a"],
    ["--strict"],
  ])
  func wrongUsageIsStatus64(options: [String]) throws {
    let run = try Tool.run(["redact"] + options, input: Array(Self.record.utf8), at: scratch.folder)
    #expect(run.status == 64 && run.output.isEmpty, "\(options)")
  }

  static func chat(_ body: String, page: String = "") -> String {
    #"{"kind":"Conversation","visitor":{"conversationBeginPage":"\#(page)"},"items":[{"kind":"MessageToOperator","body":"\#(body)"}]}"#
      + "\n"
  }

  @Test func linksToFilesThatStayAreAWarning() throws {
    let input = Self.chat("https://x.org/a.pdf and https://x.org/b.png") + Self.chat("https://x.org/c.zip")
    let run = try Tool.run("redact", input: input)
    #expect(run.text == input && run.status == 0)
    #expect(
      run.errors.hasPrefix(
        "chatevents: warning: 3 links to files are left in texts, since --file-link is not given\n"))
    #expect(try Tool.run("redact", "--file-link", "x\\.org", input: input).errors == "")
    #expect(try Tool.run("redact", "--redact-field", "body", input: input).errors == "")
    #expect(
      try Tool.run("redact", input: Self.chat("https://x.org/a", page: "https://x.org/a.pdf")).errors == "")
  }
}
