internal import PersonalData

/// Values that must not be left in any record, each with a description that does not reveal it.
public struct ErasureProof: Sendable, Hashable {
  struct Value: Sendable, Hashable {
    let value: ValueSearch.Value
    /// What a report says that it is.
    let name: String
  }

  private(set) var values: [Value] = []

  /// Creates a proof without values.
  public init() {}

  /// Whether there are no values.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds the criteria of a selection for people, and the identifiers in their records.
  ///
  /// - Parameters:
  ///   - selection: whose records are redacted.
  ///   - names: the caller's name for each of the selectors.
  ///   - found: the result of a run with the task ``RecordTask/collect(_:_:)``.
  public mutating func add(_ selection: Selection, named names: [String], found: SelectionTally) {
    var known: Set<NormalForm> = []
    for (selector, name) in zip(selection.selectors, names) {
      switch selector {
      case .email(let text): add(.of(text.utf8, .email), "an address given by \(name)", &known)
      case .visitorID(let text): add(.of(text.utf8, .id), "an id given by \(name)", &known)
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

  /// Adds any value, which matches in equivalent spellings too.
  public mutating func add(_ text: String, named name: String) {
    let (bytes, name) = (Array(text.utf8), "a value given by \(name)")
    if let kind = NormalForm.kind(of: bytes) {
      values.append(Value(value: .form(.of(bytes, kind)), name: name))
    }
    values.append(Value(value: .text(bytes), name: name))
  }
}
