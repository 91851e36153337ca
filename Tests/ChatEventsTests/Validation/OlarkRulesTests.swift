import Testing

@testable import ChatEvents

@Suite struct OlarkRulesTests {
  private func found(_ members: String, now: String = Validated.now) throws -> String {
    let text = #"{"kind":"Conversation","visitor":{"id":"v"},\#(members)}"#
    return try Validated(text, as: .olark, now: now).description
  }

  @Test(arguments: [
    ("1700000020", "1700000020.000", ""),
    ("1700000020", "1700000019.9999999999999999999", "items-out-of-order /items/1/timestamp"),
    ("1700000020.0000000000000000001", "1700000020", "items-out-of-order /items/1/timestamp"),
    ("-1", "-0.5", "implausible-time /items/0/timestamp, implausible-time /items/1/timestamp"),
  ])
  func timesAreComparedByEveryDigit(first: String, second: String, expected: String) throws {
    let items = #""items":[{"timestamp":"\#(first)"},{"timestamp":\#(second)}]"#
    #expect(try found(items) == expected)
  }

  @Test func aTimeIsComparedWithTheLatestBeforeIt() throws {
    let items =
      #""items":[{"timestamp":"1700000030"},{},{"timestamp":"1700000010"},{"timestamp":"1700000020"}]"#
    #expect(
      try found(items) == "items-out-of-order /items/2/timestamp, items-out-of-order /items/3/timestamp")
  }

  @Test(arguments: [
    "1795000000.1", "1795000000.0000000000000000001", "99999999999999999999999", "99999999999",
  ])
  func whatHasNotComeLiesInTheFuture(time: String) throws {
    #expect(try found(#""items":[{"timestamp":"\#(time)"}]"#) == "future-timestamp /items/0/timestamp")
  }

  @Test(arguments: ["1795000000", "1795000000.000", "1794999999.9999999999999999999", "1230768000"])
  func whatHasComeDoesNot(time: String) throws {
    #expect(try found(#""items":[{"timestamp":\#(time)}]"#) == "")
  }

  @Test(arguments: [
    ("1795000000.5", "1795000000.5", ""),
    ("1795000000.5", "1795000000.51", "future-timestamp /items/0/timestamp"),
    ("2026-11-18T11:06:40.5Z", "1795000000.4", ""),
    ("2026-11-18", "1794960000.1", "future-timestamp /items/0/timestamp"),
  ])
  func thePresentHasAFractionToo(now: String, time: String, expected: String) throws {
    #expect(try found(#""items":[{"timestamp":"\#(time)"}]"#, now: now) == expected)
  }

  @Test func timesBehindTheYear9999ComeLast() throws {
    let items =
      #""items":[{"timestamp":"999999999999999999"},{"timestamp":"1473774819"},{"timestamp":"-999999999999999999"}]"#
    #expect(
      try found(items) == "future-timestamp /items/0/timestamp, items-out-of-order /items/1/timestamp, "
        + "items-out-of-order /items/2/timestamp, implausible-time /items/2/timestamp")
  }

  @Test(arguments: [
    (#""1473774819263""#, "time-in-milliseconds /items/0/timestamp"),
    ("1473774819263.5", "time-in-milliseconds /items/0/timestamp"),
    (#""\u0031473774819263""#, "time-in-milliseconds /items/0/timestamp"),
    ("1795000000001", "time-in-milliseconds /items/0/timestamp, future-timestamp /items/0/timestamp"),
    ("100000000000", "time-in-milliseconds /items/0/timestamp, implausible-time /items/0/timestamp"),
    ("0", "implausible-time /items/0/timestamp"), ("1230767999.999", "implausible-time /items/0/timestamp"),
    ("null", ""), ("1e12", "invalid-timestamp /items/0/timestamp"),
  ])
  func anotherUnitAndAnUnsetClockAreReported(time: String, expected: String) throws {
    #expect(try found(#""items":[{"timestamp":\#(time)}]"#) == expected)
  }

  @Test(arguments: [#""1""#, "1", #""\u0031""#, #""é""#, #""\u00e9""#])
  func anOperatorIsListedInAnySpelling(id: String) throws {
    let members = #""operators":{"\u0031":{},"é":null},"items":[{"operatorId":\#(id)}]"#
    #expect(try found(members) == "")
  }

  @Test(arguments: [#""operators":{"1":{}},"#, #""operators":null,"#, ""])
  func anOperatorWhoIsNotListedIsUnknown(operators: String) throws {
    #expect(try found(operators + #""items":[{"operatorId":-1}]"#) == "unknown-operator /items/0/operatorId")
  }

  @Test func anotherKindOfItemIsUnknown() throws {
    let items = #""items":[{"kind":"OfflineMessage"},{"kind":null},{"kind":"offlineMessage"},{"kind":5}]"#
    #expect(try found(items) == "unknown-item-kind /items/2/kind, type-mismatch /items/3/kind")
  }

  @Test(arguments: [
    #""id":"NOTAREALTRANSCRIPT""#, #""id":"NOTAREAL\u0054RANSCRIPT5""#, #""tags":["x","test\u005fexample"]"#,
  ])
  func testDataIsTold(member: String) throws {
    #expect(try found(member) == "test-data")
  }

  @Test(arguments: [#""id":"aNOTAREALTRANSCRIPT""#, #""tags":["test_example "]"#, #""tags":[]"#])
  func otherDataIsNone(member: String) throws {
    #expect(try found(member) == "")
  }

  @Test(arguments: [
    (#"{"kind":"Conversation"}"#, "no-identity"),
    (#"{"kind":"Conversation","visitor":null}"#, "no-identity /visitor"),
    (#"{"kind":"Conversation","visitor":{}}"#, "no-identity /visitor"),
    (#"{"kind":"Conversation","visitor":{"id":"\u200b"}}"#, "no-identity /visitor/id"),
    (#"{"kind":"Conversation","visitor":{"id":1.5}}"#, "type-mismatch /visitor/id"),
    (#"{"kind":"Conversation","visitor":"v"}"#, "type-mismatch /visitor"),
    (#"{"kind":"Ping","visitor":{"id":7}}"#, "unknown-kind /kind"),
    (#"{"kind":null,"visitor":{"id":7}}"#, "missing-member"),
  ])
  func aTranscriptIsAConversationOfSomebody(text: String, expected: String) throws {
    #expect(try Validated(text, as: .olark).description == expected)
  }
}
