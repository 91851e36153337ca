/// What is odd about the times of a record.
struct TimeOddities: OptionSet, Sendable {
  let rawValue: UInt8

  /// Milliseconds are where seconds are documented.
  static let milliseconds = TimeOddities(rawValue: 1)

  /// A time is before live chats were sold, or after tomorrow.
  static let implausible = TimeOddities(rawValue: 2)
}

extension Balance {
  /// Counts a record whose times are odd.
  mutating func count(_ oddities: TimeOddities) {
    if oddities.contains(.milliseconds) { warnings[Diagnostic(code: .timeInMilliseconds), default: 0] += 1 }
    if oddities.contains(.implausible) { warnings[Diagnostic(code: .implausibleTime), default: 0] += 1 }
  }
}
