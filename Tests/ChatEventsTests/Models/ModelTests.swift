import JSONText
import Testing

@testable import ChatEvents

/// What is known of an object before its kind is.
@Suite struct ModelOfAnyKindTests {
  /// A model beside those whose members it has.
  struct Union: Sendable, CustomTestStringConvertible {
    let model: Model
    let kinds: [Model]

    var testDescription: String { model.name }
  }

  static let unions = [
    Union(model: SegmentEvent.model, kinds: SegmentEvent.models.map(\.model)),
    Union(model: UserlikeRecord.model, kinds: UserlikeRecord.models.map(\.model)),
    Union(model: RudderStackEvent.model, kinds: RudderStackEvent.models.map(\.model)),
  ]

  @Test func eachModelOfSeveralKindsIsTried() {
    let names = JSONSchema.all.filter { $0.model.variants != nil }.map(\.name)
    #expect(Self.unions.map(\.model.name).sorted() == names.sorted())
  }

  @Test(arguments: unions) func hasTheMembersOfEachKindAndNoOther(union: Union) {
    let names = union.model.fields.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(union.kinds.flatMap { $0.fields.map(\.name) }))
  }

  @Test(arguments: unions) func aMemberHasTheTypeThatEachKindGivesIt(union: Union) {
    for kind in union.kinds {
      for field in kind.fields {
        let joined = union.model.fields.first { $0.name == field.name }
        #expect(joined?.type.kinds == field.type.kinds, "\(kind.name): \(field.name)")
      }
    }
  }

  @Test(arguments: unions) func noKindIsRedactedMoreStrictly(union: Union) throws {
    for kind in union.kinds {
      for field in kind.fields {
        let joined = try #require(union.model.fields.first { $0.name == field.name })
        #expect(joined.privacy <= field.privacy, "\(kind.name): \(field.name)")
      }
    }
  }

  @Test(arguments: unions) func theMemberThatTellsKindsApartIsNeededAndHasTheirValues(union: Union) throws {
    let variants = try #require(union.model.variants)
    #expect(union.model.required == [variants.member])
    for (value, kind) in variants.models {
      #expect(variants.model(for: value)?.name == kind.name)
      let member = try #require(kind.fields.first { $0.name == variants.member })
      guard case .constant(value) = member.type else {
        Issue.record("\(kind.name): \(member.type)")
        continue
      }
    }
    let member = try #require(union.model.fields.first { $0.name == variants.member })
    guard case .oneOf(let values) = member.type else {
      Issue.record("\(union.model.name): \(member.type)")
      return
    }
    #expect(Set(values).isSuperset(of: variants.models.map(\.value)))
    #expect(variants.model(for: "none of them")?.name == nil)
  }

  @Test(arguments: unions) func anObjectOfAnyKindNeedsWhatAllKindsNeed(union: Union) {
    #expect(union.kinds.allSatisfy { $0.needsOneOf == union.model.needsOneOf })
  }

  @Test func aCallsMembersStandInTheOrderInWhichTheyAreWritten() {
    #expect(
      SegmentEvent.model.fields.map(\.name) == [
        "type", "event", "name", "category", "groupId", "previousId", "userId", "anonymousId", "messageId",
        "timestamp", "sentAt", "originalTimestamp", "receivedAt", "version", "channel", "context", "traits",
        "properties", "integrations",
      ])
  }

  @Test func objectsOfOneNameAreJoinedMemberByMember() throws {
    let traits = try #require(SegmentEvent.model.fields.first { $0.name == "traits" })
    guard case .object(let model) = traits.type else {
      Issue.record("traits are no object")
      return
    }
    #expect(model.name == "segment-event-traits")
    let names = model.fields.map(\.name)
    #expect(
      Set(names)
        == Set((SegmentTraits.model.fields + SegmentGroupTraits.model.fields).map(\.name)))
    let policies = Dictionary(uniqueKeysWithValues: model.fields.map { ($0.name, $0.privacy) })
    #expect(policies["name"] == .drop && policies["phone"] == .drop && policies["employees"] == .glance)
  }

  @Test func theStrictestPolicyWins() throws {
    let fields = Field.joined(
      with: [
        Model("left", "Left", [Field("a", .text, .none, "One"), Field("c", .text, .name, "Three")]),
        Model("right", "Right", [Field("b", .number, .link, "Two"), Field("c", .text, .link, "Other")]),
        Model("third", "Third", [Field("a", .text, .freeText, "Other"), Field("d", .flag, .none, "Four")]),
      ], in: "any")
    #expect(fields.map(\.name) == ["a", "b", "c", "d"])
    #expect(fields.map(\.privacy) == [.scan, .scan, .drop, .glance])
    #expect(fields.map(\.meaning) == ["One", "Two", "Three", "Four"])
  }

  /// Each kind in the list is one that the enum knows.
  @Test func eachListedKindIsDecodedAsItself() throws {
    for (type, _) in SegmentEvent.models {
      let call = try JSONTextDecoder().decode(SegmentEvent.self, from: #"{"type":"\#(type)"}"#)
      if case .other = call { Issue.record("\(type)") }
    }
    for (type, _) in UserlikeRecord.models {
      let record = try JSONTextDecoder().decode(UserlikeRecord.self, from: #"{"_type":"\#(type)"}"#)
      if case .other = record { Issue.record("\(type)") }
    }
  }
}

@Suite struct TextOrNumberTests {
  @Test func aStringAndANumberAreKeptAsTheyCame() throws {
    let text = #"["1.10",1.10,-0,"",1e3]"#
    let values = try JSONTextDecoder().decode([TextOrNumber].self, from: text)
    #expect(values.map(\.description) == ["1.10", "1.10", "-0", "", "1e3"])
    #expect(values[0] != values[1] && values[0] == "1.10")
    #expect(String(decoding: try JSONTextEncoder().encode(values), as: UTF8.self) == text)
  }

  @Test(arguments: [("[true]", "true or false"), ("[{}]", "an object"), ("[[]]", "an array")])
  func anythingElseIsAnError(text: String, found: String) {
    let error = #expect(throws: JSONError.self) {
      try JSONTextDecoder().decode([TextOrNumber].self, from: text)
    }
    #expect(error?.code == "type-mismatch" && error?.pointer.description == "/0")
    #expect(error?.message == "expected a string or a number, found \(found)")
  }
}
