import Testing

@testable import ChatEvents

@Suite struct UserlikeRulesTests {
  private func found(_ text: String) throws -> String { try Validated(text, as: .userlike).description }

  @Test func messagesAreInTheOrderOfTheirTimes() throws {
    let text = #"""
      {"_type":"chat_meta","client_uuid":"c","messages":[{"sent_at":"2014-12-29 11:23:24.50"},
      {"sent_at":"2014-12-29 12:23:24.5+01:00"},{"sent_at":null},{"sent_at":"2014-12-29 11:23:24.4999999999999999999"}]}
      """#
    #expect(try found(text) == "items-out-of-order /messages/3/sent_at")
  }

  @Test func eachTimeHasCome() throws {
    let text = #"""
      {"_type":"chat_meta","client_uuid":"c","created_at":"2026-11-18 11:06:40","ended_at":"2026-11-18 11:06:40.1",
      "messages":[{"sent_at":"2026-11-18 11:06:41"}]}
      """#
    #expect(try found(text) == "future-timestamp /ended_at, future-timestamp /messages/0/sent_at")
  }

  @Test(arguments: [
    "2014-02-29 00:00:00", "2014-12-29", "2014-12-29 24:00:00", "", "9999-12-31 23:59:59-00:01",
  ])
  func aTimeThatThereIsNotIsInvalid(time: String) throws {
    let text = #"{"_type":"offline_message","id":1,"created_at":"\#(time)"}"#
    #expect(try found(text) == "invalid-timestamp /created_at")
  }

  @Test(arguments: [
    #"{"_type":"operator","created_at":"2999-01-01 00:00:00"}"#,
    #"{"_type":"offline_message","id":1,"ended_at":"2999-01-01 00:00:00","messages":[{"sent_at":"2999-01-01 00:00:00"}]}"#,
  ])
  func aTimeThatARecordOfThisTypeDoesNotHaveIsNotLookedAt(text: String) throws {
    #expect(try found(text) == "")
  }

  @Test(arguments: [
    (#"{"_type":"chat_meta"}"#, "no-identity"),
    (#"{"_type":"chat_meta","client_uuid":""}"#, "no-identity /client_uuid"),
    (#"{"_type":"chat_meta","client_uuid":7}"#, ""),
    (#"{"_type":"chat_meta","client_uuid":{}}"#, "type-mismatch /client_uuid"),
    (#"{"_type":"offline_message","id":null}"#, "no-identity /id"),
    (#"{"_type":"offline_message","id":0}"#, ""),
    (#"{"_type":"operator"}"#, ""), (#"{"_type":"chat_session","id":{}}"#, "unknown-kind /_type"),
    (#"{"_type":5}"#, "type-mismatch /_type"), ("{}", "missing-member"),
  ])
  func aRecordSaysWhatItIsAndWhose(text: String, expected: String) throws {
    #expect(try found(text) == expected)
  }
}
