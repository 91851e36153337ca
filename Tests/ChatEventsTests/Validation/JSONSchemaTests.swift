import JSONText
import Testing

@testable import ChatEvents

/// The JSON Schemas say what the field tables say.
@Suite struct JSONSchemaTests {
  @Test func namesAreDistinct() {
    let names = JSONSchema.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(JSONSchema.named("olark-transcript")?.name == "olark-transcript")
    #expect(JSONSchema.named("olark") == nil)
  }

  @Test(arguments: FieldTableTests.entries) func eachModelHasASchema(entry: FieldTableTests.Entry) {
    #expect(JSONSchema.named(entry.model.name) != nil)
  }

  @Test(arguments: JSONSchema.all) func theTextIsTheDocument(schema: JSONSchema) throws {
    #expect(try JSONValue(parsing: schema.text) == schema.json)
    #expect(schema.text.hasSuffix("}\n"))
    #expect(
      schema.json["$id"]?.stringValue
        == "https://chatevents.example/schemas/\(ChatEventsVersion.current)/\(schema.name).json")
    #expect(schema.json["$comment"]?.stringValue == schema.model.source.map { "Source: \($0)" })
  }

  @Test(arguments: JSONSchema.all) func itRefersToWhatItHoldsAndHoldsNothingElse(schema: JSONSchema) {
    let held = schema.json["$defs"]?.objectValue?.keys ?? []
    #expect(Set(held).count == held.count)
    #expect(Self.references(in: schema.json) == Set(held.map { "#/$defs/\($0)" }))
  }

  /// A schema of several kinds has the one member by which they are told apart, and leads to each kind.
  @Test(arguments: JSONSchema.all) func itHasTheMembersOfItsTable(schema: JSONSchema) throws {
    let model = schema.model
    let properties = try #require(schema.json["properties"]?.objectValue)
    if let variants = model.variants {
      #expect(properties.keys == [variants.member])
      let kinds = Set(variants.models.map { "#/$defs/\($0.model.name)" })
      #expect(Self.references(in: schema.json["allOf"] ?? nil) == kinds)
    } else {
      #expect(properties.keys == model.fields.map(\.name))
    }
    #expect(schema.json["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] == model.required)
    for (name, property) in properties {
      let field = try #require(model.fields.first { $0.name == name })
      #expect(property["description"]?.stringValue == field.meaning)
    }
  }

  /// But inside a record an object without members may be an empty array, as PHP writes it, if it needs no member.
  @Test(arguments: JSONSchema.all) func whatItHoldsIsAsItsOwnSchemaSays(schema: JSONSchema) throws {
    for (name, held) in schema.json["$defs"]?.objectValue ?? [:] {
      let own = try #require(JSONSchema.named(name))
      let needsNothing = own.model.required.isEmpty && own.model.needsOneOf.isEmpty
      var told: [(key: String, value: JSONValue)] = []
      for member in own.json.objectValue ?? [:] where !["$schema", "$id", "$defs"].contains(member.key) {
        told.append(member.key == "type" && needsNothing ? ("type", ["object", "array"]) : member)
        if member.key == "type", needsNothing { told.append(("maxItems", 0)) }
      }
      #expect(held == .object(JSONObject(told)), "\(name)")
    }
  }

  /// Each type of a field, as a schema of what may be missing, and of what must be there.
  @Test(arguments: [
    (FieldType.text, #"{"type":["string","null"]}"#, #"{"type":"string"}"#),
    (
      .nonEmptyText, #"{"type":["string","null"],"minLength":1}"#, #"{"type":"string","minLength":1}"#
    ),
    (.constant("a"), #"{"enum":["a",null]}"#, #"{"const":"a"}"#),
    (
      .inAnyCase("aB"), #"{"type":["string","null"],"pattern":"^[Aa][Bb]$"}"#,
      #"{"type":"string","pattern":"^[Aa][Bb]$"}"#
    ),
    (.oneOf(["a", "b"]), #"{"enum":["a","b",null]}"#, #"{"enum":["a","b"]}"#),
    (.id, #"{"type":["string","integer","null"]}"#, #"{"type":["string","integer"]}"#),
    (
      .dateTime, #"{"type":["string","null"],"format":"date-time"}"#,
      #"{"type":"string","format":"date-time"}"#
    ),
    (.textOrNumber, #"{"type":["string","number","null"]}"#, #"{"type":["string","number"]}"#),
    (.number, #"{"type":["number","null"]}"#, #"{"type":"number"}"#),
    (.integer, #"{"type":["integer","null"]}"#, #"{"type":"integer"}"#),
    (
      .numberIn(1...5), #"{"type":["number","null"],"minimum":1,"maximum":5}"#,
      #"{"type":"number","minimum":1,"maximum":5}"#
    ),
    (.flag, #"{"type":["boolean","null"]}"#, #"{"type":"boolean"}"#),
    (
      .texts, #"{"type":["array","null"],"items":{"type":"string"}}"#,
      #"{"type":"array","items":{"type":"string"}}"#
    ),
    (.values, #"{"type":["array","null"]}"#, #"{"type":"array"}"#),
    (
      .free, #"{"type":["object","array","null"],"maxItems":0}"#, #"{"type":["object","array"],"maxItems":0}"#
    ),
    (
      .map(OlarkGroup.model),
      ##"{"type":["object","array","null"],"maxItems":0,"additionalProperties":{"anyOf":[{"$ref":"#/$defs/olark-group"},{"type":"null"}]}}"##,
      ##"{"type":["object","array"],"maxItems":0,"additionalProperties":{"anyOf":[{"$ref":"#/$defs/olark-group"},{"type":"null"}]}}"##
    ),
    (
      .object(OlarkGroup.model), ##"{"anyOf":[{"$ref":"#/$defs/olark-group"},{"type":"null"}]}"##,
      ##"{"$ref":"#/$defs/olark-group"}"##
    ),
    (
      .list(OlarkGroup.model), ##"{"type":["array","null"],"items":{"$ref":"#/$defs/olark-group"}}"##,
      ##"{"type":"array","items":{"$ref":"#/$defs/olark-group"}}"##
    ),
  ])
  func aTypeIsWrittenAsASchema(type: FieldType, orNull: String, required: String) {
    #expect(JSONValue.object(type.schema(orNull: true)).description == orNull)
    #expect(JSONValue.object(type.schema(orNull: false)).description == required)
  }

  /// A pattern takes a time exactly where reading does, but for days that there are not.
  @Test(arguments: [
    "1307116657.1", "-1", "1", "", "1.", ".5", "1e5", "+1", " 1", "2014-12-29 11:23:24", "2014-12-29",
    "2014-12-29T11:23:24Z", "2014-12-29t11:23:24.123456789+0130", "2014-12-29 11:23:24-01:30",
    "2014-13-29 11:23:24",
    "2014-12-32 11:23:24", "2014-12-29 24:00:00", "2014-12-29 11:60:24", "2014-12-29 11:23:60",
    "2014-12-29 11:23:24.",
    "2014-12-29T11:23:24+24:00", "2014-12-29T11:23:24+1", "14-12-29 11:23:24", "yesterday",
    "2014-12-29T11:23:24Z ",
  ])
  func aPatternTakesWhatReadingTakes(text: String) throws {
    let bytes = Array(text.utf8)
    let written = WrittenTime(bytes.span)
    let decimal = ExactTime(bytes.span) != nil
    #expect(try Self.pattern(of: .timestamp, takes: text) == decimal)
    #expect(try Self.pattern(of: .localTime, takes: text) == (written != nil))
    #expect(try Self.pattern(of: .recordedTime, takes: text) == (decimal || written?.offset != nil))
  }

  private static func pattern(of type: FieldType, takes text: String) throws -> Bool {
    let pattern = try #require(type.schema(orNull: true)["pattern"]?.stringValue)
    return try Regex(pattern).wholeMatch(in: text) != nil
  }

  /// The places to which the schemas in a value refer.
  private static func references(in value: JSONValue) -> Set<String> {
    switch value {
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(references(in: $1)) }
    case .object(let members):
      members.reduce(into: []) { found, member in
        if member.key == "$ref", let place = member.value.stringValue { found.insert(place) }
        found.formUnion(references(in: member.value))
      }
    default: []
    }
  }
}
