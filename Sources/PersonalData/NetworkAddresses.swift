/// IP addresses, of both versions. A port, the length of a prefix and brackets are no part of one; a zone is.
enum NetworkAddresses {
  // MARK: Version 4

  /// Returns where the address of version 4 ends that begins at an offset, or nil where there is none.
  ///
  /// Four numbers to 255, without leading zeros, or each with three digits. Numbers with five parts, and what is told
  /// to be a version or the number of a section, are none.
  static func version4(_ text: Span<UInt8>, _ start: Int, within bounds: Range<Int>) -> Int? {
    guard let end = parsedVersion4(text, start, bounds.upperBound) else { return nil }
    let next = end < bounds.upperBound ? text[end] : 0
    let behind = next == UInt8(ascii: ".") ? text[end + 1] : 0
    if TextCharacter.isLetter(next) || TextCharacter.isDigit(next) || TextCharacter.isDigit(behind) {
      return nil
    }
    let isVersionLike = isVersionLike(text, start..<end)
    if TextCharacter.isLetter(behind), isVersionLike { return nil }
    let previous = TextCharacter.before(text, start, bounds.lowerBound)
    switch previous {
    case UInt8(ascii: "."), UInt8(ascii: "%"): return nil
    case UInt8(ascii: "-"):
      let earlier = TextCharacter.before(text, start - 1, bounds.lowerBound)
      if TextCharacter.isLetter(earlier), isVersionLike { return nil }
    default:
      if TextCharacter.isDigit(previous) { return nil }
      if TextCharacter.isLetter(previous) {
        let word = AccountNumbers.letters(text, before: start, bounds.lowerBound)
        guard CueWords.quad(text, before: start, bounds.lowerBound) == .address,
          isWhole(text, word, bounds.lowerBound)
        else { return nil }
      }
    }
    switch CueWords.quad(text, before: start, bounds.lowerBound) {
    case .version: return isVersionLike || firstPart(text, start) <= 20 ? nil : end
    case .program: return isVersionLike ? nil : end
    case .address, .filler, nil: return end
    }
  }

  /// Whether letters that touch an address are a word of their own.
  private static func isWhole(_ text: Span<UInt8>, _ word: Range<Int>, _ floor: Int) -> Bool {
    !TextCharacter.isDigit(TextCharacter.before(text, word.lowerBound, floor))
  }

  private static func firstPart(_ text: Span<UInt8>, _ start: Int) -> Int {
    var value = 0
    var position = start
    while TextCharacter.isDigit(text[position]) {
      value = value * 10 + Int(text[position] & 15)
      position += 1
    }
    return value
  }

  /// Whether four numbers look like a version: all of them are small, or the second and the third are 0.
  private static func isVersionLike(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var largest = 0
    var middle = 0
    var value = 0
    var part = 0
    for position in range {
      if text[position] == UInt8(ascii: ".") {
        part += 1
        value = 0
      } else {
        value = value * 10 + Int(text[position] & 15)
        largest = max(largest, value)
        if part == 1 || part == 2 { middle = max(middle, value) }
      }
    }
    return largest < 64 || middle == 0
  }

  /// Returns where four numbers to 255 with dots between them end, or nil where they are none.
  static func parsedVersion4(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var position = start
    var isPadded = true
    var hasZero = false
    for part in 0..<4 {
      if part > 0 {
        guard position < count, text[position] == UInt8(ascii: ".") else { return nil }
        position += 1
      }
      let first = position
      var value = 0
      while position < count, position - first < 4, TextCharacter.isDigit(text[position]) {
        value = value * 10 + Int(text[position] & 15)
        position += 1
      }
      guard position > first, position - first < 4, value <= 255 else { return nil }
      if position - first < 3 { isPadded = false }
      if position - first > 1, text[first] == UInt8(ascii: "0") { hasZero = true }
    }
    return hasZero && !isPadded ? nil : position
  }

  // MARK: Version 6

