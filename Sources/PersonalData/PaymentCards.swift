internal import JSONText

/// Numbers of payment cards: 12 to 19 digits of a known issuer, whose last is the check digit (ISO/IEC 7812-1).
enum PaymentCards {
  /// The digits from an offset on, as far as they may be one card: at most nineteen, in groups with a space or a mark between.
  private struct Digits {
    var digits = [19 of UInt8](repeating: 0)

    /// The length of each group, and where it ends.
    var groups = [10 of (size: Int, end: Int)](repeating: (0, 0))
    var count = 0

    init(_ text: Span<UInt8>, _ start: Int, _ limit: Int) {
      var position = start
      var total = 0
      while count < 10 {
        let first = position
        while position < limit, TextCharacter.isDigit(text[position]) {
          if total == 19 { return }
          digits[total] = text[position] & 15
          total += 1
          position += 1
        }
        groups[count] = (position - first, position)
        count += 1
        let mark = text[position]
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."),
          position + 1 < limit, TextCharacter.isDigit(text[position + 1])
        else { return }
        position += 1
      }
    }
  }

  /// Returns the card that begins with the digit at an offset.
  static func find(_ text: Span<UInt8>, digit start: Int, _ bounds: Range<Int>) -> AccountNumbers.Found? {
    // The twelve digits of the shortest card are in four groups at most, with a mark between two of them.
    guard text.digitMarks(start).nonzeroBitCount >= 12 else { return nil }
    let number = Digits(text, start, bounds.upperBound)
    guard number.groups[0].size >= 3, canBegin(text, start, bounds.lowerBound) else { return nil }
    var total = 0
    var best: (end: Int, digits: Int)?
    var like: Int?
    for index in 0..<number.count {
      let (size, end) = number.groups[index]
      total += size
      if total >= 12, canEnd(text, end, bounds.upperBound) {
        if isCard(number.digits, total) { best = (end, total) }
        if isPrinted(number.groups, index + 1, isIssued(number.digits, total)) { like = end }
      }
      // Groups of one or two digits are a list, or the last.
      if size < 3 { break }
    }
    // The beginning of what is printed like a longer card is none.
    if let best, best.digits >= 16 || best.end >= like ?? 0 {
      return isOther(text, start, best, bounds.lowerBound)
        ? nil : AccountNumbers.Found(range: start..<best.end, kind: .card)
    }
    return like.map { AccountNumbers.Found(range: start..<$0, kind: nil) }
  }

  /// Whether digits without marks are an order's or an article's, as the words before say: of few digits one in ten has the check
  /// digit by chance.
  private static func isOther(
    _ text: Span<UInt8>, _ start: Int, _ card: (end: Int, digits: Int), _ floor: Int
  ) -> Bool {
    guard card.digits < 14, card.end - start == card.digits else { return false }
    let announced = CueWords.announcement(text, before: start, floor)
    return announced?.cue == .other && announced?.isNext == true
      && !AccountNumbers.isAnnounced(text, start, floor)
  }

  private static func canBegin(_ text: Span<UInt8>, _ start: Int, _ floor: Int) -> Bool {
    let previous = TextCharacter.before(text, start, floor)
    if TextCharacter.isLetter(previous) {
      let word = AccountNumbers.letters(text, before: start, floor)
      return !TextCharacter.isWord(TextCharacter.before(text, word.lowerBound, floor))
        && AccountNumbers.isCue(text, word)
    }
    if previous == UInt8(ascii: "+") { return false }  // a phone number
    guard previous == UInt8(ascii: "-") || previous == UInt8(ascii: ".") else { return true }
    let earlier = TextCharacter.before(text, start - 1, floor)
    if TextCharacter.isDigit(earlier) { return false }
    let word = AccountNumbers.letters(text, before: start - 1, floor)
    // A part of an id is hexadecimal.
    return word.isEmpty || !word.allSatisfy { TextCharacter.isHex(text[$0]) }
      || AccountNumbers.isCue(text, word)
  }

  private static func canEnd(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return true }
    let next = text[end]
    if next == UInt8(ascii: "-") || next == UInt8(ascii: ".") { return !TextCharacter.isDigit(text[end + 1]) }
    return !TextCharacter.isDigit(next) && !TextCharacter.isLetter(next)
  }

  /// Whether the groups are those of a card of that length: four each, and 4-6-5 or 4-6-4.
  private static func isPrinted(_ groups: [10 of (size: Int, end: Int)], _ count: Int, _ isIssued: Bool)
    -> Bool
  {
    switch count {
    case 3:
      groups[0].size == 4
        && (groups[1].size == 6 && (4...5).contains(groups[2].size)
          || isIssued && groups[1].size == 4 && groups[2].size == 4)
    case 4: (0..<4).allSatisfy { groups[$0].size == 4 }
    case 5: (0..<4).allSatisfy { groups[$0].size == 4 } && groups[4].size <= 3
    default: false
    }
  }

  /// Whether an issuer has cards of that length that begin with the digits.
  private static func isIssued(_ digits: [19 of UInt8], _ count: Int) -> Bool {
    var prefix = 0
    for index in 0..<6 { prefix = prefix * 10 + Int(digits[index]) }
    return issuers.contains { $0.prefixes.contains(prefix) && $0.lengths.contains(count) }
  }

  /// Whether digits are the number of a card: the issuer has cards of that length, and the check digit is right.
  private static func isCard(_ digits: [19 of UInt8], _ count: Int) -> Bool {
    guard isIssued(digits, count) else { return false }
    var sum = 0
    for index in 0..<count {
      let value = Int(digits[count - 1 - index]) * (index % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The first six digits that an issuer's cards may have, and how many digits those have.
  private static let issuers: [(prefixes: ClosedRange<Int>, lengths: Set<Int>)] = {
    let (any, long): (Set<Int>, Set<Int>) = ([12, 13, 14, 15, 16, 17, 18, 19], [16, 17, 18, 19])
    return [
      // Visa, Mastercard, American Express
      (400_000...499_999, [13, 16, 19]), (510_000...559_999, [16]), (222_100...272_099, [16]),
      (340_000...349_999, [15]), (370_000...379_999, [15]),
      // Diners Club
      (300_000...305_999, [14, 16, 19]), (309_500...309_599, [14, 16, 19]),
      (360_000...369_999, [14, 16, 19]),
      (380_000...399_999, [14, 16, 19]),
      // Discover, JCB, UnionPay, InterPayment and others
      (601_100...601_199, long), (644_000...659_999, long), (352_800...358_999, long),
      (620_000...629_999, long),
      (810_000...817_199, long), (636_000...638_999, long),
      // Maestro
      (500_000...509_999, any), (560_000...589_999, any), (630_400...630_499, any), (639_000...639_099, any),
      (670_000...679_999, any),
      // Mir, Troy, RuPay, Hipercard, UATP
      (220_000...220_499, long), (979_200...979_299, [16]), (817_200...829_999, [16]),
      (606_280...606_299, [16]),
      (100_000...199_999, [15]),
    ]
  }()
}
