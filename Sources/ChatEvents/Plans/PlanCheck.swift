internal import JSONText

/// Holds calls against tracking plans, in memory that it keeps: all rules of all plans count.
struct PlanCheck: Sendable {
  private var plans: [(index: PlanIndex, checks: [SchemaCheck])]
  private var tape = RecordTape()
  private var suggestions = PlannedNames()

  /// What a call says about itself.
  private struct Call {
    let kind: PlannedKind
    /// The value that names the event or the page; nil if it is no string, or an empty one.
    let title: Slice?
    let name: [UInt8]?
    let version: Int?
  }

  /// Makes what holds calls against plans; nil without a plan.
  init?(_ plans: [TrackingPlan]) {
    if plans.isEmpty { return nil }
    self.plans = plans.map { ($0.index, $0.index.texts.map(SchemaCheck.init)) }
  }

  /// Notes what is wrong with a call, in no order.
  ///
  /// - Parameters:
  ///   - start: the offset of the call, in a sound text with at least 32 readable bytes behind it.
  ///   - tally: is told which plans have a rule for the call.
  mutating func check(
    _ bytes: Span<UInt8>, _ start: Int, _ facts: PlanFacts, into diagnostics: inout [Diagnostic],
    noting tally: inout SelectionTally
  ) {
    tape.read(bytes, start)
    tally.hasPlannedCalls = true
    let call = call(bytes, facts)
    var isPlanned = call?.kind.isUnplannedWithoutRule != true || call?.name == nil
    for plan in plans.indices {
      let own =
        call.map { plans[plan].index.entries(kind: $0.kind.name, name: $0.name, version: $0.version) } ?? []
      if !own.isEmpty {
        isPlanned = true
        tally.plans.insert(plan)
      }
      for entry in plans[plan].index.common + own {
        check(plan, entry, bytes, into: &diagnostics)
      }
    }
    if !isPlanned, let call, let title = call.title {
      diagnostics.append(unplanned(call, title, bytes))
    }
  }

  /// Reads what the call says about itself; nil if it is of no kind that plans know.
  private func call(_ bytes: Span<UInt8>, _ facts: PlanFacts) -> Call? {
    guard let kindPlace = tape.member(facts.kind, of: 0, bytes) else { return nil }
    let kindSlice = tape.nodes[kindPlace].slice
    guard let kind = facts.kinds.first(where: { Text.isEqual(bytes, kindSlice, to: $0.name) }) else {
      return nil
    }
    let title = kind.title.flatMap { tape.member($0, of: 0, bytes) }.map { tape.nodes[$0].slice }
      .flatMap { $0.kind == .string && !$0.content.isEmpty ? $0 : nil }
    let version = tape.value(at: facts.version, from: 0, bytes).map { tape.nodes[$0].slice }
      .flatMap { $0.kind == .integer ? Int(String(decoding: bytes.copied($0.range), as: UTF8.self)) : nil }
    return Call(
      kind: kind, title: title, name: title.map { Text.unescaped(bytes, $0.content) }, version: version)
  }

  /// Holds the call against one rule.
  private mutating func check(
    _ plan: Int, _ entry: PlanIndex.Entry, _ bytes: Span<UInt8>, into diagnostics: inout [Diagnostic]
  ) {
    // A section that is absent is as good as one without members.
    let place =
      tape.value(at: entry.section, from: 0, bytes) ?? tape.addEmptyObject(in: tape.nodes[0].slice)
    plans[plan].checks[entry.text].check(place, entry.schema, of: tape, bytes)
    for violation in plans[plan].checks[entry.text].violations {
      diagnostics.append(
        Diagnostic(code: violation.kind.code, offset: violation.offset, message: violation.fullMessage))
    }
    if plans[plan].checks[entry.text].isTooDeep {
      diagnostics.append(
        Diagnostic(
          code: .planViolation, offset: Int(tape.nodes[0].slice.start),
          message: "the call is nested too deeply to check against the plan (Unknown-Violation)",
          fix: "nest the call less deeply, or use fewer recursive references in the schema"))
    }
  }

  /// Returns what is reported of an event that no plan has.
  private mutating func unplanned(_ call: Call, _ title: Slice, _ bytes: Span<UInt8>) -> Diagnostic {
    let name = String(decoding: Text.unescaped(bytes, title.content), as: UTF8.self)
    let kind = call.kind.name
    let nearest = suggestions.nearest(to: name) { plans.flatMap { $0.index.names(of: kind) } }
    return Diagnostic(
      code: .unplannedEvent, offset: Int(title.start),
      message: "the plan has no event \(name.quotedShortly) (Unplanned-Event)",
      fix: nearest.map { "write \($0.quotedShortly) if you mean that event, or add the event to the plan" })
  }
}

/// Which planned name is probably meant by an unplanned one, remembered, since the same one comes again and again.
private struct PlannedNames: Sendable {
  private var known: [String: String?] = [:]

  /// The longest name that is compared, among how many, and how many answers are remembered.
  private static let most = (characters: 60, names: 500, answers: 1_000)

  /// Returns the name; nil if none is near, or the comparison would take long.
  mutating func nearest(to name: String, among names: () -> [String]) -> String? {
    if let answer = known[name] { return answer }
    guard name.utf8.count <= Self.most.characters, known.count < Self.most.answers else { return nil }
    let names = names()
    let answer = names.count <= Self.most.names ? NearestName.among(names, to: name) : nil
    known[name] = .some(answer)
    return answer
  }
}

extension SchemaCheck.Violation {
  /// The message with the name that RudderStack has for such a violation.
  fileprivate var fullMessage: String { "\(message) (\(kind.name))" }
}

extension SchemaCheck.Violation.Kind {
  /// The code that it is reported with.
  fileprivate var code: Code {
    switch self {
    case .requiredMissing: .planRequiredMissing
    case .datatypeMismatch: .planDatatypeMismatch
    case .additionalProperties: .planAdditionalProperties
    case .other: .planViolation
    }
  }

  fileprivate var name: String {
    switch self {
    case .requiredMissing: "Required-Missing"
    case .datatypeMismatch: "Datatype-Mismatch"
    case .additionalProperties: "Additional-Properties"
    case .other: "Unknown-Violation"
    }
  }
}
