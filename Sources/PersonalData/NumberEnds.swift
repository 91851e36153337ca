/// Where a number may end: after which of its groups.
struct NumberEnds {
  private var isEnd = [12 of Bool](repeating: false)
  private var isAmount = [12 of Bool](repeating: false)
  private let end: Int
  private let limit: Int

  /// Looks behind each group: a letter, a fraction or another group without a space between says that the number goes on there.
  init(_ text: Span<UInt8>, _ groups: DigitGroups, _ limit: Int) {
    self.limit = limit
    end = groups.count > 0 ? groups[groups.count - 1].end : 0
    for index in 0..<groups.count {
      let place = groups[index].end
      let next = place < limit ? text[place] : 0
      let following = index + 1 < groups.count ? groups[index + 1].separators : groups.tail
      let hasExtension = TextCharacter.isLetter(next) && PhoneExtension.end(text, place, limit) > place
      isEnd[index] =
        !following.isTight && (!TextCharacter.isWord(next) || next == UInt8(ascii: "_") || hasExtension)
      isAmount[index] = Self.isAmount(text, place, limit)
    }
  }

  /// Whether the number may end with that group.
  func contains(_ group: Int) -> Bool { isEnd[group] }

  /// Whether the first groups are an amount of something: a currency, a per cent sign or a fraction follows.
  func isMoney(_ count: Int) -> Bool { isAmount[count - 1] }

  /// Whether nothing but white space stands behind the last group.
  func isWholeText(_ text: Span<UInt8>, _ groups: DigitGroups) -> Bool {
    var position = end
    while position < limit, text[position] <= 0x20 || text[position] == UInt8(ascii: ".") { position += 1 }
    return position == limit && text[limit] == 0
  }

  private static func isAmount(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return false }
    var position = end
    if text[position] == UInt8(ascii: ","), TextCharacter.isDigit(text[position + 1]) {
      var digits = 1
      while digits < 4, TextCharacter.isDigit(text[position + 1 + digits]) { digits += 1 }
      return digits < 4
    }
    if text[position] == UInt8(ascii: " ") { position += 1 }
    if text[position] == UInt8(ascii: "%") || text[position] == UInt8(ascii: "$") { return true }
    if text[position] >= 0x80 { return TextCharacter.isCurrency(text, position) }
    var stop = position
    while stop < limit, stop - position < 9, TextCharacter.isLetter(text[stop]) { stop += 1 }
    return stop > position && units.contains(CueWords.lowered(text, position..<stop))
  }

  private static let units = Set(
    [
      "eur", "euro", "euros", "usd", "gbp", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "rub", "jpy",
      "inr", "brl",
      "aud", "cad", "kr", "zl", "kc", "rs", "dollars", "dollar", "pounds", "users", "views", "people",
      "bytes", "items",
      "pieces", "pcs", "km", "kg", "mb", "gb", "kb", "ms", "px", "points", "miles", "rows", "lines",
    ].map(CueWords.key))
}
