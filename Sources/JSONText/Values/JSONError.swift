/// What is wrong with a JSON text, or with a value in it that a type expects otherwise, and where.
///
/// Everything that decoding throws is one of these, also what a type's own `init(from:)` throws.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong, as a stable name: those of ``JSONFault/Reason/code``, and the static names below.
  public var code: String

  /// What is wrong: one clause, lower case, no full stop.
  public var message: String

  /// The line and the column.
  public var place: JSONPlace

  /// The way to the value that is wrong; for a missing member the way to the object that should have it.
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
  /// The code where a member that a type needs is not there.
  public static let missingMember = "missing-member"

  /// The code where a number does not fit into the type that it is decoded as.
  public static let numberOutOfRange = "number-out-of-range"

  /// The code where a type refuses a value for a reason of its own.
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
  /// The error as a report gives it: `2:21: expected a string, found a number at /visitor/fullName [type-mismatch]`.
  public var description: String {
    let way = pointer.tokens.isEmpty ? "" : " at \(pointer)"
    return "\(place): \(message)\(way) [\(code)]"
  }
}
