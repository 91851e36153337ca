import JSONText
import Testing

@testable import ChatEvents

/// A table's rows become one line of JSON, with no empty object and no comma too many.
@Suite struct WritePlanTests {
  @Test(arguments: [
    (#"{"id":"a\u00e9"}"#, #"{"type":"x","copy":"a\u00e9"}"#), (#"{"id":12}"#, #"{"type":"x","copy":12}"#),
    (#"{"id":""}"#, #"{"type":"x","copy":""}"#), (#"{"id":null}"#, #"{"type":"x"}"#),
    ("{}", #"{"type":"x"}"#),
  ])
  func aMemberIsCopiedAsItWasWritten(record: String, event: String) throws {
    #expect(try written([.always("type", #""x""#), .copy("id", to: "copy")], of: record) == event)
  }

  @Test(arguments: [
    (#"{"id":null}"#, #"{"copy":null}"#), (#"{"id":"a"}"#, #"{"copy":"a"}"#), ("{}", "{}"),
  ])
  func aNullIsCopiedWhereItIsKept(record: String, event: String) throws {
    #expect(try written([.copyKeepingNull("id", to: "copy")], of: record) == event)
  }

  @Test(arguments: [
    (#"{"ip":"a"}"#, #"{"copy":"a"}"#), (#"{"ip":""}"#, "{}"), (#"{"ip":null}"#, "{}"), ("{}", "{}"),
  ])
  func anEmptyTextIsLeftOutWhereItMustBeFilled(record: String, event: String) throws {
    #expect(try written([.copyFilled("ip", to: "copy")], of: record) == event)
  }

  @Test(arguments: [
    (#"{"id":12}"#, #"{"copy":"12"}"#), (#"{"id":-0}"#, #"{"copy":"-0"}"#),
    (#"{"id":"12"}"#, #"{"copy":"12"}"#),
    (#"{"id":null}"#, "{}"), ("{}", "{}"),
  ])
  func anIntegerIDBecomesAString(record: String, event: String) throws {
    #expect(try written([.copyID("id", to: "copy")], of: record) == event)
  }

  @Test(arguments: [
    (#"{"tags":["a", {"b" : 1}]}"#, #"{"copy":["a",{"b":1}]}"#), (#"{"tags":1.50}"#, #"{"copy":1.50}"#),
    (#"{"tags":[ ]}"#, #"{"copy":[]}"#), (#"{"tags":"a b"}"#, #"{"copy":"a b"}"#),
  ])
  func aVerbatimMemberLosesTheSpaceBetweenItsTokens(record: String, event: String) throws {
    #expect(try written([.verbatim("tags", to: "copy")], of: record) == event)
  }

  @Test(arguments: [
    (#"{"visitor":{"a":1, "b":[2]}}"#, #"{"in":{"a":1,"b":[2]},"type":1}"#),
    (#"{"visitor":{ }}"#, #"{"type":1}"#),
    (#"{"visitor":[1]}"#, #"{"type":1}"#), ("{}", #"{"type":1}"#),
  ])
  func theMembersOfAnObjectAreSpread(record: String, event: String) throws {
    #expect(try written([.spread("visitor", to: "in.all"), .always("type", "1")], of: record) == event)
  }

  /// An object exists if one of its members does, at any depth.
  @Test(arguments: [
    ("{}", #"{"type":1}"#), (#"{"ip":"x"}"#, #"{"a":{"b":{"c":"x"}},"type":1}"#),
    (#"{"id":"y"}"#, #"{"a":{"d":"y"},"type":1}"#),
    (#"{"ip":"x","id":"y"}"#, #"{"a":{"b":{"c":"x"},"d":"y"},"type":1}"#),
  ])
  func anEmptyObjectIsTakenBack(record: String, event: String) throws {
    let rows: [Row] = [.copy("ip", to: "a.b.c"), .copy("id", to: "a.d"), .always("type", "1")]
    #expect(try written(rows, of: record) == event)
  }

  @Test func anObjectThatIsAlwaysThereStaysEmpty() throws {
    let rows: [Row] = [.copy("ip", to: "a.b.c"), .copy("id", to: "d.e")]
    let order = rows.map(\.target)
    let emission = Emission("x", rows, order: order, alwaysThere: ["a.b"])
    #expect(try EventsOfEmissions([emission], of: "{}").lines == [#"{"a":{"b":{}}}"#])
    #expect(try EventsOfEmissions([Emission("x", rows, order: order)], of: "{}").lines == ["{}"])
  }

  @Test func membersAreInTheOrderOfTheEventNotOfTheRows() throws {
    let emission = Emission(
      "x", [.always("b.c", "1"), .always("a", "2"), .always("b.d", "3")], order: ["a", "b.d", "e", "b.c"])
    #expect(try EventsOfEmissions([emission], of: "{}").lines == [#"{"a":2,"b":{"d":3,"c":1}}"#])
  }

  @Test func aComputationThatWritesNothingTakesItsKeyBack() throws {
    let rows: [Row] = [.always("a", "1"), .compute(.ownOrVisitorAddress, to: "b"), .always("c", "2")]
    #expect(try written(rows, of: #"{"ip":"x"}"#) == #"{"a":1,"b":"x","c":2}"#)
    #expect(try written(rows, of: "{}") == #"{"a":1,"c":2}"#)
  }

  @Test func withoutARequiredMemberThereIsNoEvent() throws {
    let rows: [Row] = [.always("a", "1"), .compute(.ownOrVisitorAddress, to: "b.c"), .always("d", "2")]
    let emission = Emission("x", rows, order: rows.map(\.target), requiring: "b.c")
    let other = Emission("y", [.always("a", "3")], order: ["a"])
    let none = try EventsOfEmissions([other, emission, other], of: "{}")
    #expect(none.lines == [#"{"a":3}"#, #"{"a":3}"#])
    #expect(none.counts == [1, 0, 1])
    let one = try EventsOfEmissions([emission], of: #"{"ip":"x"}"#)
    #expect(one.lines == [#"{"a":1,"b":{"c":"x"},"d":2}"#])
    #expect(one.counts == [1])
  }

  @Test func theLastRowThatCountsWritesAMember() throws {
    let rows: [Row] = [
      .always("a", "1"), .copy("ip", to: "a"), .copy("id", to: "a").with(.lossless),
    ]
    let emission = Emission("x", rows, order: ["a"])
    let record = #"{"ip":"own","id":"other"}"#
    #expect(try EventsOfEmissions([emission], of: record).lines == [#"{"a":"own"}"#])
    var settings = RouteSettings()
    settings.options = [.lossless]
    #expect(try EventsOfEmissions([emission], of: record, settings).lines == [#"{"a":"other"}"#])
  }

  @Test func whatTheCallerSaysOfIntegrationsReplacesTheTable() throws {
    var settings = RouteSettings()
    settings.integrations = ["All": .bool(true)]
    let emission = Emission(
      "x", [.always("integrations", "{}"), .always("a", "{}")], order: ["integrations", "a"])
    #expect(
      try EventsOfEmissions([emission], of: "{}", settings).lines == [
        #"{"integrations":{"All":true},"a":{}}"#
      ])
  }

  private func written(_ rows: [Row], of record: String) throws -> String {
    let lines = try EventsOfEmissions([Emission("x", rows, order: rows.map(\.target))], of: record).lines
    return try #require(lines.count == 1 ? lines.first : nil, "\(lines)")
  }
}
