import Foundation
import Testing

/// `chatevents export`: whom it asks for, where the records come from, and how it ends.
@Suite struct ExportTests {
  let scratch = Scratch()

  static let header =
    "conversation_id,message_number,time,kind,from,author,body,page,source,line,"
    + "visitor_name,visitor_email,visitor_phone,visitor_city,visitor_region,visitor_country,visitor_organization,"
    + "visitor_referrer,visitor_custom_fields\r\n"

  /// The visitor's columns for one of whom nothing but an address is known.
  static func visitor(_ email: String) -> String { ",,\(email),,,,,,,\r\n" }

  static func chat(_ email: String, _ body: String = "x") -> String {
    #"{"kind":"Conversation","id":"c","visitor":{"emailAddress":"\#(email)"},"#
      + #""items":[{"kind":"MessageToOperator","body":"\#(body)"}]}"# + "\n"
  }

  @Test func rowsNameTheirFileAndLine() throws {
    try scratch.write(Self.chat("x@example.org") + Self.chat("JO@example.org", "one"), to: "a.jsonl")
    try scratch.write("\n\n" + Self.chat("jo@example.org", "two"), to: "=b,c.jsonl")
    let run = try Tool.run("export", "--email", "jo@Example.org", "a.jsonl", "=b,c.jsonl", at: scratch.folder)
    try expectEqual(
      run.text,
      Self.header + "c,1,,MessageToOperator,visitor,,one,,a.jsonl,2" + Self.visitor("JO@example.org")
        + "c,1,,MessageToOperator,visitor,,two,,\"'=b,c.jsonl\",3" + Self.visitor("jo@example.org"),
      "the table")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  /// Blocks that are read side by side learn of their lines only when they are put in order.
  @Test(arguments: ["csv", "json"])
  func severalJobsGiveTheSame(form: String) throws {
    var text = ""
    for number in 0..<20_000 {
      text += Self.chat(number % 3 == 0 ? "jo@example.org" : "x@example.org", "\(number)")
      if number % 7 == 0 { text += "\n" }
    }
    let path = try scratch.write(text, to: "chats.jsonl")
    let one = try Tool.run("export", "--email", "jo@example.org", "--format", form, "--jobs", "1", path)
    let four = try Tool.run("export", "--email", "jo@example.org", "--format", form, "--jobs", "4", path)
    try expectEqual(four.output, one.output, form)
    // CR and LF are one character to Swift.
    let rows = one.text.split(whereSeparator: \.isNewline)
    #expect(rows.count > 6_000)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let last = try #require(lines.firstIndex { $0.contains(#""19998""#) }) + 1
    let row = try #require(rows.last { $0.contains("19998") })
    #expect(row.contains(form == "csv" ? "chats.jsonl,\(last)," : #"chats.jsonl","line":\#(last),"#))
  }

  @Test func timesWithoutAZoneAreReadInTheOneThatIsSaid() throws {
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--timezone", "Europe/Berlin",
      input: #"{"_type":"offline_message","client_email":"jo@example.org","#
        + #""created_at":"2014-07-29 11:23:24"}"#)
    #expect(
      run.text == Self.header + ",,2014-07-29T09:23:24.000Z,offline_message,visitor,,,,<stdin>,1"
        + Self.visitor("jo@example.org"))
  }

