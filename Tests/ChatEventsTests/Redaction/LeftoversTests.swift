import Testing

@testable import ChatEvents

/// What is told of records that are looked at or refused: places, and names that every record of the format has.
@Suite struct LeftoversTests {
  @Test func eachLeftoverIsToldWithTheNamesOfItsFormat() throws {
    #expect(
      try leftovers(
        #"{"kind":"Conversation","items":[{"body":"hi"},{"body":"jo@x.org"}],"visitor":{"fullName":"Jo"},"tags":["jo@x.org"]}"#
      )
        == ["/items/1/body", "/visitor/fullName", "/tags"])
    #expect(
      try leftovers(#"{"batch":[{"type":"track","event":"x","userId":"a"}]}"#, as: .segment) == [
        "/batch/0/userId"
      ])
    #expect(try leftovers(#"{"kind":"Conversation","visitor":{"id":"<redacted>"}}"#) == [])
  }

  @Test(arguments: [
    (#"{"kind":"Conversation","Jo":{"email":"x"}}"#, ""),
    (#"{"kind":"Conversation","visitor":{"customFields":{"Jo":"jo@x.org"}}}"#, "/visitor/customFields"),
    (#"{"kind":"Conversation","operators":{"Jo":{"x":"jo@x.org"}}}"#, "/operators"),
    (#"{"kind":"Conversation","items":{"5550100":{"email":"x"}}}"#, "/items"),
  ])
  func namesThatAreDataAreNotTold(record: String, pointer: String) throws {
    #expect(try leftovers(record) == [pointer])
  }

  @Test(arguments: [
    #"{"kind":"Conversation","Jo":{"Blo":tru}}"#,
    #"{"data":"{\"kind\":\"Conversation\",\"Jo\":{\"Blo\":1 2}}"}"#,
    #"{"Jo":1}"#, #"["Jo"]"#, "Jo",
  ])
  func aRecordThatCannotBeReadIsToldByItsPlaceAlone(record: String) throws {
    let conversion = try Conversion(record.utf8) {
      $0.from = nil
      $0.task = .redact(RedactionSettings())
    }
    let reject = try #require(conversion.rejects.first)
    #expect(reject.record == nil)
    #expect("\(reject.diagnostic.pointer)" == "")
    #expect(!reject.report(source: "x").contains("Jo"))
    #expect(try leftovers(record) == [""])
  }
}
