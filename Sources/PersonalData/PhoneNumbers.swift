/// Phone numbers: groups of digits that look like one, or that words announce.
///
/// What counts as one, in this order: a plus or `00` and a number for any country; a number that begins with the trunk
/// prefix 0; an area code in brackets; groups of digits as numbers have them; and any digits behind a word like `phone`.
enum PhoneNumbers {
  /// Looks at the digits that start at an offset, for an IP address too.
  static func find(_ text: Span<UInt8>, digit start: Int, within bounds: Range<Int>) -> FreeText.Finding {
    guard let first = TextCharacter.digit(text, start) else { return .nothing(next: start + 1) }
    var end = start + first.length
    if first.length == 1 {
      while end < bounds.upperBound, TextCharacter.isDigit(text[end]) { end += 1 }
      if text[end] == UInt8(ascii: "."), let end = NetworkAddresses.version4(text, start, within: bounds) {
        return .match(start..<end, .address)
      }
      // Most numbers of a text are short and alone.
      let next = text[end]
      let behind = text[end + 1]
      let isAlone =
        next < 0x80
        && (next > UInt8(ascii: "/") || (next == UInt8(ascii: " ") && TextCharacter.isLetter(behind)))
      if isAlone, end - start < DigitGroups.fewest { return .nothing(next: end) }
    } else {
      while end < bounds.upperBound, let digit = TextCharacter.digit(text, end) { end += digit.length }
    }
    let lead = NumberLead(text, start, bounds.lowerBound)
    if lead.isBarred {
      return lead.hasEscapedSpace
        ? FreeText.Finding(what: .escapedSpace, next: end) : .nothing(next: end)
    }
    let groups = DigitGroups(
      text, start, bounds.upperBound, hasDigitsBefore: lead.digitsBefore > 0)
    if let date = groups.dateEnd(0) { return .nothing(next: date) }
    guard groups.digits >= DigitGroups.fewest else { return .nothing(next: end) }
    guard let count = number(text, groups, lead, bounds) else { return .nothing(next: end) }
    let isInner = lead.isOpen && !lead.hasPlus && !closes(groups, count)
    let begin = isInner ? start : lead.start
    let behind = PhoneExtension.end(text, groups[count - 1].end, bounds.upperBound)
    return .match(begin..<behind, .phone)
  }

  /// Whether the bracket that the number begins with ends among its first groups.
  private static func closes(_ groups: DigitGroups, _ count: Int) -> Bool {
    (1..<max(1, count)).contains { groups[$0].separators.contains(.close) }
  }

  /// Returns how many groups the number takes up; nil where there is none.
  private static func number(
    _ text: Span<UInt8>, _ groups: DigitGroups, _ lead: NumberLead, _ bounds: Range<Int>
  ) -> Int? {
    let ends = NumberEnds(text, groups, bounds.upperBound)
    if groups.count == 1, !lead.hasPlus, groups.head.0 != 0 { return bare(text, groups, lead, ends, bounds) }
    if lead.hasPlus { return groups.international(skipping: 0, ends) }
    if groups.head.0 == 0, groups.head.1 == 0, groups.head.2 != 0, !lead.followsGroupOfFour(groups),
      let count = groups.international(skipping: 2, ends)
    {
      return count
    }
    if lead.isOpen, groups.count > 1, groups[1].separators.contains(.close), let count = groups.area(ends) {
      return count
    }
    let shape = groups.shaped(ends)
    if let shape, shape > 2, !ends.isMoney(shape) { return shape }
    let cue = lead.isPhoneLink ? .phone : CueWords.announced(text, before: lead.start, bounds.lowerBound)
    if let shape, cue != .other, !ends.isMoney(shape) { return shape }
    if cue != .other, groups.head.0 == 0, groups.head.1 != 0, !lead.followsGroupOfFour(groups),
      let count = groups.trunk(ends)
    {
      return count
    }
    if cue != .other, let count = groups.grouped(ends), !ends.isMoney(count) { return count }
    return bare(text, groups, lead, ends, bounds)
  }

  /// Returns digits that nothing but a word, or the lack of any, shows to be a number.
  private static func bare(
    _ text: Span<UInt8>, _ groups: DigitGroups, _ lead: NumberLead, _ ends: NumberEnds, _ bounds: Range<Int>
  ) -> Int? {
    switch lead.isPhoneLink ? .phone : CueWords.announced(text, before: lead.start, bounds.lowerBound) {
    case .phone: return groups.announced(ends, fewest: 6)
    case .call: return groups.announced(ends, fewest: 7)
    case nil where lead.start == 0 && ends.isWholeText(text, groups):
      return groups.alone(ends)
    default: return nil
    }
  }
}
