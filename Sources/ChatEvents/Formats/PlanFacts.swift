internal import JSONText

/// How a tracking plan finds the rules for a vendor's calls, and how the vendor writes a plan.
struct PlanFacts: Sendable {
  /// The member that names the kind of a call.
  let kind: String

  /// The kinds that a plan has rules for.
  let kinds: [PlannedKind]

  /// The way to the number of the version of a rule that a call was made for.
  let version: [String]

  /// Returns the rules of a plan in the vendor's own form; nil if a document does not have that form.
  let rules: @Sendable (_ plan: JSONValue) throws(PlanFault) -> [PlanRule]?

  /// Returns the kind of a name; nil for a kind that no plan has rules for.
  func kind(named name: String) -> PlannedKind? { kinds.first { $0.name == name } }
}

/// A kind of call that a plan has rules for.
struct PlannedKind: Sendable {
  /// The value of the member that names the kind.
  let name: String

  /// The member that tells calls of this kind apart; nil if one rule is for all of them.
  let title: String?

  /// The member that holds what a site says about the call.
  let section: String

  /// Whether a call without a rule of its own is unplanned.
  let isUnplannedWithoutRule: Bool
}

/// One rule of a tracking plan: which calls it is for, and what they must be.
struct PlanRule: Sendable {
  /// The kind of the calls; nil for calls of all kinds.
  var kind: String?

  /// The name of the event or the page; nil for any.
  var name: String?

  /// The version of the rule; nil if the plan does not count versions.
  var version: Int?

  /// What is described, as the way to it from the call; empty for the whole call.
  var section: [String] = []

  /// The schema.
  var schema: JSONValue

  /// Where the schema is in the plan.
  var pointer: JSONPointer

  /// The draft that a schema is written in that does not name one.
  var draft = SchemaDraft.draft07
}

/// The drafts of JSON Schema that plans are written in.
enum SchemaDraft: Sendable, Hashable {
  case draft07, draft202012
}

/// A problem of a plan, with its place.
struct PlanFault: Error, Sendable, Hashable {
  var pointer: JSONPointer
  var message: String
  var fix: String?

  init(_ message: String, at pointer: [String], fix: String? = nil) {
    (self.pointer, self.message, self.fix) = (JSONPointer(pointer), message, fix)
  }
}

extension PlanRule {
  /// Makes a rule of a schema that describes the whole call or one section of it.
  ///
  /// A schema describes the whole call if it names the call's own members: `properties`, `traits`, or traits in `context`.
  ///
  /// - Parameter section: the way to what it describes otherwise.
  init(
    _ kind: String?, named name: String?, version: Int? = nil, _ schema: JSONValue, at pointer: [String],
    section: [String]
  ) {
    self.init(kind: kind, name: name, version: version, schema: schema, pointer: JSONPointer(pointer))
    let members = schema["properties"]
    let isWhole =
      members?["properties"] != nil || members?["traits"] != nil
      || members?["context"]?["properties"]?["traits"] != nil
    self.section = isWhole ? [] : section
  }
}

extension JSONValue {
  /// Returns the text of a member of a plan; nil if it is absent, `null` or empty.
  ///
  /// - Throws: that it is something else.
  func planText(_ key: String, at pointer: [String]) throws(PlanFault) -> String? {
    guard let value = self[key], !value.isNull else { return nil }
    guard let text = value.stringValue else {
      throw PlanFault("expected a string", at: pointer + [key], fix: "quote the text")
    }
    return text.isEmpty ? nil : text
  }

  /// Returns the whole number of a member of a plan; nil if it is absent, `null`, or a version in words.
  func planNumber(_ key: String) -> Int? { self[key]?.numberValue?.intValue }
}
