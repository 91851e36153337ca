import JSONText
import Testing

@testable import ChatEvents

@Suite struct ModelCheckTests {
  private func found(_ visitor: String) throws -> String {
    try Validated(#"{"kind":"Conversation","visitor":{"id":"v",\#(visitor)}}"#, as: .olark).description
  }

  @Test(arguments: ["1", "5", "5.0", "1e0", "4.5", "50e-1", "null"])
  func aRatingIsWithinItsLimits(rating: String) throws {
    #expect(try found(#""chat_feedback":{"knowledge":\#(rating)}"#) == "")
  }

  @Test(arguments: ["0", "0.99", "5.01", "5.5", "6", "-1", "1E+1", "1e400"])
  func anotherRatingIsOutOfRange(rating: String) throws {
    let pointer = "/visitor/chat_feedback/knowledge"
    // One that no double holds is that, too.
    let others = rating == "1e400" ? ", not-interoperable \(pointer)" : ""
    #expect(
      try found(#""chat_feedback":{"knowledge":\#(rating)}"#) == "rating-out-of-range \(pointer)\(others)")
  }

  /// The members that count something, each in the smallest record that holds it.
  static let counts: [(Format, String, String)] =
    [
      "visitCount", "pageCountForThisVisit", "pageCountAcrossAllVisits", "conversationCount",
      "messageCountForThisVisit", "messageCountAcrossAllVisits",
    ].map { (.olarkJS, #"{"getDetails":{"id":"v","\#($0)":#}}"#, "/getDetails/\($0)") }
    + ["chat_meta", "offline_message"].flatMap { type in
      ["page_impressions", "visits"].map { name in
        (.userlike, #"{"_type":"\#(type)","id":1,"email":"jo@example.org","\#(name)":#}"#, "/\(name)")
      }
    } + [
      (
        .segment, #"{"type":"page","userId":"u","context":{"protocols":{"event_version":#}}}"#,
        "/context/protocols/event_version"
      )
    ]

  @Test(arguments: counts, ["0", "-7", "3.0", "1e2", "30e-1", "1e400", "null"])
  func aCountIsWholeInAnySpelling(count: (format: Format, record: String, pointer: String), value: String)
    throws
  {
    let record = count.record.replacing("#", with: value)
    #expect(try !Validated(record, as: count.format).description.contains("type-mismatch \(count.pointer)"))
  }

  @Test(arguments: counts, ["1.5", "-0.1", "1e-1", "1e-400", #""3""#, "true", "[]"])
  func aCountHasNoFraction(count: (format: Format, record: String, pointer: String), value: String) throws {
    let record = count.record.replacing("#", with: value)
    #expect(try Validated(record, as: count.format).description.contains("type-mismatch \(count.pointer)"))
  }

  @Test func aKeyStandsTwiceInAnySpelling() throws {
    #expect(try found(#""city":"a","cit\u0079":null"#) == "repeated-key /visitor/city")
    #expect(try found(#""other":"a","other":5"#) == "not-interoperable /visitor/other")
  }

  @Test(arguments: [
    (#"null,"kind":"Conversation""#, ""), (#""Conversation","kind":null"#, "missing-member, "),
  ])
  func aKeyStandsTwiceThoughTheFirstIsNull(kinds: String, missing: String) throws {
    let text = #"{"visitor":{"id":"v"},"kind":\#(kinds)}"#
    #expect(try Validated(text, as: .olark).description == missing + "repeated-key /kind")
  }

  @Test func anObjectIsOfTheTypeThatItsFirstMemberOfThatNameTells() throws {
    let text = #"{"id":{},"_type":"offline_message","message":5,"messages":5}"#
    #expect(try Validated(text, as: .userlike).description == "type-mismatch /id, type-mismatch /message")
  }

  @Test func elementsAreNotNullButValuesOfMapsMayBe() throws {
    let text =
      #"{"kind":"Conversation","visitor":{"id":"v"},"tags":[null],"items":[null],"operators":{"1":null,"~/":5}}"#
    #expect(
      try Validated(text, as: .olark).description
        == "type-mismatch /tags/0, type-mismatch /items/0, type-mismatch /operators/~0~1")
  }

  @Test func namesAreFoundInAnyOrder() {
    let names = MemberNames(["a", "bc"])
    func index(_ key: String, expecting next: Int) -> Int {
      let bytes = Array(key.utf8) + [UInt8](repeating: 0, count: 64)
      var flags: JSONText.Slice.Flags = []
      if key.contains("\\") { flags.insert(.escaped) }
      let slice = JSONText.Slice(start: 0, count: key.utf8.count, kind: .string, flags: flags)
      return names.index(of: slice, bytes.span, expecting: next)
    }
    #expect(index(#""a""#, expecting: 0) == 0)
    #expect(index(#""bc""#, expecting: 0) == 1)
    #expect(index(#""a""#, expecting: 2) == 0)
    #expect(index(#""b\u0063""#, expecting: 1) == 1)
    #expect(index(#""ab""#, expecting: 1) == -1)
    #expect(index(#""""#, expecting: 0) == -1)
  }
}
