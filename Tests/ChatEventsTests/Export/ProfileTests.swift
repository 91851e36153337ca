import JSONText
import Testing

@testable import ChatEvents

/// What records tell of their visitor.
@Suite struct ProfileTests {
  @Test(arguments: [
    (
      #"{"kind":"Conversation","ip":"192.0.2.1","visitor":{"id":7,"fullName":"Jo","emailAddress":"jo@example.org","#
        + #""phoneNumber":"+49","city":"Köln","ip":"192.0.2.2","customFields":{"plan":"gold","n":1.10,"e":"","z":null}},"#
        + #""items":[{"kind":"MessageToOperator","nickname":"J"},{"kind":"MessageToVisitor","nickname":"Op"}]}"#,
      #"{"names":["Jo","J"],"email_addresses":["jo@example.org"],"phone_numbers":["+49"],"ids":["7"],"#
        + #""ip_addresses":["192.0.2.2","192.0.2.1"],"cities":["Köln"],"custom_fields":{"plan":["gold"],"n":[1.10]}}"#
    ),
    (
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"Hi\nName: Jo D\r\ne-mail : jo@example.org\n phone:5"}]}"#,
      #"{"names":["Jo D"],"email_addresses":["jo@example.org"],"phone_numbers":["5"],"ids":[],"#
        + #""ip_addresses":[],"cities":[],"custom_fields":{}}"#
    ),
    (
      #"{"callback":"api.chat.onReady","userId":"u","anonymousId":"a","visitor":{"emailAddress":"jo@example.org","#
        + #""ip":"not available","city":""}}"#,
      #"{"names":[],"email_addresses":["jo@example.org"],"phone_numbers":[],"ids":["u","a"],"#
        + #""ip_addresses":[],"cities":[],"custom_fields":{}}"#
    ),
    (
      #"{"_type":"chat_meta","client_name":"Jo","client_email":"jo@example.org","client_uuid":"c","loc_city":"Köln","#
        + #""custom":{"a":{"b" : 1}},"client_additional01_name":"Size","client_additional01_value":"XL"}"#,
      #"{"names":["Jo"],"email_addresses":["jo@example.org"],"phone_numbers":[],"ids":["c"],"#
        + #""ip_addresses":[],"cities":["Köln"],"custom_fields":{"a":[{"b":1}],"Size":["XL"]}}"#
    ),
    (
      #"{"type":"identify","userId":"u","anonymousId":"a","context":{"ip":"192.0.2.1","traits":{"phone":"5"}},"#
        + #""traits":{"email":"jo@example.org","name":"Jo","plan":"x","address":{"city":"Bonn"}}}"#,
      #"{"names":["Jo"],"email_addresses":["jo@example.org"],"phone_numbers":["5"],"ids":["u","a"],"#
        + #""ip_addresses":["192.0.2.1"],"cities":["Bonn"],"custom_fields":{"plan":["x"],"address":[{"city":"Bonn"}]}}"#
    ),
    // The traits of a group are the group's.
    (
      #"{"type":"group","userId":"jo@example.org","traits":{"name":"Sales","phone":"5"}}"#,
      #"{"names":[],"email_addresses":[],"phone_numbers":[],"ids":["jo@example.org"],"#
        + #""ip_addresses":[],"cities":[],"custom_fields":{}}"#
    ),
  ])
  func eachRecordTellsWhatItHolds(record: String, profile: String) throws {
    // What these records tell of places and organizations, the table's columns show.
    let text = try ExportPlanTests.export(record, .json)
      .replacing(#""regions":[],"countries":[],"organizations":[],"referrers":[],"#, with: "")
    #expect(text.hasSuffix("],\"profile\":\(profile)}\n"), "\(text)")
  }

  @Test func eachValueStandsOnceInTheOrderOfTheRecords() throws {
    let records = ["B", "A", "B"].map {
      #"{"kind":"Conversation","visitor":{"emailAddress":"jo@example.org","fullName":"\#($0)","customFields":{"\#($0)":"x"}}}"#
    }
    let text = try ExportPlanTests.export(records.joined(separator: "\n"), .json)
    #expect(text.contains(#""names":["B","A"]"#))
    #expect(text.contains(#""custom_fields":{"B":["x"],"A":["x"]}"#))
  }
}
