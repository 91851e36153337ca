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

  // Each place in which a record of some format names its visitor, and one beside it that names somebody else.
  @Test(arguments: [
    (#"{"kind":"Conversation","visitor":{"customFields":{"Work mail":"jo@x.org"}}}"#, true),
    (#"{"kind":"Conversation","visitor":{"customFields":{"note":"ask jo@x.org"}}}"#, false),
    (#"{"kind":"Conversation","visitor":{"id":"jo@x.org"}}"#, true),
    (#"{"kind":"Conversation","operators":{"o":{"emailAddress":"jo@x.org"}}}"#, false),
    (#"{"_type":"chat_meta","client_additional02_value":"jo@x.org"}"#, true),
    (#"{"_type":"chat_meta","custom":{"crm":{"mails":["a@x.org","jo@x.org"]}}}"#, true),
    (#"{"_type":"offline_message","_event":"receive","message":"email: jo@x.org"}"#, true),
    (#"{"_type":"chat_meta","messages":[{"message":"email: jo@x.org"}]}"#, false),
    (#"{"event":"chat_started","globalCtx":{},"custom":{"mail":"jo@x.org"}}"#, true),
    (#"{"custom":{"segmentio":{"visitor":{"email":"jo@x.org"}}}}"#, true),
    (#"{"type":"identify","userId":"u","traits":{"Email":"jo@x.org"}}"#, true),
    (#"{"type":"identify","userId":"u","traits":{"e_mail":" <JO@x.org>"}}"#, true),
    (#"{"type":"identify","userId":"u","traits":{"contact":{"private":"jo@x.org"}}}"#, true),
    (#"{"type":"track","userId":"u","properties":{"email":"jo@x.org"}}"#, true),
    (#"{"type":"track","userId":"u","properties":{"message_body":"email: jo@x.org","offline":true}}"#, true),
    (#"{"type":"track","userId":"u","properties":{"message_body":"email: jo@x.org"}}"#, false),
    (#"{"type":"track","userId":"u","context":{"traits":{"EMAIL":"jo@x.org"}}}"#, true),
    (#"{"type":"track","userId":"u","properties":{"olark":{"visitor":{"emailAddress":"jo@x.org"}}}}"#, true),
    (
      #"{"type":"track","userId":"u","properties":{"olark":{"visitor":{"customFields":{"m":"jo@x.org"}}}}}"#,
      true
    ),
    (
      #"{"type":"track","userId":"u","properties":{"olark":{"operators":{"o":{"emailAddress":"jo@x.org"}}}}}"#,
      false
    ),
    (
      #"{"type":"track","userId":"u","properties":{"items":[{"kind":"OfflineMessage","body":"email: jo@x.org"}]}}"#,
      true
    ),
    (
      #"{"type":"track","userId":"u","properties":{"items":[{"kind":"MessageToOperator","body":"email: jo@x.org"}]}}"#,
      false
    ),
    (#"{"type":"alias","userId":"u","previousId":"jo@x.org"}"#, true),
    (#"{"callback":"api.chat.onReady","userId":"jo@x.org"}"#, true),
    (#"{"callback":"api.chat.onReady","visitor":{"customFields":{"mail":"jo@x.org"}}}"#, true),
    (
      #"{"callback":"api.chat.onOfflineMessageToOperator","event":{"message":{"body":"Email: jo@x.org"}}}"#,
      true
    ),
    (#"{"callback":"api.chat.onMessageToOperator","event":{"message":{"body":"Email: jo@x.org"}}}"#, false),
    (#"{"call":"api.visitor.updateEmailAddress","arguments":[{"emailAddress":"jo@x.org"}]}"#, true),
    (#"{"call":"api.visitor.updateCustomFields","arguments":[{"plan":"a","mail":"jo@x.org"}]}"#, true),
    (#"{"call":"api.chat.updateVisitorNickname","arguments":[{"snippet":"Jo Doe (jo@x.org)"}]}"#, true),
    (#"{"call":"api.chat.sendMessageToVisitor","arguments":[{"body":"write to jo@x.org"}]}"#, false),
  ])
  func everyPlaceOfAnAddressCounts(record: String, isOne: Bool) throws {
    #expect(try isMeant(record) { $0.emails = ["jo@x.org"] } == isOne)
  }

  @Test(arguments: [
    (#"{"type":"identify","traits":{"id":"v 1"}}"#, true),
    (#"{"type":"identify","traits":{"company":{"id":"v 1"}}}"#, false),
    (#"{"type":"track","context":{"traits":{"id":"v 1"}}}"#, true),
    (#"{"type":"track","userId":" v 1\n"}"#, true), (#"{"type":"track","userId":"V 1"}"#, false),
    (#"{"type":"track","userId":"u","properties":{"olark":{"visitor":{"id":"v\u200b 1"}}}}"#, true),
    (#"{"call":"api.visitor.updateCustomFields","arguments":[{"id":"v 1"}]}"#, true),
    (#"{"callback":"api.chat.onReady","anonymousId":"v 1"}"#, true),
  ])
  func everyPlaceOfAnIdCounts(record: String, isOne: Bool) throws {
    #expect(try isMeant(record) { $0.visitorIDs = ["v 1"] } == isOne)
  }

  @Test func ofABatchACallHasTheIdUnlessItHasItsOwn() throws {
    let batch =
      #"{"batch":[{"type":"track","event":"a"},{"type":"track","event":"b","context":{"traits":{"id":"other"}}}],"#
      + #""context":{"traits":{"id":"v1"}}}"#
    let lines = try redacted(batch, as: .segment) {
      $0.selection.visitorIDs = ["v1"]
      $0.drops = true
    }
    let line = try #require(lines.first)
    #expect(!line.contains(#""a""#) && line.contains(#""b""#))
  }

  @Test func ofABatchACallHasTheAddressUnlessItHasItsOwn() throws {
    let batch =
      #"{"batch":[{"type":"track","userId":"a"},{"type":"track","userId":"b","context":{"traits":{"Mail":"ann@x.org"}}},"#
      + #"{"type":"track","userId":"c","context":{"traits":{"email":null}}}],"context":{"traits":{"E-Mail":"jo@x.org"}}}"#
    let lines = try redacted(batch, as: .segment) {
      $0.selection.emails = ["jo@x.org"]
      $0.drops = true
    }
    let line = try #require(lines.first)
    #expect(!line.contains(#""a""#) && line.contains(#""b""#) && line.contains(#""c""#))
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

  // 99 seconds or less is old; a date is the beginning of its day.
  @Test(arguments: [
    (#""1970-01-01""#, true), (#""1970-01-02""#, false), (#"" 1970-01-01 ""#, true),
    (#""1970-01-01T00:01""#, true),
    (#""1970-01-01T00:02Z""#, false), (#""1970-01-01 00:01:10 UTC""#, true),
    (#""1970-01-01 01:01:10 +0100""#, true),
    (#""1970-01-01T00:01:39,9Z""#, true), (#""1970-01-01T00:01:40,0Z""#, false),
    (#""1970-01-01 00:01 GMT""#, true),
    ("1479722400000", false), ("\"1479722400000\"", false), ("1", true), (#""1970-01-32""#, false),
    (#""yesterday""#, false),
  ])
  func aTimeIsReadInTheWaysOfExportsAndDatabases(time: String, isOld: Bool) throws {
    #expect(try isMeant(#"{"type":"track","userId":"u","timestamp":\#(time)}"#) { $0.before = 100 } == isOld)
  }

  @Test(arguments: [
    (UndatedRecords.keep, [#"{"kind":"Conversation","visitor":{"id":"v"}}"#]),
    (
      .redact,
      [
        #"{"kind":"Conversation","visitor":{"id":"\#(token(#"{"kind":"Conversation","visitor":{"id":"v"}}"#))"}}"#
      ]
    ), (.drop, []),
  ])
  func theCallerDecidesAboutRecordsWithoutATime(undated: UndatedRecords, expected: [String]) throws {
    let record = #"{"kind":"Conversation","visitor":{"id":"v"}}"#
    func lines(_ change: (inout RedactionSettings) -> Void) throws -> [String] {
      try redacted(record) {
        ($0.selection.before, $0.undated) = (100, undated)
        change(&$0)
      }
    }
    #expect(try lines { _ in } == expected)
    #expect(try lines { $0.selection.visitorIDs = ["w"] } == [record])
    #expect(try lines { $0.drops = true } == expected)
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
        == [others, #"{"kind":"Conversation","visitor":{"id":"\#(token(own))"}}"#])
  }
}
