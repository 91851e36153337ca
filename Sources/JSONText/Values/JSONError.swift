/// A fault in a JSON text, or in a value that a type does not accept, with its place.
///
/// Every error of decoding is a `JSONError`, including those that a type's own `init(from:)` throws.
public struct JSONError: Error, Sendable, Hashable {
  /// The stable code: one of ``JSONFault/Reason/code`` or of the static names below.
  public var code: String

  /// The message: one clause, lower case, no full stop.
  public var message: String

  /// The line and the column.
  public var place: JSONPlace

  /// The path to the faulty value; for a missing member, the path to the object that lacks it.
  public var pointer: JSONPointer

  /// The offset of the first wrong byte, from the start of the text.
  public var offset: Int

  public init(code: String, message: String, place: JSONPlace, pointer: JSONPointer, offset: Int) {
    self.code = code
    self.message = message
    self.place = place
    self.pointer = pointer
    self.offset = offset
  }
}

extension JSONError {
  /// The code for a missing member that a type requires.
  public static let missingMember = "missing-member"

  /// The code for a number that does not fit the decoded type.
  public static let numberOutOfRange = "number-out-of-range"

  /// The code for a value that a type rejects for its own reason.
  public static let invalidValue = "invalid-value"

  /// Makes the error of something that is wrong at an offset of a text.
  ///
  /// - Parameter start: where the text starts: behind a byte order mark, if there is one.
  init(code: String, message: String, at offset: Int, in bytes: Span<UInt8>, from start: Int, end: Int) {
    var probe = Scanner(end: end)
    let root = probe.space(bytes, start)
    self.init(
      code: code,
      message: message,
      place: JSONPlace(line: 1, column: 1).advanced(over: bytes, from: start, to: offset),
      pointer: JSONPointer.to(offset, in: bytes, from: root, end: end),
      offset: offset)
  }
}

extension JSONError: CustomStringConvertible {
  /// The error as shown in reports: `2:21: expected a string, found a number at /visitor/fullName [type-mismatch]`.
  public var description: String {
    let way = pointer.tokens.isEmpty ? "" : " at \(pointer)"
    return "\(place): \(message)\(way) [\(code)]"
  }
}
