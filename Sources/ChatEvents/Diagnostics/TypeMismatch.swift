internal import JSONText

extension Diagnostic {
  /// The diagnostic about a value of the wrong type: it names both types, and what to write.
  ///
  /// - Parameters:
  ///   - pointer: the way to the value.
  ///   - byte: the value's first byte.
  static func typeMismatch(_ offset: Int, _ pointer: JSONPointer, byte: UInt8, in model: Model) -> Diagnostic
  {
    guard let expected = model.expectation(at: pointer.tokens[...]) else {
      return Diagnostic(code: Code(.typeMismatch), offset: offset, pointer: pointer)
    }
    var diagnostic = typeMismatch(offset, byte: byte, expected: expected)
    diagnostic.pointer = pointer
    return diagnostic
  }

  /// The diagnostic about a value of another type than the one that is expected, which is given in words.
  static func typeMismatch(_ offset: Int, byte: UInt8, expected: String) -> Diagnostic {
    var diagnostic = Diagnostic(code: Code(.typeMismatch), offset: offset)
    let found = name(ofValueStartingWith: byte)
    diagnostic.message = "expected \(expected), found \(found)"
    let isScalar = found == "a number" || found == "true or false"
    diagnostic.fix = expected.hasPrefix("a string") && isScalar ? "quote the value" : "write \(expected)"
    return diagnostic
  }

  private static func name(ofValueStartingWith byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "a string"
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "an array"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
    case UInt8(ascii: "n"): "null"
    default: "a number"
    }
  }
}

extension Model {
  /// Returns what should stand at the end of a way into the model, in words; nil where the model does not say.
  fileprivate func expectation(at tokens: ArraySlice<String>) -> String? {
    guard let field = fields.first(where: { $0.name == tokens.first }) else { return nil }
    let rest = tokens.dropFirst()
    if rest.isEmpty { return field.type.words }
    switch field.type {
    case .object(let model): return model.expectation(at: rest)
    case .list(let model), .map(let model):
      return rest.count == 1 ? "an object" : model.expectation(at: rest.dropFirst())
    default: return nil
    }
  }
}

extension FieldType {
  /// The type in words, with its article.
  var words: String {
    switch self {
    case .text, .nonEmptyText, .constant, .inAnyCase, .oneOf, .dateTime, .localTime: "a string"
    case .id: "a string or an integer"
    case .timestamp, .recordedTime, .textOrNumber: "a string or a number"
    case .number, .numberIn: "a number"
    case .integer: "an integer"
    case .flag: "true or false"
    case .texts, .values, .list: "an array"
    case .free, .open, .object, .map: "an object"
    }
  }
}
