/// What stands before the first digit of a number.
struct NumberLead {
  /// How what stands before joins the number to a word.
  enum Joint: Int, Comparable {
    /// Not at all: white space, a bracket, the beginning.
    case none

    /// By a mark between the two: only a number whose groups show it counts, or one with a prefix for any country.
    case loose

    /// By a mark that ids have: only a number with a prefix for any country counts.
    case close

    /// As a part of one word: a letter, a fraction, a currency.
    case tight

    static func < (one: Joint, other: Joint) -> Bool { one.rawValue < other.rawValue }
  }

  /// Where the number starts, with its plus sign and its opening bracket.
  private(set) var start: Int
  private(set) var hasPlus = false
  private(set) var isOpen = false
  private(set) var joint = Joint.none

  /// Whether another hash must follow, since a number behind one is an id.
  private(set) var needsHash = false

  /// Whether a plus sign stands between a word and the number, and may stand for a space.
  private(set) var hasEscapedSpace = false

  /// The number of digits that stand before it with one space between.
  private(set) var digitsBefore = 0

  /// Whether the number is the path of a link that starts a chat: `wa.me/49…`.
  private(set) var isPhoneLink = false

  init(_ text: Span<UInt8>, _ digit: Int, _ floor: Int) {
    start = digit
    if TextCharacter.before(text, start, floor) == UInt8(ascii: "(") {
      isOpen = true
      start -= 1
    }
    takePlus(text, floor)
    let previous = TextCharacter.before(text, start, floor)
    if previous >= 0x80 {
      let isCurrency = TextCharacter.isCurrency(text, TextCharacter.start(text, before: start, floor))
      joint = isCurrency ? .tight : .none
      return
    }
    if TextCharacter.isLetter(previous) {
      hasEscapedSpace = hasPlus
      let isQuery = hasPlus && Self.isInQuery(text, start, floor)
      joint = isQuery ? .tight : Self.joint(text, wordBefore: start, floor, mark: 0, hasPlus)
      return
    }
    if TextCharacter.isDigit(previous) {
      hasEscapedSpace = hasPlus
      joint = .tight
      return
    }
    if hasPlus { return }
    lookBefore(previous, text, floor)
  }

  private mutating func lookBefore(_ previous: UInt8, _ text: Span<UInt8>, _ floor: Int) {
    let earlier = TextCharacter.before(text, start - 1, floor)
    switch previous {
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"): joint = .tight
    case UInt8(ascii: "#"):
      needsHash = !TextCharacter.isWord(earlier) && earlier != previous
      joint = needsHash ? .none : Self.joint(text, wordBefore: start - 1, floor, mark: previous, false)
    case UInt8(ascii: "\\"): joint = earlier == 0 ? .none : .tight
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"):
      isPhoneLink =
        previous == UInt8(ascii: "/") && start - 6 >= floor
        && CueWords.lowered(text, start - 6..<start) == Self.phoneLink
      if isPhoneLink { return }
      if earlier == UInt8(ascii: ")") {
        joint = previous == UInt8(ascii: "/") ? .loose : .tight
      } else if earlier >= 0x80 {
        let isSeparator = TextCharacter.isOtherSeparator(
          text, TextCharacter.start(text, before: start - 1, floor))
        joint = isSeparator || previous == UInt8(ascii: "/") || previous == UInt8(ascii: "_") ? .none : .tight
      } else {
        joint = Self.joint(text, wordBefore: start - 1, floor, mark: previous, false)
      }
    case UInt8(ascii: ","), UInt8(ascii: ":"): joint = TextCharacter.isDigit(earlier) ? .tight : .none
    case UInt8(ascii: " "):
      needsHash = earlier == UInt8(ascii: "#")
      if earlier == UInt8(ascii: "$") || isCurrency(text, start - 1, floor) { joint = .tight }
      if TextCharacter.isDigit(earlier) { countDigits(text, floor) }
    default: break
    }
  }

  /// Returns how a word before the number, with that mark between them or none, joins it.
  private static func joint(
    _ text: Span<UInt8>, wordBefore end: Int, _ floor: Int, mark: UInt8, _ hasPlus: Bool
  ) -> Joint {
    let previous = TextCharacter.before(text, end, floor)
    if TextCharacter.isDigit(previous) {
      return mark == 0 || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") ? .tight : .close
    }
    guard TextCharacter.isLetter(previous) else { return .none }
    let word = AccountNumbers.letters(text, before: end, floor)
    let isWhole =
      word.count <= 16 && !TextCharacter.isDigit(TextCharacter.before(text, word.lowerBound, floor))
    switch isWhole ? CueWords.cue(text, word) : nil {
    case .phone, .call: return word.count > 1 ? .none : .tight
    case .other: return .tight
    default: break
    }
    switch mark {
    case 0: return hasPlus && isWhole ? .close : .tight
    case UInt8(ascii: "."): return .tight
    case UInt8(ascii: "-"): return .close
    case UInt8(ascii: "/"): return isInLink(text, word.lowerBound, floor) ? .loose : .none
    default: return .loose
    }
  }

  /// Whether a word is a part of a link's path, as a dot, a colon or another slash before it says.
  private static func isInLink(_ text: Span<UInt8>, _ word: Int, _ floor: Int) -> Bool {
    var position = word
    while position > max(floor, word - 80), text[position - 1] > 0x20 {
      position -= 1
      switch text[position] {
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
      default: break
      }
    }
    return false
  }

  /// Whether a plus sign stands for a space, as in a link behind the first `?` or `=`.
  private static func isInQuery(_ text: Span<UInt8>, _ plus: Int, _ floor: Int) -> Bool {
    var position = plus
    while position > max(floor, plus - 80), text[position - 1] > 0x20 {
      position -= 1
      if text[position] == UInt8(ascii: "?") || text[position] == UInt8(ascii: "=") { return true }
    }
    return false
  }

  /// Whether it is one of several groups of four digits, as cards and accounts have.
  func followsGroupOfFour(_ groups: DigitGroups) -> Bool {
    digitsBefore == 4 && groups[0].digits == 4 && !isOpen
  }

  private mutating func takePlus(_ text: Span<UInt8>, _ floor: Int) {
    var position = start
    if !isOpen, TextCharacter.before(text, position, floor) == UInt8(ascii: " ") { position -= 1 }
    guard TextCharacter.before(text, position, floor) == UInt8(ascii: "+") else { return }
    // A sum has something before its plus sign.
    let earlier = TextCharacter.before(text, position - 1, floor)
    if position < start, earlier != 0, earlier != UInt8(ascii: ":"), earlier != UInt8(ascii: "("),
      earlier != UInt8(ascii: "\n")
    {
      return
    }
    hasPlus = true
    start = position - 1
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
    // A version or a fraction is no part of a list.
    let previous = TextCharacter.before(text, position, floor)
    if previous == UInt8(ascii: ".") || previous == UInt8(ascii: "/") || TextCharacter.isLetter(previous) {
      digitsBefore = 0
    }
  }
}
