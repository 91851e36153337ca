internal import JSONText

/// A JSON object or array that is the whole text of a string: `"{\"name\":\"Jo\"}"`.
struct TextInString {
  /// The characters of the string.
  let text: UnescapedText
  /// The object or the array in them.
  let value: Slice
  private let source: (Range<Int>) -> Range<Int>

  /// Reads a string; nil if its text is anything else, or holds no string.
  ///
  /// Cost: for nearly every string, a look at its first character.
  init?(_ bytes: Span<UInt8>, _ string: Slice) {
    // The quotes of the strings inside are escaped.
    guard string.kind == .string, string.flags.isEscaped, Self.mayBe(bytes, string.content) else {
      return nil
    }
    let text = UnescapedText(bytes, string.content, isEscaped: true)
    let characters = text.characters.span
    var scanner = Scanner(end: text.count)
    let start = scanner.space(characters, 0)
    guard start < text.count else { return nil }
    let first = characters[start]
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let value = try? scanner.slice(characters, start, depth: 0),
      scanner.space(characters, value.range.upperBound) >= text.count
    else { return nil }
    (self.text, self.value, source) = (text, value, text.source(bytes))
  }

  /// Whether a string's content begins like an object or an array, behind white space.
  private static func mayBe(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      var character: [UInt8] = []
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): return true
      case UInt8(ascii: " "): position += 1
      case UInt8(ascii: "\\"):
        position = Text.appendCharacter(bytes, position, to: &character)
        guard let first = character.first, character.count == 1 else { return false }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
        if first > 0x20 { return false }
      default: return false
      }
    }
    return false
  }

  /// Returns where a part of the text is in the document.
  func place(of range: Range<Int>) -> Range<Int> { source(range) }
}
