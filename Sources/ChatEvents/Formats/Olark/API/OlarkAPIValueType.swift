extension OlarkAPI {
  /// The type of a value.
  public indirect enum ValueType: Sendable {
    /// Any text.
    case string
    /// A number without a fraction.
    case integer
    /// A non-negative integer: a size or a delay.
    case size
    /// Any number.
    case number
    /// `true` or `false`.
    case boolean
    /// A CSS colour: `#` and three or six hexadecimal digits.
    case color
    /// One of these texts.
    case oneOf([String])
    /// An array whose elements are all of one type.
    case array(of: ValueType)
    /// A value of one of these types.
    case either([ValueType])
    /// An object with these members, and no others.
    case object([Member])
    /// An object whose members are named by the site.
    case dictionary
    /// A function with these parameters, which JSON cannot represent.
    case function([Member])

    /// Whether it is a function, or an object that must have one.
    var needsFunction: Bool {
      switch self {
      case .function: true
      case .object(let members): members.contains { $0.isRequired && $0.type.needsFunction }
      case .string, .integer, .size, .number, .boolean, .color, .oneOf, .array, .either, .dictionary: false
      }
    }
  }
}

extension OlarkAPI.ValueType {
  /// The type in words, with its article.
  public var words: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .size: "a non-negative integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .color: "a colour such as \"#744da8\""
    case .oneOf(let values) where values.count == 1: values.map { "\"\($0)\"" }.joined()
    case .oneOf(let values): "one of " + values.map { "\"\($0)\"" }.joined(separator: ", ")
    case .array(.string): "an array of strings"
    case .array(.object): "an array of objects"
    case .array(let element): "an array of elements, each \(element.words)"
    case .either(let types): types.map(\.words).joined(separator: " or ")
    case .object: "an object"
    case .dictionary: "an object with members of any name"
    case .function: "a function"
    }
  }

  /// The members that an object has, or the objects of an array; none for other types.
  var members: [OlarkAPI.Member] {
    switch self {
    case .object(let members): members
    case .array(let element): element.members
    case .function(let parameters): parameters
    case .string, .integer, .size, .number, .boolean, .color, .oneOf, .either, .dictionary: []
    }
  }
}
