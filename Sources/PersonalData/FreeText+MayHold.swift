internal import JSONText

extension FreeText {
  /// Whether a string's raw content may hold something; false only where it surely does not.
  ///
  /// Counts what each form needs: an at sign, or the digits and the punctuation of a number. Most texts of a chat have
  /// neither, and are passed at the speed of memory.
  ///
  /// - Parameters:
  ///   - bytes: JSON whose escapes were not read; at least 32 bytes stand behind the range.
  ///   - range: the offsets between the string's quotes.
  package static func mayHold(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var colons = 0
    var isAfterColon: UInt32 = 0
    var isASCII = true
    var position = range.lowerBound
    while position < range.upperBound {
      let marks = bytes.textMarks(position)
      let left = range.upperBound &- position
      let inside: UInt32 = left >= 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: left)) &- 1
      if marks.ats & inside != 0 { return true }
      let escapes = marks.escapes & inside
      if escapes != 0, hidesCharacters(bytes, position, escapes) { return true }
      if marks.others & inside != 0 {
        isASCII = false
        let leads = bytes.leadMarks(position) & inside
        if leads.holdsMark(from: position, { isSign(bytes, $0) }) { return true }
      }
      digits &+= (marks.digits & inside).nonzeroBitCount
      let colonsHere = marks.colons & inside
      if colonsHere != 0 {
        colons &+= colonsHere.nonzeroBitCount
        if colonsHere & (colonsHere &<< 1 | isAfterColon) != 0 { return true }  // two in a row
      }
      isAfterColon = colonsHere &>> 31
      if digits >= DigitGroups.fewest { return true }
      position &+= 32
    }
    // What nobody sees may stand between two colons, and other dots between digits.
    if colons >= 7 || (colons >= 2 && !isASCII) { return true }
    return digits >= 4 && dots(bytes, range) >= 3
  }

  /// Whether a string's raw content may hold an e-mail address, an IBAN, or a phone number that begins with a plus; false only where
  /// it surely does not.
  ///
  /// Times and ids have many digits, and none of these.
  ///
  /// - Parameters:
  ///   - bytes: JSON whose escapes were not read; at least 32 bytes stand behind the range.
  ///   - range: the offsets between the string's quotes.
  package static func mayHoldUnmistakable(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let marks = bytes.textMarks(position)
      let left = range.upperBound &- position
      let inside: UInt32 = left >= 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: left)) &- 1
      let signs = marks.ats | marks.escapes | marks.others
      if signs & inside != 0 || bytes.marks(position, of: plus, or: plus) & inside != 0 {
        return mayHold(bytes, range)
      }
      digits &+= (marks.digits & inside).nonzeroBitCount
      position &+= 32
    }
    return digits >= AccountNumbers.fewest && beginsAccount(bytes, range)
  }

  private static let plus = UInt8(ascii: "+")

  /// Whether two letters stand before a digit somewhere, as at the start of an IBAN; one character may part them.
  private static func beginsAccount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = 0
    var isParted = false
    for position in range {
      let byte = bytes[position]
      if TextCharacter.isLetter(byte) {
        letters = isParted ? 1 : letters + 1
        isParted = false
      } else if TextCharacter.isDigit(byte) {
        if letters > 1 { return true }
        (letters, isParted) = (0, false)
      } else {
        if isParted { letters = 0 }
        isParted = true
      }
    }
    return false
  }

  /// Whether one of the marked bytes starts an escape that can stand for an at sign, a digit or a colon: `\u`, a per cent sign
  /// with two hexadecimal digits or a backslash behind it, or a reference of HTML.
  private static func hidesCharacters(_ bytes: Span<UInt8>, _ position: Int, _ marks: UInt32) -> Bool {
    marks.holdsMark(from: position) { place in
      switch bytes[place] {
      case UInt8(ascii: "\\"): bytes[place + 1] == UInt8(ascii: "u")
      case UInt8(ascii: "%"): Hex.value(bytes[place + 1]) != nil
      default: CharacterReference(bytes, place) != nil
      }
    }
  }

  /// Whether a character outside ASCII is taken for a digit, an at sign, a colon, or the beginning of an escape.
  ///
  /// Text of some scripts has no other characters than those that are looked at here, so their bytes decide where they can.
  @inline(__always)
  private static func isSign(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let second = bytes[position + 1]
    switch bytes[position] {
    case 0xd9: return second &- 0xa0 < 10
    case 0xdb: return second &- 0xb0 < 10
    case 0xdf: return second &- 0x80 < 10
    case 0xe0:
      let third = bytes[position + 2]
      // From India's scripts to Sinhala; then Thai, Lao and Tibetan.
      return second < 0xb8 ? third &- 0xa6 < 10 && second & 1 == 1 : (0x90..<0xaa).contains(third)
    case 0xea: if second >= 0xb0 { return false }  // Korean
    case 0xef: if second == 0xb8 || second == 0xbd { return false }
    case 0xf0: if second != 0x9d { return false }  // pictures
    default: break
    }
    return isFoldedToSign(bytes, position)
  }

  private static func isFoldedToSign(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let length = TextCharacter.length(bytes, position)
    guard case .ascii(let byte) = FoldedText.fold(TextCharacter.scalar(bytes, position, length)) else {
      return false
    }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "&"):
      return true
    default: return false
    }
  }

  private static func isDot(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    switch FoldedText.fold(TextCharacter.scalar(bytes, position, TextCharacter.length(bytes, position))) {
    case .dot, .ascii(UInt8(ascii: ".")): true
    default: false
    }
  }

  private static func dots(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") || (byte >= 0xc2 && isDot(bytes, position)) { count &+= 1 }
    }
    return count
  }
}

extension UInt32 {
  /// Whether one of the bytes that are marked, from a position on, meets a condition.
  @inline(__always)
  fileprivate func holdsMark(from position: Int, _ isMeant: (Int) -> Bool) -> Bool {
    var marks = self
    while marks != 0 {
      if isMeant(position &+ marks.trailingZeroBitCount) { return true }
      marks &= marks &- 1
    }
    return false
  }
}
