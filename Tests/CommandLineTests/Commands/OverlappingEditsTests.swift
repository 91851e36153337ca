import Testing

/// Two reasons to replace the same text: one of them wins, and nothing personal is left.
@Suite struct OverlappingEditsTests {
  static let address = "jo.planted@example.org"

  @Test(
    arguments: [
      #""1.2.3.4""#, #""\#(Self.address)""#, #""+49 30 1234567""#, #""a \#(Self.address) b 1.2.3.4""#,
      "12345", "1.5", "true",
      #"["\#(Self.address)","1.2.3.4"]"#, #"{"email":"\#(Self.address)","a":["1.2.3.4",{"phone":5}]}"#,
      #""email: \#(Self.address)""#, #""\u0031.2.3.4""#, #""https://files.example.org/\#(Self.address)""#,
    ], [[], ["--pseudonymize"], ["--file-link", "files"]])
  func whatIsMadeOfIdsReplacesWhatIsFoundInIt(value: String, options: [String]) throws {
    for record in [
      #"{"type":"track","userId":"u1","event":"e","rudderId":\#(value)}"#,
      #"{"rudderId":\#(value),"type":"track","event":"e","anonymousId":"a","userId":"u"}"#,
      #"{"type":"track","userId":"u1","event":"e","rudderId":\#(value),"rudderId":\#(value)}"#,
      #"{"batch":[{"type":"track","userId":"u1","event":"e","rudderId":\#(value)}],"rudderId":\#(value)}"#,
      #"{"kind":"Conversation","visitor":{"id":"v","emailAddress":"a@b.co"},"rudderId":\#(value)}"#,
      #"{"callback":"api.chat.onBeginConversation","rudderId":\#(value),"userId":"\#(Self.address)"}"#,
      #"{"_type":"chat_meta","rudderId":\#(value),"client_email":"\#(Self.address)"}"#,
    ] {
      try expectSettled(record + "\n", options, record)
    }
  }

