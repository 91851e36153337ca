import JSONText
import Testing

@testable import ChatEvents

@Suite struct UserlikeRecordTests {
  /// A chat that has ended, with the members and types of the sample on Userlike's page, in its order.
  static let chat = #"""
    {"_event":"receive","_type":"chat_meta","browser_name":"Safari","browser_os":"Mac OS X","browser_version":"8",
     "chat_widget":{"id":9,"name":"Tea"},"chat_widget_goal":{"id":null,"name":null},
     "client_additional01_name":null,"client_additional01_value":null,"client_additional02_name":"Order",
     "client_additional02_value":"4711","client_additional03_name":null,"client_additional03_value":null,
     "client_email":"jo@example.com","client_name":"Jo","client_uuid":"nEit8E.L3mm+FG/uQ",
     "created_at":"2014-12-29 11:23:24","custom":{"basket":{"item01":{"desc":"Tea","id":"2a","price":139.990,
       "url":"http://example.com/34.html"}},"id":"428614f0","ref":"3efd5462e"},"data_privacy":false,"duration":"00:02:53",
     "ended_at":"2014-12-29 11:26:17","feedback_message":"Lovely.","id":67,"inital_url":"https://example.com/en/",
     "loc_city":null,"loc_country":null,"loc_lat":null,"loc_lon":null,"marked_read":false,
     "messages":[{"message":"test","person":"Jo","sent_at":"2014-12-29 11:23:27","type":"co"},
      {"message":"","person":"Dee Vee","sent_at":"2014-12-29 11:23:30","type":"oc","later":{"x":[]}}],"notes":[],
     "operator_created":{"email":"d@example.com","first_name":"Dee","id":5,"last_name":"Vee","name":"Dee Vee",
      "operator_group":{"id":14,"name":"Tea"}},"operator_created_id":5,
     "operator_current":{"email":"b@example.com","first_name":"Bea","id":13,"last_name":"","name":"Bea",
      "operator_group":{"id":8,"name":"Testing"}},"operator_current_id":13,"page_impressions":2,
     "post_survey_option":"Very Satisfied","rate":5,"referrer":null,"status":"new","topic":null,
     "url":"https://example.com/en/debug/9","visits":10,"was_proactive":false}
    """#

  /// An offline message, likewise.
  static let offlineMessage = #"""
    {"_event":"receive","_type":"offline_message","browser_name":"Chrome","browser_os":"Mac OS X","browser_version":"32",
     "chat_widget":{"id":2,"name":"Website"},"client_email":"jo@example.com","client_name":"Jo",
     "created_at":"2014-12-20 14:50:23","custom":{},"data_privacy":null,"id":3,"loc_city":"Cologne",
     "loc_country":"Germany","loc_lat":50.9333000183105,"loc_lon":6.94999980926514,"marked_read":true,
     "message":"Hello?","page_impressions":5,"screenshot_oid":null,"screenshot_url":null,"status":"new",
     "topic":"Support","url":"http://www.example.com","visits":1}
    """#

  private func decode(_ text: String) throws -> UserlikeRecord {
    try JSONTextDecoder().decode(UserlikeRecord.self, from: text)
  }

  private struct Wrong: Error {}

  @Test func aChatIsRead() throws {
    guard case .chat(let chat) = try decode(Self.chat) else { throw Wrong() }
    #expect(chat.id == EntityID(67) && chat.event == "receive")
    #expect(chat.clientUUID == "nEit8E.L3mm+FG/uQ")
    #expect(chat.clientAdditional02Value == "4711" && chat.clientAdditional01Name == nil)
    #expect(chat.createdAt == "2014-12-29 11:23:24" && chat.endedAt == "2014-12-29 11:26:17")
    #expect(chat.initialURL == "https://example.com/en/")
    #expect(chat.messages?.map(\.type) == ["co", "oc"] && chat.messages?.first?.person == "Jo")
    #expect(chat.operatorCurrent?.name == "Bea" && chat.operatorCurrent?.operatorGroup?.id == EntityID(8))
    #expect(chat.chatWidgetGoal?.id == nil && chat.chatWidget?.name == "Tea")
    #expect(chat.custom?["basket"]?["item01"]?["price"]?.numberValue?.text == "139.990")
    #expect(chat.rate == 5 && chat.visits == 10 && chat.wasProactive == false)
  }

  @Test func anOfflineMessageIsRead() throws {
    guard case .offlineMessage(let message) = try decode(Self.offlineMessage) else { throw Wrong() }
    #expect(message.id == EntityID(3) && message.message == "Hello?")
    #expect(message.locLat?.text == "50.9333000183105" && message.custom == [:])
    #expect(message.dataPrivacy == nil && message.topic == "Support")
  }

  @Test func otherRecordsAreKeptAsTheyCame() throws {
    let text = #"{"_event":"online","_type":"operator","id":5,"jid":null,"role":"a","role":"b"}"#
    guard case .other(let members) = try decode(text) else { throw Wrong() }
    #expect(members["jid"] == .null && members.keys.count == 6)
  }

  /// The samples have the members of the tables, all of them, in the tables' order.
  @Test func theSamplesHaveWhatTheTablesHave() throws {
    let keys = try [Self.chat, Self.offlineMessage].map { try JSONValue(parsing: $0).objectValue?.keys }
    #expect(keys == UserlikeRecord.models.map { $0.model.fields.map(\.name) })
  }

  @Test(arguments: [
    chat, offlineMessage, #"{"_type":"chat_meta"}"#,
    #"{"_type":"chat_meta","id":"67","messages":null,"custom":null}"#,
    #"{"_type":"offline_message","client_uuid":"u","custom":{"a":1,"a":2},"screenshot_oid":"5f"}"#,
    #"{"_type":"chat_meta","notes":[{"body":"call","operator_id":5,"name":"Dee","sent_at":null,"x":1.0}]}"#,
    #"{"_type":"chat_widget","_event":"config","later":[1.10]}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    let again = try JSONValue(parsing: try JSONTextEncoder().encode(try decode(text)))
    #expect(again == (try JSONValue(parsing: text)))
  }

  @Test(arguments: [
    ("{}", "missing-member", ""), (#"{"_type":null}"#, "type-mismatch", "/_type"),
    (#"{"_type":"chat_meta","id":1.5}"#, "type-mismatch", "/id"),
    (#"{"_type":"chat_meta","created_at":1419852204}"#, "type-mismatch", "/created_at"),
    (#"{"_type":"chat_meta","messages":[{},{"message":5}]}"#, "type-mismatch", "/messages/1/message"),
    (
      #"{"_type":"chat_meta","operator_created":{"operator_group":{"id":[]}}}"#, "type-mismatch",
      "/operator_created/operator_group/id"
    ),
    (#"{"_type":"offline_message","custom":[1]}"#, "type-mismatch", "/custom"),
    (#"{"_type":"offline_message","loc_lat":"50"}"#, "type-mismatch", "/loc_lat"),
    (#"{"_type":"offline_message","id":1,"id":2}"#, "repeated-key", "/id"),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.pointer.description == pointer)
  }
}
