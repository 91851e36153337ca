// The forms that phone numbers have. Each returns how many groups the number takes up, or nil where there is none.

extension DigitGroups {
  /// A number for any country (E.164): seven to fifteen digits, the first of which is no 0.
  ///
  /// - Parameter prefix: how many digits of the first group are no part of it: 2 for `00`.
  func international(skipping prefix: Int, _ ends: NumberEnds) -> Int? {
    let first = prefix == 0 ? head.0 : head.2
    guard (1...9).contains(first) else { return nil }
    var total = -prefix
    var best: Int?
    for index in 0..<count {
      let group = groups[index]
      if index > 0 {
        if total >= 7, startsOther(index) || group.separators.contains(.open) { break }
        if group.digits == 1, group.separators == .space, total >= 8, index == count - 1 { break }
      }
      let isTrunk = group.digits == 1 && group.value == 0 && group.separators.contains(.open)
      if !isTrunk { total += group.digits }
      if total > 15 { break }
      if total >= 7, ends.contains(index), total >= 10 || !isAmount(index, ends) { best = index + 1 }
      // North America and Russia have fixed lengths.
      if total >= 11, prefix == 0, first == 1 || first == 7 { break }
    }
    // An id may begin with two zeros.
    if prefix > 0, best == 1, !(9...15).contains(groups[0].digits) { return nil }
    return best
  }

  /// Whether a date begins with a group, and no mark joins it to what stands before.
  private func startsOther(_ index: Int) -> Bool {
    groups[index].separators.contains(.space) && dateEnd(index) != nil
  }

  private func isAmount(_ index: Int, _ ends: NumberEnds) -> Bool {
    ends.isMoney(index + 1) || (index == 0 && groups[0].value % 1000 == 0)
  }

  /// A number with the trunk prefix 0: eight to thirteen digits in groups, or nine to twelve without.
  func trunk(_ ends: NumberEnds) -> Int? {
    if groups[0].digits >= 9, groups[0].digits <= 12, ends.contains(0) { return 1 }
    let isAlone = groups[0].digits == 1 && count > 2 && groups[1].digits >= 3 && !hasDigitsBefore
    guard isAlone || (2...7).contains(groups[0].digits) else { return nil }
    var best: Int?
    var total = groups[0].digits
    var marks: Separators = []
    for index in 1..<max(1, count) {
      let group = groups[index]
      if isAlone, group.separators.contains(.dot) { return nil }  // a fraction
      if dateEnd(index) != nil || (group.separators.contains(.open) && index > 1) { break }
      if group.digits == 1, !group.separators.contains(.hyphen), index == count - 1 { break }
      if group.separators.contains(.slash), index > 1 { break }
      marks.formUnion(group.separators)
      total += group.digits
      if total > 13 { break }
      if total >= 8 || (total >= 7 && groups[1].digits >= 4), ends.contains(index) { best = index + 1 }
    }
    guard let best else { return nil }
    if marks.contains(.dot), !marks.isDisjoint(with: [.hyphen, .slash]) { return nil }
    // Five pairs are France's numbers; other pairs are lists, times or dates.
    if all(0..<best, { $0.digits == 2 }) { return best == 5 && head.1 != 0 ? 5 : nil }
    return best
  }

  /// A number whose area code stands in brackets: seven to thirteen digits.
  func area(_ ends: NumberEnds) -> Int? {
    guard (1...6).contains(groups[0].digits) else { return nil }
    var total = groups[0].digits
    var best: Int?
    for index in 1..<count {
      let group = groups[index]
      if dateEnd(index) != nil || (index > 1 && group.separators.contains(.open)) { break }
      if group.digits == 1, group.separators == .space { break }
      total += group.digits
      if total > 13 { break }
      if total >= 7, ends.contains(index) { best = index + 1 }
      if total >= 10, groups[0].digits == 3, head.0 != 0 { break }
    }
    if best == 2, Self.isYear(groups[0]), Self.isYear(groups[1]) { return nil }
    if groups[0].digits == 1, head.0 != 0 { return nil }  // an entry of a list
    return best
  }

  /// A number in groups that hardly anything else has: `555-123-4567`, `1 800 555 1234`, `8 (912) 345-67-89`.
  func shaped(_ ends: NumberEnds) -> Int? {
    if isLocal || isPair, ends.contains(1) { return 2 }
    for shape in Self.shapes where shape.count <= count && ends.contains(shape.count - 1) {
      guard hasSizes(shape) else { continue }
      if shape[0] == 1, ![1, 7, 8].contains(groups[0].value) { continue }
      var marks: Separators = []
      for index in 1..<shape.count { marks.formUnion(groups[index].separators) }
      if marks.contains(.slash) || (marks.contains(.dot) && marks != .dot) { continue }
      if head.0 == 0 || (marks == .space && isListed(shape.count)) { continue }
      return shape.count
    }
    return nil
  }

