internal import JSONText

/// When something was sent: seconds since 1970 as the decimal text that they are, never through floating point.
///
/// Olark writes a string with up to six digits after the point; some senders write a number, which is kept as such.
public struct OlarkTimestamp: Sendable, Hashable {
  /// The seconds as they were written: an optional sign, digits, and where a point follows at least one digit behind it.
  public let text: String

  /// Whether they were written as a JSON number, not as a string.
  public let isNumber: Bool

  /// Makes a timestamp of its text, to be written as a string.
  ///
  /// - Returns: nil where the text is no decimal number: `1e9`, `1.`, `.5`, `+1`, ` 1`.
  public init?(_ text: String) { self.init(text, isNumber: false) }

  private init?(_ text: String, isNumber: Bool) {
    let parts = (text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isDigits) else { return nil }
    self.text = text
    self.isNumber = isNumber
  }

  /// The whole seconds, what follows the point cut off; the nearest `Int` where there are more of them.
  public var seconds: Int {
    let whole = text.prefix { $0 != "." }
    return Int(whole) ?? (whole.hasPrefix("-") ? .min : .max)
  }

  /// The digits behind the point; empty where there is none.
  public var fraction: Substring { text.drop { $0 != "." }.dropFirst() }
}

extension OlarkTimestamp: CustomStringConvertible {
  public var description: String { text }
}

extension OlarkTimestamp: Codable {
  /// Decodes a timestamp.
  ///
  /// - Throws: `invalid-timestamp` for text or a number of another form, `type-mismatch` for anything else.
  public init(from decoder: any Decoder) throws {
    let timestamp: OlarkTimestamp?
    switch try JSONValue(from: decoder) {
    case .string(let text): timestamp = OlarkTimestamp(text, isNumber: false)
    case .number(let number): timestamp = OlarkTimestamp(number.text, isNumber: true)
    case let other: throw decoder.mismatch("expected a string or a number", other)
    }
    guard let timestamp else {
      throw decoder.refusal(Code.invalidTimestamp.name, Code.invalidTimestamp.message)
    }
    self = timestamp
  }

  public func encode(to encoder: any Encoder) throws {
    if isNumber, let number = JSONNumber(text) {
      try number.encode(to: encoder)
    } else {
      try JSONValue.string(text).encode(to: encoder)
    }
  }
}

extension Substring {
  /// Whether it is one decimal digit or more.
  fileprivate var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}