  @Test func withoutAVisitorNothingIsHandedOver() throws {
    let run = try Tool.run("export", "--older-than", "90d", input: Self.chat("jo@example.org"))
    #expect(run.status == 64)
    #expect(run.text == "")
    #expect(
      run.errors.hasPrefix("chatevents: error: missing visitor; name one with --email or --visitor-id\n"))
  }

  @Test(arguments: [
    ("csv", Self.header),
    (
      "json",
      "{\"records\":[\n],\"profile\":{\"names\":[],\"email_addresses\":[],\"phone_numbers\":[],\"ids\":[],"
        + "\"ip_addresses\":[],\"cities\":[],\"regions\":[],\"countries\":[],\"organizations\":[],\"referrers\":[],"
        + "\"custom_fields\":{}}}\n"
    ),
  ])
  func thatNothingWasFoundIsToldAndNoError(form: String, text: String) throws {
    for input in ["", Self.chat("x@example.org")] {
      let run = try Tool.run("export", "--email", "jo@example.org", "--format", form, input: input)
      #expect(run.text == text)
      #expect(
        run.errors
          == """
          chatevents: warning: no record that was read matches --email jo@example.org
            fix: check the spelling; the same person may also have other addresses and ids

          """)
      #expect(run.status == 0)
    }
  }

  @Test func brokenRecordsAreKept() throws {
    let rejects = scratch.path("rejects.jsonl")
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--rejects", rejects, "--summary",
      input: Self.chat("jo@example.org") + #"{"kind":"#)
    #expect(run.status == 1)
    #expect(run.text.hasPrefix(Self.header + "c,1,"))
    #expect(run.errors.contains("records read 2 = converted 1 + skipped 0 + rejected 1"))
    #expect(try scratch.text("rejects.jsonl").contains(#""record":"{\"kind\":""#))
  }

  @Test func anInputThatCannotBeOpenedLeavesNoFile() throws {
    try scratch.write(Self.chat("jo@example.org"), to: "a.jsonl")
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--output", "jo.csv", "a.jsonl", "missing.jsonl",
      at: scratch.folder)
    #expect(run.status == 66)
    #expect((try? scratch.text("jo.csv")) == nil)
    let whole = try Tool.run(
      "export", "--email", "jo@example.org", "--output", "jo.csv", "a.jsonl", at: scratch.folder)
    #expect(whole.status == 0)
    #expect(
      try scratch.text("jo.csv")
        == Self.header + "c,1,,MessageToOperator,visitor,,x,,a.jsonl,1" + Self.visitor("jo@example.org"))
  }

  @Test func aTableForSpreadsheetsHasItsSeparatorAndMark() throws {
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--bom", "--delimiter", ";",
      input: Self.chat("jo@example.org", "a;b, ü"))
    #expect(run.text.hasPrefix("\u{feff}conversation_id;message_number;time;"))
    #expect(run.text.contains("c;1;;MessageToOperator;visitor;;\"a;b, ü\";;<stdin>;1;;jo@example.org;"))
    #expect(run.text.unicodeScalars.count { $0 == "\u{feff}" } == 1)
  }

  @Test func aTabulatorIsSpelledOut() throws {
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--delimiter", #"\t"#, input: Self.chat("jo@example.org"))
    #expect(run.text.hasPrefix("conversation_id\tmessage_number\t"))
  }

  @Test(arguments: [
    (["--delimiter", "x"], "invalid value 'x' for --delimiter: expected one of , ; | and \\t"),
    (["--delimiter", ",,"], "invalid value ',,' for --delimiter"),
    (["--format", "json", "--bom"], "--bom applies to tables only: --format csv, or --profile"),
    (["--format", "json", "--delimiter", ";"], "--delimiter applies to tables only"),
    (["--profile", "-"], "--profile needs a file; standard output is for the export"),
    (["--bom", "--bom"], "--bom appears twice"),
  ])
  func whatDoesNothingIsRefused(words: [String], message: String) throws {
    let run = try Tool.run(
      ["export", "--email", "jo@example.org"] + words, input: Array(Self.chat("jo@example.org").utf8))
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.text == "")
  }

  @Test(arguments: ["csv", "json"])
  func theProfileIsAFileOfItsOwn(form: String) throws {
    try scratch.write(Self.chat("JO@example.org"), to: "a.jsonl")
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--format", form, "--profile", "facts.csv", "--delimiter", ";",
      "a.jsonl", at: scratch.folder)
    #expect(run.status == 0)
    #expect(
      try scratch.text("facts.csv") == "kind;field;value;member;conversation_id;time;source;line\r\n"
        + "email;;JO@example.org;/visitor/emailAddress;c;;a.jsonl;1\r\n")
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("facts.csv"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func withoutAllInputsThereIsNoProfile() throws {
    try scratch.write(Self.chat("jo@example.org"), to: "a.jsonl")
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--profile", "facts.csv", "a.jsonl", "missing.jsonl",
      at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.errors.contains("facts.csv was not written"))
    #expect((try? scratch.text("facts.csv")) == nil)
  }

  @Test func theProfileOverwritesNoInput() throws {
    try scratch.write(Self.chat("jo@example.org"), to: "a.jsonl")
    let run = try Tool.run(
      "export", "--email", "jo@example.org", "--profile", "a.jsonl", "a.jsonl", at: scratch.folder)
    #expect(run.status == 64)
    #expect(try scratch.text("a.jsonl") == Self.chat("jo@example.org"))
  }
}
