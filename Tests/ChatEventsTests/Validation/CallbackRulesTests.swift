import Testing

@testable import ChatEvents

@Suite struct CallbackRulesTests {
  @Test(arguments: [
    (#"{"callback":"api.chat.onReady"}"#, ""),
    (#"{"callback":"api.chat.onPing"}"#, "unknown-event /callback"),
    (#"{"callback":"api.box.show"}"#, "unknown-event /callback"),
    (#"{"callback":"onPing"}"#, "unknown-callback /callback"),
    (#"{"callback":"https://example.org/api.x"}"#, "unknown-callback /callback"),
    (#"{"callback":"api.chat.onMessageToVisitor"}"#, "no-message-id, no-identity"),
    (#"{"callback":"api.chat.onMessageToVisitor","userId":"u","timestamp":null}"#, "no-message-id"),
    (#"{"callback":"api.chat.onMessageToVisitor","visitor":{"id":7},"timestamp":1700000000}"#, ""),
    (#"{"callback":"api.chat.onReady","timestamp":1}"#, "implausible-time /timestamp"),
    (#"{"getDetails":{"id":"\u200b"},"timestamp":1700000000}"#, "no-identity"), ("{}", "missing-member"),
    (#"{"callback":"api.chat.onReady","timestamp":1795000000001}"#, "future-timestamp /timestamp"),
    (
      #"{"callback":"api.chat.onReady","timestamp":"1795000000.0000000000000000001"}"#,
      "future-timestamp /timestamp"
    ),
    (#"{"callback":"api.chat.onReady","timestamp":"2026-11-18T11:06:40"}"#, "invalid-timestamp /timestamp"),
  ])
  func whatOlarksPageRecordedIsOfSomebodyAtSomeTime(text: String, expected: String) throws {
    #expect(try Validated(text, as: .olarkJS).description == expected)
  }

  @Test(arguments: [
    (#"{"event":"button_displayed"}"#, ""), (#"{"event":"chat_quit"}"#, "no-message-id, no-identity"),
    (
      #"{"event":"chat_quit","globalCtx":{"client_uuid":" "},"timestamp":1700000000}"#,
      "no-identity /globalCtx/client_uuid"
    ),
    (
      #"{"event":"chat_quit","globalCtx":{"client_uuid":7.5},"timestamp":1700000000}"#,
      "type-mismatch /globalCtx/client_uuid"
    ),
    (#"{"event":null}"#, "missing-member"), (#"{"event":"chat_ended"}"#, "unknown-event /event"),
  ])
  func whatUserlikesPageRecordedIsToo(text: String, expected: String) throws {
    #expect(try Validated(text, as: .userlikeJS).description == expected)
  }

  @Test(arguments: [
    (#"{"call":"api.box.open"}"#, "unknown-name /call"),
    (#"{"call":"system.hb_position"}"#, "wrong-use /call"),
    (#"{"call":"api.box.show","timestamp":"x"}"#, ""),
    (
      #"{"setting":"system.right_to_left","value":"\ud800"}"#,
      "type-mismatch /value, not-interoperable /value"
    ),
    (#"{"call":"api.box.show","arguments":["\ud800\udc00\\ud800"]}"#, "extra-argument /arguments/0"),
    (
      #"{"setting":"system.hb_chatbox_size","value":"\ud800"}"#,
      "value-not-allowed /value, not-interoperable /value"
    ),
  ])
  func aCallIsOneThatTheCatalogueHas(text: String, expected: String) throws {
    #expect(try Validated(text, as: .olarkJS).description == expected)
  }

  @Test func whatIsRecordedIsNoCallWhateverElseItHolds() throws {
    let callback =
      #"{"callback":"api.chat.onReady","conversationId":1.5,"call":"api.box.open","setting":null}"#
    #expect(try Validated(callback, as: .olarkJS).description == "type-mismatch /conversationId")
    let event = #"{"event":"button_displayed","sessionCtx":5,"custom":{"segmentio":5}}"#
    #expect(try Validated(event, as: .userlikeJS).description == "type-mismatch /sessionCtx")
    #expect(
      try Validated(#"{"custom":{"segmentio":5}}"#, as: .userlikeJS).description
        == "type-mismatch /custom/segmentio")
  }
}
