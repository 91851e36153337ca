internal import JSONText

/// What names a person, a chat or another thing: text, though some senders write an integer, which is kept as such.
public struct EntityID: Sendable, Hashable {
  /// The id as text, as events have it.
  public let text: String

  /// Whether it was written as a JSON integer, not as a string.
  public let isInteger: Bool

  /// Makes an id that is written as a string.
  public init(_ text: String) { self.init(text: text, isInteger: false) }

  /// Makes an id that is written as an integer.
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
  /// - Throws: `type-mismatch` for anything but a string or an integer.
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
