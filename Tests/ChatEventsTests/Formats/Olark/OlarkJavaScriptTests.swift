import ChatEvents
import JSONText
import Testing

@Suite struct OlarkCallbackRecordTests {
  /// A message to the visitor, with everything that a page can have recorded.
  static let message = #"""
    {"callback":"api.chat.onMessageToVisitor","event":{"message":{"body":"Hi, there.","nickname":"John",
      "automated":true,"targeted":false}},"timestamp":1795251600123,"userId":42,"anonymousId":"a","conversationId":"c",
     "visitor":{"fullName":"Bob Doe","id":"v"},"page":1.0}
    """#

  /// An answer with all that Olark's page names.
  static let details = #"""
    {"getDetails":{"emailAddress":"bob@example.com","fullName":"Bob Doe","phoneNumber":"(555) 555-5555",
      "city":"Palo Alto","region":"CA","country":"United States","countryCode":"US","organization":"Widgets Inc.",
      "visitCount":3,"pageCountForThisVisit":5,"pageCountAcrossAllVisits":17,"secondsSpentForThisVisit":61.5,
      "secondsSpentAcrossAllVisits":3600,"currentPage":{"title":"Tea","url":"https://example.com/tea"},
      "recentPageHistory":[{"title":"Home","url":"https://example.com/"},{"title":"Tea","url":"https://example.com/tea"}],
      "conversationCount":1,"isConversing":true,"messageCountForThisVisit":4,"messageCountAcrossAllVisits":9,
      "secondsSinceLastMessage":10,"secondsSinceLastMessageToOperator":10,"secondsSinceLastMessageToVisitor":20,
      "secondsSinceLastNotificationToOperator":null,"conversationBeginPage":"https://example.com/",
      "referrer":"https://example.org/?q=tea","referredByPaidAdvertisingThisVisit":false,
      "referredByPaidAdvertisingEver":true,"referredByCampaignThisVisit":false,"referredByCampaignEver":false,
      "searchTextForThisVisit":"tea","searchTextForPreviousVisits":"","browser":"Chrome 12.1",
      "operatingSystem":"Windows","ip":"not available","customFields":{"internalCustomerId":"2194832109","n":{"a":1.10}}}}
    """#

  private func decode(_ text: String) throws -> OlarkCallbackRecord {
    try JSONTextDecoder().decode(OlarkCallbackRecord.self, from: text)
  }

  @Test func aCallbackIsRead() throws {
    let record = try decode(Self.message)
    #expect(record.callback == "api.chat.onMessageToVisitor")
    #expect(record.event?.message?.nickname == "John" && record.event?.message?.automated == true)
    #expect(record.timestamp == 1_795_251_600_123)
    #expect(record.userId == EntityID(42) && record.anonymousId == "a")
    #expect(record.visitor?.fullName == "Bob Doe" && record.visitor?.id == "v")
    let command = try decode(
      #"{"callback":"api.chat.onCommandFromOperator","event":{"command":{"name":"note","body":"call back"}}}"#
    )
    let note = OlarkCallbackCommand {
      $0.name = "note"
      $0.body = "call back"
    }
    #expect(command.event?.command == note)
  }

  @Test func anAnswerOfGetDetailsIsRead() throws {
    let details = try #require(decode(Self.details).getDetails)
    #expect(details.currentPage?.url == "https://example.com/tea")
    #expect(details.recentPageHistory?.map(\.title) == ["Home", "Tea"])
    #expect(details.secondsSpentForThisVisit?.text == "61.5")
    #expect(details.secondsSinceLastNotificationToOperator == nil)
    #expect(details.isConversing == true && details.referredByPaidAdvertisingEver == true)
    #expect(details.customFields?["internalCustomerId"] == "2194832109")
  }

  /// Olark's page names each member of an answer but the id, and nothing that is not in the sample.
  @Test func theSampleHasWhatTheTableHas() throws {
    let keys = try #require(JSONValue(parsing: Self.details)["getDetails"]?.objectValue?.keys)
    #expect(keys + ["id"] == OlarkVisitorDetails.model.fields.map(\.name))
  }

  @Test(arguments: [
    message, details, "{}", #"{"callback":"api.box.onShow","event":null,"timestamp":"1795251600.5"}"#,
    #"{"callback":"api.chat.onReady","event":{},"visitor":{"currentPage":{},"recentPageHistory":[]}}"#,
    #"{"callback":"x","event":{"message":{"body":null,"later":{"a":[null]}}},"userId":null}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    let again = try JSONValue(parsing: try JSONTextEncoder().encode(try decode(text)))
    #expect(again == (try JSONValue(parsing: text)))
  }

  @Test(arguments: [
    (#"{"callback":5}"#, "/callback"), (#"{"timestamp":{}}"#, "/timestamp"), (#"{"userId":1.5}"#, "/userId"),
    (#"{"event":{"message":{"body":5}}}"#, "/event/message/body"),
    (#"{"event":{"command":{"name":[]}}}"#, "/event/command/name"),
    (#"{"visitor":{"visitCount":"3"}}"#, "/visitor/visitCount"),
    (#"{"getDetails":{"recentPageHistory":[{},{"url":5}]}}"#, "/getDetails/recentPageHistory/1/url"),
  ])
  func whatIsWrongHasItsPlace(text: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == "type-mismatch")
    #expect(error?.pointer.description == pointer)
  }
}

@Suite struct OlarkCallTests {
  @Test(arguments: [
    #"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"Jo Blo"}]}"#,
    #"{"call":"api.box.show"}"#,
    #"{"call":"olark.configure","arguments":["system.group",1.10,null,[]],"later":true}"#,
  ])
  func decodingAndEncodingGivesTheSameText(text: String) throws {
    let call = try JSONTextDecoder().decode(OlarkCall.self, from: text)
    #expect(String(decoding: try JSONTextEncoder().encode(call), as: UTF8.self) == text)
  }

  @Test func theArgumentsAreRead() throws {
    let call = try JSONTextDecoder().decode(
      OlarkCall.self, from: #"{"call":"api.chat.updateVisitorNickname","arguments":[{"snippet":"Jo"}]}"#)
    #expect(call == OlarkCall(call: "api.chat.updateVisitorNickname") { $0.arguments = [["snippet": "Jo"]] })
  }
}
