import JSONText
import Testing

@testable import ChatEvents

/// What becomes of members by the field tables of their models.
@Suite struct FieldRedactionTests {
  @Test func aTranscriptLosesWhoTheVisitorIsAndNothingElse() throws {
    let record =
      #"{"kind":"Conversation","id":"c1","items":[{"kind":"MessageToOperator","nickname":"Jo","body":"hi 1.10"},"#
      + #"{"kind":"MessageToVisitor","nickname":"Bea","operatorId":"7","body":"yes"}],"tags":["sale"],"#
      + #""visitor":{"id":"v1","fullName":"Jo Blo","emailAddress":"jo@example.org","phoneNumber":"","ip":null,"#
      + #""city":"Pune","browser":"Opera 9"},"operators":{"7":{"nickname":"Bea","emailAddress":"bea@example.org"}}}"#
    let expected =
      #"{"kind":"Conversation","id":"c1","items":[{"kind":"MessageToOperator","nickname":"<redacted>","body":"hi 1.10"},"#
      + #"{"kind":"MessageToVisitor","nickname":"Bea","operatorId":"7","body":"yes"}],"tags":["sale"],"#
      + #""visitor":{"id":"\#(token("c1"))","fullName":"<redacted>","emailAddress":"<redacted>","phoneNumber":"","ip":null,"#
      + #""city":"Pune","browser":"Opera 9"},"operators":{"7":{"nickname":"Bea","emailAddress":"bea@example.org"}}}"#
    #expect(try redacted(record) == [expected])
  }

