// What is known of an object before its kind is.

extension Model {
  /// Makes the model of objects that are of one of several kinds: the members of all of them, and none that is new.
  ///
  /// A member that several models name is described in the words of the first, and redacted as the strictest of them says;
  /// objects are joined member by member. One that is not there yet stands before the member that follows it in its own model.
  ///
  /// - Precondition: what has the same name has the same type, but for objects.
  init(_ name: String, _ summary: String, anyOf models: [Model]) {
    var fields: [Field] = []
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
    self.init(name, summary, fields)
  }
}

extension Field {
  /// Returns what two models say of one member.
  fileprivate func joined(with other: Field, in model: String) -> Field {
    var type = type
    if case .object(let left) = type, case .object(let right) = other.type, left.name != right.name {
      type = .object(Model("\(model)-\(name)", left.summary, anyOf: [left, right]))
    } else {
      precondition(type.words == other.type.words, "two types of \(name) in \(model)")
    }
    return Field(name, type, min(privacy, other.privacy), meaning)
  }
}

extension Field.Privacy: Comparable {
  /// The stricter one is less.
  public static func < (left: Field.Privacy, right: Field.Privacy) -> Bool {
    left.strictness > right.strictness
  }

  private var strictness: Int {
    switch self {
    case .drop: 3
    case .scan: 2
    case .keep: 1
    case .inside: 0
    }
  }
}
