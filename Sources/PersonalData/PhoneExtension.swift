/// The extension of a phone number: `ext. 89`, `x89`, `;ext=89`.
enum PhoneExtension {
  /// Returns where the extension ends that begins behind a number, or the number's own end where there is none.
  static func end(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> Int {
    var position = end
    while position < limit, position - end < 2, isLead(text[position]) { position += 1 }
    let word = position
    while position < limit, position - word < 10,
      TextCharacter.isLetter(text[position]) || text[position] >= 0x80
    {
      position += 1
    }
    guard position > word, words.contains(CueWords.lowered(text, word..<position)) else { return end }
    while position < limit, position - word < 14, isMark(text[position]) { position += 1 }
    let digits = position
    while position < limit, position - digits < 8, TextCharacter.isDigit(text[position]) { position += 1 }
    let next = position < limit ? text[position] : 0
    return position > digits && position - digits < 8 && !TextCharacter.isWord(next) ? position : end
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: " ")
  }

  private static let words = Set(
    ["ext", "extn", "extension", "x", "xt", "durchwahl", "dw", "poste", "anexo", "interno", "int", "доб"].map(
      CueWords.key))
}
