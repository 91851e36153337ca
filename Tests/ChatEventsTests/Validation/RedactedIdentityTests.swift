import JSONText
import Testing

@testable import ChatEvents

/// An id that is what redaction leaves of every id is warned of, wherever it is an id.
@Suite struct RedactedIdentityTests {
  @Test(arguments: [
    (Format.olark, #"{"kind":"Conversation","visitor":{"id":"<redacted>"}}"#, "/visitor/id"),
    (.olark, #"{"kind":"Conversation","id":"<redacted>","visitor":{"id":"v"}}"#, "/id"),
    (.olark, #"{"kind":"Conversation","visitor":{"id":"\u003cредacted\u003e"}}"#, ""),
    (.olark, #"{"kind":"Conversation","visitor":{"id":"\u003credacted\u003e"}}"#, "/visitor/id"),
    (.olarkJS, #"{"callback":"api.chat.onReady","anonymousId":"<redacted>"}"#, "/anonymousId"),
    (.olarkJS, #"{"getDetails":{"id":"<redacted>"},"timestamp":"1"}"#, "/getDetails/id"),
    (.userlike, #"{"_type":"chat_meta","id":1,"client_uuid":"<redacted>"}"#, "/client_uuid"),
    (
      .userlikeJS,
      #"{"event":"chat_quit","timestamp":"1","globalCtx":{"client_uuid":"u"},"sessionCtx":{"chat_id":"<redacted>"}}"#,
      "/sessionCtx/chat_id"
    ),
    (.segment, #"{"type":"alias","userId":"u","previousId":"<redacted>"}"#, "/previousId"),
    (
      .rudderstack, #"{"type":"page","userId":"u","properties":{"conversation_id":"<redacted>"}}"#,
      "/properties/conversation_id"
    ),
    (
      .segment, #"{"batch":[{"type":"page","userId":"u"},{"type":"page","userId":"<redacted>"}]}"#,
      "/batch/1/userId"
    ),
    // One a record: the first.
    (.segment, #"{"type":"page","userId":"<redacted>","anonymousId":"<redacted>"}"#, "/userId"),
    (.segment, #"{"type":"page","userId":"redacted-00","context":{"traits":{"email":"<redacted>"}}}"#, ""),
    (.segment, #"{"type":"page","userId":"<redacted> ","anonymousId":"redacted"}"#, ""),
  ])
  func validationReportsThePlace(format: Format, record: String, pointer: String) throws {
    let found = try Validated(record, as: format).description.split(separator: ", ")
      .filter { $0.hasPrefix("redacted-identity") }
    #expect(found == (pointer.isEmpty ? [] : ["redacted-identity \(pointer)"]))
  }

  @Test(arguments: [
    (#""id":"undefined""#, IdentitySource.visitorID, 1), (#""id":"[Object object]""#, .visitorID, 1),
    (#""id":"v","emailAddress":"NULL""#, .visitorID, 0), (#""id":"nullable""#, .visitorID, 0),
  ])
  func convertingCountsIDsForNothing(visitor: String, source: IdentitySource, count: Int) throws {
    let record =
      #"{"kind":"Conversation","id":"c","visitor":{\#(visitor)},"items":[{"kind":"OfflineMessage"}]}"#
    for target in [Format.segment, .rudderstack] {
      let conversion = try Conversion("\(record)\n".utf8) {
        $0 = RunOptions(from: .olark, to: target)
        $0.settings.userID = source
      }
      #expect(
        conversion.balance.warnings.filter { $0.key.code == .placeholderID }.map(\.value)
          == (count == 0 ? [] : [count]))
    }
  }

  @Test(arguments: [
    (Format.segment, #""id":"<redacted>""#, IdentitySource.visitorID, 1),
    (.rudderstack, #""id":"<redacted>""#, .visitorID, 1),
    (.segment, #""id":"v","emailAddress":"<redacted>""#, .emailAddress, 1),
    (.segment, #""id":"v","emailAddress":"<redacted>""#, .visitorID, 0),
    // The id that the caller wants is another one.
    (.segment, #""id":"<redacted>","emailAddress":"jo@example.org""#, .emailAddress, 0),
    (.segment, #""id":"redacted-00""#, .visitorID, 0),
  ])
  func convertingCountsRecords(target: Format, visitor: String, source: IdentitySource, count: Int) throws {
    let record =
      #"{"kind":"Conversation","id":"c","visitor":{\#(visitor)},"items":[{"kind":"OfflineMessage"}]}"#
    let conversion = try Conversion("\(record)\n".utf8) {
      $0 = RunOptions(from: .olark, to: target)
      $0.settings.userID = source
    }
    #expect(
      conversion.balance.warnings.filter { $0.key.code == .redactedIdentity }.map(\.value)
        == (count == 0 ? [] : [count]))
  }

  @Test func eachCallOfABatchCounts() throws {
    let call = #"{"type":"track","event":"x","userId":"<redacted>"}"#
    let conversion = try Conversion("{\"batch\":[\(call),\(call)]}\n".utf8) {
      $0 = RunOptions(from: .segment, to: .olarkJS)
      $0.settings.options = [.track]
    }
    #expect(conversion.balance.warnings[Diagnostic(code: .redactedIdentity)] == 2)
  }
}
