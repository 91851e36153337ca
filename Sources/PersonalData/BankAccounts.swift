/// Numbers of bank accounts (IBAN): a country, check digits, and as many characters as the country's accounts have (ISO 13616).
enum BankAccounts {
  /// Returns the account whose check digits begin at an offset.
  static func find(_ text: Span<UInt8>, digit: Int, _ bounds: Range<Int>) -> AccountNumbers.Found? {
    guard let start = start(text, digit, bounds.lowerBound),
      let length = lengths[CueWords.lowered(text, start..<start + 2)]
    else { return nil }
    // The sum is that of the characters behind the first four, and then those, so the first four are kept.
    var head: [4 of Int] = [0, 0, 0, 0]
    var remainder = 0
    var digits = 0
    var taken = 0
    var position = start
    var isPrinted = true
    while taken < length {
      guard position < bounds.upperBound else { return nil }
      let byte = text[position]
      guard let value = value(byte) else {
        let isMark = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        guard taken >= 2, isMark, position + 1 < bounds.upperBound, self.value(text[position + 1]) != nil
        else {
          return nil
        }
        if taken % 4 != 0 {
          isPrinted = false
          // A word ends there.
          if TextCharacter.isLetter(text[position - 1]), taken > 2 { return nil }
        }
        position += 1
        continue
      }
      if taken < 4 { head[taken] = value } else { remainder = appending(value, to: remainder) }
      if (2...3).contains(taken), value > 9 { return nil }
      if value < 10 { digits += 1 }
      taken += 1
      position += 1
    }
    if position < bounds.upperBound, value(text[position]) != nil { return nil }
    for index in 0..<4 { remainder = appending(head[index], to: remainder) }
    let range = start..<position
    if remainder == 1 { return AccountNumbers.Found(range: range, kind: .iban) }
    return isPrinted && digits >= 8 ? AccountNumbers.Found(range: range, kind: nil) : nil
  }

  /// Returns where the two letters of the country begin that stand before the check digits.
  private static func start(_ text: Span<UInt8>, _ digit: Int, _ floor: Int) -> Int? {
    var end = digit
    if TextCharacter.before(text, end, floor) == UInt8(ascii: " ") { end -= 1 }
    let start = end - 2
    guard start >= floor, TextCharacter.isLetter(text[start]), TextCharacter.isLetter(text[start + 1]) else {
      return nil
    }
    let word = AccountNumbers.letters(text, before: start, floor)
    if word.isEmpty { return TextCharacter.isDigit(TextCharacter.before(text, start, floor)) ? nil : start }
    return AccountNumbers.isCue(text, word) ? start : nil
  }

  /// Returns the value that a digit or a letter has in the sum.
  @inline(__always)
  private static func value(_ byte: UInt8) -> Int? {
    if TextCharacter.isDigit(byte) { return Int(byte & 15) }
    return TextCharacter.isLetter(byte) ? Int(byte | 0x20) - 87 : nil
  }

  /// Returns the remainder by 97 of a number with a value behind it, of one digit or two.
  private static func appending(_ value: Int, to remainder: Int) -> Int {
    (remainder * (value > 9 ? 100 : 10) + value) % 97
  }

  /// How many characters an IBAN has, by country (SWIFT, IBAN Registry).
  private static let lengths: [UInt128: Int] = {
    let listed = """
      ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18
      fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20
      lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24
      sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
      """
    return Dictionary(
      listed.split(whereSeparator: \.isWhitespace).map {
        (CueWords.key(String($0.prefix(2))), Int($0.dropFirst(2)) ?? 0)
      },
      uniquingKeysWith: { first, _ in first })
  }()
}
