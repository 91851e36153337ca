import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct GitLabReportTests {
  @Test func eachFindingIsAnIssueWithAFingerprintOfItsOwn() throws {
    let wrong = #"{"kind":"Conversation","id":"c","visitor":{"id":"v","fullName":5}}"# + "\n"
    let report = try Reporting(GitLabReport(), of: [("a b.json", wrong + wrong), ("missing.json", nil)]).text
    let hash = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    let expected = #"""
      [
      {"description":"expected a string, found a number at /visitor/fullName\nfix: quote the value","check_name":"type-mismatch","fingerprint":"HASH:1","severity":"major","location":{"path":"a b.json","lines":{"begin":1}}},
      {"description":"expected a string, found a number at /visitor/fullName\nfix: quote the value","check_name":"type-mismatch","fingerprint":"HASH:2","severity":"major","location":{"path":"a b.json","lines":{"begin":2}}},
      {"description":"cannot open it: No such file","check_name":"unreadable","fingerprint":"HASH:1","severity":"blocker","location":{"path":"missing.json","lines":{"begin":1}}}
      ]

      """#
    #expect(report.replacing(hash, with: "HASH") == expected)
  }

  @Test func aReportOfNothingIsAnEmptyList() throws {
    #expect(try Reporting(GitLabReport(), of: [("a.json", Sample.transcript("v1"))]).text == "[\n]\n")
  }
}
