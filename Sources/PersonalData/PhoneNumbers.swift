/// Phone numbers: groups of digits that look like one, or that words announce.
///
/// What counts as one, in this order: a plus or `00` and a number for any country; an area code in brackets; groups of digits as
/// numbers have them; a number that begins with the trunk prefix 0; and any digits behind a word like `phone`.
enum PhoneNumbers {
  /// Looks at the digits that start at an offset, for an IP address too.
  static func find(_ text: Span<UInt8>, digit start: Int, within bounds: Range<Int>) -> Forms.Finding {
    var end = start + 1
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
    let lead = NumberLead(text, start, bounds.lowerBound)
    if lead.joint == .tight {
      return lead.hasEscapedSpace
        ? Forms.Finding(what: .escapedSpace, next: end) : .nothing(next: end)
    }
    let groups = DigitGroups(text, start, bounds.upperBound, hasDigitsBefore: lead.digitsBefore > 0)
    if let date = groups.dateEnd(0) { return .nothing(next: date) }
    guard groups.digits >= DigitGroups.fewest else { return .nothing(next: end) }
    if !lead.hasPlus, let article = groups.articleEnd(text, bounds.upperBound) {
      return .nothing(next: article)
    }
    if !lead.hasPlus, groups.isSchedule { return .nothing(next: groups[groups.count - 1].end) }
    guard let count = number(text, groups, lead, bounds) else {
      return lead.hasEscapedSpace
        ? Forms.Finding(what: .escapedSpace, next: end) : .nothing(next: end)
    }
    let isInner = lead.isOpen && !lead.hasPlus && !closes(groups, count)
    let begin = isInner ? start : lead.start
    let behindNumber = PhoneExtension.end(text, groups[count - 1].end, bounds.upperBound)
    if lead.needsHash, !lead.isOpen, !isAnnounced(text, lead, bounds),
      text[behindNumber] != UInt8(ascii: "#"),
      text[behindNumber] != UInt8(ascii: " ") || text[behindNumber + 1] != UInt8(ascii: "#")
    {
      return .nothing(next: end)
    }
    return .match(begin..<behindNumber, .phone)
  }

  /// Whether words announce a number behind a hash: `my cell # 555-0123`.
  private static func isAnnounced(_ text: Span<UInt8>, _ lead: NumberLead, _ bounds: Range<Int>) -> Bool {
    switch CueWords.announcement(text, before: lead.start, bounds.lowerBound)?.cue {
    case .phone, .call: true
    default: false
    }
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
    if lead.hasPlus { return groups.international(skipping: 0, ends) }
    let isAlone = groups.count == 1 && groups.head.0 != 0
    let isJoined = lead.joint == .close || (isAlone && lead.joint == .loose)
    let hasPrefix = groups.head.0 == 0 && groups.head.1 == 0 && groups.head.2 != 0 && groups[0].digits > 1
    if isJoined, !hasPrefix { return nil }
    let announced =
      lead.isPhoneLink
      ? (cue: CueWords.Cue.phone, isNext: true)
      : CueWords.announcement(text, before: lead.start, bounds.lowerBound)
    let last = groups[groups.count - 1].end
    let cue = announced?.cue ?? (CueWords.isAnnounced(text, behind: last, bounds.upperBound) ? .phone : nil)
    let isNextOther = cue == .other && announced?.isNext == true
    if hasPrefix, !lead.followsGroupOfFour(groups),
      !isNextOther || CueWords.quad(text, before: lead.start, bounds.lowerBound) == .version,
      let count = groups.international(skipping: 2, ends)
    {
      return count
    }
    if isJoined { return nil }
    if lead.isOpen, groups.count > 1, groups[1].separators.contains(.close), let count = groups.area(ends) {
      return count
    }
    let shape = isAlone ? nil : groups.shaped(ends)
    if let shape, !ends.isMoney(shape), cue != .other || (shape > 2 && !isNextOther),
      cue != nil || !groups.isArticle(text)
    {
      return shape
    }
    if cue != .other, !isAlone {
      if groups.head.0 == 0, groups.head.1 != 0, lead.joint == .none || groups.count > 1,
        !lead.followsGroupOfFour(groups),
        lead.digitsBefore != 2 || groups[0].digits != 2,  // a list of pairs
        cue != nil || !groups.isPostalCode && !groups.isArticle(text), let count = groups.trunk(ends)
      {
        return count
      }
      if let count = groups.grouped(ends), !ends.isMoney(count) { return count }
    }
    // Digits that nothing but a word, or the lack of any, shows to be a number.
    switch cue {
    case .phone where lead.joint == .none: return groups.announced(ends, fewest: 6)
    case .call where lead.joint == .none: return groups.announced(ends, fewest: 7)
    case nil where lead.start == 0 && ends.isWholeText(text, groups):
      return groups.isArticle(text) ? nil : groups.alone(ends)
    default: return nil
    }
  }
}
