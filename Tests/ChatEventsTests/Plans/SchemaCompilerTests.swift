import JSONText
import Testing

@testable import ChatEvents

/// What a schema may hold: anything else is refused with its place, and nothing is ignored.
@Suite struct SchemaCompilerTests {
  @Test(arguments: [
    (#"{"E":{"uniqueItems":true}}"#, #"1:6: the keyword "uniqueItems" is not supported at /E"#),
    (
      #"{"E":{"properties":{"a":{"items":{"contains":1}}}}}"#,
      #"1:34: the keyword "contains" is not supported at /E/properties/a/items"#
    ),
    (
      #"{"E":{"items":[true]}}"#,
      "1:15: a list of items with one schema each is not supported at /E/items"
    ),
    (#"{"E":{"type":"any"}}"#, "1:14: unknown type at /E/type"),
    (#"{"E":{"type":["string",null]}}"#, "1:14: unknown type at /E/type"),
    (#"{"E":{"format":"ipv4"}}"#, "1:16: the format is not supported at /E/format"),
    (#"{"E":{"minLength":-1}}"#, "1:19: expected a non-negative integer at /E/minLength"),
    (#"{"E":{"maxItems":1.5}}"#, "1:18: expected a non-negative integer at /E/maxItems"),
    (#"{"E":{"exclusiveMinimum":true}}"#, "1:26: expected a number at /E/exclusiveMinimum"),
    (#"{"E":{"enum":1}}"#, "1:14: expected an array at /E/enum"),
    (#"{"E":{"anyOf":[]}}"#, "1:15: expected at least one schema at /E/anyOf"),
    (#"{"E":{"properties":{"a":5}}}"#, "1:25: expected a schema at /E/properties/a"),
    (#"{"E":{"properties":[]}}"#, "1:20: expected an object at /E/properties"),
    (#"{"E":{"properties":{"a":{"required":true}}}}"#, "1:37: expected an array at /E/properties/a/required"),
    (#"{"E":{"required":[1]}}"#, "1:19: expected the name of a member at /E/required/0"),
    (
      #"{"E":{"$schema":"http://json-schema.org/draft-03/schema#"}}"#,
      "1:17: this draft of JSON Schema is not supported at /E/$schema"
    ),
    (
      #"{"E":{"$schema":"https://json-schema.org/draft/2019-09/schema"}}"#,
      "1:17: this draft of JSON Schema is not supported at /E/$schema"
    ),
    (
      #"{"E":{"not":{"$schema":"http://json-schema.org/draft-07/schema#"}}}"#,
      "1:24: part of the schema uses a different draft at /E/not/$schema"
    ),
    (
      #"{"E":{"$ref":"other.json"}}"#, "1:14: only references within the same schema are supported at /E/$ref"
    ),
    (##"{"E":{"$ref":"#name"}}"##, "1:14: the reference is not a JSON pointer at /E/$ref"),
    (##"{"E":{"$ref":"#/$defs/none"}}"##, "1:14: the reference does not resolve at /E/$ref"),
    (##"{"E":{"$ref":"#"}}"##, "1:6: the schema refers to itself for the same value at /E"),
    (
      #"{"E":{"pattern":"(?=a)"}}"#,
      #"1:17: the pattern "(?=a)" cannot be read: '(?=' at character 1 looks ahead, which is not supported; include the following text in the expression"#
    ),
    (
      ##"{"E":{"not":{"$id":"x","items":{"$ref":"#/not"}}}}"##,
      "1:20: $id inside a schema with references is not supported at /E/not/$id"
    ),
    (#"{"E":{"a":1,"a":2}}"#, "1:13: a key appears twice at /E/a"),
    (#"{"E":{}"#, "1:8: the record ends inside a value"),
  ])
  func whatIsNotReadIsRefusedWithItsPlace(plan: String, message: String) {
    #expect(fault(of: plan).map { $0.hasPrefix(message) } == true, "\(fault(of: plan) ?? "read")")
  }

  @Test func aKeywordThatIsMisspeltIsNamedWithTheRightOne() throws {
    let error = try #require(throws: TrackingPlanError.self) {
      try TrackingPlan(Array(#"{"E":{"requried":["a"]}}"#.utf8))
    }
    #expect(error.fix == #"remove it, or write "required" if you mean that keyword"#)
  }

  @Test func annotationsPass() {
    #expect(
      fault(
        of:
          #"{"E":{"title":"t","description":"d","default":1,"examples":[2],"$comment":"c","$id":"x","id":"/a","labels":{},"deprecated":true,"readOnly":true,"writeOnly":false}}"#
      ) == nil)
  }

  @Test func circlesOfReferencesAreFoundWherever() {
    let circle =
      ##"{"E":{"$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/c"}},"c":{"anyOf":[true,{"$ref":"#/$defs/a"}]}},"items":{"$ref":"#/$defs/a"}}}"##
    #expect(
      fault(of: circle)?.contains("the schema refers to itself for the same value at /E/$defs/") == true)
  }

  @Test func aChainOfReferencesHasALimit() {
    func chain(_ count: Int) -> String {
      let parts = (0..<count).map { ##""d\##($0)":{"$ref":"#/$defs/d\##($0 + 1)"}"## } + [#""d\#(count)":{}"#]
      return ##"{"E":{"$ref":"#/$defs/d0","$defs":{\##(parts.joined(separator: ","))}}}"##
    }
    #expect(fault(of: chain(90)) == nil)
    #expect(
      fault(of: chain(20_000))?.contains("a chain of more than 100 schemas applies to one value") == true)
  }

  @Test func aSchemaMayNestAsDeepAsJSONDoes() {
    let deep = String(repeating: #"{"items":"#, count: 500) + "{}" + String(repeating: "}", count: 500)
    #expect(fault(of: #"{"E":\#(deep)}"#) == nil)
  }

  @Test func aFragmentMayBeEncoded() throws {
    let schema =
      ##"{"$defs":{"a b":{"type":"string"},"c~/d":{"type":"null"}},"properties":{"x":{"$ref":"#/$defs/a%20b"},"y":{"$ref":"#/$defs/c~0~1d"}}}"##
    #expect(
      try Planned(properties: #"{"x":1,"y":1}"#, schema: schema).description
        == "plan-datatype-mismatch /properties/x, plan-datatype-mismatch /properties/y")
  }
}
