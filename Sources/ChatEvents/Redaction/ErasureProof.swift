internal import PersonalData

/// Values that must not be left in any record, each with the words that tell of it without telling it.
public struct ErasureProof: Sendable, Hashable {
  struct Value: Sendable, Hashable {
    let value: ValueSearch.Value
    /// What a report says that it is.
    let name: String
  }

  private(set) var values: [Value] = []

  /// Makes a proof without values.
  public init() {}

  /// Whether nothing is looked for.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds what a selection demands of people, and what their records in the input hold of them.
  ///
  /// - Parameters:
  ///   - selection: whose records are redacted.
  ///   - names: what the caller calls each of the selectors.
  ///   - found: what a run with the task ``RecordTask/collect(_:_:)`` has found.
  public mutating func add(_ selection: Selection, named names: [String], found: SelectionTally) {
    var known: Set<NormalForm> = []
    for (selector, name) in zip(selection.selectors, names) {
      switch selector {
      case .email(let text): add(.of(text.utf8, .email), "an address that \(name) names", &known)
      case .visitorID(let text): add(.of(text.utf8, .id), "an id that \(name) names", &known)
      case .before, .since: break
      }
    }
    let others = found.collected.sorted { left, right in
      left.value == right.value
        ? left.key.bytes.lexicographicallyPrecedes(right.key.bytes) : left.value < right.value
    }
    for (form, selector) in others where names.indices.contains(selector) {
      let what =
        switch form.kind {
        case .email: "an address"
        case .phone: "a phone number"
        case .id: "an id"
        }
      add(form, "\(what) from a record of \(names[selector])", &known)
    }
  }

  private mutating func add(_ form: NormalForm, _ name: String, _ known: inout Set<NormalForm>) {
    if known.insert(form).inserted { values.append(Value(value: .form(form), name: name)) }
  }

  /// Adds any value, in any spelling that a person takes for the same.
  public mutating func add(_ text: String, named name: String) {
    let (bytes, name) = (Array(text.utf8), "a value that \(name) names")
    if let kind = NormalForm.kind(of: bytes) {
      values.append(Value(value: .form(.of(bytes, kind)), name: name))
    }
    values.append(Value(value: .text(bytes), name: name))
  }
}
