internal import JSONText

/// What redaction leaves in a text: `<redacted>`, and `redacted-` with 32 hexadecimal digits; `@redacted.invalid` behind it.
enum RedactionMarks {
  /// Returns the stretches between the marks, in order; the whole text where there are none.
  static func stretches(_ text: Span<UInt8>, _ count: Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var floor = 0
    for block in stride(from: 0, to: count, by: 32) {
      // What ends the word of a mark is rarer than how it begins.
      var ends = text.marks(block, of: UInt8(ascii: ">"), or: UInt8(ascii: "-"))
      while ends != 0 {
        let end = block + ends.trailingZeroBitCount
        ends &= ends - 1
        guard end - floor >= 8, text[end - 1] == UInt8(ascii: "d"), let mark = mark(text, end, floor, count)
        else {
          continue
        }
        stretches.append(floor..<mark.lowerBound)
        floor = domainEnd(text, mark.upperBound, count)
      }
    }
    stretches.append(floor..<count)
    return stretches
  }

  /// Returns where the text goes on behind a mark: behind its domain, which an address has.
  static func domainEnd(_ text: Span<UInt8>, _ end: Int, _ count: Int) -> Int {
    var end = end
    while end + 17 <= count, text[end] == UInt8(ascii: "@"),
      CueWords.exact(text, end + 1..<end + 17) == domain
    {
      end += 17
    }
    return end
  }

  /// Returns the mark whose word `redacted` ends at an offset.
  private static func mark(_ text: Span<UInt8>, _ end: Int, _ floor: Int, _ count: Int) -> Range<Int>? {
    let word = end - 8
    guard end < count, CueWords.exact(text, word..<end) == redacted else { return nil }
    if text[end] == UInt8(ascii: ">") {
      return word > floor && text[word - 1] == UInt8(ascii: "<") ? word - 1..<end + 1 : nil
    }
    guard end + 33 <= count else { return nil }
    for position in end + 1..<end + 33 where !TextCharacter.isHex(text[position]) { return nil }
    return word..<end + 33
  }

  private static let redacted = CueWords.key("redacted")
  private static let domain = CueWords.key("redacted.invalid")
}
