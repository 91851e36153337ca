internal import JSONText

/// The type of a field's value.
///
/// Reading checks only the JSON type (`kinds`); the rest of a case is for validation and schemas.
public indirect enum FieldType: Sendable {
  /// A string.
  case text
  /// A non-empty string.
  case nonEmptyText
  /// That string.
  case constant(String)
  /// That string, case-insensitive.
  case inAnyCase(String)
  /// One of those strings.
  case oneOf([String])
  /// A string or an integer that identifies something.
  case id
  /// Seconds since 1970 in decimal digits, with or without a fraction, as text or as a number.
  case timestamp
  /// A date and a time of day in ISO 8601, as text.
  case dateTime
  /// `YYYY-MM-DD HH:MM:SS`, as text: a local time without a time zone.
  case localTime
  /// ISO 8601 with a UTC offset, or seconds or milliseconds since 1970, as text or as a number.
  case recordedTime
  /// A string or a number.
  case textOrNumber
  /// Any number.
  case number
  /// A number without a fraction, in any form, such as `3`, `3.0` and `3e2`.
  case integer
  /// A number within those limits, inclusive.
  case numberIn(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  /// An array of strings.
  case texts
  /// An array of any values.
  case values
  /// An object whose members are data.
  case free
  /// An object whose members are data; the model defines how redaction treats some of them.
  case open(Model)
  /// An object of that model.
  case object(Model)
  /// An array of such objects.
  case list(Model)
  /// An object whose keys are data, and whose values are such objects.
  case map(Model)
}

extension FieldType {
  /// The JSON types of such a value.
  var kinds: Kinds {
    switch self {
    case .text, .nonEmptyText, .constant, .inAnyCase, .oneOf, .dateTime, .localTime: .string
    case .id: [.string, .integer]
    case .timestamp, .recordedTime, .textOrNumber: [.string, .number]
    case .number, .integer, .numberIn: .number
    case .flag: .bool
    case .texts, .values, .list: .array
    case .free, .open, .object, .map: .object
    }
  }

  /// Whether a number with a fraction is none.
  var isInteger: Bool {
    if case .integer = self { true } else { false }
  }

  /// What a path can find inside such a value.
  var content: Shape.Content {
    switch self {
    case .object(let model): .object(model.shape)
    case .list(let model): .list(model.shape)
    case .map(let model): .map(model.shape)
    default: .opaque
    }
  }
}
