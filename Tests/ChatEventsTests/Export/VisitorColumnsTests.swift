import JSONText
import Testing

@testable import ChatEvents

/// What the table says of the visitor beside each message.
@Suite struct VisitorColumnsTests {
  @Test(arguments: [
    (
      #"{"kind":"Conversation","visitor":{"fullName":"Jo","emailAddress":"jo@example.org","phoneNumber":"5","city":"Bonn","#
        + #""region":"NW","country":"Germany","countryCode":"DE","organization":"Acme","referrer":"https://r.example/","#
        + #""customFields":{"plan":"gold","n":1.10,"e":""}},"items":[]}"#,
      #"Jo,jo@example.org,5,Bonn,NW,Germany,Acme,https://r.example/,"{""plan"":""gold"",""n"":1.10}""#
    ),
    // What a visitor answered to the form, where the visitor's own members say nothing.
    (
      #"{"kind":"Conversation","visitor":{"countryCode":"DE"},"items":[{"kind":"OfflineMessage","body":"name: Jo\nemail: jo@example.org\nphone: 7"}]}"#,
      "Jo,jo@example.org,7,,,DE,,,"
    ),
    (
      #"{"callback":"api.chat.onReady","visitor":{"emailAddress":"jo@example.org","region":"NW","country":"not available"},"#
        + #""getDetails":{"fullName":"Jo","country":"Germany","referrer":"r"}}"#,
      "Jo,jo@example.org,,,NW,Germany,,r,"
    ),
    (
      #"{"callback":"api.chat.onOfflineMessageToOperator","event":{"message":{"body":"name: Jo\nemail: jo@example.org"}}}"#,
      "Jo,jo@example.org,,,,,,,"
    ),
    (
      #"{"_type":"chat_meta","client_email":"jo@example.org","client_name":"Jo","loc_city":"Bonn","loc_country":"Germany","#
        + #""referrer":"r","custom":{"a":{"b" : 1}},"client_additional01_name":"Size","client_additional01_value":"XL"}"#,
      #"Jo,jo@example.org,,Bonn,,Germany,,r,"{""a"":{""b"":1},""Size"":""XL""}""#
    ),
    (
      #"{"_type":"offline_message","client_email":"jo@example.org","message":"Hi\nName: Jo\nPhone: 5"}"#,
      "Jo,jo@example.org,5,,,,,,"
    ),
    (
      #"{"call":"api.visitor.updateEmailAddress","arguments":[{"emailAddress":"jo@example.org"}]}"#,
      ",jo@example.org,,,,,,,"
    ),
    (
      #"{"call":"api.visitor.updateCustomFields","arguments":[{"mail":"jo@example.org"}]}"#,
      #",,,,,,,,"{""mail"":""jo@example.org""}""#
    ),
    (
      #"{"custom":{"segmentio":{"visitor":{"email":"jo@example.org","name":"Jo"}}}}"#,
      "Jo,jo@example.org,,,,,,,"
    ),
    (
      #"{"type":"track","event":"x","context":{"page":{"referrer":"r"},"traits":{"email":"jo@example.org","name":"Jo","#
        + #""phone":"5","address":{"city":"Bonn","state":"NW","country":"Germany"}}}}"#,
      #"Jo,jo@example.org,5,Bonn,NW,Germany,,r,"{""address"":{""city"":""Bonn"",""state"":""NW"",""country"":""Germany""}}""#
    ),
    // As RudderStack's own source has them.
    (
      #"{"type":"track","userId":"u","context":{"traits":{"email":"jo@example.org","region":"NW","country":"Germany"}},"#
        + #""traits":{"organization":"Acme","company":{"name":"Other"}}}"#,
      #",jo@example.org,,,NW,Germany,Acme,,"{""company"":{""name"":""Other""}}""#
    ),
    (
      #"{"type":"track","event":"x","context":{},"properties":{"offline":true,"message_body":"name: Jo\nemail: jo@example.org"}}"#,
      "Jo,jo@example.org,,,,,,,"
    ),
  ])
  func eachFormatFillsWhatItHas(record: String, columns: String) throws {
    #expect(try Self.columns(record) == columns)
  }

  @Test func aCallHasWhatItsBatchSaysOfTheVisitor() throws {
    let batch =
      #"{"batch":[{"type":"page","userId":"jo@example.org"}],"context":{"page":{"referrer":"r"},"traits":{"name":"Jo","plan":"gold"}}}"#
    #expect(try Self.columns(batch) == #"Jo,,,,,,,r,"{""plan"":""gold""}""#)
  }

  /// Returns the visitor's columns of the first row; none of its cells holds a line end.
  private static func columns(_ record: String) throws -> String {
    let text = try ExportPlanTests.export(record)
    let row = try #require(text.split(separator: "\r\n").dropFirst().first)
    let start = try #require(row.firstRange(of: ",a,1,"))
    return String(row[start.upperBound...])
  }
}
