extension JSONFault.Reason {
  /// The stable name under which it is reported.
  public var code: String { rawValue }

  /// What is wrong: one clause.
  public var message: String {
    switch self {
    case .expectedValue: "expected a value"
    case .expectedKey: "expected a key in double quotes"
    case .expectedColon: "expected a colon behind the key"
    case .expectedCommaOrBrace: "expected a comma or a closing brace"
    case .expectedCommaOrBracket: "expected a comma or a closing bracket"
    case .expectedEnd: "expected nothing more"
    case .invalidNumber: "expected a number as JSON writes it"
    case .controlCharacter: "a control character stands unescaped inside a string"
    case .invalidEscape: "expected an escape that JSON knows behind the backslash"
    case .invalidUTF8: "the bytes are no UTF-8"
    case .tooDeep: "nested deeper than 512 levels"
    case .unexpectedEnd: "the record ends inside a value"
    case .typeMismatch: "the value is of another type than expected"
    case .repeatedKey: "the key stands twice in its object"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    }
  }

  /// What to do, in the imperative.
  public var fix: String? {
    switch self {
    case .expectedValue: "write null, true, false, a number, a string, an object or an array"
    case .expectedKey: "quote the key, or remove the comma before the closing brace"
    case .expectedColon: "put a colon between key and value"
    case .expectedCommaOrBrace, .expectedCommaOrBracket: "separate values with commas and close what is open"
    case .expectedEnd: "put one document a line"
    case .invalidNumber: "remove leading zeros, and write digits on both sides of a point"
    case .controlCharacter: "escape it: \\n for a line feed, \\t for a tab"
    case .invalidEscape: "double the backslash, or write \\u and four hexadecimal digits"
    case .invalidUTF8: "convert the input to UTF-8"
    case .tooDeep: "take the innermost values out of the record"
    case .unexpectedEnd: "fetch the record again: it was cut off"
    case .typeMismatch: nil
    case .repeatedKey: "remove one of the two"
    case .loneSurrogate: "write both halves, or the character itself"
    }
  }
}
