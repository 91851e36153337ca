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
          #"{"batch":["# + ["a", "b", "a"].map { call(token(call($0))) }.joined(separator: ",")
            + #"],"context":{"ip":"<redacted>"},"writeKey":"<redacted>"}"#
        ])
  }

  /// A call with what the batch said of all.
  private func call(_ id: String, ip: String) -> String {
    #"{"type":"track","event":"x","userId":"\#(id)","context":{"ip":"\#(ip)"}}"#
  }

  @Test func callsThatAreNotMeantKeepWhatIsSaidOfAll() throws {
    let meant = call(token(call("a", ip: "192.0.2.7")), ip: "<redacted>")
    #expect(
      try redacted(Self.batch, as: .segment) { $0.selection.visitorIDs = ["a"] }
        == [#"{"batch":[\#(meant),\#(call("b", ip: "192.0.2.7")),\#(meant)],"writeKey":"k"}"#])
    #expect(try redacted(Self.batch, as: .segment) { $0.selection.visitorIDs = ["c"] } == [Self.batch])
  }

  @Test(arguments: [
    (
      "a",
      [
        #"{"batch":[{"type":"track","event":"x","userId":"b","context":{"ip":"192.0.2.7"}}],"writeKey":"k"}"#
      ]
    ),
    (
      "b",
      [
        #"{"batch":[{"type":"track","event":"x","userId":"a","context":{"ip":"192.0.2.7"}},"#
          + #"{"type":"track","event":"x","userId":"a","context":{"ip":"192.0.2.7"}}],"writeKey":"k"}"#
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

  // The first call is meant. What the others say themselves stays, and one with an address has nobody else's traits.
  @Test(arguments: [
    (
      #"{"userId":"b"}"#,
      #"{"userId":"b","context":{"ip":"192.0.2.7","traits":{"name":"Jo","email":"jo@x.org"}}}"#
    ),
    (
      #"{"userId":"b","context":null}"#,
      #"{"userId":"b","context":{"ip":"192.0.2.7","traits":{"name":"Jo","email":"jo@x.org"}}}"#
    ),
    (
      #"{"userId":"b","context":{}}"#,
      #"{"userId":"b","context":{"ip":"192.0.2.7","traits":{"name":"Jo","email":"jo@x.org"}}}"#
    ),
    (
      #"{"userId":"b","context":{"ip":"::1","traits":{"name":"Bo"}}}"#,
      #"{"userId":"b","context":{"ip":"::1","traits":{"name":"Bo","email":"jo@x.org"}}}"#
    ),
    (
      #"{"userId":"b","context":{"traits":{"Mail":"bo@x.org"}}}"#,
      #"{"userId":"b","context":{"traits":{"Mail":"bo@x.org"},"ip":"192.0.2.7"}}"#
    ),
    (#"{"userId":"b","context":"none"}"#, #"{"userId":"b","context":"none"}"#), ("5", "5"),
  ])
  func eachCallGetsWhatItHasOfTheBatch(other: String, expected: String) throws {
    let context = #""context":{"ip":"192.0.2.7","traits":{"name":"Jo","email":"jo@x.org"}}"#
    let shared = #"{"userId":"a",\#(context)}"#
    let own =
      #"{"userId":"\#(token(shared))","context":{"ip":"<redacted>","traits":{"name":"<redacted>","email":"<redacted>"}}}"#
    for batch in [
      #"{\#(context), "batch":[{"userId":"a"}, \#(other)]}"#,
      #"{"batch":[{"userId":"a"},\#(other)],\#(context)}"#,
    ] {
      #expect(
        try redacted(batch, as: .segment) { $0.selection.visitorIDs = ["a"] } == [
          #"{"batch":[\#(own),\#(expected)]}"#
        ])
      let left = try redacted(batch, as: .segment) { ($0.selection.visitorIDs, $0.drops) = (["a"], true) }
      #expect(left == [#"{"batch":[\#(expected)]}"#])
    }
  }

  @Test func whatIsSaidOfAllStaysWhereItIsIfItIsNotPersonal() throws {
    let lines = try redacted(
      #"{"batch":[\#(call("a")),\#(call("b"))],"context":{"locale":"de"}}"#, as: .segment
    ) {
      $0.selection.visitorIDs = ["a"]
    }
    #expect(lines == [#"{"batch":[\#(call(token(call("a")))),\#(call("b"))],"context":{"locale":"de"}}"#])
  }

  @Test func whatIsSaidOfAllIsLeftOverIfAnyCallIsMeant() throws {
    #expect(
      try leftovers(Self.batch, as: .segment) { $0.selection.visitorIDs = ["b"] } == [
        "/batch/1/userId", "/context/ip",
      ])
    #expect(try leftovers(Self.batch, as: .segment) { $0.selection.visitorIDs = ["c"] } == [])
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
    let batch = #"{"batch":["jo@x.org"],"batch":[],"userId":"u"}"#
    #expect(
      try redacted(batch, as: .segment)
        == [#"{"batch":["<redacted>"],"batch":[],"userId":"\#(token(batch))"}"#])
  }
}
