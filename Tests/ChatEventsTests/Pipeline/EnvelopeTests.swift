import JSONText
import TestSupport
import Testing

@testable import ChatEvents

/// What is in envelopes is read as if it were in the source, and nothing of it is lost in silence.
@Suite struct EnvelopeTests {
  static let one = Sample.transcript(1)
  static let two = Sample.transcript(2)

  /// Returns a text as a JSON string.
  static func quoted(_ text: String) -> String {
    var output = Output(capacity: 64)
    output.appendQuoted(text)
    return String(decoding: output.written, as: UTF8.self)
  }

  static func base64(_ text: String) -> String {
    String(decoding: Base64.encoded(Array(text.utf8)), as: UTF8.self)
  }

  static func form(_ text: String) -> String {
    "data=" + text.utf8.map { "%" + String(UInt16($0) + 0x100, radix: 16).suffix(2) }.joined()
  }

  static let around: [@Sendable (String) -> String] = [
    { #"{"headers":{},"body":\#(quoted($0)),"isBase64Encoded":false}"# },
    { #"{"body":"\#(base64($0))","isBase64Encoded":true}"# },
    { #"{"httpMethod":"POST","body":\#(quoted(form($0)))}"# },
    { #"{"headers":{},"query":{},"body":\#($0)}"# },
    { #"{"Type":"Notification","Message":\#(quoted($0))}"# },
    { #"{"Records":[{"Sns":{"Message":\#(quoted($0))}}]}"# },
    { #"{"Records":[{"body":\#(quoted($0))}]}"# },
    { #"{"Messages":[{"Body":\#(quoted($0))}]}"# },
    { #"{"detail-type":"chat","detail":\#($0)}"# },
    { #"{"Records":[{"kinesis":{"data":"\#(base64($0))"}}]}"# },
    { #"{"specversion":"1.0","type":"chat","source":"/x","id":"1","data":\#($0)}"# },
    { #"{"specversion":"1.0","type":"chat","source":"/x","id":"1","data_base64":"\#(base64($0))"}"# },
    { #"{"subscription":"s","message":{"data":"\#(base64($0))"}}"# },
    { #"{"request_body":\#(quoted($0))}"# },
    { #"{"request_body":\#(quoted(form($0)))}"# },
    { quoted($0) },
    { #"{"data":\#($0)}"# },
    { #"{"data":[\#($0)]}"# },
    { #"{"data":\#(quoted($0))}"# },
    { #"{"chats":[\#($0)],"next":null}"# },
    { #"{"code":"x","record":\#(quoted($0))}"# },
    { "[" + quoted($0) + "]" },
    form,
  ]

  /// Those that are an object or a string around one layer, which need not be a record itself.
  static let nesting = around.filter {
    let text = $0("")
    return !text.contains("data=") && !text.contains("chats") && text.utf8.first != UInt8(ascii: "[")
  }

  @Test(arguments: around.indices)
  func theRecordInAKnownEnvelopeGivesTheSame(index: Int) throws {
    let plain = try Conversion(Self.one.utf8)
    let found = try Conversion(Self.around[index](Self.one).utf8)
    #expect(found.output == plain.output)
    #expect(found.rejects.isEmpty)
    #expect(found.balance.read == 1)
  }

  /// Two, three and four envelopes, each in the others, at random.
  @Test func envelopesInEnvelopesGiveTheSame() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let plain = try Conversion(Self.one.utf8)
    for _ in 0..<60 {
      var text = Self.one
      for _ in 0..<Int.random(in: 2...3, using: &random) {
        // A form body is no JSON value, and what holds one has a layer more.
        text = Self.nesting.randomElement(using: &random)?(text) ?? text
      }
      let found = try Conversion(text.utf8)
      #expect(found.output == plain.output, "seed \(seed): \(text)")
    }
  }

  @Test func fiveLayersAreRefused() throws {
    for around in Self.nesting {
      let text = (0..<5).reduce(Self.one) { text, _ in around(text) }
      #expect(try Conversion(text.utf8).rejects.map(\.code.name) == ["too-many-layers"], "\(text)")
      let less = (0..<4).reduce(Self.one) { text, _ in around(text) }
      #expect(try Conversion(less.utf8).lines.count == 1, "\(less)")
    }
  }

  // MARK: What is no record

  @Test func eachContentIsCountedAndRejectedForItself() throws {
    let bad = #"{"kind":"Conversation","visitor":1}"#
    let found = try Conversion(
      #"{"Records":[{"body":\#(Self.quoted(Self.one))},{"body":\#(Self.quoted(bad))},{"x":1},{"body":"hi"},5]}"#
        .utf8)
    #expect(found.lines.count == 1)
    #expect(
      found.rejects.map(\.code.name) == ["type-mismatch", "unknown-shape", "expected-value", "unknown-shape"])
    #expect(found.rejectedTexts == [bad, #"{"x":1}"#, "hi", "5"])
    #expect(found.balance.read == 5)
    #expect(found.balance.envelopes == ["SQS events (/Records/*/body)": 5])
  }

  @Test(arguments: [
    #"{"headers":{},"body":"{\"kind\":\"Conv"}"#, #"{"Type":"Notification","Message":"[{\"kind\""}"#,
    #"{"detail-type":"x","detail":"{\"a\" 1}"}"#, #"{"isBase64Encoded":true,"body":"!"}"#,
    #"{"headers":{},"body":"{\"a\":\"\ud800\"}"}"#,
  ])
  func whatIsBrokenInsideIsReportedAsThat(text: String) throws {
    let found = try Conversion(text.utf8)
    #expect(found.rejects.count == 1)
    #expect(found.rejects.allSatisfy { $0.code != .unknownShape })
  }

  @Test func aBrokenRecordHidesNoOther() throws {
    let text = #"{"request_body":\#(Self.quoted("{\"a\":01}\n\(Self.one)"))}"#
    let found = try Conversion(text.utf8)
    #expect(found.lines.count == 1)
    #expect(found.rejects.map(\.code.name) == ["invalid-number"])
  }

  @Test(arguments: [
    #"{"Records":[]}"#, #"{"data":{}}"#, #"{"data":[]}"#, #"{"data":[1]}"#, #"{"chats":[{}]}"#,
    #"{"headers":{},"body":null}"#,
    #"{"headers":{},"body":""}"#, #"{"headers":{},"body":"hello"}"#,
    #"{"Type":"SubscriptionConfirmation","Message":"x"}"#,
    #"{"request_body":"-"}"#, #""hello""#, #""""#, #""1""#, #"{"detail-type":"x","detail":5}"#,
  ])
  func anEnvelopeWithoutARecordIsRejectedItself(text: String) throws {
    let found = try Conversion(text.utf8)
    #expect(found.rejects.map(\.code.name) == ["unknown-shape"])
    #expect(found.rejectedTexts == [text])
  }

  @Test func recordsBesideTheOnlyArrayAreNotLost() throws {
    for text in [
      #"{"a":[\#(Self.one)],"b":[\#(Self.two)]}"#, #"{"a":[\#(Self.one)],"b":\#(Self.two)}"#,
      #"{"data":\#(Self.one),"b":[\#(Self.two)]}"#, #"{"data":\#(Self.one),"b":\#(Self.two)}"#,
    ] {
      #expect(try Conversion(text.utf8).rejects.map(\.code.name) == ["unknown-shape"], "\(text)")
    }
  }

  // MARK: Places

  @Test func aPlaceIsThatOfTheByteInTheSource() throws {
    let bad = #"{"kind":"Conversation","visitor":1}"#
    let text = "\n{\"Records\": [\n  {\"body\":\"\(bad.replacing("\"", with: "\\\""))\"}]}"
    let reject = try #require(try Conversion(text.utf8).rejects.first)
    #expect(reject.place.description == "3:12")
    #expect(reject.diagnostic.place.description == "3:51")
    #expect(reject.diagnostic.pointer.description == "/visitor")
    #expect(reject.record == Array(bad.utf8))
  }

  @Test func aPlaceInPlaceIsItsOwn() throws {
    let bad = #"{"kind":"Conversation","visitor":1}"#
    let reject = try #require(try Conversion("{\"data\":[\n\(Self.one),\n \(bad)]}".utf8).rejects.first)
    #expect(reject.place.description == "3:2")
    #expect(reject.diagnostic.place.description == "3:35")
    #expect(reject.diagnostic.pointer.description == "/visitor")
  }

  @Test func aPlaceInBase64IsThatOfTheString() throws {
    let bad = #"{"kind":"Conversation","visitor":1}"#
    let reject = try #require(
      try Conversion(#"{"isBase64Encoded":true,"body":"\#(Self.base64(bad))"}"#.utf8).rejects.first)
    #expect(reject.place.description == "1:32")
    #expect(reject.diagnostic.place.description == "1:32")
  }

  @Test func validationHasTheSamePlaces() throws {
    let text = #"{"headers":{},"body":"\n{\"kind\":\"Conversation\",\"visitor\":1}"}"#
    let found = try Conversion(text.utf8) { $0.task = .validate(ValidationSettings()) }
    #expect(found.checked.map(\.place.description) == ["1:25"])
    #expect(found.checked.first?.findings.first?.place.description == "1:64")
  }

  @Test func piecesGiveTheSame() throws {
    let text = Self.around.map { $0(Self.one) }.joined(separator: "\n")
    let whole = try Conversion(text.utf8)
    for size in [1, 7, 100, 1000] { #expect(try Conversion(text.utf8, blockSize: size) == whole) }
  }

  // MARK: Pointers

  @Test(arguments: ["/payload/chat", "/payload/*", "/*/chat"])
  func aPointerLeadsToTheRecord(pointer: String) throws {
    let texts = [
      Self.one, Self.quoted(Self.one), "\"\(Self.base64(Self.one))\"", "[\(Self.one)]",
      Self.quoted(Self.form(Self.one)),
    ]
    let plain = try Conversion(Self.one.utf8).output
    for text in texts {
      let found = try unwrapped(#"{"payload":{"chat":\#(text)}}"#, pointer)
      #expect(found.output == plain, "\(text)")
    }
  }

  @Test func theFirstPointerThatLeadsSomewhereCounts() throws {
    let text = #"{"a":\#(Self.one),"b":\#(Self.two)}"#
    #expect(try unwrapped(text, "/b", "/a").output == Conversion(Self.two.utf8).output)
    #expect(try unwrapped(text, "/c", "/a").output == Conversion(Self.one.utf8).output)
    #expect(try unwrapped(Self.one, "/c").output == Conversion(Self.one.utf8).output)
  }

  @Test(arguments: ["[]", "\"\"", "\" \\n\"", "\"[]\""])
  func whatIsEmptyIsAWarning(value: String) throws {
    let found = try unwrapped(#"{"chats":\#(value)}"#, "/chats")
    #expect(found.balance.read == 0)
    #expect(found.balance.warnings.map { $0.key.code.name } == ["empty-envelope"])
    #expect(found.balance.envelopes == ["--unwrap /chats": 0])
  }

  @Test(arguments: [
    ("1", ["unknown-shape"]), ("{}", ["unknown-shape"]), ("\"x\"", ["expected-value"]),
    ("[1,[]]", ["unknown-shape", "unknown-shape"]),
  ])
  func whatIsNoRecordThereIsRejected(value: String, codes: [String]) throws {
    #expect(try unwrapped(#"{"chats":\#(value)}"#, "/chats").rejects.map(\.code.name) == codes)
  }

  private func unwrapped(_ text: String, _ pointers: String...) throws -> Conversion {
    let pointers = try pointers.map { try UnwrapPointer($0) }
    return try Conversion(text.utf8) { $0.unwrapping = pointers }
  }

  // MARK: Advice

  @Test(arguments: [
    (#"{"payload":{"chat":RECORD}}"#, "at /payload/chat with --unwrap /payload/chat"),
    (#"{"chat":RECORD}"#, "at /chat with --unwrap /chat"),
    (#"{"a/b":{"m~n":RECORD}}"#, "at /a~1b/m~0n with --unwrap '/a~1b/m~0n'"),
    (#"{"x":{"chats":[RECORD,RECORD]}}"#, "at /x/chats/* with --unwrap '/x/chats/*'"),
    (#"{"x":[{"chat":RECORD},{"chat":RECORD}]}"#, "at /x/*/chat with --unwrap '/x/*/chat'"),
    (#"{"x":[1,{"chat":RECORD}]}"#, "at /x/1/chat with --unwrap /x/1/chat"),
    (
      #"{"a":[RECORD],"b":[RECORD],"c":RECORD}"#, "at /c and others with --unwrap /c"
    ),
    (#"{"payload":TEXT}"#, "at /payload with --unwrap /payload"),
    (#"{"payload":PACKED}"#, "at /payload with --unwrap /payload"),
    (#"{"a":{"b":{"c":{"d":{"e":RECORD}}}}}"#, "at /a/b/c/d/e with --unwrap /a/b/c/d/e"),
  ])
  func aRecordInsideIsPointedAt(text: String, advice: String) throws {
    let text = text.replacing("RECORD", with: Self.one).replacing("TEXT", with: Self.quoted(Self.one))
      .replacing("PACKED", with: "\"\(Self.base64(Self.one))\"")
    let reject = try #require(try Conversion(text.utf8).rejects.first)
    #expect(reject.diagnostic.fix == "read the transcript \(advice)")
    let followed = try Conversion(text.utf8) { $0.unwrapping = Self.pointers(in: advice) }
    #expect(followed.lines.contains(try #require(try Conversion(Self.one.utf8).lines.first)), "\(text)")
  }

  @Test func adviceGoesThroughStrings() throws {
    var text = #"{"chat":\#(Self.one)}"#
    #expect(
      try Conversion(#"{"c":\#(Self.quoted(text))}"#.utf8).rejects.first?.diagnostic.fix
        == "read the transcript at /c, then at /chat with --unwrap /c --unwrap /chat")
    for name in ["c", "b", "a"] {
      text = #"{"\#(name)":\#(Self.quoted(text))}"#
      let fix = try #require(try Conversion(text.utf8).rejects.first?.diagnostic.fix)
      let followed = try Conversion(text.utf8) { $0.unwrapping = Self.pointers(in: fix) }
      #expect(followed.lines.count == 1, "\(fix)")
    }
    text = #"{"z":\#(Self.quoted(text))}"#
    #expect(try Conversion(text.utf8).rejects.first?.diagnostic.fix == Code.unknownShape.fix)
  }

  @Test(arguments: ["{}", #"{"a":"b"}"#, #"{"a":{"b":[{"c":1}]}}"#, #"{"a":"{}"}"#, #"{"a":"[1"}"#])
  func withoutARecordTheAdviceIsTheUsualOne(text: String) throws {
    #expect(try Conversion(text.utf8).rejects.first?.diagnostic.fix == Code.unknownShape.fix)
  }

  /// Names of members can be personal, and reports of redaction do not have them.
  @Test func redactionGivesNoAdvice() throws {
    let found = try Conversion(#"{"jo@example.org":\#(Self.one)}"#.utf8) {
      $0.task = .redact(RedactionSettings())
    }
    #expect(found.rejects.map(\.code.name) == ["unknown-shape"])
    #expect(found.rejects.first?.diagnostic.fix == Code.unknownShape.fix)
    #expect(found.balance.envelopes.isEmpty)
  }

  /// A deep record costs no more than a long one.
  @Test func theSearchGivesUpInDeepRecords() throws {
    let depth = 500
    let text = String(repeating: #"{"a":"#, count: depth) + Self.one + String(repeating: "}", count: depth)
    #expect(try Conversion(text.utf8).rejects.first?.diagnostic.fix == Code.unknownShape.fix)
  }

  private static func pointers(in advice: String) -> [UnwrapPointer] {
    advice.split(separator: "--unwrap ").dropFirst().compactMap { word in
      try? UnwrapPointer(word.filter { $0 != "'" && $0 != " " })
    }
  }

  // MARK: Other jobs

  /// What has a `type` is looked at as a call, whatever else it has.
  @Test(arguments: around.indices.filter { !around[$0]("").contains("type\":\"chat") })
  func redactionWritesTheRecordsAlone(index: Int) throws {
    let plain = try Conversion(Self.one.utf8) { $0.task = .redact(RedactionSettings()) }
    let found = try Conversion(Self.around[index](Self.one).utf8) { $0.task = .redact(RedactionSettings()) }
    #expect(!found.output.isEmpty)
    #expect(found.output == plain.output)
  }

  /// What is around records is not looked at, so it is not said to be clean.
  @Test(arguments: [
    #"{"headers":{"from":"jo@example.org"},"body":TEXT}"#, #"{"data":[RECORD]}"#,
    #"{"data":{"data":RECORD}}"#,
    #"["",{"Type":"Notification","Message":TEXT}]"#,
  ])
  func verifyingRefusesEnvelopes(text: String) throws {
    let record = #"{"kind":"Conversation","visitor":{"city":"Bern"}}"#
    let text = text.replacing("RECORD", with: record).replacing("TEXT", with: Self.quoted(record))
    var settings = RedactionSettings()
    settings.verifies = true
    let found = try Conversion(text.utf8) { $0.task = .redact(settings) }
    #expect(found.checked.contains { $0.findings.first?.code == .personalData })
    let alone = try Conversion(Self.quoted(record).utf8) { $0.task = .redact(settings) }
    #expect(alone.checked.isEmpty)
  }

  @Test func theCallersFormatIsLookedForInside() throws {
    let text = #"{"headers":{},"body":\#(Self.quoted(Self.one))}"#
    let found = try Conversion(text.utf8) {
      $0.from = .olark
      $0.task = .validate(ValidationSettings())
    }
    #expect(found.checked.filter { !$0.isValid }.isEmpty)
    let other = try Conversion(text.utf8) {
      $0.from = .userlike; $0.task = .convert(to: .segment)
    }
    #expect(other.rejects.map(\.code.name) == ["unknown-shape"])
  }

  @Test func aStopInsideStopsAll() throws {
    let bad = #"{"kind":"Conversation","visitor":1}"#
    let found = try Conversion(#"{"data":[\#(bad),\#(Self.one)]}"#.utf8) { $0.stopsAtReject = true }
    #expect(found.lines.isEmpty)
    #expect(found.rejects.count == 1)
  }
}
