internal import JSONText

// Who a person is: the ids that events carry.

extension Compute {
  static let userIDNote = "or what --user-id names; an integer becomes a string"

  /// Writes the id by which the sender knows the person.
  @Sendable
  static func userID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    output.append(filled: found.chat.person.userID, of: bytes)
  }

  static let anonymousIDNote = "where the person has no other id"

  /// Writes the id of a person whom the sender does not know.
  @Sendable
  static func anonymousID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    output.append(filled: found.chat.person.anonymousID, of: bytes)
  }
}

extension Slice {
  /// Whether it names somebody: an integer, or text that shows something.
  func isIdentity(_ bytes: Span<UInt8>) -> Bool {
    if kind == .integer { return true }
    guard kind == .string, !content.isEmpty else { return false }
    // Nearly every id starts with a letter or a digit.
    let first = bytes[content.lowerBound]
    if first > 0x20 && first < 0x7f && first != UInt8(ascii: "\\") { return true }
    return Text.scalars(bytes, self).contains { !$0.isInvisible }
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing: white space, a control or format character, or no character at all.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned,
      .spaceSeparator, .lineSeparator, .paragraphSeparator:
      true
    default: false
    }
  }
}
