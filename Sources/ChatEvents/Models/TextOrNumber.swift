public import JSONText

/// A value that senders write as a string or as a number; each stays what it is.
public enum TextOrNumber: Sendable, Hashable {
  /// It is a string.
  case text(String)

  /// It is a number.
  case number(JSONNumber)
}

extension TextOrNumber: CustomStringConvertible, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// The string's or the number's text.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.text
    }
  }

  public init(stringLiteral text: String) { self = .text(text) }

  public init(integerLiteral number: Int) { self = .number(JSONNumber(number)) }
}

extension TextOrNumber: Codable {
  /// Decodes a value.
  ///
  /// - Throws: `type-mismatch` for any value other than a string or a number.
  public init(from decoder: any Decoder) throws {
    switch try JSONValue(from: decoder) {
    case .string(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case let other: throw decoder.mismatch("expected a string or a number", other)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text): try JSONValue.string(text).encode(to: encoder)
    case .number(let number): try number.encode(to: encoder)
    }
  }
}
