internal import JSONText

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

  /// Whether it is an id that JavaScript takes for true: no empty string, and not the number 0.
  func isTrueID(_ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .string: return !content.isEmpty
    case .integer: return bytes[range.upperBound - 1] != UInt8(ascii: "0") || isOverNine(bytes)
    default: return false
    }
  }

  /// Whether an integer has more than one digit.
  private func isOverNine(_ bytes: Span<UInt8>) -> Bool {
    count > (bytes[Int(start)] == UInt8(ascii: "-") ? 2 : 1)
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