  /// Returns the address of version 6 that a colon belongs to.
  ///
  /// What has the form and is none: times and hardware addresses have no two colons in a row and not eight parts, or
  /// eight of two digits; names of code (`a::b`) have no digit.
  static func version6(
    _ text: Span<UInt8>, colon: Int, within bounds: Range<Int>
  ) -> Forms.Finding {
    let none = Forms.Finding.nothing(next: colon + 1)
    var start = colon
    while start > bounds.lowerBound, colon - start < 5, TextCharacter.isHex(text[start - 1]) { start -= 1 }
    let previous = TextCharacter.before(text, start, bounds.lowerBound)
    if colon - start > 4 || previous == UInt8(ascii: ":") || touchesWord(text, start, bounds.lowerBound) {
      // What stands before a single colon may be a word: `IPv6:2001:db8::1`.
      guard text[colon + 1] != UInt8(ascii: ":"), previous != UInt8(ascii: ":") else { return none }
      start = colon + 1
    } else if start == colon, text[colon + 1] != UInt8(ascii: ":") {
      start = colon + 1
    }
    guard let end = parsedVersion6(text, start, bounds.upperBound), end > colon + 1 else { return none }
    let next = end < bounds.upperBound ? text[end] : 0
    if TextCharacter.isLetter(next) || TextCharacter.isDigit(next)
      || next >= 0x80 && !TextCharacter.isOtherSeparator(text, end) && start == colon
    {
      return none
    }
    guard isPlausible(text, start..<end) else { return none }
    return .match(start..<zoneEnd(text, end, bounds.upperBound), .address)
  }

  /// Whether letters or digits touch an address that begins at an offset, other than a word like `IP`.
  private static func touchesWord(_ text: Span<UInt8>, _ start: Int, _ floor: Int) -> Bool {
    let previous = TextCharacter.before(text, start, floor)
    if TextCharacter.isDigit(previous) { return true }
    guard TextCharacter.isLetter(previous) else { return false }
    return CueWords.quad(text, before: start, floor) != .address
  }

  /// Returns where the longest address ends that begins at an offset (RFC 4291, 2.2), or nil where there is none.
  static func parsedVersion6(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var parts = 0
    var gap = false
    var position = start
    if text[position] == UInt8(ascii: ":") {
      guard text[position + 1] == UInt8(ascii: ":") else { return nil }
      gap = true
      position += 2
    }
    while parts < 8, position < count {
      let first = position
      while position < count, position - first < 5, TextCharacter.isHex(text[position]) { position += 1 }
      if position == first { break }
      if text[position] == UInt8(ascii: "."), let end = parsedVersion4(text, first, count) {
        return (gap ? parts <= 5 : parts == 6) && !continues(text, end, count) ? end : nil
      }
      if position - first > 4 { return nil }
      parts += 1
      guard position < count, text[position] == UInt8(ascii: ":") else { break }
      if text[position + 1] == UInt8(ascii: ":") {
        if gap { return nil }
        gap = true
        position += 2
      } else if position + 1 < count, TextCharacter.isHex(text[position + 1]) {
        if parts == 8 { return nil }
        position += 1
      } else {
        break
      }
    }
    guard position <= count, gap ? parts <= 7 : parts == 8, !continues(text, position, count) else {
      return nil
    }
    return position
  }

  /// Whether something goes on that makes an address none: another colon with more behind it, or another part.
  private static func continues(_ text: Span<UInt8>, _ end: Int, _ count: Int) -> Bool {
    guard end < count else { return false }
    if text[end] == UInt8(ascii: ":") {
      return TextCharacter.isHex(text[end + 1]) || text[end + 1] == UInt8(ascii: ":")
    }
    return text[end] == UInt8(ascii: ".") && TextCharacter.isDigit(text[end + 1])
  }

  private static func isPlausible(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var colons = 0
    for position in range {
      if TextCharacter.isDigit(text[position]) { digits += 1 }
      if text[position] == UInt8(ascii: ":") { colons += 1 }
    }
    if digits == 0 { return colons >= 3 && range.count >= 9 }
    // Eight pairs are the address of a device.
    return colons != 7 || range.count != 23
      || !(0..<8).allSatisfy { TextCharacter.isHex(text[range.lowerBound + $0 * 3 + 1]) }
  }

  /// Returns where the zone ends that an address names behind a per cent sign (RFC 4007), or where the address ends.
  private static func zoneEnd(_ text: Span<UInt8>, _ end: Int, _ count: Int) -> Int {
    guard end < count, text[end] == UInt8(ascii: "%"), TextCharacter.isWord(text[end + 1]) else { return end }
    var position = end + 1
    while position < count, TextCharacter.isWord(text[position]) { position += 1 }
    return position
  }
}
