import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct TextReportTests {
  @Test func eachFindingIsShownInItsLine() throws {
    let expected = #"""
      100%, "a":b␊<ü>.json:2:86: error: expected a string, found a number at /visitor/fullName [type-mismatch]
        2 | …d":"c2","visitor":{"id":"v2","city":"日本 ]]>","fullName":5,"browser":[]}}
          |                                                            ^
        fix: quote the value
      100%, "a":b␊<ü>.json:2:98: error: expected a string, found an array at /visitor/browser [type-mismatch]
        2 | …itor":{"id":"v2","city":"日本 ]]>","fullName":5,"browser":[]}}
          |                                                            ^
        fix: write a string
      100%, "a":b␊<ü>.json:3:41: error: unescaped control character in a string at /visitor/id [control-character]
        3 | {"kind":"Conversation","visitor":{"id":"␛[31m<U+202E>"}}
          |                                         ^
        fix: escape it: \n for a line feed, \t for a tab
      warnings.json:4:14: warning: undocumented kind of item at /items/0/kind [unknown-item-kind]
        4 |     {"kind": "a,b:c%", "timestamp": "1700000000"}
          |              ^
        fix: check whether Olark has added this kind; it is passed through but not treated as a message
      4 records: 4 errors, 1 warning in 3 records; 1 input not validated

      """#
    #expect(try Reporting(TextReport(), of: Reporting.awkward).text == expected)
  }

  @Test func coloursSetOffTheParts() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"x","timestamp":"no"}]}"#
    let expected = #"""
      ESC[1mchats.json:1:62:ESC[0m ESC[1;33mwarning:ESC[0m undocumented kind of item at /items/0/kind [unknown-item-kind]
        1 | …"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"x","timestamp":"no"}]}
          |                                                              ESC[1m^ESC[0m
        ESC[36mfix:ESC[0m check whether Olark has added this kind; it is passed through but not treated as a message
      ESC[1mchats.json:1:78:ESC[0m ESC[1;31merror:ESC[0m expected seconds since 1970 in decimal digits at /items/0/timestamp [invalid-timestamp]
        1 | …tion","visitor":{"id":"v"},"items":[{"kind":"x","timestamp":"no"}]}
          |                                                              ESC[1m^ESC[0m
        ESC[36mfix:ESC[0m write a time such as "1307116657.1"
      1 record: 1 error, 1 warning in 1 record

      """#
    let report = try Reporting(TextReport(isColored: true), of: [("chats.json", text)])
    #expect(report.text.replacing("\u{1b}", with: "ESC") == expected)
  }
}
