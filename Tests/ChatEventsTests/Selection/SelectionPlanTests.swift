import Testing

@testable import ChatEvents

/// Which records are meant.
@Suite struct SelectionPlanTests {
  private func isMeant(_ record: String, _ change: (inout Selection) -> Void) throws -> Bool {
    let lines = try redacted(record) {
      change(&$0.selection)
      $0.drops = true
    }
    if !lines.isEmpty { #expect(lines == [record]) }
    return lines.isEmpty
  }

  @Test(arguments: [
    (#"{"kind":"Conversation","visitor":{"emailAddress":"Jo@X.org"}}"#, true),
    (#"{"kind":"Conversation","visitor":{"emailAddress":"jo\u0040x.org"}}"#, true),
    (#"{"kind":"Conversation","visitor":{"emailAddress":"jo@x.org.uk"}}"#, false),
    (#"{"kind":"Conversation","visitor":{},"tags":["jo@x.org"]}"#, false),
    (
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"name: J\nemail: JO@x.org \n"}]}"#,
      true
    ),
    (#"{"kind":"Conversation","items":[{"kind":"MessageToOperator","body":"email: jo@x.org"}]}"#, false),
    (#"{"_type":"chat_meta","client_email":"jo@x.org"}"#, true),
    (#"{"type":"track","userId":"jo@x.org"}"#, true),
    (#"{"type":"track","userId":"u","context":{"traits":{"email":"jo@x.org"}}}"#, true),
    (#"{"callback":"api.box.onShow","getDetails":{"emailAddress":"jo@x.org"}}"#, true),
  ])
  func anAddressIsTheVisitors(record: String, isOne: Bool) throws {
    #expect(try isMeant(record) { $0.emails = ["jo@X.ORG"] } == isOne)
  }

  @Test(arguments: [
    (#"{"kind":"Conversation","visitor":{"id":42}}"#, true),
    (#"{"kind":"Conversation","visitor":{"id":"42"}}"#, true),
    (#"{"kind":"Conversation","id":42}"#, false), (#"{"type":"alias","previousId":"42"}"#, true),
    (#"{"event":"x","globalCtx":{"client_uuid":"42"}}"#, true),
  ])
  func anIdIsTheVisitors(record: String, isOne: Bool) throws {
    #expect(try isMeant(record) { $0.visitorIDs = ["42"] } == isOne)
  }

  @Test(arguments: [
    (#"{"kind":"Conversation","items":[{"timestamp":"99.9"},{"timestamp":50}]}"#, true),
    (#"{"kind":"Conversation","items":[{"timestamp":"99.9"},{"timestamp":"100.0"}]}"#, false),
    (#"{"kind":"Conversation","items":[{"timestamp":"100"},{"timestamp":"5"}]}"#, false),
    (#"{"kind":"Conversation"}"#, false),
    (#"{"_type":"chat_meta","created_at":"1970-01-01 00:01:39"}"#, true),
    (
      #"{"_type":"chat_meta","created_at":"1970-01-01 00:01:39","messages":[{"sent_at":"1970-01-01 00:01:40"}]}"#,
      false
    ),
    (#"{"type":"track","userId":"u","timestamp":"1970-01-01T01:01:39.5+01:00"}"#, true),
  ])
  func theLastTimeOfARecordDecides(record: String, isOld: Bool) throws {
    #expect(try isMeant(record) { $0.before = 100 } == isOld)
  }

  @Test func allDemandsMustFit() throws {
    let record = #"{"kind":"Conversation","visitor":{"id":"v","emailAddress":"jo@x.org"}}"#
    #expect(try isMeant(record) { ($0.emails, $0.visitorIDs) = (["jo@x.org"], ["v"]) })
    #expect(try !isMeant(record) { ($0.emails, $0.visitorIDs) = (["jo@x.org"], ["w"]) })
  }

  @Test func whatIsNotMeantStaysAsItIs() throws {
    let others = #"{"kind":"Conversation","visitor":{"id":"w","fullName":"Jo \u0042"}}"#
    let own = #"{"kind":"Conversation","visitor":{"id":"v"}}"#
    #expect(
      try redacted(others + "\n" + own) { $0.selection.visitorIDs = ["v"] }
        == [others, #"{"kind":"Conversation","visitor":{"id":"<redacted>"}}"#])
  }
}
