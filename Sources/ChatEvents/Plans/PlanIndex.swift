internal import JSONText

/// The rules of a plan by the calls that they are for.
struct PlanIndex: Sendable {
  /// A rule with its compiled schema.
  struct Entry: Sendable {
    /// The text of the plan that has it, and its schema among those of the text.
    let text: Int
    let schema: SchemaNode.Index
    let section: [String]
    let version: Int?
  }

  /// The schemas of each text of the plan.
  var texts: [CompiledSchemas] = []

  /// The rules of calls of any kind.
  private(set) var common: [Entry] = []
  /// The rules of all calls of a kind.
  private var general: [String: [Entry]] = [:]
  /// The rules of the calls of a kind that have a name; those of one name are for different versions.
  private var named: [String: [[UInt8]: [Entry]]] = [:]

  var isEmpty: Bool { common.isEmpty && general.isEmpty && named.isEmpty }

  /// Adds a rule of the text that is added next.
  ///
  /// - Throws: that there is one for these calls already.
  mutating func add(_ rule: PlanRule, _ schema: SchemaNode.Index) throws(PlanFault) {
    let entry = Entry(text: texts.count, schema: schema, section: rule.section, version: rule.version)
    guard let kind = rule.kind else { return common.append(entry) }
    let key = rule.name.map { Array($0.utf8) }
    let others = key.map { named[kind]?[$0] ?? [] } ?? general[kind] ?? []
    if others.contains(where: { $0.version == nil || $0.version == entry.version })
      || !others.isEmpty && entry.version == nil
    {
      let calls = rule.name.map { "the event \"\($0)\"" } ?? "\(kind) calls"
      throw PlanFault(
        "duplicate rule for \(calls)", at: rule.pointer.tokens,
        fix: "keep one of them, or join them with allOf")
    }
    let all = (others + [entry]).sorted { $0.version ?? .min < $1.version ?? .min }
    if let key { named[kind, default: [:]][key] = all } else { general[kind] = all }
  }

  /// Returns the rules for a call, but not those for all kinds; none if it is unplanned.
  ///
  /// - Parameters:
  ///   - version: the version that the call was made for; of one that the plan does not have, the oldest counts.
  func entries(kind: String, name: [UInt8]?, version: Int?) -> [Entry] {
    func chosen(_ entries: [Entry]?) -> [Entry] {
      guard let entries, let oldest = entries.first else { return [] }
      return [entries.first { $0.version == version && version != nil } ?? oldest]
    }
    return chosen(general[kind]) + chosen(name.flatMap { named[kind]?[$0] })
  }

  /// Returns the names for which calls of a kind have rules, sorted.
  func names(of kind: String) -> [String] {
    (named[kind] ?? [:]).keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
