import JSONText
import Testing

@testable import ChatEvents

/// A record's table describes its type: all of it, and nothing else.
@Suite struct FieldTableTests {
  /// A record's model beside its type, whose generic parameter is forgotten here.
  struct Entry: Sendable, CustomTestStringConvertible {
    let model: Model
    /// Decodes a text as the type and encodes it again.
    let roundTrip: @Sendable (JSONValue) throws -> JSONValue
    /// What an object of the type cannot be without, and a value for it.
    let required: String?
    let requiredValue: JSONValue

    /// The stored properties of the type that hold members, those of its common part included.
    let properties: [String]

    init<Value: Record>(_ type: Value.Type, required: String? = nil, as requiredValue: JSONValue = "x") {
      model = Value.model
      self.required = required
      self.requiredValue = requiredValue
      properties = Self.properties(of: Value())
      roundTrip = { value in
        let decoded = try JSONTextDecoder().decode(type, from: value.utf8)
        return try JSONValue(parsing: try JSONTextEncoder().encode(decoded))
      }
    }

    private static func properties(of value: Any) -> [String] {
      Mirror(reflecting: value).children.flatMap { child in
        switch child.label {
        case "common": properties(of: child.value)
        case "unknown", nil: [String]()
        case let label?: [label]
        }
      }
    }

    var testDescription: String { model.name }

    /// An object with what it cannot be without, and one member more.
    func object(_ key: String, _ value: JSONValue) -> JSONValue {
      var object: JSONObject = [:]
      if let required { object[required] = requiredValue }
      object[key] = value
      return .object(object)
    }
  }

  static let entries = [
    Entry(OlarkTranscript.self, required: "kind"),
    Entry(OlarkItem.self),
    Entry(OlarkVisitor.self),
    Entry(OlarkChatFeedback.self),
    Entry(OlarkOperator.self),
    Entry(OlarkGroup.self),
    Entry(RudderStackTrack.self, required: "type"),
    Entry(RudderStackGroup.self, required: "type"),
    Entry(RudderStackContext.self),
    Entry(OlarkCallbackRecord.self),
    Entry(OlarkCallbackEvent.self),
    Entry(OlarkCallbackMessage.self),
    Entry(OlarkCallbackCommand.self),
    Entry(OlarkVisitorDetails.self),
    Entry(OlarkPageView.self),
    Entry(OlarkCall.self, required: "call"),
    Entry(SegmentIdentify.self, required: "type"),
    Entry(SegmentTrack.self, required: "type"),
    Entry(SegmentPage.self, required: "type"),
    Entry(SegmentScreen.self, required: "type"),
    Entry(SegmentGroup.self, required: "type"),
    Entry(SegmentAlias.self, required: "type"),
    Entry(SegmentBatch.self, required: "batch", as: []),
    Entry(SegmentContext.self),
    Entry(SegmentApp.self),
    Entry(SegmentCampaign.self),
    Entry(SegmentDevice.self),
    Entry(SegmentNetwork.self),
    Entry(SegmentSoftware.self),
    Entry(SegmentContextPage.self),
    Entry(SegmentReferrer.self),
    Entry(SegmentContextScreen.self),
    Entry(SegmentUserAgentData.self),
    Entry(SegmentBrand.self),
    Entry(SegmentProtocols.self),
    Entry(SegmentTraits.self),
    Entry(SegmentGroupTraits.self),
    Entry(SegmentAddress.self),
    Entry(SegmentCompany.self),
    Entry(UserlikeChat.self, required: "_type"),
    Entry(UserlikeOfflineMessage.self, required: "_type"),
    Entry(UserlikeMessage.self),
    Entry(UserlikeNote.self),
    Entry(UserlikeOperator.self),
    Entry(UserlikeOperatorGroup.self),
    Entry(UserlikeChatWidget.self),
    Entry(UserlikeGoal.self),
    Entry(UserlikeTrackingRecord.self, required: "event"),
    Entry(UserlikeGlobalContext.self),
    Entry(UserlikeSessionContext.self),
    Entry(UserlikeData.self),
    Entry(UserlikeCustomData.self),
    Entry(UserlikeSegmentData.self),
    Entry(UserlikeVisitor.self),
  ]

  /// A value of each type; the string is one that a timestamp may be.
  static let samples: [JSONValue] = ["1.5", 1, .number(JSONNumber("1.5") ?? 0), true, [], [:]]

  /// A model that stands for several kinds is none of a type; nor is the batch of RudderStack.
  @Test func eachModelOfATypeHasAnEntry() {
    let names = Set(Self.entries.map(\.model.name))
    let others = JSONSchema.all.filter { $0.model.variants == nil && !names.contains($0.name) }.map(\.name)
    #expect(others == ["rudderstack-batch"])
  }

