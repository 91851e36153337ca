/// The words before an offset, the nearest first.
///
/// A word is a run of letters and digits; all bytes outside ASCII count as letters, but for white space and punctuation.
/// At most eighty bytes are looked at. What redacting leaves ends the walk, so that a text says the same before and after.
struct WordsBefore {
  private var position: Int
  private let floor: Int

  init(_ position: Int, _ floor: Int) {
    self.position = position
    self.floor = max(floor, position - 80)
  }

  /// Returns the next word, or nil where there is none.
  mutating func next(_ text: Span<UInt8>) -> Range<Int>? {
    while position > floor {
      let byte = text[position - 1]
      if byte == UInt8(ascii: "@") || (byte == UInt8(ascii: ">") && isRedacted(text)) {
        position = floor
        return nil
      }
      let character = previous(text)
      if character.isLetter { break }
      position = character.start
    }
    let end = position
    while position > floor, case let character = previous(text), character.isLetter {
      position = character.start
    }
    if end - position >= 32 || end == position {  // a token, or a word of unknown length
      position = floor
      return nil
    }
    return position..<end
  }

  /// Where the character before the position begins, and whether words have it.
  private func previous(_ text: Span<UInt8>) -> (start: Int, isLetter: Bool) {
    let byte = text[position - 1]
    if byte < 0x80 { return (position - 1, TextCharacter.isDigit(byte) || TextCharacter.isLetter(byte)) }
    let start = TextCharacter.start(text, before: position, floor)
    return (start, !TextCharacter.isOtherSeparator(text, start))
  }

  private func isRedacted(_ text: Span<UInt8>) -> Bool {
    let start = position - 10
    return start >= 0 && text[start] == UInt8(ascii: "<")
      && CueWords.lowered(text, start + 1..<position - 1) == CueWords.key("redacted")
  }
}
