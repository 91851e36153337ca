internal import JSONText

// What a field's type demands of a value besides its JSON type.

extension FieldType {
  /// Whether a value of the right JSON type can still be wrong.
  var demandsMore: Bool {
    switch self {
    case .nonEmptyText, .constant, .inAnyCase, .oneOf, .timestamp, .dateTime, .localTime, .recordedTime,
      .integer, .numberIn:
      true
    case .text, .id, .textOrNumber, .number, .flag, .texts, .values, .free, .open, .object, .list, .map:
      false
    }
  }

  /// Returns what is wrong with a value of the right JSON type; nil where nothing is.
  func diagnostic(about value: Slice, _ bytes: Span<UInt8>) -> Diagnostic? {
    let offset = Int(value.start)
    switch self {
    case .nonEmptyText:
      return value.content.isEmpty ? notAllowed("a non-empty string", offset) : nil
    case .constant(let text):
      return Text.isEqual(bytes, value, to: text) ? nil : notAllowed("\"\(text)\"", offset)
    case .inAnyCase(let text):
      let isSame =
        Text.isEqual(bytes, value, to: text)
        || String(decoding: Text.unescaped(bytes, value.content), as: UTF8.self).lowercased()
          == text.lowercased()
      return isSame ? nil : notAllowed("\"\(text)\"", offset)
    case .oneOf(let texts):
      if texts.contains(where: { Text.isEqual(bytes, value, to: $0) }) { return nil }
      return notAllowed(texts.map { "\"\($0)\"" }.joined(separator: ", "), offset)
    case .timestamp:
      return ItemTimesAreSeconds.isSound(bytes, value)
        ? nil : Diagnostic(code: .invalidTimestamp, offset: offset)
    case .dateTime:
      return WrittenTime(value, bytes) == nil ? Diagnostic(code: .timeNotISO, offset: offset) : nil
    case .localTime:
      return WrittenTime(value, bytes)?.moment(in: .utc) == nil ? .noLocalTime(at: offset) : nil
    case .recordedTime:
      return ExactTime(recorded: value, bytes) == nil ? .noRecordedTime(at: offset) : nil
    case .integer:
      return value.isWhole(bytes)
        ? nil : .typeMismatch(offset, byte: bytes[offset], expected: words)
    case .numberIn(let range):
      guard let number = Double(String(decoding: bytes.copied(value.range), as: UTF8.self)),
        number >= Double(range.lowerBound), number <= Double(range.upperBound)
      else {
        return Diagnostic(
          code: .ratingOutOfRange, offset: offset,
          message: "expected a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return nil
    case .text, .id, .textOrNumber, .number, .flag, .texts, .values, .free, .open, .object, .list, .map:
      return nil
    }
  }

  private func notAllowed(_ expected: String, _ offset: Int) -> Diagnostic {
    Diagnostic(
      code: .valueNotAllowed, offset: offset, message: "expected \(expected)", fix: "write \(expected)")
  }
}

extension Slice {
  /// Whether a number is one without a fraction, however it is spelled.
  fileprivate func isWhole(_ bytes: Span<UInt8>) -> Bool {
    if kind == .integer { return true }
    return JSONNumber(String(decoding: bytes.copied(range), as: UTF8.self))?.isWhole ?? false
  }
}
