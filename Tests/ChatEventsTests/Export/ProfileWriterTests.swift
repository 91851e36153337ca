import JSONText
import Testing

@testable import ChatEvents

/// The table of what records tell of the visitor.
@Suite struct ProfileWriterTests {
  static let header = "kind,field,value,member,conversation_id,time,source,line\r\n"

  @Test func eachFactIsARowWithTheMemberThatTellsIt() throws {
    let source = """
      {"kind":"Conversation","id":"c1","visitor":{"emailAddress":"jo@example.org","fullName":"=Jo","customFields":{"a/b":"x","n":1.0}},
      "items":[{"kind":"MessageToOperator","nickname":"J","timestamp":"1307116657.1"},{"kind":"MessageToOperator","nickname":"J"}]}
      """
    #expect(
      try Self.table(source) == Self.header
        + "name,,'=Jo,/visitor/fullName,c1,2011-06-03T15:57:37.100Z,a,1\r\n"
        + "email,,jo@example.org,/visitor/emailAddress,c1,2011-06-03T15:57:37.100Z,a,1\r\n"
        + "custom_field,a/b,x,/visitor/customFields/a~1b,c1,2011-06-03T15:57:37.100Z,a,1\r\n"
        + "custom_field,n,1.0,/visitor/customFields/n,c1,2011-06-03T15:57:37.100Z,a,1\r\n"
        + "name,,J,/items/*/nickname,c1,2011-06-03T15:57:37.100Z,a,1\r\n")
  }

  @Test func whatOneMemberTellsAgainIsNoRow() throws {
    let source = """
      {"type":"page","userId":"jo@example.org","anonymousId":"x"}
      {"type":"page","userId":"jo@example.org","anonymousId":"jo@example.org"}
      {"batch":[{"type":"page","userId":"jo@example.org"}],"context":{"ip":"192.0.2.7"}}
      {"type":"page","userId":"jo@example.org","context":{"ip":"192.0.2.7"}}
      """
    #expect(
      try Self.table(source) == Self.header
        + "id,,jo@example.org,/userId,,,a,1\r\nid,,x,/anonymousId,,,a,1\r\n"
        + "id,,jo@example.org,/anonymousId,,,a,2\r\nip,,192.0.2.7,batch /context/ip,,,a,3\r\n"
        + "ip,,192.0.2.7,/context/ip,,,a,4\r\n")
  }

  @Test func withoutFactsTheColumnsAreNamed() {
    var form = TableForm()
    (form.separator, form.hasByteOrderMark) = (.semicolon, true)
    var writer = ProfileWriter(form)
    let text = Array(writer.text(of: [], source: "a")) + writer.end()
    #expect(text == Array("\u{feff}kind;field;value;member;conversation_id;time;source;line\r\n".utf8))
  }

  private static func table(_ source: String) throws -> String {
    var writer = ProfileWriter()
    let text = Array(writer.text(of: try ExportPlanTests.records(source), source: "a")) + writer.end()
    return String(decoding: text, as: UTF8.self)
  }
}
