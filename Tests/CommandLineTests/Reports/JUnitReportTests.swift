import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct JUnitReportTests {
  @Test func eachRecordIsACaseAndCountsStandInFront() throws {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="chatevents" tests="5" failures="2" errors="1" time="0">
      <testsuite name="100%, &quot;a&quot;:b&#10;&lt;ü&gt;.json" tests="3" failures="2" errors="0" time="0">
      <testcase classname="100%, &quot;a&quot;:b&#10;&lt;ü&gt;.json" name="olark record 1 (line 1)"/>
      <testcase classname="100%, &quot;a&quot;:b&#10;&lt;ü&gt;.json" name="olark record 2 (line 2)">
      <failure message="expected a string, found a number at /visitor/fullName; expected a string, found an array at /visitor/browser" type="type-mismatch">100%, "a":b␊&lt;ü&gt;.json:2:86: error: expected a string, found a number at /visitor/fullName [type-mismatch]
        2 | …d":"c2","visitor":{"id":"v2","city":"日本 ]]&gt;","fullName":5,"browser":[]}}
          |                                                            ^
        fix: quote the value
      100%, "a":b␊&lt;ü&gt;.json:2:98: error: expected a string, found an array at /visitor/browser [type-mismatch]
        2 | …itor":{"id":"v2","city":"日本 ]]&gt;","fullName":5,"browser":[]}}
          |                                                            ^
        fix: write a string
      </failure>
      </testcase>
      <testcase classname="100%, &quot;a&quot;:b&#10;&lt;ü&gt;.json" name="record 3 (line 3)">
      <failure message="unescaped control character in a string at /visitor/id" type="control-character">100%, "a":b␊&lt;ü&gt;.json:3:41: error: unescaped control character in a string at /visitor/id [control-character]
        3 | {"kind":"Conversation","visitor":{"id":"␛[31m&lt;U+202E&gt;"}}
          |                                         ^
        fix: escape it: \n for a line feed, \t for a tab
      </failure>
      </testcase>
      </testsuite>
      <testsuite name="missing.json" tests="1" failures="0" errors="1" time="0">
      <testcase classname="missing.json" name="input">
      <error message="cannot open it: No such file" type="unreadable"/>
      </testcase>
      </testsuite>
      <testsuite name="warnings.json" tests="1" failures="0" errors="0" time="0">
      <testcase classname="warnings.json" name="olark record 1 (line 1)">
      <system-out>warnings.json:4:14: warning: undocumented kind of item at /items/0/kind [unknown-item-kind]
        4 |     {"kind": "a,b:c%", "timestamp": "1700000000"}
          |              ^
        fix: check whether Olark has added this kind; it is passed through but not treated as a message
      </system-out>
      </testcase>
      </testsuite>
      </testsuites>

      """#
    #expect(try Reporting(JUnitReport(), of: Reporting.awkward).text == expected)
  }

  @Test func whatXMLCannotSayIsLeftOut() throws {
    let name = "a\u{0}\u{1b}[31m\u{fffe}\u{7f}\r\t&'.json"
    let report = try Reporting(JUnitReport(), of: [(name, "{}")])
    #expect(report.text.contains("<testsuite name=\"a[31m\u{7f}&#13;&#9;&amp;'.json\""))
    #expect(report.text.contains(">a␀␛[31m\u{fffe}␡␍␉&amp;'.json:1:1: error: ") == false)
    #expect(report.text.contains(">a␀␛[31m␡␍␉&amp;'.json:1:1: error: "))
  }

  @Test func aReportOfNothingIsOneToo() throws {
    #expect(
      try Reporting(JUnitReport(), of: []).text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="chatevents" tests="0" failures="0" errors="0" time="0">
        </testsuites>

        """)
  }
}
