/// What stands before the first digit of a number.
struct NumberLead {
  /// Where the number starts, with its plus sign and its opening bracket.
  private(set) var start: Int
  private(set) var hasPlus = false
  private(set) var isOpen = false

  /// Whether what stands before says that this is no phone number: a letter, a currency, `#`, a word that it is part of.
  private(set) var isBarred = false

  /// Whether a plus sign stands between a word and the number, and may stand for a space.
  private(set) var hasEscapedSpace = false

  /// The number of digits that stand before it with one space between.
  private(set) var digitsBefore = 0

  /// Whether the number is the path of a link that starts a chat: `wa.me/49…`.
  private(set) var isPhoneLink = false

  init(_ text: Span<UInt8>, _ digit: Int, _ floor: Int) {
    start = digit
    if TextCharacter.before(text, start, floor) == UInt8(ascii: "(") || isFullWidth(text, floor, 0x88) {
      isOpen = true
      start -= TextCharacter.before(text, start, floor) < 0x80 ? 1 : 3
    }
    takePlus(text, floor)
    let previous = TextCharacter.before(text, start, floor)
    if previous >= 0x80 {
      isBarred = TextCharacter.isCurrency(text, TextCharacter.start(text, before: start, floor))
      return
    }
    if TextCharacter.isWord(previous) {
      isBarred = true
      hasEscapedSpace = hasPlus
      return
    }
    if hasPlus { return }
    let earlier = TextCharacter.before(text, start - 1, floor)
    switch previous {
    case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"): isBarred = true
    case UInt8(ascii: "+"): isBarred = true  // two of them, or one behind a bracket
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "\\"):
      isBarred = TextCharacter.isWord(earlier) || earlier >= 0x80 || earlier == UInt8(ascii: ")")
    case UInt8(ascii: "/"):
      isPhoneLink = start - 6 >= floor && CueWords.lowered(text, start - 6..<start) == Self.phoneLink
      isBarred = (TextCharacter.isWord(earlier) || earlier == UInt8(ascii: ")")) && !isPhoneLink
    case UInt8(ascii: ","), UInt8(ascii: ":"): isBarred = TextCharacter.isDigit(earlier)
    case UInt8(ascii: " "):
      isBarred =
        earlier == UInt8(ascii: "#") || earlier == UInt8(ascii: "$") || isCurrency(text, start - 1, floor)
      if TextCharacter.isDigit(earlier) { countDigits(text, floor) }
    default: break
    }
  }

  /// Whether it is one of several groups of four digits, as cards and accounts have.
  func followsGroupOfFour(_ groups: DigitGroups) -> Bool { digitsBefore == 4 && groups[0].digits == 4 }

  private mutating func takePlus(_ text: Span<UInt8>, _ floor: Int) {
    var position = start
    if !isOpen, TextCharacter.before(text, position, floor) == UInt8(ascii: " ") { position -= 1 }
    if TextCharacter.before(text, position, floor) == UInt8(ascii: "+") {
      // A sum has something before its plus sign.
      let earlier = TextCharacter.before(text, position - 1, floor)
      if position < start, earlier != 0, earlier != UInt8(ascii: ":"), earlier != UInt8(ascii: "("),
        earlier != UInt8(ascii: "\n")
      {
        return
      }
      hasPlus = true
      start = position - 1
    } else if position == start, isFullWidth(text, floor, 0x8b) {
      hasPlus = true
      start -= 3
    }
  }

  private func isFullWidth(_ text: Span<UInt8>, _ floor: Int, _ last: UInt8) -> Bool {
    start - 3 >= floor && text[start - 1] == last && text[start - 2] == 0xbc && text[start - 3] == 0xef
  }

  private func isCurrency(_ text: Span<UInt8>, _ position: Int, _ floor: Int) -> Bool {
    TextCharacter.before(text, position, floor) >= 0x80
      && TextCharacter.isCurrency(text, TextCharacter.start(text, before: position, floor))
  }

  private static let phoneLink = CueWords.key("wa.me/")

  private mutating func countDigits(_ text: Span<UInt8>, _ floor: Int) {
    var position = start - 1
    while position > floor, digitsBefore < 5, TextCharacter.isDigit(text[position - 1]) {
      position -= 1
      digitsBefore += 1
    }
  }
}