  @Test(arguments: entries) func eachStoredPropertyHasARowWithAKeyOfItsOwn(entry: Entry) {
    let names = entry.model.fields.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count == entry.properties.count, "\(names) for \(entry.properties)")
  }

  /// Rows that shared a property would give one value twice.
  @Test(arguments: entries) func allMembersTogetherComeBackInTheOrderOfTheTable(entry: Entry) throws {
    var members: JSONObject = [:]
    for (index, field) in entry.model.fields.enumerated() { members[field.name] = field.type.sample(index) }
    let object = JSONValue.object(members)
    #expect(try entry.roundTrip(object).description == object.description)
    let reversed = JSONValue.object(JSONObject(members.reversed()))
    #expect(try entry.roundTrip(reversed).description == object.description)
  }

  @Test(arguments: entries) func aTypeTakesWhatItsTableAllowsAndNothingElse(entry: Entry) throws {
    for field in entry.model.fields {
      for sample in Self.samples {
        let object = entry.object(field.name, sample)
        let isTaken = field.type.isInteger ? sample == 1 : field.type.kinds.allows(sample.kind)
        if sample == [], field.type.kinds.allows(.object) {
          // PHP writes an object without members so.
          #expect(try entry.roundTrip(object) == entry.object(field.name, [:]), "\(field.name)")
        } else if isTaken {
          #expect(try entry.roundTrip(object) == object, "\(field.name): \(sample)")
        } else {
          let error = #expect(throws: JSONError.self, "\(field.name): \(sample)") {
            try entry.roundTrip(object)
          }
          #expect(error?.code == "type-mismatch")
          #expect(error?.pointer.tokens == [field.name])
        }
      }
    }
  }

  /// A number with a point or an exponent that is whole all the same; its spelling is kept.
  @Test(arguments: entries, ["3.0", "1e2", "-0.0", "50e-1"])
  func anIntegerIsTakenInAnySpelling(entry: Entry, text: String) throws {
    for field in entry.model.fields where field.type.isInteger {
      let object = entry.object(field.name, .number(try #require(JSONNumber(text))))
      #expect(try entry.roundTrip(object).description == object.description, "\(field.name)")
    }
  }

  @Test(arguments: entries, ["1.5", "1e-1", #""3""#, "true"])
  func anIntegerIsNothingElse(entry: Entry, text: String) throws {
    for field in entry.model.fields where field.type.isInteger {
      let object = entry.object(field.name, try JSONValue(parsing: text))
      let error = #expect(throws: JSONError.self, "\(field.name)") { try entry.roundTrip(object) }
      #expect(error?.code == "type-mismatch" && error?.pointer.tokens == [field.name])
      #expect(error?.message.hasPrefix("expected an integer, found ") == true)
    }
  }

  @Test(arguments: entries) func nullStaysNullAndAbsentStaysAbsent(entry: Entry) throws {
    for field in entry.model.fields where field.name != entry.required {
      let object = entry.object(field.name, nil)
      #expect(try entry.roundTrip(object) == object, "\(field.name)")
    }
    let empty = entry.object(entry.required ?? "unknown", entry.requiredValue)
    #expect(try entry.roundTrip(empty) == empty)
  }

  @Test(arguments: entries) func membersThatTheTableDoesNotNameAreKept(entry: Entry) throws {
    let object = entry.object("later", ["a": [nil, .number(JSONNumber("1.10") ?? 0)]])
    #expect(try entry.roundTrip(object).description == object.description)
  }

  @Test(arguments: entries) func aRepeatedMemberOfTheTableIsAnError(entry: Entry) throws {
    for field in entry.model.fields {
      var object: JSONObject = [:]
      if let required = entry.required, required != field.name {
        object[required] = entry.requiredValue
      }
      object.append(field.name, nil)
      object.append(field.name, nil)
      let error = #expect(throws: JSONError.self) { try entry.roundTrip(.object(object)) }
      #expect(error?.code == "repeated-key", "\(field.name)")
    }
  }

  @Test(arguments: entries) func whatATypeCannotBeWithoutIsNamed(entry: Entry) throws {
    guard let required = entry.required else { return }
    let error = #expect(throws: JSONError.self) { try entry.roundTrip([:]) }
    #expect(error?.code == "missing-member")
    #expect(error?.message == "expected a member \"\(required)\"")
  }

  @Test(arguments: entries) func meaningsAreOneSentenceWithoutAFullStop(entry: Entry) {
    for field in entry.model.fields {
      #expect(!field.meaning.isEmpty && !field.meaning.hasSuffix("."), "\(field.name)")
    }
  }

  @Test(arguments: entries) func whatAModelNeedsIsAmongItsMembers(entry: Entry) {
    let names = Set(entry.model.fields.map(\.name))
    #expect(names.isSuperset(of: entry.model.required))
    #expect(entry.model.needsOneOf.allSatisfy { $0.count > 1 && names.isSuperset(of: $0) })
    if let required = entry.required { #expect(entry.model.required.contains(required)) }
  }

  @Test(arguments: entries) func aTableSaysWhereItIsFromAndWhen(entry: Entry) throws {
    let source = try #require(entry.model.source)
    #expect(source.hasSuffix("Read in November 2026."))
  }
}

extension FieldType {
  /// A value of the type that holds a number, if the type has more than two.
  fileprivate func sample(_ number: Int) -> JSONValue {
    switch self {
    case .flag: .bool(number.isMultiple(of: 2))
    case .number, .integer, .numberIn: .number(JSONNumber(number))
    case .texts: [.string("\(number)")]
    case .values, .list: []
    case .free, .open: ["\(number)": nil]
    case .object, .map: [:]
    default: .string("\(number)")
    }
  }
}
