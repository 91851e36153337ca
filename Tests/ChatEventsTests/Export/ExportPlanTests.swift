import JSONText
import Testing

@testable import ChatEvents

/// Which records are handed over, and what stands in the table for each of them.
@Suite struct ExportPlanTests {
  static let header = "conversation_id,message_number,time,kind,from,author,body,page,source,line\r\n"

  @Test func aTranscriptGivesARowAMessage() throws {
    let source = """
      {"kind":"Conversation","id":"c1",
       "visitor":{"id":"v1","fullName":"Jo Doe","emailAddress":"Jo@Example.org","conversationBeginPage":"https://x.org/"},
       "operators":{"7":{"id":"7","nickname":"Olga"}},
       "items":[{"kind":"MessageToOperator","timestamp":"1307116657.1","nickname":"Jo","body":"=1+1, \\"x\\"\\n\\ud800"},
        {"kind":"MessageToVisitor","timestamp":"1307116659","operatorId":7,"body":"fine"},
        {"kind":"MessageToOperator","visitor_nickname":"J","body":"1"},
        {"kind":"OfflineMessage","body":null},{"kind":"Note","nickname":"N","timestamp":"x"}]}
      """
    let text = try Self.messages(source)
    let expected =
      Self.header
      + "c1,1,2011-06-03T15:57:37.100Z,MessageToOperator,visitor,Jo,\"'=1+1, \"\"x\"\"\n\u{fffd}\",https://x.org/,a,1\r\n"
      + "c1,2,2011-06-03T15:57:39.000Z,MessageToVisitor,operator,Olga,fine,https://x.org/,a,1\r\n"
      + "c1,3,,MessageToOperator,visitor,J,1,https://x.org/,a,1\r\n"
      + "c1,4,,OfflineMessage,visitor,Jo Doe,,https://x.org/,a,1\r\n"
      + "c1,5,,Note,,N,,https://x.org/,a,1\r\n"
    #expect(text == expected)
  }

