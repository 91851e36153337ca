import Testing

@testable import ChatEvents

/// Batches, of which each call is a record of its own.
@Suite struct BatchRedactionTests {
  static let batch =
    #"{"batch":[{"type":"track","event":"x","userId":"a"},{"type":"track","event":"x","userId":"b"},"#
    + #"{"type":"track","event":"x","userId":"a"}],"context":{"ip":"192.0.2.7"},"writeKey":"k"}"#

  private func call(_ id: String) -> String { #"{"type":"track","event":"x","userId":"\#(id)"}"# }

  @Test func allCallsAndWhatIsSaidOfAllAreRedacted() throws {
    #expect(
      try redacted(Self.batch, as: .segment)
        == [
          #"{"batch":["# + [String](repeating: call("<redacted>"), count: 3).joined(separator: ",")
            + #"],"context":{"ip":"<redacted>"},"writeKey":"<redacted>"}"#
        ])
  }

  @Test func callsThatAreNotMeantStayWithWhatIsSaidOfAll() throws {
    #expect(
      try redacted(Self.batch, as: .segment) { $0.selection.visitorIDs = ["a"] }
        == [
          #"{"batch":[\#(call("<redacted>")),\#(call("b")),\#(call("<redacted>"))],"#
            + #""context":{"ip":"192.0.2.7"},"writeKey":"k"}"#
        ])
    #expect(try redacted(Self.batch, as: .segment) { $0.selection.visitorIDs = ["c"] } == [Self.batch])
  }

  @Test(arguments: [
    (
      "a",
      [#"{"batch":[{"type":"track","event":"x","userId":"b"}],"context":{"ip":"192.0.2.7"},"writeKey":"k"}"#]
    ),
    (
      "b",
      [
        #"{"batch":[{"type":"track","event":"x","userId":"a"},{"type":"track","event":"x","userId":"a"}],"#
          + #""context":{"ip":"192.0.2.7"},"writeKey":"k"}"#
      ]
    ), ("c", [batch]),
  ])
  func callsAreLeftOutWithTheirCommas(id: String, expected: [String]) throws {
    let lines = try redacted(Self.batch, as: .segment) {
      $0.selection.visitorIDs = [id]
      $0.drops = true
    }
    #expect(lines == expected)
  }

  @Test func aBatchOfWhichNothingIsLeftIsLeftOut() throws {
    let lines = try redacted(#"{"batch":[\#(call("a"))]}"#, as: .segment) {
      $0.selection.visitorIDs = ["a"]
      $0.drops = true
    }
    #expect(lines == [])
  }

  @Test func anEmptyBatchIsNobodys() throws {
    let lines = try redacted(#"{"batch":[],"context":{"ip":"192.0.2.7"}}"#, as: .segment) {
      $0.selection.visitorIDs = ["a"]
      $0.drops = true
    }
    #expect(lines == [#"{"batch":[],"context":{"ip":"192.0.2.7"}}"#])
  }

  @Test func whatIsNoCallKeepsNothingFromBeingRedacted() throws {
    #expect(
      try redacted(#"{"batch":[1,"jo@x.org"],"context":{"ip":"192.0.2.7"}}"#, as: .segment)
        == [#"{"batch":[1,"<redacted>"],"context":{"ip":"<redacted>"}}"#])
    #expect(
      try redacted(#"{"batch":["jo@x.org"],"batch":[],"userId":"u"}"#, as: .segment)
        == [#"{"batch":["<redacted>"],"batch":[],"userId":"<redacted>"}"#])
  }
}
