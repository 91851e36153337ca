internal import JSONText

extension Slice {
  /// The offsets of a string's characters, or of a number's.
  var text: Range<Int> { kind == .string ? content : range }

  /// Whether two strings or numbers are the same characters, however they are written.
  func isSameText(as other: Slice, _ bytes: Span<UInt8>) -> Bool {
    if flags.isEscaped || other.flags.isEscaped {
      return Text.characters(bytes, self) == Text.characters(bytes, other)
    }
    let (own, others) = (text, other.text)
    guard own.count == others.count else { return false }
    for offset in 0..<own.count where bytes[own.lowerBound + offset] != bytes[others.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Whether it is text, and not empty.
  var isFilledText: Bool { kind == .string && !content.isEmpty }

  /// Whether it is an empty text.
  var isEmptyText: Bool { kind == .string && content.isEmpty }

  /// Where it starts; nil where it is not there.
  var place: Int? { kind == .absent ? nil : Int(start) }

  /// The value as it was written, without the white space between its tokens.
  func tokens(_ bytes: Span<UInt8>) -> [UInt8] {
    var text = Output(capacity: Int(count))
    text.append(self, of: bytes)
    return text.written
  }

  /// Returns the value to which a way leads; of members that stand twice the last. Absent where it leads nowhere.
  func value(at path: Path, _ bytes: Span<UInt8>) -> Slice {
    var value = self
    for name in path.steps { value = value.values(of: name, bytes).last ?? .absent }
    return value
  }

  /// Returns the characters of the text to which a way leads, or the digits of the number; nothing for any other value.
  func text(at path: Path, _ bytes: Span<UInt8>) -> [UInt8] { Text.characters(bytes, value(at: path, bytes)) }
}
