// What groups of digits are that are no phone number: dates, times, and numbers of books and articles.

extension DigitGroups {
  // MARK: Dates and times

  /// Returns where a date ends that begins with a group, or nil where there is none.
  ///
  /// Three groups with the same mark between them, one of them a year: `2014-12-29`, `29.12.2014`, `12/29/14`.
  func dateEnd(_ index: Int) -> Int? {
    guard index + 2 < count else { return nil }
    let (first, second, third) = (groups[index], groups[index + 1], groups[index + 2])
    guard second.digits <= 2, first.digits <= 4, third.digits <= 4 else { return nil }
    let mark = second.separators
    guard mark == third.separators, mark == .hyphen || mark == .dot || mark == .slash || mark == .space else {
      return nil
    }
    let following = index + 3 < count ? groups[index + 3].separators : tail
    if following == mark, mark != .space { return nil }
    // Behind a year two pairs are a date, though no calendar has it.
    if Self.isYear(first), third.digits <= 2 {
      return areDayAndMonth(second, third) || (second.digits == 2 && third.digits == 2) ? third.end : nil
    }
    guard first.digits <= 2, areDayAndMonth(first, second) else { return nil }
    if Self.isYear(third) { return third.end }
    return third.digits == 2 && mark != .space ? third.end : nil
  }

  /// Whether all groups are dates and times, as somebody says when to call: `2014-12-29 10 30`, `10.30-11.30`, `20141229`.
  var isSchedule: Bool {
    var (index, dates, clocks) = (0, 0, 0)
    var last = -1
    while index < count {
      if let date = dateLength(index) {
        dates += 1
        index += date
      } else if let clock = clock(index) {
        // From a time to a later one.
        if clocks > 0, clock.minutes < last || !groups[index].separators.contains(.hyphen) { return false }
        clocks += 1
        last = clock.minutes
        index += clock.length
      } else {
        return false
      }
    }
    return dates + clocks > 1 || dates == 1
  }

  /// Returns how many groups a date has that begins with one.
  private func dateLength(_ index: Int) -> Int? {
    if dateEnd(index) != nil { return 3 }
    let group = groups[index]
    let (month, day) = (group.value / 100 % 100, group.value % 100)
    let isCompact =
      group.digits == 8 && (1950...2049).contains(group.value / 10000) && (1...12).contains(month)
      && (1...31).contains(day)
    return isCompact ? 1 : nil
  }

  /// Returns the time of a day that begins with a group, in minutes, and how many groups it has: `10.30`, `10 30`, `1030`.
  private func clock(_ index: Int) -> (minutes: Int, length: Int)? {
    let first = groups[index]
    if first.digits == 4, first.value / 100 < 24, first.value % 100 < 60 {
      return (first.value / 100 * 60 + first.value % 100, 1)
    }
    guard first.digits <= 2, first.value < 24, index + 1 < count else { return nil }
    let second = groups[index + 1]
    guard second.digits == 2, second.value < 60, second.separators == .dot || second.separators == .space
    else {
      return nil
    }
    return (first.value * 60 + second.value, 2)
  }

  private func areDayAndMonth(_ one: Group, _ other: Group) -> Bool {
    (1...31).contains(one.value) && (1...31).contains(other.value) && min(one.value, other.value) <= 12
  }

  static func isYear(_ group: Group) -> Bool { group.digits == 4 && (1900...2100).contains(group.value) }

  /// Whether the groups are a postal code of the United States, of Brazil or of Portugal: `02139-4307`, `01310-100`, `1000-205`.
  var isPostalCode: Bool {
    guard count == 2, tail.isEmpty, !hasDigitsBefore, groups[1].separators == .hyphen else { return false }
    let sizes = (groups[0].digits, groups[1].digits)
    return sizes == (5, 4) || sizes == (5, 3) || sizes == (4, 3)
  }

  // MARK: Books and articles

  /// Returns where the number of a book or an article ends that begins with the first group, or nil where there is none.
  ///
  /// ISBN with marks, of ten digits or thirteen, or thirteen without; EAN and UPC in the groups that are printed under the
  /// bars. The check digit must be right.
  func articleEnd(_ text: Span<UInt8>, _ limit: Int) -> Int? {
    guard digits >= 9 else { return nil }
    let mark = count > 1 ? groups[1].separators : .hyphen
    guard mark == .hyphen || mark == .space else { return nil }
    if count == 3 || (count > 3 && groups[3].separators != mark), size(3) == 9 {
      let end = groups[2].end
      let isX =
        end + 1 < limit && text[end] == (mark == .hyphen ? UInt8(ascii: "-") : UInt8(ascii: " "))
        && text[end + 1] | 0x20 == UInt8(ascii: "x") && !TextCharacter.isWord(text[end + 2])
      return isX && bookSum(text, 3) % 11 == 1 ? end + 2 : nil
    }
    switch (count, groups[0].digits) {
    case (1, 13): return isBook(13) && articleSum(text, 1) % 10 == 0 ? groups[0].end : nil
    case (3..., 1) where groups[1].digits == 6 && groups[2].digits == 6:
      return articleSum(text, 3) % 10 == 0 ? groups[2].end : nil
    case (4..., 1) where groups[1].digits == 5 && groups[2].digits == 5 && groups[3].digits == 1:
      return articleSum(text, 4) % 10 == 0 ? groups[3].end : nil
    case (4..., 1...5) where groups[3].digits == 1 && size(4) == 10:
      return bookSum(text, 4) % 11 == 0 ? groups[3].end : nil
    case (5..., 3) where groups[4].digits == 1 && size(5) == 13 && isBook(3):
      return articleSum(text, 5) % 10 == 0 ? groups[4].end : nil
    default: return nil
    }
  }

  /// Returns the number of digits of the first groups.
  private func size(_ count: Int) -> Int {
    var sum = 0
    for index in 0..<count { sum += groups[index].digits }
    return sum
  }

  /// Whether the groups are the number of an article that a phone number may be too: eight digits in two groups, or twelve without.
  func isArticle(_ text: Span<UInt8>) -> Bool {
    guard count <= 2, digits == (count == 1 ? 12 : 8) else { return false }
    return (count == 1 || groups[0].digits == 4) && articleSum(text, count) % 10 == 0
  }

  /// Whether the number begins as those of books do: 978 or 979.
  private func isBook(_ size: Int) -> Bool {
    head.0 == 9 && head.1 == 7 && head.2 >= 8 && groups[0].digits == size
  }

  /// Returns the sum of the digits, the first times 10, the second times 9 and so on (ISO 2108, for ten digits).
  private func bookSum(_ text: Span<UInt8>, _ count: Int) -> Int {
    var sum = 0
    var weight = 10
    for index in 0..<count {
      for position in groups[index].start..<groups[index].end {
        sum += weight * Int(text[position] & 15)
        weight -= 1
      }
    }
    return sum
  }

  /// Returns the sum of the digits, the last once, the one before it three times and so on (GS1 General Specifications, 7.9).
  private func articleSum(_ text: Span<UInt8>, _ count: Int) -> Int {
    var sum = 0
    var weight = 1
    for index in (0..<count).reversed() {
      for position in (groups[index].start..<groups[index].end).reversed() {
        sum += weight * Int(text[position] & 15)
        weight = 4 - weight
      }
    }
    return sum
  }
}