  /// Whether the groups are a number within a town of North America: `555-0123`, and no range of round numbers.
  private var isLocal: Bool {
    count == 2 && tail.isEmpty && groups[0].digits == 3 && groups[1].digits == 4 && head.0 > 1
      && !hasDigitsBefore
      && groups[1].separators == .hyphen && (groups[0].value % 10 != 0 || groups[1].value % 10 != 0)
  }

  /// Whether the groups are a number of seven or eight digits with a space in it: `410 3639`, `6123 4567`.
  private var isPair: Bool {
    count == 2 && tail.isEmpty && (3...4).contains(groups[0].digits) && groups[1].digits == 4 && head.0 > 1
      && !hasDigitsBefore && groups[1].separators == .space && !Self.isYear(groups[0])
      && !Self.isYear(groups[1])
      && all(0..<2) { $0.value % 100 != 0 }
      && (groups[0].value % 10 != 0 || groups[1].value % 10 != 0)
  }

  private func hasSizes(_ shape: [Int]) -> Bool {
    for index in 0..<shape.count where groups[index].digits != shape[index] { return false }
    return true
  }

  private static let shapes: [[Int]] = [
    [1, 3, 3, 2, 2], [1, 3, 3, 4], [3, 3, 2, 2], [3, 3, 4], [3, 4, 4], [3, 2, 2, 2],
  ]

  /// Three to five groups of two to four digits, eight to eleven in all, with spaces between them, or spaces and hyphens.
  func grouped(_ ends: NumberEnds) -> Int? {
    guard count >= 3, (1...4).contains(groups[0].digits), head.0 != 0, !hasDigitsBefore else { return nil }
    for length in stride(from: min(count, 5), through: 3, by: -1) where ends.contains(length - 1) {
      // With hyphens alone it may as well be the number of an article.
      guard !all(1..<length, { !$0.separators.contains(.space) }) else { continue }
      if isGrouped(length), !isListed(length) { return length }
    }
    return nil
  }

  /// Whether more numbers stand before or behind, as in a list.
  private func isListed(_ length: Int) -> Bool {
    if hasDigitsBefore { return true }
    return length < count ? dateEnd(length) == nil : !tail.isEmpty
  }

  private func isGrouped(_ length: Int) -> Bool {
    var total = groups[0].digits
    for index in 1..<length {
      let group = groups[index]
      guard (2...5).contains(group.digits), dateEnd(index) == nil else { return false }
      guard group.separators.isDisjoint(with: [.slash, .dot]) else { return false }
      guard group.digits < 5 || (length == 3 && index == 1) else { return false }
      total += group.digits
    }
    guard (8...11).contains(total), groups[0].digits > 1 || total == 9 || total == 11 else { return false }
    if all(0..<length, { $0.digits == 2 }) || all(0..<length, { $0.digits == 4 }) { return false }
    return !isAmount(length)
  }

  /// Whether the first groups are a list of round numbers, or one to three digits with thousands behind them.
  private func isAmount(_ length: Int) -> Bool {
    if all(0..<length, { $0.value % 10 == 0 }) { return true }
    let isThousands = all(1..<length) { $0.digits == 3 } && groups[0].digits <= 3
    return isThousands && (length != 3 || groups[0].digits != 3)
  }

  /// Any digits behind a word that announces a phone number.
  ///
  /// - Parameter fewest: the fewest digits that count.
  func announced(_ ends: NumberEnds, fewest: Int) -> Int? {
    var total = 0
    var best: Int?
    for index in 0..<count {
      let group = groups[index]
      if dateEnd(index) != nil || (group.digits == 1 && group.separators == .space && total >= 7) { break }
      if index > 0, group.separators == .dot, count == 2 { return nil }  // a fraction
      total += group.digits
      if total > 15 { break }
      if total >= fewest, ends.contains(index), !ends.isMoney(index + 1) { best = index + 1 }
    }
    return best
  }

  /// Digits that are a text of their own, as somebody answers who was asked for a number.
  func alone(_ ends: NumberEnds) -> Int? {
    guard ends.contains(count - 1), (7...12).contains(digits), dateEnd(0) == nil else { return nil }
    if count == 1 {
      // Ten digits as North America has them; a time in seconds begins with a 1.
      return digits == 10 && head.0 > 1 ? 1 : nil
    }
    if isAmount(count) || all(0..<count, Self.isYear) { return nil }
    if count == 2, groups[0].digits == 4, Self.isYear(groups[0]) || groups[1].digits == 3 { return nil }
    if isPostalCode || (count == 2 && groups[0].digits == 5 && groups[1].digits == 4) { return nil }
    let isPlain =
      all(1..<count) { $0.separators.isDisjoint(with: [.dot, .slash]) }
      && (count == 2 || !all(1..<count) { !$0.separators.contains(.space) })
    return isPlain && all(1..<count) { $0.digits > 1 } ? count : nil
  }
}
