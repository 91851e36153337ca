/// Decodes values from JSON text.
///
/// The text is parsed strictly by RFC 8259; a leading byte order mark is skipped. Types are never coerced: an
/// integer has no fraction and no exponent, and fits its type. A duplicate key is an error if a type reads it. Within
/// `init(from:)`, errors are the usual `DecodingError`s, so that a type can try alternatives; from
/// `decode`, every error is a ``JSONError`` with its place.
public struct JSONTextDecoder: Sendable {
  public init() {}

  /// Decodes a value from UTF-8.
  ///
  /// - Throws: a fault of the text itself (a code of ``JSONFault/Reason``, including `type-mismatch`, `repeated-key` and
  ///   `lone-surrogate`), `missing-member`, `number-out-of-range`, or the error of the type's own `init(from:)`:
  ///   `invalid-value`, unless that error has a code.
  public func decode<T: Decodable>(_ type: T.Type, from text: [UInt8]) throws(JSONError) -> T {
    let tape = try JSONTape(parsing: text)
    do {
      return try TapeDecoder(tape: tape, node: 0).decode(type)
    } catch let error as DecodingError {
      throw tape.error(error)
    } catch {
      throw tape.error(JSONError.invalidValue, "\(error)", at: tape.nodes[0].range.lowerBound)
    }
  }

  /// Decodes a value from any collection of UTF-8 bytes, such as Foundation's `Data`. Cost: a copy of the bytes.
  ///
  /// - Throws: the same errors as for an array of bytes.
  public func decode<T: Decodable>(_ type: T.Type, from text: some Collection<UInt8>) throws(JSONError) -> T {
    try decode(type, from: Array(text))
  }

  /// Decodes a value from a string.
  ///
  /// - Throws: the same errors as for an array of bytes.
  public func decode<T: Decodable>(_ type: T.Type, from text: String) throws(JSONError) -> T {
    try decode(type, from: Array(text.utf8))
  }
}
