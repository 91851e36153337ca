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
    var position = range.lowerBound
    while position < range.upperBound {
      let marks = bytes.textMarks(position)
      let left = range.upperBound &- position
      let inside: UInt32 = left >= 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: left)) &- 1
      if marks.ats & inside != 0 { return true }
      let escapes = marks.escapes & inside
      if escapes != 0, hidesCharacters(bytes, position, escapes) { return true }
      let others = marks.otherDigits & inside
      if others.holdsMark(from: position, { TextCharacter.digit(bytes, $0) != nil }) { return true }
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
    if colons >= 7 { return true }
    return digits >= 4 && dots(bytes, range) >= 3
  }

  /// Whether one of the marked bytes starts an escape that can stand for an at sign, a digit or a colon: `\u`, or a per
  /// cent sign with two hexadecimal digits or a backslash behind it.
  private static func hidesCharacters(_ bytes: Span<UInt8>, _ position: Int, _ marks: UInt32) -> Bool {
    marks.holdsMark(from: position) { place in
      bytes[place] == UInt8(ascii: "\\")
        ? bytes[place + 1] == UInt8(ascii: "u") : Hex.value(bytes[place + 1]) != nil
    }
  }

  private static func dots(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for position in range where bytes[position] == UInt8(ascii: ".") { count &+= 1 }
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