  @Test(arguments: [
    [], ["--pseudonymize"], ["--file-link", "example"], ["--as", "rudderstack"], ["--as", "segment"],
    ["--redact-field", "userId", "--redact-field", "note"], ["--redact-field", "/anonymousId"],
  ])
  func generatedRecordsAreSettled(options: [String]) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var records = PersonalRecords(seed: seed)
    let lines = (0..<500).map { _ in records.next() + "\n" }
    try expectSettled(lines.joined(), options, "seed \(seed)")
  }

  @Test func generatedRecordsThatAreNotSelectedStay() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var records = PersonalRecords(seed: seed)
    let lines = (0..<500).map { _ in records.next() + "\n" }
    let run = try redact(["--email", Self.address], lines.joined())
    try #require(run.status == 0, "seed \(seed): \(run.errors.prefix(500))")
    #expect(run.lines.count == lines.count, "seed \(seed)")
    #expect(try redact(["--verify"], lines.joined()).status == 1, "seed \(seed)")
  }

  /// What is made of ids that are redacted in part, or that are no text, is the same when it is made again.
  @Test(arguments: [
    #""email: \#(Self.address)\nphone: +49 30 1234567 or \u0031.2.3.4""#, #"["\#(Self.address)"]"#,
    #"{"id":"1.2.3.4"}"#, "true", "1.5", "12345", "null", #""""#, #""\u00fc \#(Self.address)""#,
  ])
  func whatIsMadeOfIdsIsMadeOfWhatIsLeftOfThem(id: String) throws {
    for (mark, options) in [
      (#""event":"chat_quit""#, []), (#""_type":"chat_meta""#, []), (#""kind":"Conversation""#, []),
      (#""type":"track","event":"e""#, []), (#""type":"track","event":"e""#, ["--as", "segment"]),
    ] {
      for member in ["userId", "anonymousId"] {
        let record = #"{\#(mark),"\#(member)":\#(id),"rudderId":"1.2.3.4"}"#
        try expectSettled(record + "\n", options, record)
        try expectSettled(record + "\n", options + ["--pseudonymize"], record)
      }
    }
  }

  /// The batch has no ids to make it of, and of a member that appears twice the last one counts.
  @Test(arguments: [
    #"{"batch":[{"type":"track","userId":"u1"}],"rudderId":"\#(Self.address)"}"#,
    #"{"batch":[{"type":"track","userId":"u1","rudderId":"1.2.3.4","rudderId":"x"}],"rudderId":["1.2.3.4"]}"#,
    #"{"type":"track","userId":"u1","rudderId":"\#(Self.address)","rudderId":"1.2.3.4"}"#,
    #"{"type":"identify","userId":"u1","rudderId":{"a":["planted@example.org"]},"rudderId":null}"#,
    #"{"type":"group","userId":"u1","rudderId":"\#(Self.address)","rudder\u0049d":"x"}"#,
  ])
  func everyIdThatIsMadeOfIdsIsReplaced(record: String) throws {
    for options in [["--as", "rudderstack"], ["--as", "segment"], []] {
      try expectSettled(record + "\n", options, record)
    }
  }

  /// Inside a name, which no text is put in place of, another member may be one that text is put in place of.
  @Test(arguments: ["0", "1", "17", "-0.0"])
  func aMemberInsideOfOneThatIsNamedIsSettled(value: String) throws {
    for inside in ["phoneNumber", "email", "first_name", "items", "id"] {
      for member in ["name", "visitor", "fullName"] {
        for mark in [#""event":"chat_started""#, #""type":"identify""#, #""kind":"Conversation""#] {
          let record = #"{\#(mark),"\#(member)":{"a":[{"\#(inside)":\#(value)},\#(value)]}}"#
          try expectSettled(record + "\n", ["--redact-field", member], record)
        }
      }
    }
  }

  /// A rule puts a number in place of a number, which is not what was asked for.
  @Test(arguments: ["17", "12.5", "0", "1", "-3e5", "[17,0]", #"{"a":17}"#, "true", "null"])
  func aMemberThatIsNamedIsSettledWhateverItHolds(id: String) throws {
    for (mark, options) in [
      (#""type":"track","event":"e""#, ["--redact-field", "userId"]),
      (#""type":"track","event":"e""#, ["--redact-field", "/userId", "--pseudonymize"]),
      (#""batch":[{"type":"track","userId":"u1"}]"#, ["--redact-field", "/userId"]),
      (#""kind":"Conversation""#, ["--redact-field", "userId", "--pseudonymize"]),
    ] {
      let record = #"{\#(mark),"userId":\#(id)}"#
      try expectSettled(record + "\n", options, record)
      if id == "17" { #expect(!(try redact(options, record).text.contains(#""userId":1"#))) }
    }
  }

  /// Expects that each record comes out, that nothing planted is in it, and that there is nothing more to redact.
  private func expectSettled(
    _ records: String, _ options: [String], _ what: String
  ) throws {
    let run = try redact(options, records)
    try #require(run.status == 0, "\(what) \(options): \(run.errors.prefix(500))")
    #expect(run.lines.count == records.split(separator: "\n").count, "\(what) \(options)")
    for planted in ["planted", "1.2.3.4", "1234567"] {
      #expect(!run.text.contains(planted), "\(what) \(options): \(planted)")
    }
    let again = try redact(options, run.text)
    let changed = zip(run.lines, again.lines).first { $0 != $1 }
    #expect(again.output == run.output, "\(what) \(options): redacted twice: \(changed as Any)")
    #expect(try redact(options + ["--verify"], run.text).errors == "", "\(what) \(options)")
  }

  private func redact(_ options: [String], _ input: String) throws -> Run {
    try Tool.run(
      ["redact"] + options, input: Array(input.utf8),
      environment: ["CHATEVENTS_PSEUDONYM_KEY": RedactTests.key])
  }
}

/// Records of all formats with personal data where several rules look at it.
///
/// None of it is where it stays by rule: in ids of chats and messages, and in the names of events, types and kinds. The members
/// that say what a record is appear once, so that it stays a record.
private struct PersonalRecords {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let names = [
    "rudderId", "userId", "anonymousId", "email", "phone", "note", "context", "traits", "properties",
    "visitor", "ip", "items", "body", "message", "client_name", "rudder\\u0049d", "customFields",
  ]

  private static let values = [
    #""jo.planted@example.org""#, #""1.2.3.4""#, #""+49 30 1234567""#, "5", "null", "true", #""""#, #""u1""#,
    #""email: jo.planted@example.org\nphone: +49 30 1234567""#, #""jo.planted@example.org/7""#,
    #""see https://files.example.org/jo.planted@example.org?ip=1.2.3.4 or 1.2.3.4""#,
    #""jo\u002eplanted\u0040example.org""#, #""<redacted> 1.2.3.4""#,
  ]

  private mutating func number(below count: Int) -> Int {
    // Knuth's generator; its high digits are the random ones.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func one(of list: [String]) -> String { list[number(below: list.count)] }

  mutating func next() -> String {
    let mark = one(of: [
      #""type":"track""#, #""type":"identify""#, #""kind":"Conversation""#, #""_type":"chat_meta""#,
      #""callback":"api.chat.onMessageToVisitor""#, #""event":"chat_quit""#, "batch",
    ])
    if mark == "batch" {
      let calls = (0...number(below: 3)).map { _ in
        number(below: 8) == 0 ? value(depth: 2) : object(#""type":"track""#, depth: 2)
      }
      return object(#""batch":[\#(calls.joined(separator: ","))]"#, depth: 2)
    }
    return object(mark, depth: 3)
  }

  private mutating func object(_ member: String?, depth: Int) -> String {
    var members = (0..<number(below: 7)).map { _ in "\"\(one(of: Self.names))\":\(value(depth: depth - 1))" }
    if let member { members.insert(member, at: number(below: members.count + 1)) }
    return "{\(members.joined(separator: number(below: 2) == 0 ? "," : " , "))}"
  }

  private mutating func value(depth: Int) -> String {
    switch depth > 0 ? number(below: 4) : 3 {
    case 0: object(nil, depth: depth)
    case 1: "[\((0..<number(below: 4)).map { _ in value(depth: depth - 1) }.joined(separator: ","))]"
    default: one(of: Self.values)
    }
  }
}
