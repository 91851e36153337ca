internal import JSONText

/// What is known of one kind of JSON object: the single table from which reading, checking, documents,
/// schemas and redaction come.
public struct Model: Sendable {
  /// The model's name, as documents and schemas give it.
  public let name: String

  /// One sentence on what such an object is.
  public let summary: String

  /// Its members, in the order in which they usually come on the wire.
  public let fields: [Field]

  public init(_ name: String, _ summary: String, _ fields: [Field]) {
    self.name = name
    self.summary = summary
    self.fields = fields
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

  /// What redaction does with it.
  public let privacy: Privacy

  public init(_ name: String, _ type: FieldType, _ privacy: Privacy, _ meaning: String) {
    self.name = name
    self.type = type
    self.privacy = privacy
    self.meaning = meaning
  }

  /// What redaction does with the value of a field.
  public enum Privacy: String, Sendable, CaseIterable {
    /// It is personal as such, and replaced as a whole.
    case drop
    /// It is text that may hold personal data, which is looked for.
    case scan
    /// It says nothing about a person.
    case keep
    /// It is an object or a list, whose own fields decide.
    case inside
  }
}

/// What the value of a field is.
public indirect enum FieldType: Sendable {
  /// A string.
  case text
  /// A string or an integer that names something.
  case id
  /// Seconds since 1970 as decimal text, or as a number.
  case timestamp
  /// A string or a number.
  case textOrNumber
  /// A number of any form.
  case number
  /// `true` or `false`.
  case flag
  /// An array of strings.
  case texts
  /// An array of values that can be anything.
  case values
  /// An object whose members are data.
  case free
  /// An object of that model.
  case object(Model)
  /// An array of such objects.
  case list(Model)
  /// An object whose keys are data, and whose values are such objects.
  case map(Model)
}

extension Model {
  /// The model as a scanner knows it.
  var shape: Shape {
    Shape(fields.map { Shape.Member($0.name, $0.type.kinds, $0.type.content) })
  }
}

extension FieldType {
  /// The JSON types of such a value.
  var kinds: Kinds {
    switch self {
    case .text: .string
    case .id: [.string, .integer]
    case .timestamp, .textOrNumber: [.string, .number]
    case .number: .number
    case .flag: .bool
    case .texts, .values, .list: .array
    case .free, .object, .map: .object
    }
  }

  /// What a path can find inside such a value.
  var content: Shape.Content {
    switch self {
    case .object(let model): .object(model.shape)
    case .list(let model): .list(model.shape)
    case .map(let model): .map(model.shape)
    case .text, .id, .timestamp, .textOrNumber, .number, .flag, .texts, .values, .free: .opaque
    }
  }
}
