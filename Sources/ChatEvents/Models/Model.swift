internal import JSONText

/// The description of one kind of JSON object: the single table for reading, validation, documents,
/// schemas and redaction.
public struct Model: Sendable {
  /// The model's name, in documents and schemas.
  public let name: String

  /// A description: one sentence.
  public let summary: String

  /// The table's source, and when it was read; nil for models that this package defines.
  public let source: String?

  /// Its members, in their usual order on the wire.
  public let fields: [Field]

  /// The required members; `null` counts as absent.
  public let required: [String]

  /// Groups of members of which at least one must be present, and neither `null` nor empty.
  public let needsOneOf: [[String]]

  /// The models of its kinds; nil if there is only one.
  public let variants: Variants?

  public init(
    _ name: String, _ summary: String, source: String? = nil, required: [String] = [],
    needsOneOf: [[String]] = [], variants: Variants? = nil, _ fields: [Field]
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.fields = fields
    self.required = required
    self.needsOneOf = needsOneOf
    self.variants = variants
  }

  /// The models of an object that has one of several kinds.
  public struct Variants: Sendable {
    /// The member that determines the kind.
    public let member: String

    /// The model of each kind, by the value of that member.
    ///
    /// For other values of the member, only what is common to all kinds is known.
    public let models: [(value: String, model: Model)]

    /// Returns the model of the objects in which the member has that value; nil if there is none.
    public func model(for value: String) -> Model? { models.first { $0.value == value }?.model }
  }
}

/// A member of a model.
public struct Field: Sendable {
  /// The exact name on the wire.
  public let name: String

  /// Its type. `null` is always allowed, and means absent.
  public let type: FieldType

  /// The meaning: one sentence, without a full stop.
  public let meaning: String

  /// What it contains about a person.
  public let fact: Fact

  public init(_ name: String, _ type: FieldType, _ fact: Fact, _ meaning: String) {
    self.name = name
    self.type = type
    self.fact = fact
    self.meaning = meaning
  }

  /// How redaction treats it.
  public var privacy: Privacy { fact.privacy }

  /// How redaction treats the value of a field.
  public enum Privacy: String, Sendable, CaseIterable {
    /// Personal; replaced as a whole.
    case drop
    /// Text that may contain personal data, which is searched.
    case scan
    /// An object about a person, whose members are classified by their names.
    case person
    /// Not personal, unless it contains something unmistakable: an e-mail address, or a phone number
    /// that begins with a plus.
    case glance
    /// About an operator; kept.
    case keep
    /// An object or a list, whose own fields are treated.
    case inside
    /// The name of a message's author: the visitor's is replaced as a whole, an operator's is searched.
    case author
    /// An id that may be the visitor's id, or begin with it, if a chat has no id of its own: that part is replaced.
    case derived
    /// Derived from the person's ids; derived again from their replacements.
    case remade
    /// A visitor's answer: replaced as a whole if the question is personal, else searched.
    case answer
  }
}

extension Model {
  /// The model as a scanner knows it.
  var shape: Shape {
    Shape(fields.map { Shape.Member($0.name, $0.type.kinds, $0.type.content) })
  }
}
