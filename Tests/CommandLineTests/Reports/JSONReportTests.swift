import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct JSONReportTests {
  @Test func eachFindingIsAnObjectOnALine() throws {
    let expected = #"""
      {"file":"100%, \"a\":b\n<ü>.json","line":2,"column":86,"pointer":"/visitor/fullName","severity":"error","code":"type-mismatch","message":"expected a string, found a number","fix":"quote the value"}
      {"file":"100%, \"a\":b\n<ü>.json","line":2,"column":98,"pointer":"/visitor/browser","severity":"error","code":"type-mismatch","message":"expected a string, found an array","fix":"write a string"}
      {"file":"100%, \"a\":b\n<ü>.json","line":3,"column":41,"pointer":"/visitor/id","severity":"error","code":"control-character","message":"unescaped control character in a string","fix":"escape it: \\n for a line feed, \\t for a tab"}
      {"file":"missing.json","line":1,"column":1,"pointer":"","severity":"error","code":"unreadable","message":"cannot open it: No such file","fix":null}
      {"file":"warnings.json","line":4,"column":14,"pointer":"/items/0/kind","severity":"warning","code":"unknown-item-kind","message":"undocumented kind of item","fix":"check whether Olark has added this kind; it is passed through but not treated as a message"}

      """#
    #expect(try Reporting(JSONReport(), of: Reporting.awkward).text == expected)
  }

  @Test func whereNothingIsFoundNothingIsWritten() throws {
    #expect(try Reporting(JSONReport(), of: [("a.json", Sample.transcript("v1"))]).text == "")
  }
}
