internal import JSONText

/// A time: seconds since 1970 as decimal text, never converted to floating point.
///
/// Olark writes a string with up to six digits after the decimal point; some senders write a number, which stays a number.
public struct OlarkTimestamp: Sendable, Hashable {
  /// The seconds verbatim: an optional sign, digits, and optionally a point followed by at least one digit.
  public let text: String

  /// Whether the JSON value is a number, not a string.
  public let isNumber: Bool

  /// Creates a timestamp from its text, to be written as a string.
  ///
  /// - Returns: nil if the text is not a decimal number, such as `1e9`, `1.`, `.5`, `+1` or ` 1`.
  public init?(_ text: String) { self.init(text, isNumber: false) }

  /// Creates a timestamp from text that is known to be a decimal number.
  package init(decimal text: String) { (self.text, isNumber) = (text, false) }

  private init?(_ text: String, isNumber: Bool) {
    let parts = (text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isDigits) else { return nil }
    self.text = text
    self.isNumber = isNumber
  }

  /// The whole seconds, truncated at the point; clamped to the range of `Int`.
  public var seconds: Int {
    let whole = text.prefix { $0 != "." }
    return Int(whole) ?? (whole.hasPrefix("-") ? .min : .max)
  }

  /// The digits after the point; empty if there is none.
  public var fraction: Substring { text.drop { $0 != "." }.dropFirst() }
}

extension OlarkTimestamp: CustomStringConvertible {
  public var description: String { text }
}

extension OlarkTimestamp: Codable {
  /// Decodes a timestamp.
  ///
  /// - Throws: `invalid-timestamp` for text or a number in another form, `type-mismatch` for any other value.
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
