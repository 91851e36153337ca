internal import JSONText

/// What of a text has the form of personal data: a text of ASCII and of letters, without escapes.
struct Forms {
  /// What was found, in order.
  private(set) var found: [FreeText.Match] = []

  /// Whether there are escapes, or plus signs that may stand for a space.
  private(set) var hasEscapes = false

  private let wanted: FreeText.Wanted

  init(_ wanted: FreeText.Wanted) { self.wanted = wanted }

  /// Looks for addresses first, then for accounts between them, then for numbers between those; for known values everywhere.
  mutating func find(_ text: Span<UInt8>, _ count: Int) {
    var floor = 0
    var overlaps = false
    for email in EmailAddresses.all(text, count, hasEscapes: &hasEscapes) {
      findAccounts(text, floor..<email.numberEnd)
      if let last = found.last, last.range.upperBound > email.range.lowerBound { overlaps = true }
      if !email.isToken { found.append(FreeText.Match(range: email.range, kind: .email)) }
      floor = email.range.upperBound
    }
    findAccounts(text, floor..<count)
    if let known = wanted.known {
      for match in known.matches(in: text, count) {
        found.append(
          FreeText.Match(range: match.range, kind: .known(match.place, isCertain: match.isCertain)))
        overlaps = true
      }
    }
    if overlaps { found = FreeText.merged(found) }
  }

  private mutating func findAccounts(_ text: Span<UInt8>, _ range: Range<Int>) {
    var floor = range.lowerBound
    if Self.digits(text, range) >= AccountNumbers.fewest {
      for account in AccountNumbers.all(text, range) {
        findNumbers(text, floor..<account.range.lowerBound)
        if let kind = account.kind, kind != .card || !wanted.keepsCards {
          found.append(FreeText.Match(range: account.range, kind: kind))
        }
        floor = account.range.upperBound
      }
    }
    findNumbers(text, floor..<range.upperBound)
  }

  private static func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var digits = 0
    for position in stride(from: range.lowerBound, to: range.upperBound, by: 32) {
      let left = range.upperBound - position
      let inside: UInt32 = left >= 32 ? .max : (1 << UInt32(left)) - 1
      digits += (text.digitMarks(position) & inside).nonzeroBitCount
    }
    return digits
  }

  /// Finds the phone numbers and IP addresses of a stretch.
  private mutating func findNumbers(_ text: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    var floor = range.lowerBound
    while position < range.upperBound {
      let marks = text.numberMarks(position)
      position += marks.trailingZeroBitCount  // 32 where there is none
      if marks == 0 || position >= range.upperBound { continue }
      let finding =
        text[position] == UInt8(ascii: ":")
        ? NetworkAddresses.version6(text, colon: position, within: floor..<range.upperBound)
        : PhoneNumbers.find(text, digit: position, within: floor..<range.upperBound)
      position = finding.next
      switch finding.what {
      case .nothing: break
      case .escapedSpace: hasEscapes = true
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
      case match(FreeText.Match)

      /// A plus sign that is no part of a number, and may stand for a space.
      case escapedSpace
    }

    let what: What
    let next: Int

    static func nothing(next: Int) -> Finding { Finding(what: .nothing, next: next) }
    static func match(_ range: Range<Int>, _ kind: FreeText.Kind) -> Finding {
      Finding(what: .match(FreeText.Match(range: range, kind: kind)), next: range.upperBound)
    }
  }
}
