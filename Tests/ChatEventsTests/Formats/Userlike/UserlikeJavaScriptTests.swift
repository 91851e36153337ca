import ChatEvents
import JSONText
import Testing

@Suite struct UserlikeTrackingRecordTests {
  static let sample = #"""
    {"event":"message_operator_terminating","globalCtx":{"client_uuid":"nEit+FG/uQ","widget_id":9,"widget_lang":"en"},
     "sessionCtx":{"chat_id":67,"session_id":"s","operator_id":13,"operator_name":"Bea","slot":1},
     "timestamp":"2026-11-21T09:00:00.000Z","page":"/tea"}
    """#

  private func decode(_ text: String) throws -> UserlikeTrackingRecord {
    try JSONTextDecoder().decode(UserlikeTrackingRecord.self, from: text)
  }

  @Test func theArgumentsAreRead() throws {
    let record = try decode(Self.sample)
    #expect(record.event == "message_operator_terminating")
    #expect(record.globalContext?.clientUUID == "nEit+FG/uQ" && record.globalContext?.widgetID == EntityID(9))
    #expect(record.sessionContext?.chatID == EntityID(67) && record.sessionContext?.operatorName == "Bea")
    #expect(record.timestamp == "2026-11-21T09:00:00.000Z")
    #expect(try decode(#"{"event":"chat_quit","timestamp":1795251600000}"#).timestamp == 1_795_251_600_000)
  }

  @Test(arguments: [
    sample, #"{"event":"button_displayed","globalCtx":{},"sessionCtx":null}"#,
    #"{"event":"chat_started","timestamp":1795251600.50,"sessionCtx":{"chat_id":"67","operator_id":null}}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    let again = try JSONValue(parsing: try JSONTextEncoder().encode(try decode(text)))
    #expect(again == (try JSONValue(parsing: text)))
  }

  @Test(arguments: [
    ("{}", "missing-member", ""), (#"{"event":"chat_quit","timestamp":true}"#, "type-mismatch", "/timestamp"),
    (#"{"event":"chat_quit","globalCtx":"x"}"#, "type-mismatch", "/globalCtx"),
    (
      #"{"event":"chat_quit","sessionCtx":{"operator_name":5}}"#, "type-mismatch", "/sessionCtx/operator_name"
    ),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.pointer.description == pointer)
  }
}

@Suite struct UserlikeDataTests {
  @Test func whatAPageTellsTheWidgetIsWrittenInItsOrder() throws {
    let visitor = UserlikeVisitor {
      $0.name = "Jo"
      $0.email = "jo@example.com"
    }
    let segment = UserlikeSegmentData {
      $0.secretKey = "8a37"
      $0.listen = true
      $0.visitor = visitor
    }
    let data = UserlikeData { $0.custom = UserlikeCustomData { $0.segmentio = segment } }
    let text =
      #"{"custom":{"segmentio":{"secretKey":"8a37","listen":true,"visitor":{"name":"Jo","email":"jo@example.com"}}}}"#
    #expect(String(decoding: try JSONTextEncoder().encode(data), as: UTF8.self) == text)
    #expect(try JSONTextDecoder().decode(UserlikeData.self, from: text) == data)
  }
}
