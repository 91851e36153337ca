import JSONText
import Testing

@testable import ChatEvents

/// What breaks a schema, with its place. Many more are generated and compared with a public validator by `Tests/Oracle/checks/plans.py`.
@Suite struct SchemaCheckTests {
  @Test(arguments: [
    (#"{"type":"integer"}"#, "1.0", ""),
    (#"{"type":"integer"}"#, "1.5", "plan-datatype-mismatch /properties/a"),
    (#"{"type":["string","null"]}"#, "true", "plan-datatype-mismatch /properties/a"),
    (#"{"maximum":9007199254740992}"#, "9007199254740993", "plan-violation /properties/a"),
    (#"{"exclusiveMaximum":1e400}"#, "1e399", ""),
    (#"{"exclusiveMinimum":1}"#, "1.0", "plan-violation /properties/a"),
    (#"{"minLength":2}"#, #""\ud83d\udc4d""#, "plan-violation /properties/a"),
    (#"{"maxLength":1}"#, #""e\u0301""#, "plan-violation /properties/a"),
    (#"{"pattern":"b"}"#, #""abc""#, ""),
    (#"{"pattern":"^$"}"#, #""""#, ""),
    (#"{"enum":[{"x":1,"y":[1.0]}]}"#, #"{"y":[1],"x":1e0}"#, ""),
    (#"{"enum":[{"x":1}]}"#, #"{"x":1,"y":1}"#, "plan-violation /properties/a"),
    (#"{"enum":[1]}"#, "true", "plan-violation /properties/a"),
    (#"{"const":"\u00e9"}"#, #""\u00e9""#, ""),
    (#"{"const":"\u00e9"}"#, #""e\u0301""#, "plan-violation /properties/a"),
    (
      #"{"items":{"type":"string"}}"#, #"["x",1,2]"#,
      "plan-datatype-mismatch /properties/a/1, plan-datatype-mismatch /properties/a/2"
    ),
    (#"{"maxItems":1}"#, "[1,2]", "plan-violation /properties/a"),
    (#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, "1", "plan-violation /properties/a"),
    (#"{"oneOf":[{"minimum":1},{"minimum":5}]}"#, "7", "plan-violation /properties/a"),
    (#"{"not":{"type":"string"}}"#, #""x""#, "plan-violation /properties/a"),
    (
      #"{"required":["x","y"],"additionalProperties":false}"#, #"{"y":1}"#,
      "plan-required-missing /properties/a, plan-additional-properties /properties/a/y"
    ),
    (
      #"{"additionalProperties":{"type":"string"},"properties":{"x":true}}"#, #"{"x":1,"y":1}"#,
      "plan-datatype-mismatch /properties/a/y"
    ),
    ("false", "1", "plan-violation /properties/a"),
    (#"{"type":"string","enum":["x"],"const":"x"}"#, #""x""#, ""),
    (#"{"enum":["x","y"],"const":"x"}"#, #""y""#, "plan-violation /properties/a"),
  ])
  func valuesAreHeldAgainstTheirSchema(schema: String, value: String, found: String) throws {
    let planned = try Planned(properties: #"{"a":\#(value)}"#, schema: #"{"properties":{"a":\#(schema)}}"#)
    #expect(planned.description == found)
  }

  @Test func whatStandsBesideAReferenceCountsInTheNewDraftAlone() throws {
    let schema =
      ##"{"$schema":"DRAFT","properties":{"a":{"$ref":"#/definitions/d","type":"null"}},"definitions":{"d":{"minimum":5}}}"##
    func found(_ draft: String) throws -> String {
      try Planned(properties: #"{"a":7}"#, schema: schema.replacing("DRAFT", with: draft)).description
    }
    #expect(try found("http://json-schema.org/draft-07/schema#") == "")
    #expect(
      try found("https://json-schema.org/draft/2020-12/schema") == "plan-datatype-mismatch /properties/a")
  }

  @Test func aSchemaThatRefersToItselfFollowsTheValue() throws {
    let schema = ##"{"type":"object","properties":{"child":{"$ref":"#"},"name":{"type":"string"}}}"##
    let deep =
      String(repeating: #"{"child":"#, count: 20) + #"{"name":1}"# + String(repeating: "}", count: 20)
    let place = String(repeating: "/child", count: 20)
    #expect(
      try Planned(properties: deep, schema: schema).description
        == "plan-datatype-mismatch /properties\(place)/name")
  }

  @Test func whatNestsTooDeepIsReported() throws {
    let schema = ##"{"properties":{"child":{"$ref":"#"}}}"##
    let deep = String(repeating: #"{"child":"#, count: 500) + "1" + String(repeating: "}", count: 500)
    let planned = try Planned(properties: deep, schema: schema)
    #expect(
      planned.messages == ["the call is nested too deeply to check against the plan (Unknown-Violation)"])
  }

  /// Each of 40 schemas looks at the value twice through the next one; tried one by one that would be 2^40 looks.
  @Test func schemasThatReferManyTimesAreLookedAtOnce() throws {
    for keyword in ["allOf", "anyOf", "oneOf"] {
      let parts = (0..<40).map { number in
        ##""d\##(number)":{"\##(keyword)":[{"$ref":"#/$defs/d\##(number + 1)"},{"$ref":"#/$defs/d\##(number + 1)"}]}"##
      }
      let schema =
        ##"{"$ref":"#/$defs/d0","$defs":{\##(parts.joined(separator: ",")),"d40":{"required":["a"]}}}"##
      let planned = try Planned(properties: "{}", schema: schema)
      #expect(
        planned.description == (keyword == "allOf" ? "plan-required-missing" : "plan-violation")
          + " /properties")
    }
  }

  @Test func manyMembersAreFoundByTheirNames() throws {
    let names = (0..<1_000).map { "member\($0)" }
    let schema = names.map { #""\#($0)":{"type":"integer"}"# }.joined(separator: ",")
    let required = names.map { #""\#($0)""# }.joined(separator: ",")
    let members = names.reversed().map { $0 == "member777" ? #""\#($0)":"x""# : #""\#($0)":1"# }.joined(
      separator: ",")
    let planned = try Planned(
      properties: "{\(members)}",
      schema: #"{"properties":{\#(schema)},"required":[\#(required)],"additionalProperties":false}"#)
    #expect(planned.description == "plan-datatype-mismatch /properties/member777")
  }

  @Test func messagesSayWhatIsExpected() throws {
    let schema =
      #"{"properties":{"a":{"enum":["x",1]},"b":{"minLength":1,"maxLength":1},"c":{"type":["integer","null"]}},"required":["d"],"additionalProperties":false}"#
    let planned = try Planned(properties: #"{"a":2,"b":"xy","c":"z","e":1}"#, schema: schema)
    #expect(
      planned.messages == [
        #"the plan requires a member "d" (Required-Missing)"#,
        #"the plan allows only "x", 1 (Unknown-Violation)"#,
        "the plan expects 1 character (Unknown-Violation)",
        "the plan expects an integer or null, found a string (Datatype-Mismatch)",
        #"the plan has no member "e" here (Additional-Properties)"#,
      ])
  }
}
