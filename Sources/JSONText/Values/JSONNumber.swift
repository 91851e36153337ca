/// A JSON number, exactly as written.
///
/// Numbers are compared by their text: `1.10`, `1.1` and `11e-1` are not equal, and nothing is rounded.
public struct JSONNumber: Sendable, Hashable {
  /// The number's text, valid by RFC 8259.
  public let text: String

  /// Creates a number from its text.
  ///
  /// - Returns: nil if the text is not a valid JSON number, such as `01`, `+1`, `1.`, `.5` or `NaN`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    let end = bytes.count - Scanner.padding
    guard let found = try? Scanner(end: end).number(bytes.span, 0), found.end == end else { return nil }
    self.text = text
  }

  /// Creates a number from an integer.
  public init(_ value: some BinaryInteger) { text = String(value) }

  /// Creates a number from a floating-point value, as the shortest text that decodes to the same value.
  ///
  /// - Returns: nil if the value is infinite or NaN.
  public init?(_ value: some BinaryFloatingPoint & LosslessStringConvertible) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  init(checked text: String) { self.text = text }

  /// Whether the number is written as an integer: without a fraction, without an exponent.
  public var isInteger: Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
  }

  /// Whether the number has no fraction, however it is spelled: `3`, `3.0` and `30e-1` are one whole number.
  package var isWhole: Bool {
    let parts = text.utf8.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = parts[0].split(separator: UInt8(ascii: "."))
    let fraction = mantissa.count > 1 ? mantissa[1].count : 0
    let digits = parts[0].filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    guard zeros < digits.count, parts.count > 1 else { return zeros == digits.count || fraction <= zeros }
    // No text has as many digits as an exponent says that no `Int` holds.
    let exponent = Int(Substring(parts[1])) ?? (parts[1].first == UInt8(ascii: "-") ? .min : .max)
    return fraction - zeros <= exponent
  }

  /// The value, if the number is written as an integer and fits in an `Int`; nil for `1.0` and `1e3`.
  public var intValue: Int? { Int(text) }

  /// The nearest `Double`; nil if the number is too large for one.
  public var doubleValue: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

extension JSONNumber: CustomStringConvertible {
  public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
