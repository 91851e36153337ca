/// Decodes values from JSON text.
///
/// The text is read strictly, as RFC 8259 has it; a byte order mark before it is passed. A type is never guessed: an
/// integer is written without fraction and exponent, and fits. A repeated key is an error where a type asks for it. Within
/// `init(from:)` the errors are the usual `DecodingError`s, so that a type can try one thing and then another; out of
/// `decode` every error comes as a ``JSONError`` with its place.
public struct JSONTextDecoder: Sendable {
  public init() {}

  /// Decodes a value from UTF-8.
  ///
  /// - Throws: what is wrong with the text itself (a code of ``JSONFault/Reason``, `type-mismatch`, `repeated-key` and
  ///   `lone-surrogate` among them), `missing-member`, `number-out-of-range`, or what the type's own `init(from:)` throws:
  ///   `invalid-value`, unless it names a code.
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

  /// Decodes a value from a string.
  ///
  /// - Throws: as for its bytes.
  public func decode<T: Decodable>(_ type: T.Type, from text: String) throws(JSONError) -> T {
    try decode(type, from: Array(text.utf8))
  }
}
