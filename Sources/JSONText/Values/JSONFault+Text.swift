extension JSONFault.Reason {
  /// The stable code under which it is reported.
  public var code: String { rawValue }

  /// The message: one clause.
  public var message: String {
    switch self {
    case .expectedValue: "expected a value"
    case .expectedKey: "expected a key in double quotes"
    case .expectedColon: "expected a colon after the key"
    case .expectedCommaOrBrace: "expected a comma or a closing brace"
    case .expectedCommaOrBracket: "expected a comma or a closing bracket"
    case .expectedEnd: "unexpected text after the document"
    case .invalidNumber: "expected a valid JSON number"
    case .controlCharacter: "unescaped control character in a string"
    case .invalidEscape: "invalid escape sequence in a string"
    case .invalidUTF8: "invalid UTF-8"
    case .tooDeep: "nested deeper than 512 levels"
    case .unexpectedEnd: "the record ends inside a value"
    case .typeMismatch: "the value has an unexpected type"
    case .repeatedKey: "duplicate key in an object"
    case .loneSurrogate: "unpaired surrogate"
    }
  }

  /// The fix, in the imperative; nil if there is no general one.
  public var fix: String? {
    switch self {
    case .expectedValue: "write null, true, false, a number, a string, an object or an array"
    case .expectedKey: "quote the key, or remove the comma before the closing brace"
    case .expectedColon: "put a colon between key and value"
    case .expectedCommaOrBrace, .expectedCommaOrBracket:
      "separate values with commas, and close open brackets and braces"
    case .expectedEnd: "write one document per line"
    case .invalidNumber: "remove leading zeros, and write digits on both sides of the decimal point"
    case .controlCharacter: "escape it: \\n for a line feed, \\t for a tab"
    case .invalidEscape: "double the backslash, or write \\u followed by four hexadecimal digits"
    case .invalidUTF8: "convert the input to UTF-8"
    case .tooDeep: "nest the record less deeply"
    case .unexpectedEnd: "fetch the record again: it is truncated"
    case .typeMismatch: nil
    case .repeatedKey: "remove one of the two"
    case .loneSurrogate: "write both surrogates, or the character itself"
    }
  }
}
