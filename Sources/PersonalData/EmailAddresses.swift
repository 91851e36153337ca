internal import JSONText

/// E-mail addresses: a local part, an at sign, and a domain of at least two labels or an address in brackets.
///
/// A text of a chat says where an address stands, and no grammar does: what is left and right of the at sign, up to a
/// character that no address holds, less the punctuation of the sentence. So local parts may be longer, and dots
/// stand more freely, than RFC 5321 allows; letters of all scripts count (RFC 6531).
enum EmailAddresses {
  struct Found {
    let range: Range<Int>

    /// Where the first mark is that lists have, or the beginning: what stands before it may be the end of a number.
    let numberEnd: Int

    /// Whether it is what redacting leaves: an address in the domain `redacted.invalid`, or in one below.
    let isToken: Bool
  }

  /// Returns the addresses of a text, in order.
  ///
  /// - Parameter hasEscapes: set where the text has escapes, of links or of HTML.
  static func all(_ text: Span<UInt8>, _ count: Int, hasEscapes: inout Bool) -> [Found] {
    var found: [Found] = []
    var floor = 0
    var position = 0
    while position < count {
      let marks = text.textMarks(position)
      var places = marks.ats | marks.escapes
      while places != 0 {
        let place = position &+ places.trailingZeroBitCount
        places &= places &- 1
        if text[place] != UInt8(ascii: "@") {
          if !hasEscapes, place < count, EscapedText.isEscape(text, place) { hasEscapes = true }
        } else if place >= floor, let address = address(text, at: place, within: floor..<count) {
          found.append(address)
          floor = address.range.upperBound
        }
      }
      position &+= 32
    }
    return found
  }

  private static func address(_ text: Span<UInt8>, at place: Int, within bounds: Range<Int>) -> Found? {
    let first = text[place + 1]
    guard place > bounds.lowerBound,
      TextCharacter.isWord(first) || first >= 0x80 || first == UInt8(ascii: "["),
      let domain = EmailDomains.end(text, place + 1, bounds.upperBound)
    else { return nil }
    var word = place
    if text[place - 1] == UInt8(ascii: "\"") {
      guard let quote = quotedStart(text, place - 1, bounds.lowerBound) else { return nil }
      word = quote
    }
    let start = start(text, word, bounds.lowerBound)  // what touches the quote belongs to it
    guard start < place else { return nil }
    return Found(
      range: start..<domain, numberEnd: numberEnd(text, start, place),
      isToken: EmailDomains.isToken(text, place + 1..<domain))
  }

  private static func numberEnd(_ text: Span<UInt8>, _ start: Int, _ at: Int) -> Int {
    for position in start..<at {
      switch text[position] {
      case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "*"):
        return position
      default: break
      }
    }
    return start
  }

  /// Returns where a quoted local part begins: at the nearest quote that no backslash stands before, at most 64
  /// characters back.
  private static func quotedStart(_ text: Span<UInt8>, _ quote: Int, _ floor: Int) -> Int? {
    var position = quote - 1
    while position >= max(floor, quote - 65) {
      if text[position] == UInt8(ascii: "\""),
        TextCharacter.before(text, position, floor) != UInt8(ascii: "\\")
      {
        return position + 1 < quote ? position : nil
      }
      if text[position] < 0x20 { return nil }
      position -= 1
    }
    return nil
  }

  /// Returns where a local part begins; the at sign's own offset where there is none.
  private static func start(_ text: Span<UInt8>, _ at: Int, _ floor: Int) -> Int {
    var start = at
    var firstOther: Int?  // where a word of a script without spaces ends, and ASCII goes on
    while start > floor {
      let byte = text[start - 1]
      if byte < 0x80 {
        guard isLocal(byte) else { break }
        start -= 1
      } else {
        let character = TextCharacter.start(text, before: start, floor)
        if TextCharacter.isOtherSeparator(text, character) { break }
        if text[character] >= 0xe3, text[character] <= 0xed, firstOther == nil { firstOther = start }
        start = character
      }
    }
    // Chinese and its neighbours put no space between the sentence and the address.
    if let firstOther, at - firstOther >= 2 { return trimmed(text, firstOther, at) }
    return trimmed(text, behindKey(text, start, at, floor), at)
  }

  /// Returns where the value begins, in a link's query or path and in `key=value`; the start elsewhere.
  private static func behindKey(_ text: Span<UInt8>, _ start: Int, _ at: Int, _ floor: Int) -> Int {
    let isLink =
      text[start] == UInt8(ascii: "/")
      && (text[start + 1] == UInt8(ascii: "/")
        || TextCharacter.before(text, start, floor) != UInt8(ascii: " "))
    var behind = start  // the last delimiter of a link
    var isQuery = isLink
    var key: Int?  // behind the first equals sign that only letters stand before
    var isKey = true
    for position in start..<at {
      switch text[position] {
      case UInt8(ascii: "?"), UInt8(ascii: "&"):
        isQuery = true
        behind = position + 1
      case UInt8(ascii: "/"), UInt8(ascii: "#"): behind = position + 1
      case UInt8(ascii: "="):
        behind = position + 1
        if isKey, key == nil { key = position + 1 }
      case let byte
      where !TextCharacter.isLetter(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_"):
        isKey = false
      default: break
      }
    }
    return isQuery ? behind : key ?? start
  }

  /// Returns where the local part begins without the marks that a sentence puts before a word.
  private static func trimmed(_ text: Span<UInt8>, _ start: Int, _ at: Int) -> Int {
    var start = start
    while start < at, text[start] < 0x80, !TextCharacter.isWord(text[start]),
      text[start] != UInt8(ascii: "-"),
      text[start] != UInt8(ascii: "+")
    {
      start += 1
    }
    return start
  }

  /// Whether a byte of ASCII may stand in a local part without quotes (RFC 5322, 3.2.3); but for the bar, which stands between
  /// the columns of a table.
  @inline(__always)
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7f, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "@"),
      UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "|"):
      false
    default: true
    }
  }
}
