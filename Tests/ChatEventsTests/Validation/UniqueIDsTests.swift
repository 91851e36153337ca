import Testing

@testable import ChatEvents

@Suite struct UniqueIDsTests {
  private func found(_ records: String..., as format: Format) throws -> String {
    try Validated(records.joined(separator: "\n"), as: format, isUnique: true).description
  }

  @Test func aTranscriptsIDComesBackInAnySpelling() throws {
    let others = [
      #"{"kind":"Conversation","id":"7","visitor":{"id":"v"}}"#,
      #"{"kind":"Conversation","id":"\u0037","visitor":{"id":"v"}}"#,
    ]
    let number = #"{"kind":"Conversation","id":7,"visitor":{"id":"v"}}"#
    #expect(try found(number, others[0], others[1], as: .olark) == "duplicate-id /id, duplicate-id /id")
  }

  @Test func whatHasNoIDIsNeverThereTwice() throws {
    let text = #"{"kind":"Conversation","id":"","visitor":{"id":"v"}}"#
    #expect(try found(text, text, as: .olark) == "")
  }

  @Test func aChatIsPostedAtEachOfItsEvents() throws {
    let start = #"{"_type":"chat_meta","_event":"start","id":1,"client_uuid":"c"}"#
    let end = #"{"_type":"chat_meta","_event":"receive","id":1,"client_uuid":"c"}"#
    #expect(try found(start, end, as: .userlike) == "")
    #expect(try found(start, end, end, as: .userlike) == "duplicate-id /id")
  }

  @Test func callsInABatchHaveIDsToo() throws {
    let call = #"{"type":"page","userId":"u","messageId":"m"}"#
    let other = #"{"type":"page","userId":"u","messageId":"n"}"#
    #expect(
      try found(#"{"batch":[\#(call),\#(other),\#(call)]}"#, as: .segment)
        == "duplicate-id /batch/2/messageId")
    #expect(
      try found(call, #"{"batch":[\#(other),\#(call)]}"#, as: .segment) == "duplicate-id /batch/1/messageId")
  }
}
