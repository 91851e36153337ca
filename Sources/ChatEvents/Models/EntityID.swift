internal import JSONText

/// The id of a person, a chat or another thing: text; an integer, which some senders write, stays an integer.
public struct EntityID: Sendable, Hashable {
  /// The id as text, as in events.
  public let text: String

  /// Whether the JSON value is an integer, not a string.
  public let isInteger: Bool

  /// Creates an id that is written as a string.
  public init(_ text: String) { self.init(text: text, isInteger: false) }

  /// Creates an id that is written as an integer.
  public init(_ number: some BinaryInteger) { self.init(text: String(number), isInteger: true) }

  private init(text: String, isInteger: Bool) {
    self.text = text
    self.isInteger = isInteger
  }
}

extension EntityID: CustomStringConvertible, ExpressibleByStringLiteral {
  public var description: String { text }

  public init(stringLiteral text: String) { self.init(text) }
}

extension EntityID: Codable {
  /// Decodes an id.
  ///
  /// - Throws: `type-mismatch` for any value other than a string or an integer.
  public init(from decoder: any Decoder) throws {
    switch try JSONValue(from: decoder) {
    case .string(let text): self.init(text: text, isInteger: false)
    case .number(let number) where number.isInteger: self.init(text: number.text, isInteger: true)
    case let other: throw decoder.mismatch("expected a string or an integer", other)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if isInteger, let number = JSONNumber(text) {
      try number.encode(to: encoder)
    } else {
      try JSONValue.string(text).encode(to: encoder)
    }
  }
}
