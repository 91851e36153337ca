import ChatEvents
import JSONText
import Testing

@Suite struct OlarkTranscriptTests {
  /// Olark's documented chat, with what real payloads have besides.
  static let chat = #"""
    {"kind":"Conversation","id":"EV695BI2930A6XMO32886MPT899443414","tags":["olark","customer"],
     "items":[{"kind":"MessageToVisitor","nickname":"John","timestamp":"1307116657.1","body":"Hi there.","operatorId":"1234"},
      {"kind":"MessageToOperator","nickname":"Bob","timestamp":"1307116661.25","body":"Yes,\nplease \u00e9.","visitor_nickname":"B"}],
     "visitor":{"kind":"Visitor","id":"9QRF9YWM5XW3ZSU7P9CGWRU89944341","fullName":"Bob Doe","emailAddress":"bob@example.com",
      "phoneNumber":"(555) 555-5555","city":"Palo Alto","region":"CA","country":"United State","countryCode":"US",
      "organization":"Widgets Inc.","ip":"","browser":"Chrome 12.1","operatingSystem":"Windows",
      "conversationBeginPage":"http://www.example.com/path","referrer":null,
      "customFields":{"myInternalCustomerId":"12341234","score":1.10,"nested":{"a":[null]}},
      "chat_feedback":{"comments":"Thanks","friendliness":5,"knowledge":5,"overall_chat":4.0,"responsiveness":null}},
     "operators":{"77":{"kind":"Operator","id":"77"},
      "1234":{"kind":"Operator","id":"1234","username":"jdoe","nickname":"John","emailAddress":"john@example.com"}},
     "groups":[{"name":"My Sales Group","id":"0123456789abcdef","kind":"Group"}],"manuallySubmitted":false}
    """#

  private func decode(_ text: String) throws -> OlarkTranscript {
    try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
  }

  private func encode(_ transcript: OlarkTranscript) throws -> JSONValue {
    try JSONValue(parsing: try JSONTextEncoder().encode(transcript))
  }

  @Test func theDocumentedChatIsRead() throws {
    let chat = try decode(Self.chat)
    #expect(chat.id == "EV695BI2930A6XMO32886MPT899443414")
    #expect(chat.manuallySubmitted == false)
    #expect(chat.tags == ["olark", "customer"])
    #expect(chat.items?.map(\.kind) == [.messageToVisitor, .messageToOperator])
    #expect(chat.items?.first?.timestamp?.seconds == 1_307_116_657)
    #expect(chat.items?.last?.body == "Yes,\nplease é.")
    #expect(chat.items?.last?.visitorNickname == "B")
    #expect(chat.visitor?.chatFeedback?.overallChat?.text == "4.0")
    #expect(chat.visitor?.customFields?["score"] == .number(try #require(JSONNumber("1.10"))))
    #expect(chat.operators?.keys == ["77", "1234"])
    #expect(chat.operators?["1234"]?.username == "jdoe")
    #expect(chat.groups?.first?.name == "My Sales Group")
  }

  /// Decoding and encoding again gives the same JSON.
  @Test(arguments: [
    chat,
    #"{"kind":"conversation"}"#,
    #"{"kind":"Conversation","items":[],"tags":null,"groups":[]}"#,
    #"{"kind":"Conversation","items":null,"tags":[],"visitor":null,"operators":null,"ip":null,"id":null}"#,
    #"{"kind":"Conversation","operators":{},"visitor":{}}"#,
    #"{"kind":"Conversation","id":634,"visitor":{"id":-0},"items":[{"operatorId":6208911878914048}]}"#,
    #"{"kind":"Conversation","items":[{"timestamp":1307116657.10},{"timestamp":"1307116657.10"},{"timestamp":-5}]}"#,
    #"{"kind":"Conversation","items":[{"kind":"MessageToRobot","later":{"x":1}}]}"#,
    #"{"kind":"Conversation","items":[{"visitor_nickname":"a"},{"visitorNickname":"b"}]}"#,
    #"{"kind":"Conversation","items":[{"visitor_nickname":"a","visitorNickname":"b"}]}"#,
    #"{"kind":"Conversation","items":[{"visitor_nickname":null,"visitorNickname":"b"}]}"#,
    #"{"kind":"Conversation","operators":{"2":{"id":2},"1":{"x":null},"2":{"id":"2"}}}"#,
    #"{"kind":"Conversation","x":1,"x":2,"é":{"e\u0301":1e5,"\u00e9":1E5}}"#,
    #"{"kind":"Conversation","visitor":{"chat_feedback":{"overall_chat":5.0,"later":0.10},"customFields":{"a":1,"a":2}}}"#,
    #"{"kind":"","items":[{"body":"\u0000\u001f\"\\\/e\u0301é😀\u2028"}],"tags":["","é"]}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    #expect(try encode(try decode(text)) == JSONValue(parsing: text))
  }

  @Test func membersAreWrittenInTheOrderOfOlarksPayloadsAndUnknownOnesBehindThem() throws {
    let text = #"{"later":1,"visitor":{"id":"v"},"id":"a","kind":"Conversation"}"#
    #expect(
      try encode(try decode(text)).description
        == #"{"kind":"Conversation","id":"a","visitor":{"id":"v"},"later":1}"#)
  }

  @Test func aTranscriptCanBeMadeByHand() throws {
    let item = OlarkItem {
      $0.kind = .offlineMessage
      $0.timestamp = OlarkTimestamp("1669288532.567071")
      $0.body = "name: test"
    }
    let made = OlarkTranscript {
      $0.id = "c"
      $0.items = [item]
      $0.visitor = OlarkVisitor { $0.id = OlarkID(5) }
      $0.operators = ["1": OlarkOperator()]
    }
    let text =
      #"{"kind":"Conversation","id":"c","items":[{"kind":"OfflineMessage","timestamp":"1669288532.567071","body":"name: test"}],"#
      + #""visitor":{"id":5},"operators":{"1":{}}}"#
    #expect(try encode(made).description == text)
    #expect(try decode(text) == made)
  }

  /// What is wrong has its place, however deep it lies.
  @Test(arguments: [
    (
      "{\"kind\":\"Conversation\",\n\"visitor\":{\"fullName\":5}}", "type-mismatch", "2:23",
      "/visitor/fullName"
    ),
    (#"{"kind":"Conversation","visitor":[1]}"#, "type-mismatch", "1:34", "/visitor"),
    (#"{"kind":"Conversation","id":1.5}"#, "type-mismatch", "1:29", "/id"),
    (#"{"kind":"Conversation","items":[{},null]}"#, "type-mismatch", "1:36", "/items/1"),
    (#"{"kind":"Conversation","tags":["a",5]}"#, "type-mismatch", "1:36", "/tags/1"),
    (
      #"{"kind":"Conversation","operators":{"1":{},"2":{"id":[]}}}"#, "type-mismatch", "1:54",
      "/operators/2/id"
    ),
    (
      #"{"kind":"Conversation","items":[{"timestamp":"soon"}]}"#, "invalid-timestamp", "1:46",
      "/items/0/timestamp"
    ),
    (
      #"{"kind":"Conversation","items":[{"timestamp":1e9}]}"#, "invalid-timestamp", "1:46",
      "/items/0/timestamp"
    ),
    (#"{"kind":"Conversation","items":[{"timestamp":true}]}"#, "type-mismatch", "1:46", "/items/0/timestamp"),
    (#"{"kind":"Conversation","visitor":{"id":"a","id":"b"}}"#, "repeated-key", "1:44", "/visitor/id"),
    (#"{"kind":"Conversation","items":[{"body":"\ud83d"}]}"#, "lone-surrogate", "1:42", "/items/0/body"),
    (#"{"kind":"Conversation","x":["\ud83d"]}"#, "lone-surrogate", "1:30", "/x/0"),
    (#"{"items":[]}"#, "missing-member", "1:1", ""),
    (#"{"kind":null}"#, "type-mismatch", "1:9", "/kind"),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, place: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.place.description == place)
    #expect(error?.pointer.description == pointer)
  }

  @Test func messagesNameWhatWasExpectedAndWhatWasFound() {
    let error = #expect(throws: JSONError.self) { try decode(#"{"kind":"Conversation","id":{}}"#) }
    #expect(error?.message == "expected a string or an integer, found an object")
  }
}
