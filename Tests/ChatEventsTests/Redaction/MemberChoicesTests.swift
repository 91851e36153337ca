import Testing

@testable import ChatEvents

/// Members that the caller wants replaced, and those that stay.
@Suite struct MemberChoicesTests {
  private static let start = #"{"kind":"Conversation","id":"c","visitor":{"customFields":"#

  private func custom(_ fields: String, redact: [String] = [], keep: [String] = []) throws -> String {
    let record = "\(Self.start)\(fields)}}"
    let change = { (settings: inout RedactionSettings) in
      settings.redactedMembers = redact.compactMap { try? MemberSelector($0) }
      settings.keptMembers = keep.compactMap { try? MemberSelector($0) }
    }
    let line = try #require(try redacted(record, change).first)
    // What was redacted so is clean, and stays so.
    #expect(try redacted(line, change) == [line])
    #expect(try leftovers(line, change) == [])
    #expect(try leftovers(record, change).isEmpty == (line == record))
    return String(line.dropFirst(Self.start.count).dropLast(2))
  }

  @Test(arguments: [
    ("plan", #"{"plan":"<redacted>","n":5}"#), ("PL_AN", #"{"plan":"<redacted>","n":5}"#),
    ("N", #"{"plan":"gold","n":"<redacted>"}"#),
    ("/visitor/customFields/plan", #"{"plan":"<redacted>","n":5}"#),
    ("/visitor/*/plan", #"{"plan":"<redacted>","n":5}"#),
    ("/*/customFields", #"{"plan":"<redacted>","n":"<redacted>"}"#),
    ("/visitor/plan", #"{"plan":"gold","n":5}"#), ("/plan", #"{"plan":"gold","n":5}"#),
    ("pla", #"{"plan":"gold","n":5}"#),
    ("/visitor/customFields/PLAN", #"{"plan":"gold","n":5}"#),
  ])
  func aMemberIsNamedByItsNameOrItsPath(selector: String, expected: String) throws {
    #expect(try custom(#"{"plan":"gold","n":5}"#, redact: [selector]) == expected)
  }

  @Test(arguments: [
    (
      #"{"a":{"b":["x",1,true,null,{"c":"y"}]}}"#,
      #"{"a":{"b":["<redacted>","<redacted>",true,null,{"c":"<redacted>"}]}}"#
    ),
    (#"{"a":"","b":0,"a":"mail jo@x.org"}"#, #"{"a":"","b":0,"a":"<redacted>"}"#),
    (#"{"\u0061":"x"}"#, #"{"\u0061":"<redacted>"}"#),
    (#"{"a":"{\"b\":\"x\"}"}"#, #"{"a":"<redacted>"}"#),
    (#"{"b":"{\"a\":\"x\",\"c\":\"y\"}"}"#, #"{"b":"{\"a\":\"<redacted>\",\"c\":\"y\"}"}"#),
  ])
  func theWholeValueIsReplaced(fields: String, expected: String) throws {
    #expect(try custom(fields, redact: ["a"]) == expected)
  }

  @Test(arguments: [
    (
      ["email"], #"{"email":"jo@x.org","list":["<redacted>",{"email":"<redacted>"}]}"#,
      ["/visitor/customFields/email"]
    ),
    ([], #"{"email":"jo@x.org","list":["jo@x.org",{"email":"jo@x.org"}]}"#, ["email", "list"]),
    (
      ["list"], #"{"email":"<redacted>","list":["<redacted>",{"email":"jo@x.org"}]}"#,
      ["/visitor/customFields/list/1"]
    ),
    (["/visitor"], #"{"email":"jo@x.org","list":["<redacted>",{"email":"jo@x.org"}]}"#, ["email"]),
    (
      [], #"{"email":"<redacted>","list":["jo@x.org",{"email":"<redacted>"}]}"#,
      ["/visitor/customFields/list/0"]
    ),
  ])
  func whatIsKeptStaysInsideOfWhatIsReplaced(redact: [String], expected: String, keep: [String]) throws {
    let fields = #"{"email":"jo@x.org","list":["jo@x.org",{"email":"jo@x.org"}]}"#
    #expect(try custom(fields, redact: redact, keep: keep) == expected)
  }

  @Test func whatIsKeptInTheJSONOfAStringStays() throws {
    #expect(
      try custom(#"{"x":"{\"phone\":\"5\",\"email\":\"a\"}"}"#, keep: ["phone"])
        == #"{"x":"{\"phone\":\"5\",\"email\":\"<redacted>\"}"}"#)
  }

  @Test func aKeptIdIsWhatOthersAreMadeOf() throws {
    let event =
      #"{"type":"track","event":"x","userId":"v1","rudderId":"r","properties":{"conversation_id":"c"}}"#
    let keep = { (names: [String]) in
      try redacted(event, as: .rudderstack) { $0.keptMembers = names.compactMap { try? MemberSelector($0) } }[
        0]
    }
    #expect(try keep(["rudderId"]).contains(#""userId":"\#(token("c"))","rudderId":"r""#))
    #expect(try keep(["userId"]).contains(#""userId":"v1","rudderId":""#))
    #expect(try keep(["userId", "rudderId"]) == event)
  }

  /// RudderStack's gateway leaves spaces around an id, and what shows nothing, out of what it makes of it.
  @Test(arguments: ["v1", " v1 ", #"\u2800v\u200b1\t"#])
  func aMadeIdIsTheGateways(id: String) throws {
    let event = #"{"type":"track","event":"x","userId":"\#(id)","rudderId":"r"}"#
    let kept = try redacted(event, as: .rudderstack) {
      $0.keptMembers = ["userId"].compactMap { try? MemberSelector($0) }
    }
    #expect(kept[0].contains(#""rudderId":"c3c361ac-8e56-4098-a31d-dcee94bdd6a1""#))
  }

  @Test(arguments: ["/batch/1/properties/plan", "/batch/*/properties/plan", "/properties/plan", "plan"])
  func pathsLeadFromACallOrFromItsBatch(selector: String) throws {
    let call = { (plan: String) in
      #"{"type":"track","event":"x","messageId":"m","properties":{"plan":"\#(plan)"}}"#
    }
    let batch = { (first: String, second: String) in #"{"batch":[\#(call(first)),\#(call(second))]}"# }
    let selectors = [try MemberSelector(selector)]
    let first = selector.hasPrefix("/batch/1") ? "a" : "<redacted>"
    #expect(
      try redacted(batch("a", "b"), as: .segment) { $0.redactedMembers = selectors }
        == [batch(first, "<redacted>")])
  }

  @Test(arguments: ["", "_-", "/a~2", "~"])
  func whatNamesNothingIsRefused(text: String) {
    #expect(throws: MemberSelector.Fault.self) { try MemberSelector(text) }
  }
}
