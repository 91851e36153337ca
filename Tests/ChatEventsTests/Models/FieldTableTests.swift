import JSONText
import Testing

@testable import ChatEvents

/// A model is described once: its field table and the type that decodes it say the same.
@Suite struct FieldTableTests {
  /// A model's table beside its type, whose generic parameter is forgotten here.
  struct Entry: Sendable, CustomTestStringConvertible {
    let model: Model
    let keys: [String]
    /// Decodes a text as the type and encodes it again.
    let roundTrip: @Sendable (JSONValue) throws -> JSONValue
    /// What an object of the type cannot be without.
    let required: String?

    init<Value: Codable & Sendable, Keys: CodingKey & CaseIterable>(
      _ type: Value.Type, _ model: Model, _ keys: Keys.Type, required: String? = nil
    ) {
      self.model = model
      self.keys = keys.allCases.map(\.stringValue)
      self.required = required
      roundTrip = { value in
        let decoded = try JSONTextDecoder().decode(type, from: value.utf8)
        return try JSONValue(parsing: try JSONTextEncoder().encode(decoded))
      }
    }

    var testDescription: String { model.name }

    /// An object with what it cannot be without, and one member more.
    func object(_ key: String, _ value: JSONValue) -> JSONValue {
      var object: JSONObject = [:]
      if let required { object[required] = "x" }
      object[key] = value
      return .object(object)
    }
  }

  static let entries = [
    Entry(OlarkTranscript.self, OlarkTranscript.model, OlarkTranscript.CodingKeys.self, required: "kind"),
    Entry(OlarkItem.self, OlarkItem.model, OlarkItem.CodingKeys.self),
    Entry(OlarkVisitor.self, OlarkVisitor.model, OlarkVisitor.CodingKeys.self),
    Entry(OlarkChatFeedback.self, OlarkChatFeedback.model, OlarkChatFeedback.CodingKeys.self),
    Entry(OlarkOperator.self, OlarkOperator.model, OlarkOperator.CodingKeys.self),
    Entry(OlarkGroup.self, OlarkGroup.model, OlarkGroup.CodingKeys.self),
    Entry(RudderStackTrack.self, RudderStackTrack.model, RudderStackTrack.CodingKeys.self, required: "type"),
    Entry(RudderStackGroup.self, RudderStackGroup.model, RudderStackGroup.CodingKeys.self, required: "type"),
    Entry(RudderStackContext.self, RudderStackContext.model, RudderStackContext.CodingKeys.self),
    Entry(RudderStackSoftware.self, RudderStackSoftware.model, RudderStackSoftware.CodingKeys.self),
    Entry(RudderStackPage.self, RudderStackPage.model, RudderStackPage.CodingKeys.self),
  ]

  /// A value of each type; the string is one that a timestamp may be.
  static let samples: [JSONValue] = ["1.5", 1, .number(JSONNumber("1.5") ?? 0), true, [], [:]]

  @Test(arguments: entries) func aTableAndItsTypeNameTheSameMembersInTheSameOrder(entry: Entry) {
    #expect(entry.model.fields.map(\.name) == entry.keys)
  }

  @Test(arguments: entries) func aTypeTakesWhatItsTableAllowsAndNothingElse(entry: Entry) throws {
    for field in entry.model.fields {
      for sample in Self.samples {
        let object = entry.object(field.name, sample)
        if field.type.kinds.allows(sample.kind) {
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

  @Test(arguments: entries) func nullStaysNullAndAbsentStaysAbsent(entry: Entry) throws {
    for field in entry.model.fields where field.name != entry.required {
      let object = entry.object(field.name, nil)
      #expect(try entry.roundTrip(object) == object, "\(field.name)")
    }
    let empty = entry.object(entry.required ?? "unknown", "x")
    #expect(try entry.roundTrip(empty) == empty)
  }

  @Test(arguments: entries) func membersThatTheTableDoesNotNameAreKept(entry: Entry) throws {
    let object = entry.object("later", ["a": [nil, .number(JSONNumber("1.10") ?? 0)]])
    #expect(try entry.roundTrip(object).description == object.description)
  }

  @Test(arguments: entries) func aRepeatedMemberOfTheTableIsAnError(entry: Entry) throws {
    for field in entry.model.fields {
      var object: JSONObject = [:]
      if let required = entry.required, required != field.name { object[required] = "x" }
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
}
