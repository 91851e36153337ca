internal import JSONText

/// The text of a plan, parsed.
struct PlanDocument {
  private let text: [UInt8]
  private let value: JSONValue

  /// Parses a text.
  ///
  /// - Throws: that it is too large, is no JSON, or has a key twice, which nobody reads alike.
  init(_ text: [UInt8]) throws(TrackingPlanError) {
    guard text.count <= TrackingPlan.sizeLimit else {
      throw TrackingPlanError(
        message: "a plan of \(text.count) bytes is over the limit of \(TrackingPlan.sizeLimit)",
        fix: "split the plan, and pass each part with --plan", place: JSONPlace(line: 1, column: 1),
        pointer: JSONPointer())
    }
    do throws(JSONError) {
      value = try JSONValue(parsing: text)
    } catch {
      throw TrackingPlanError(
        message: error.message, fix: "write valid JSON", place: error.place, pointer: error.pointer)
    }
    let padded = text + [UInt8](repeating: 0, count: 64)
    self.text = padded
    if let repeated = Self.repeatedKey(in: padded.span, root: root) {
      throw error(at: repeated, "a key appears twice", fix: "keep one of them")
    }
  }

  /// The offset of the value.
  private var root: Int { SoundText.space(text.span, text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0) }

  private static func repeatedKey(in bytes: Span<UInt8>, root: Int) -> Int? {
    var texts = InteroperableText()
    texts.check(bytes, root..<SoundText.slice(bytes, root).range.upperBound)
    return texts.findings.first { $0.fault == .repeatedKey }?.offset
  }

  /// Returns what is wrong at an offset.
  private func error(at offset: Int, _ message: String, fix: String?) -> TrackingPlanError {
    let bytes = text.span
    return TrackingPlanError(
      message: message, fix: fix,
      place: JSONPlace(line: 1, column: 1).advanced(over: bytes, from: 0, to: offset),
      pointer: JSONPointer.to(offset, in: bytes, from: root, end: text.count - 64))
  }

  /// Returns what is wrong with a rule, with its place.
  func error(_ fault: PlanFault) -> TrackingPlanError {
    let bytes = text.span
    let offset = SoundText.slice(bytes, root).offset(of: fault.pointer, bytes)
    return TrackingPlanError(
      message: fault.message, fix: fault.fix,
      place: JSONPlace(line: 1, column: 1).advanced(over: bytes, from: 0, to: offset), pointer: fault.pointer)
  }

  /// Returns the rules.
  ///
  /// - Parameter event: the name of the event if the text is one schema.
  func rules(for event: String?) throws(PlanFault) -> [PlanRule] {
    guard let members = value.objectValue else {
      throw PlanFault(
        "expected an object", at: [],
        fix: "write {\"EVENT\": SCHEMA, …}, one schema, or a plan as a vendor exports it")
    }
    for facts in Format.all.compactMap(\.plans) {
      if let rules = try facts.rules(value) { return try someRules(rules) }
    }
    guard isSchema else {
      let pairs = members.map { (name: $0.key, schema: $0.value, pointer: [$0.key]) }
      for pair in pairs where pair.schema.objectValue == nil && pair.schema.boolValue == nil {
        throw PlanFault(
          "expected the schema of the event \"\(pair.name)\"", at: pair.pointer,
          fix: "name the draft with \"$schema\" if the whole text is one schema")
      }
      return try someRules(pairs.map { Self.rule($0.name, $0.schema, at: $0.pointer) })
    }
    guard let event else {
      throw PlanFault(
        "a single schema does not name its event", at: [],
        fix: "name its file after the event, or write {\"EVENT\": SCHEMA}")
    }
    return [Self.rule(event, value, at: [])]
  }

  /// Whether the text is one schema: its first keywords are no schemas, so that they name no events.
  private var isSchema: Bool {
    value["$schema"]?.stringValue != nil || value["$ref"]?.stringValue != nil
      || value["type"]?.stringValue != nil
      || value["type"]?.arrayValue != nil
  }

  private func someRules(_ rules: [PlanRule]) throws(PlanFault) -> [PlanRule] {
    if rules.isEmpty { throw PlanFault("the plan has no rules", at: [], fix: "add the schema of an event") }
    return rules
  }

  /// Makes the rule of a schema by a name: of an event, or of a kind of call other than `track`.
  private static func rule(_ name: String, _ schema: JSONValue, at pointer: [String]) -> PlanRule {
    let kinds = Format.all.compactMap(\.plans).flatMap(\.kinds)
    let kind = kinds.first { !$0.isUnplannedWithoutRule && $0.name == name }
    let events = kinds.first(where: \.isUnplannedWithoutRule)
    return PlanRule(
      kind: kind?.name ?? events?.name, name: kind == nil ? name : nil,
      section: [kind?.section ?? events?.section ?? ""], schema: schema, pointer: JSONPointer(pointer),
      draft: .draft202012)
  }
}
