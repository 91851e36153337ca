// What is known of an object before its kind is.

extension Model {
  /// Makes the model of objects that are of one of several kinds, by the value of one member.
  ///
  /// It has the members of all kinds, needs what all of them need, and cannot be without the member that tells them apart.
  init(
    _ name: String, _ summary: String, source: String?, by field: Field,
    _ models: [(type: String, model: Model)]
  ) {
    let kinds = models.map(\.model)
    self.init(
      name, summary, source: source,
      required: [field.name],
      needsOneOf: kinds.first?.needsOneOf.filter { group in
        kinds.allSatisfy { $0.needsOneOf.contains(group) }
      } ?? [],
      variants: Variants(
        member: field.name, models: models.map { (value: $0.type, model: $0.model) }),
      Field.joined([field], with: kinds, in: name))
  }
}

extension Field {
  /// Returns the members of several models, beginning with those that are known already: each once.
  ///
  /// A member that several models name is described in the words of the first, and redacted as the strictest of them says;
  /// objects are joined member by member. One that is not there yet stands before the member that follows it in its own model.
  ///
  /// - Precondition: what has the same name has the same JSON type.
  static func joined(_ known: [Field] = [], with models: [Model], in name: String) -> [Field] {
    var fields = known
    for model in models {
      var place = fields.endIndex
      for field in model.fields.reversed() {
        if let known = fields.firstIndex(where: { $0.name == field.name }) {
          fields[known] = fields[known].joined(with: field, in: name)
          place = known
        } else {
          fields.insert(field, at: place)
        }
      }
    }
    return fields
  }

  /// Returns what two models say of one member.
  private func joined(with other: Field, in model: String) -> Field {
    var type = type
    if case .object(let left) = type, case .object(let right) = other.type, left.name != right.name {
      let name = "\(model)-\(name)"
      type = .object(
        Model(name, left.summary, source: left.source, Field.joined(with: [left, right], in: name)))
    } else {
      precondition(type.kinds == other.type.kinds, "two types of \(name) in \(model)")
    }
    return Field(name, type, other.privacy < privacy ? other.fact : fact, meaning)
  }
}

extension Field.Privacy: Comparable {
  /// The stricter one is less.
  public static func < (left: Field.Privacy, right: Field.Privacy) -> Bool {
    strictestFirst.prefix { $0 != right }.contains(left)
  }

  private static let strictestFirst: [Field.Privacy] = [
    .drop, .author, .answer, .person, .scan, .remade, .derived, .glance, .keep, .inside,
  ]
}
