internal import JSONText

/// Personal data that free text holds, found by its form alone: e-mail addresses, phone numbers and IP addresses.
///
/// `Docs/privacy.md` says what is looked for, what is not, and how well that works.
package enum FreeText {
  package enum Kind: Sendable, Hashable, CaseIterable {
    case email
    case phone

    /// An IP address, of either version.
    case address
  }

  /// One thing that was found.
  package struct Match: Sendable, Hashable {
    /// The offsets of its bytes.
    package var range: Range<Int>
    package var kind: Kind
  }

  /// How many escapes deep an escaped text is read: an address in a link that is part of another link is two deep.
  private static let depth = 3

  /// Returns what a text holds, in order; no two of them overlap.
  ///
  /// What is left when the matches are replaced, by `<redacted>` or by tokens of at least 32 hexadecimal digits, alone or
  /// in front of `@redacted.invalid`, holds none. The time taken grows with the length of the text, whatever it holds.
  ///
  /// - Parameters:
  ///   - text: characters as UTF-8, and 64 zero bytes behind them.
  ///   - count: the number of bytes without the zeros.
  package static func matches(in text: Span<UInt8>, count: Int) -> [Match] {
    var found = matches(in: text, count: count, depth: depth)
    // What touches a match may be one itself once that is gone. Few do, and hardly one is in a row of several.
    var rounds = 0
    while rounds < 4, found.contains(where: { touchesOthers(text, $0.range) }) {
      let rest = RedactedText(text, count, without: found)
      let more = matches(in: rest.text.span, count: rest.count, depth: depth)
      if more.isEmpty { break }
      found = merged(found + more.map { Match(range: rest.source(of: $0.range), kind: $0.kind) })
      rounds += 1
    }
    return found
  }

  /// Whether a match has neighbours other than white space, brackets of a name, and the marks that end a clause.
  private static func touchesOthers(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    func isApart(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: ";")
    }
    if range.lowerBound > 0, !isApart(text[range.lowerBound - 1]) { return true }
    // Digits that were one list with the match.
    if range.lowerBound > 1, TextCharacter.isDigit(text[range.lowerBound - 2]) { return true }
    let next = text[range.upperBound]
    let isClauseEnd = next == UInt8(ascii: ".") || next == UInt8(ascii: ",") || next == UInt8(ascii: "?")
    return !isApart(next) && !(isClauseEnd && text[range.upperBound + 1] <= 0x20)
  }

  /// Returns what a text holds.
  ///
  /// - Parameter depth: how many layers of escapes are taken off; 0 for none.
  private static func matches(in text: Span<UInt8>, count: Int, depth: Int) -> [Match] {
    var found: [Match] = []
    var escapes: [Int] = []
    var floor = 0
    for email in EmailAddresses.all(text, count, escapes: &escapes) {
      findNumbers(text, floor..<email.range.lowerBound, &found, &escapes)
      if !email.isToken { found.append(Match(range: email.range, kind: .email)) }
      floor = email.range.upperBound
    }
    findNumbers(text, floor..<count, &found, &escapes)
    if depth == 0 || escapes.isEmpty { return found }
    for range in EscapedText.ranges(text, count, holding: escapes) {
      let decoded = EscapedText(text, range)
      for match in matches(in: decoded.text.span, count: decoded.count, depth: depth - 1) {
        found.append(Match(range: decoded.source(of: match.range), kind: match.kind))
      }
    }
    return merged(found)
  }

  /// Finds the phone numbers and IP addresses of a stretch between two e-mail addresses.
  ///
  /// - Parameter escapes: receives the offsets of plus signs that may stand for a space.
  private static func findNumbers(
    _ text: Span<UInt8>, _ range: Range<Int>, _ found: inout [Match], _ escapes: inout [Int]
  ) {
    var position = range.lowerBound
    var floor = range.lowerBound
    while position < range.upperBound {
      let marks = text.textMarks(position)
      let all = marks.digits | marks.colons | marks.otherDigits
      position += all.trailingZeroBitCount  // 32 where there is none
      if all == 0 || position >= range.upperBound { continue }
      let finding =
        text[position] == UInt8(ascii: ":")
        ? NetworkAddresses.version6(text, colon: position, within: floor..<range.upperBound)
        : PhoneNumbers.find(text, digit: position, within: floor..<range.upperBound)
      position = finding.next
      switch finding.what {
      case .nothing: break
      case .escapedSpace: escapes.append(position)
      case .match(let match):
        found.append(match)
        floor = match.range.upperBound
      }
    }
  }

  /// What was found at a place, and where to look next.
  struct Finding {
    enum What {
      case nothing
      case match(Match)

      /// A plus sign that is no part of a number, and may stand for a space.
      case escapedSpace
    }

    let what: What
    let next: Int

    static func nothing(next: Int) -> Finding { Finding(what: .nothing, next: next) }
    static func match(_ range: Range<Int>, _ kind: Kind) -> Finding {
      Finding(what: .match(Match(range: range, kind: kind)), next: range.upperBound)
    }
  }

  /// Returns the matches in order, those that overlap as one.
  private static func merged(_ found: [Match]) -> [Match] {
    var merged: [Match] = []
    for match in found.sorted(by: {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }) {
      guard let last = merged.last, last.range.upperBound > match.range.lowerBound else {
        merged.append(match)
        continue
      }
      let end = max(last.range.upperBound, match.range.upperBound)
      merged[merged.count - 1].range = last.range.lowerBound..<end
    }
    return merged
  }
}
