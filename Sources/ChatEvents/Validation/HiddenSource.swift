internal import JSONText

extension CheckedRecord {
  /// Takes out of the findings what is text of the record: what stands around a place, names of members that no document of a
  /// vendor has, which can be personal too, and messages that quote. The number of characters before a place stays.
  package mutating func hideSource() {
    for index in findings.indices {
      findings[index].excerpt?.text = []
      if Code.quoting.contains(findings[index].code) {
        findings[index].message = findings[index].code.message
      }
      findings[index].pointer = DocumentedNames.all.pointer(without: findings[index].pointer)
    }
  }
}

/// The names of members that the models of all formats have.
private struct DocumentedNames: Sendable {
  static let all = DocumentedNames(of: Format.all.flatMap(\.models))

  private var names: Set<String> = ["batch"]
  /// Those whose value is an array.
  private var lists: Set<String> = ["batch"]

  private init(of models: [Model]) {
    var known: Set<String> = []
    var rest = models
    while let model = rest.popLast() {
      guard known.insert(model.name).inserted else { continue }
      rest += model.variants?.models.map(\.model) ?? []
      for field in model.fields {
        names.insert(field.name)
        switch field.type {
        case .list(let inner):
          lists.insert(field.name)
          rest.append(inner)
        case .texts, .values: lists.insert(field.name)
        case .object(let inner), .map(let inner), .open(let inner): rest.append(inner)
        default: break
        }
      }
    }
  }

  /// Returns a pointer with `*` for each name that is not documented.
  func pointer(without hidden: JSONPointer) -> JSONPointer {
    var tokens = hidden.tokens
    for index in tokens.indices where !names.contains(tokens[index]) {
      // A number behind the name of an array is a place; behind any other it can be a name.
      let isPlace = index > 0 && lists.contains(hidden.tokens[index - 1]) && Int(tokens[index]) != nil
      if !isPlace { tokens[index] = "*" }
    }
    return JSONPointer(tokens)
  }
}