  @Test(arguments: [
    // A record that is meant always gives a row, also where it holds no message.
    (
      #"{"kind":"Conversation","id":"c","visitor":{"emailAddress":"jo@example.org"},"items":"x"}"#,
      "c,,,Conversation,,,,"
    ),
    (
      #"{"callback":"api.chat.onMessageToVisitor","event":{"message":{"body":"b","nickname":"Op"}},"conversationId":5,"#
        + #""timestamp":1307116657100,"visitor":{"emailAddress":"jo@example.org","currentPage":{"url":"u"}}}"#,
      "5,,2011-06-03T15:57:37.100Z,api.chat.onMessageToVisitor,operator,Op,b,u"
    ),
    (
      #"{"callback":"api.chat.onMessageToOperator","event":{"message":{"body":"b"}},"#
        + #""visitor":{"emailAddress":"jo@example.org","fullName":"Jo","conversationBeginPage":"p"}}"#,
      ",,,api.chat.onMessageToOperator,visitor,Jo,b,p"
    ),
    (#"{"getDetails":{"emailAddress":"jo@example.org"}}"#, ",,,getDetails,,,,"),
    (
      #"{"call":"api.visitor.updateEmailAddress","arguments":[{"emailAddress":"jo@example.org"}]}"#,
      ",,,api.visitor.updateEmailAddress,,,,"
    ),
    (
      #"{"_type":"offline_message","id":9,"client_email":"jo@example.org","client_name":"Jo","url":"u","message":"m","#
        + #""created_at":"2014-12-29 11:23:24"}"#,
      "9,,2014-12-29T11:23:24.000Z,offline_message,visitor,Jo,m,u"
    ),
    (
      #"{"custom":{"segmentio":{"visitor":{"email":"jo@example.org"}}}}"#, ",,,userlikeData,,,,"
    ),
    (
      #"{"type":"track","event":"Live Chat Message Sent","timestamp":"2026-01-01T00:00:00+01:00","userId":"u","#
        + #""context":{"page":{"url":"p"},"traits":{"email":"jo@example.org","name":"Jo"}},"#
        + #""properties":{"conversation_id":"c","message_body":"b","agent_name":"Op"}}"#,
      "c,,2025-12-31T23:00:00.000Z,Live Chat Message Sent,visitor,Jo,b,p"
    ),
    (
      #"{"type":"track","event":"Live Chat Message Received","originalTimestamp":"2026-01-01T00:00:00Z","#
        + #""userId":"JO@example.org","properties":{"message_body":"b","agent_name":"Op"}}"#,
      ",,2026-01-01T00:00:00.000Z,Live Chat Message Received,operator,Op,b,"
    ),
    (
      #"{"type":"page","userId":"jo@example.org","properties":{"url":"https://x.org/"}}"#,
      ",,,page,,,,https://x.org/"
    ),
  ])
  func otherRecordsGiveTheirMessage(record: String, row: String) throws {
    #expect(try Self.messages(record) == Self.header + row + ",a,1\r\n")
  }

  @Test(arguments: [
    (
      #"{"type":"track","userId":"jo@example.org"}"#,
      #"{"ip":"::1","traits":{"name":"Ann","email":"ann@x.org"}}"#
    ),
    (#"{"type":"track","context":{"traits":{"Mail":"jo@example.org"}}}"#, #"{"ip":"::1"}"#),
  ])
  func aCallWithAnAddressHasNobodyElsesTraits(call: String, context: String) throws {
    let text = try Self.export(
      #"{"batch":[\#(call)],"context":{"ip":"::1","traits":{"name":"Ann","email":"ann@x.org"}}}"#, .json)
    #expect(text.contains(#""batch_context":\#(context),"record":\#(call)}"#), "\(text)")
    #expect(text.contains(#""names":["Ann"]"#) == context.contains("Ann"))
  }

  @Test func whoWroteToUserlikeIsToldByTypeOrName() throws {
    let source = """
      {"_type":"chat_meta","id":5,"client_email":"jo@example.org","client_name":"Jo","messages":[
      {"message":"a","person":"X","type":"co"},{"message":"b","person":"Jo"},{"message":"c","person":"Op"}]}
      """
    let text = try Self.messages(source)
    #expect(
      text == Self.header + "5,1,,chat_meta,visitor,X,a,,a,1\r\n5,2,,chat_meta,visitor,Jo,b,,a,1\r\n"
        + "5,3,,chat_meta,operator,Op,c,,a,1\r\n")
  }

  @Test func theEventOfAWholeConversationGivesItsMessages() throws {
    let source = """
      {"type":"track","event":"Conversation","userId":"v","timestamp":"2026-01-01T00:00:00Z",
      "context":{"traits":{"email":"jo@example.org","name":"Jo"}},"properties":{"conversation_id":"c","items":[
      {"kind":"MessageToOperator","body":"a"},{"kind":"MessageToVisitor","nickname":"Op","timestamp":"0","body":"b"}]}}
      """
    let text = try Self.messages(source)
    #expect(
      text == Self.header + "c,1,,MessageToOperator,visitor,Jo,a,,a,1\r\n"
        + "c,2,1970-01-01T00:00:00.000Z,MessageToVisitor,operator,Op,b,,a,1\r\n")
  }

  @Test func anItemsKindAloneSaysWhoWroteIt() throws {
    let source =
      #"{"type":"track","event":"Live Chat Message Sent","userId":"jo@example.org","#
      + #""properties":{"items":[{"kind":"Note"}]}}"#
    #expect(try Self.messages(source) == Self.header + ",1,,Note,,,,,a,1\r\n")
  }

  @Test func thingsThatAreNoMessagesGiveNoRows() throws {
    let source =
      #"{"type":"track","event":"Order","userId":"jo@example.org","properties":{"items":[{"sku":"1"},{"sku":"2"}]}}"#
    #expect(try Self.messages(source) == Self.header + ",,,Order,,,,,a,1\r\n")
  }

  @Test func theLineIsThatOnWhichTheRecordBegins() throws {
    let source = """

      {"kind":
      "Conversation","visitor":{"emailAddress":"jo@example.org"}} {"type":"page","userId":"jo@example.org"}
      data=%7B%22type%22%3A%22page%22%2C%0A%0A%22userId%22%3A%22jo%40example.org%22%7D
      {"data":"{\\"type\\":\\"page\\",\\"userId\\":\\"jo@example.org\\"}"}
      {"code":"x","record":"\\n\\n{\\"type\\":\\"page\\",\\"userId\\":\\"jo@example.org\\"}"}
      [ {"type":"page","userId":"x"},

      {"type":"page","userId":"jo@example.org"}]
      """
    let text = try Self.messages(source)
    let lines = text.split(separator: "\r\n").dropFirst().compactMap { $0.split(separator: ",").last }
    #expect(lines == ["2", "3", "4", "5", "6", "9"])
  }

  @Test func ofABatchTheCallsThatAreMeantAreHandedOver() throws {
    let source = """
      {"batch":[{"type":"page","userId":"jo@example.org"},{"type":"page","userId":"x"},5,
      {"type":"screen","userId":"jo@example.org"}],"context":{"ip":"192.0.2.7", "traits":{"plan":"gold"}},"writeKey":"w"}
      """
    let text = try Self.export(source, .json)
    let expected = """
      {"records":[
      {"source":"a","line":1,"batch_context":{"ip":"192.0.2.7","traits":{"plan":"gold"}},"record":{"type":"page","userId":"jo@example.org"}},
      {"source":"a","line":1,"batch_context":{"ip":"192.0.2.7","traits":{"plan":"gold"}},"record":{"type":"screen","userId":"jo@example.org"}}
      ],"profile":{"names":[],"email_addresses":[],"phone_numbers":[],"ids":["jo@example.org"],"ip_addresses":["192.0.2.7"],"cities":[],"regions":[],"countries":[],"organizations":[],"referrers":[],"custom_fields":{"plan":["gold"]}}}

      """
    #expect(text == expected)
  }

  @Test func recordsOfOthersAreCountedAsSkipped() throws {
    let source =
      #"{"type":"page","userId":"x"}"# + "\n" + #"{"type":"page","userId":"jo@example.org"}"# + "\nbroken"
    let conversion = try Conversion(Array(source.utf8)) { $0.task = .export(Self.settings(.csv)) }
    #expect(conversion.balance.skipped == 1)
    #expect(conversion.balance.converted == 1)
    #expect(conversion.rejectedTexts == ["broken"])
    #expect(conversion.output == [])
  }

  private static func settings(_ form: ExportForm) -> ExportSettings {
    var settings = ExportSettings()
    settings.selection.emails = ["jo@example.org"]
    settings.form = form
    return settings
  }

  /// Returns a table of records without the columns of the visitor.
  static func messages(_ source: String) throws -> String {
    try export(source).split(separator: "\r\n").map { row in
      row.firstMatch(of: /,a,\d+,|,visitor_name/).map { match in
        row[..<match.range.lowerBound] + match.output.replacing(/,$|,visitor_name/, with: "") + "\r\n"
      } ?? row + "\r\n"
    }.joined()
  }

  static func export(_ source: String, _ form: ExportForm = .csv) throws -> String {
    var writer = ExportWriter(form)
    let text = Array(writer.text(of: try records(source, form), source: "a")) + writer.end()
    return String(decoding: text, as: UTF8.self)
  }

  static func records(_ source: String, _ form: ExportForm = .csv) throws -> [ExportedRecord] {
    var pipeline = try RecordPipeline(RunOptions(from: nil, task: .export(settings(form))))
    let result = pipeline.process(JSONBlock(source.utf8), isLast: true)
    #expect(result.rejects == [])
    return result.exported
  }
}
