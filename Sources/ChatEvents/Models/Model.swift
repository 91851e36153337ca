internal import JSONText

/// What is known of one kind of JSON object: the single table from which reading, checking, documents,
/// schemas and redaction come.
public struct Model: Sendable {
  /// The model's name, as documents and schemas give it.
  public let name: String

  /// One sentence on what such an object is.
  public let summary: String

  /// What the table was taken from, and when; nil for what this package made up.
  public let source: String?

  /// Its members, in the order in which they usually come on the wire.
  public let fields: [Field]

  /// The members that it cannot be without; `null` is as good as absent.
  public let required: [String]

  /// Groups of members of which one must be there, and be neither `null` nor an empty string.
  public let needsOneOf: [[String]]

  /// The models of its kinds, where it is of one of several.
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

  /// The models of an object that is of one of several kinds.
  public struct Variants: Sendable {
    /// The member that tells which kind it is.
    public let member: String

    /// The model of each kind, by the value of that member.
    ///
    /// Of an object with another value that the member may have, nothing is known beyond what holds for all kinds.
    public let models: [(value: String, model: Model)]

    /// Returns the model of the objects in which the member has that value; nil where there is none.
    public func model(for value: String) -> Model? { models.first { $0.value == value }?.model }
  }
}

/// One member of a model.
public struct Field: Sendable {
  /// The exact name on the wire.
  public let name: String

  /// What its value is. `null` is allowed everywhere, and means the same as absent.
  public let type: FieldType

  /// What it means: one sentence, without a full stop.
  public let meaning: String

  /// What it says about a person.
  public let fact: Fact

  public init(_ name: String, _ type: FieldType, _ fact: Fact, _ meaning: String) {
    self.name = name
    self.type = type
    self.fact = fact
    self.meaning = meaning
  }

  /// What redaction does with it.
  public var privacy: Privacy { fact.privacy }

  /// What redaction does with the value of a field.
  public enum Privacy: String, Sendable, CaseIterable {
    /// It is personal as such, and replaced as a whole.
    case drop
    /// It is text that may hold personal data, which is looked for.
    case scan
    /// It is an object about a person, whose members are judged by their names.
    case person
    /// It says nothing about a person, unless something that is unmistakable stands in it: an e-mail address, or a phone number
    /// that begins with a plus.
    case glance
    /// It is about an operator, and stays.
    case keep
    /// It is an object or a list, whose own fields decide.
    case inside
    /// It is the name of who wrote a message: the visitor's is replaced as a whole, an operator's is looked through.
    case author
    /// It may be the visitor's id, or begin with it, where a chat has no id of its own: that id is replaced.
    case derived
    /// It is made of the person's ids, and is made anew of what stands in their place.
    case remade
    /// It is what a visitor entered: replaced as a whole if they were asked for something personal, else looked through.
    case answer
  }
}

extension Model {
  /// The model as a scanner knows it.
  var shape: Shape {
    Shape(fields.map { Shape.Member($0.name, $0.type.kinds, $0.type.content) })
  }
}
