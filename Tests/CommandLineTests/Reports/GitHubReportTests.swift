import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct GitHubReportTests {
  @Test func eachFindingIsACommandAndANoticeSaysHowManyThereAre() throws {
    let expected = #"""
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=2,col=86,title=type-mismatch::expected a string, found a number at /visitor/fullName%0Afix: quote the value
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=2,col=98,title=type-mismatch::expected a string, found an array at /visitor/browser%0Afix: write a string
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=3,col=41,title=control-character::unescaped control character in a string at /visitor/id%0Afix: escape it: \n for a line feed, \t for a tab
      ::error file=missing.json,title=unreadable::cannot open it: No such file
      ::warning file=warnings.json,line=4,col=14,title=unknown-item-kind::undocumented kind of item at /items/0/kind%0Afix: check whether Olark has added this kind; it is passed through but not treated as a message
      ::notice title=chatevents::4 records: 4 errors, 1 warning in 3 records; 1 input not validated

      """#
    #expect(try Reporting(GitHubReport(), of: Reporting.awkward).text == expected)
  }

  @Test func whatIsAboutStandardInputBelongsToNoFile() throws {
    let wrong = #"{"kind":"Conversation","id":"c","visitor":{"id":"v","fullName":5}}"#
    #expect(
      try Reporting(GitHubReport(), of: [("<stdin>", wrong), ("<stdin>", nil)]).text == """
        ::error title=type-mismatch::<stdin>:1:64: expected a string, found a number at /visitor/fullName%0Afix: quote the value
        ::error title=unreadable::<stdin>: cannot open it: No such file
        ::notice title=chatevents::1 record: 2 errors, 0 warnings in 1 record; 1 input not validated

        """)
  }
}