  @Test func aRecordWithoutPersonalDataIsWrittenAsItWas() throws {
    let record =
      #"{"kind":"Conversation","id":-0,"visitor":{"id":""},"x":[1.10,"\u00e9\/",{"a":null,"a":true}]}"#
    #expect(try redacted(record) == [record])
    #expect(
      try redacted("{ \"kind\" : \"Conversation\",\n\t\"x\": \"a  b\" }") == [
        #"{"kind":"Conversation","x":"a  b"}"#
      ])
  }

  @Test(arguments: [
    ("42", nil), ("1.5", "0.5"), ("0", nil), ("true", "true"), ("null", "null"),
    (#"["Jo"]"#, #"["<redacted>"]"#), (#"["Jo",5]"#, #"["<redacted>","<redacted>"]"#),
    (#"{"jo@x.org":"Jo"}"#, #"{"<redacted>":"<redacted>"}"#),
    (#""""#, #""""#), (#"" ""#, #"" ""#), (#""\u200b""#, #""\u200b""#),
  ])
  func anIdOfAnyTypeIsReplacedByWhatARouteTakesOrRefusesAlike(value: String, replacement: String?) throws {
    let record = #"{"kind":"Conversation","visitor":{"id":\#(value)}}"#
    #expect(
      try redacted(record)
        == [#"{"kind":"Conversation","visitor":{"id":\#(replacement ?? "\"\(token(record))\"")}}"#])
  }

  @Test(arguments: [("5550100", "1"), ("-1.5e3", "0.5"), ("0", "0")])
  func aNumberWhereTextBelongsStaysOne(value: String, replacement: String) throws {
    #expect(
      try redacted(#"{"kind":"Conversation","visitor":{"phoneNumber":\#(value)}}"#)
        == [#"{"kind":"Conversation","visitor":{"phoneNumber":\#(replacement)}}"#])
  }

  /// The address of a request is the person's, whatever it looks like; the rest of what RudderStack adds says nothing of them.
  @Test(
    arguments: ["track", "group", "page"],
    ["192.0.2.8", "[2001:db8::7]:4433", "jo-laptop.local", "192.0.2.8, 10.0.0.1"])
  func theAddressOfARequestToRudderStackIsReplaced(type: String, address: String) throws {
    let rest =
      #""receivedAt":"2026-11-18T11:06:40.000Z","sentAt":"2026-11-18T11:06:40.000Z","channel":"server"}"#
    let record = #"{"type":"\#(type)","userId":"u","request_ip":"\#(address)",\#(rest)"#
    #expect(
      try redacted(record, as: .rudderstack)
        == [#"{"type":"\#(type)","userId":"\#(token(record))","request_ip":"<redacted>",\#(rest)"#])
  }

  @Test func aMemberThatAnotherKindHasIsKnown() throws {
    #expect(
      try redacted(#"{"_type":"offline_message","client_uuid":"u1","id":9}"#)
        == [#"{"_type":"offline_message","client_uuid":"\#(token("9"))","id":9}"#])
    let call = #"{"type":"track","event":"x","userId":"u","traits":{"name":"Jo","plan":"gold"}}"#
    #expect(
      try redacted(call, as: .segment)
        == [
          #"{"type":"track","event":"x","userId":"\#(token(call))","traits":{"name":"<redacted>","plan":"gold"}}"#
        ])
  }

  @Test func anIdentifyOfRudderStackIsLikeSegments() throws {
    #expect(
      try redacted(#"{"type":"identify","userId":"","traits":{"name":"Jo","city":"Pune"}}"#, as: .rudderstack)
        == [#"{"type":"identify","userId":"","traits":{"name":"<redacted>","city":"Pune"}}"#])
  }

  @Test func rudderIDFollowsTheIdsItIsMadeOf() throws {
    // MD5 of the token of the conversation c, and a colon, with the bits of a version-4 UUID.
    let lines = try redacted(
      #"{"type":"track","event":"x","userId":"v1","rudderId":"anything","properties":{"conversation_id":"c"}}"#,
      as: .rudderstack)
    #expect(
      lines == [
        #"{"type":"track","event":"x","userId":"redacted-2e7d2c03a9507ae265ecf5b5356885a5","rudderId":"b379e2c4-7523-462f-9d71-ad04354e8d47","#
          + #""properties":{"conversation_id":"c"}}"#
      ])
  }

  @Test func anIdThatBeginsWithTheVisitorsFollowsIt() throws {
    #expect(
      try redacted(
        #"{"type":"track","event":"x","anonymousId":"v1","properties":{"conversation_id":"v1/5","message_id":"v1/5-0"}}"#,
        as: .segment)
        == [
          #"{"type":"track","event":"x","anonymousId":"\#(token("v1/5"))","properties":"#
            + #"{"conversation_id":"\#(token("v1/5"))/5","message_id":"\#(token("v1/5"))/5-0"}}"#
        ])
  }

  /// No format that is read has it so: the message says who wrote it, and an object in it has the name.
  @Test(arguments: [("operator", ["<redacted>"]), ("user", ["<redacted>", "<redacted>"])])
  func aMessageTellsWhoseTheNameInsideItIs(from: String, replacements: [String]) throws {
    let user = Model("user", "", [Field("nickname", .text, .author, "")])
    let message = Model("message", "", [Field("user", .object(user), .inside, "")])
    let record = Model("record", "", [Field("messages", .list(message), .inside, "")])
    let text =
      #"{"messages":[{"from":"user","user":{"nickname":"Jo"}},{"from":"\#(from)","user":{"nickname":"Bea"}}]}"#
    let sign = MessageAuthors.Sign(member: "from", value: "operator")
    let context = FieldRedaction.Context(
      text: TextRedaction(RedactionSettings()),
      authors: MessageAuthors(
        operatorsRecord: nil, operatorsMessage: sign, visitorsMessage: nil, visitorName: nil))
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    var edits = Edits()
    let redaction = FieldRedaction(record, takesText: .nowhere)
    #expect(redaction.redact(bytes.span, 0, context, into: &edits) == text.utf8.count)
    #expect(edits.list.map { String(decoding: $0.text, as: UTF8.self) } == replacements)
  }

  @Test(arguments: [
    ("co", "Bea", "<redacted>"), ("oc", "Bea", "Bea"), ("oc", "Jo", "<redacted>"),
  ])
  func whoWroteToTheOperatorIsTheVisitor(type: String, person: String, replacement: String) throws {
    #expect(
      try redacted(
        #"{"_type":"chat_meta","client_name":"Jo","messages":[{"message":"hi","person":"\#(person)","type":"\#(type)"}]}"#
      )
        == [
          #"{"_type":"chat_meta","client_name":"<redacted>","messages":"#
            + #"[{"message":"hi","person":"\#(replacement)","type":"\#(type)"}]}"#
        ])
  }
}
