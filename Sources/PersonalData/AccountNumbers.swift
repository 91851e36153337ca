internal import JSONText

/// Numbers of payment cards and of bank accounts (IBAN), by their check digits: found as a whole or not at all.
enum AccountNumbers {
  /// The fewest digits that are looked at: an IBAN may have fewer, and hardly one has.
  static let fewest = DigitGroups.fewest

  struct Found {
    let range: Range<Int>

    /// What it is; nil for what is written like one and has wrong check digits. No part of that is a phone number.
    let kind: FreeText.Kind?
  }

  /// Returns those of a stretch, in order.
  static func all(_ text: Span<UInt8>, _ bounds: Range<Int>) -> [Found] {
    var found: [Found] = []
    var floor = bounds.lowerBound
    var position = floor
    while position < bounds.upperBound {
      let digits = text.digitMarks(position)
      position += digits.trailingZeroBitCount  // 32 where there is none
      if digits == 0 || position >= bounds.upperBound { continue }
      let rest = floor..<bounds.upperBound
      if let one = BankAccounts.find(text, digit: position, rest)
        ?? PaymentCards.find(text, digit: position, rest)
      {
        found.append(one)
        floor = one.range.upperBound
        position = floor
      } else {
        while position < bounds.upperBound, TextCharacter.isDigit(text[position]) { position += 1 }
      }
    }
    return found
  }

  /// Whether letters that touch a number say what it is: `card4111…`, `IBANDE89…`.
  ///
  /// - Parameter word: the letters; they may be part of a longer word.
  static func isCue(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    word.count <= 16 && cues.contains(CueWords.lowered(text, word))
  }

  /// Whether one of the last four words before a number says that it is a card or an account.
  static func isAnnounced(_ text: Span<UInt8>, _ start: Int, _ floor: Int) -> Bool {
    var walk = WordsBefore(start, floor)
    for _ in 0..<4 {
      guard let word = walk.next(text) else { return false }
      if isCue(text, word) { return true }
    }
    return false
  }

  /// Returns the letters that end at an offset.
  static func letters(_ text: Span<UInt8>, before end: Int, _ floor: Int) -> Range<Int> {
    var start = end
    while start > floor, end - start < 17, TextCharacter.isLetter(text[start - 1]) { start -= 1 }
    return start..<end
  }

  private static let cues = Set(
    [
      "card", "cards", "cc", "ccn", "ccnr", "ccno", "cardno", "cardnr", "cardnumber", "pan", "visa",
      "mastercard",
      "mc", "amex", "diners", "discover", "jcb", "maestro", "unionpay", "karte", "kartennummer",
      "kreditkarte", "carte",
      "cb", "tarjeta", "carta", "cartao", "kaart", "karta", "iban", "ibannr", "ibanno", "konto", "account",
      "acct",
      "compte", "cuenta", "conto", "rekening",
    ].map(CueWords.key))
}
