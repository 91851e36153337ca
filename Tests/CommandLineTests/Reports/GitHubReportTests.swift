import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct GitHubReportTests {
  @Test func eachFindingIsACommandAndANoticeSaysHowManyThereAre() throws {
    let expected = #"""
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=2,col=86,title=type-mismatch::expected a string, found a number at /visitor/fullName%0Afix: quote the value
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=2,col=98,title=type-mismatch::expected a string, found an array at /visitor/browser%0Afix: write a string
      ::error file=100%25%2C "a"%3Ab%0A<ü>.json,line=3,col=41,title=control-character::a control character stands unescaped inside a string at /visitor/id%0Afix: escape it: \n for a line feed, \t for a tab
      ::warning file=warnings.json,line=4,col=14,title=unknown-item-kind::no item of this kind is documented at /items/0/kind%0Afix: see whether Olark has a new kind of item: it passes through, and is no message
      ::notice title=chatevents::4 records: 3 errors, 1 warning in 3 records

      """#
    #expect(try Reporting(GitHubReport(), of: Reporting.awkward).text == expected)
  }
}
