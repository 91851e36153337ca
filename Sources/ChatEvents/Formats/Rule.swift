internal import JSONText

/// One demand on a record beyond the types of its members, as validation makes it: it tells all that is wrong, not the first.
///
/// Of each member that it reads, a value of any type may be there, or none.
protocol Rule: InputSlots {
  /// Whether what it says of a value comes before what the value's type says.
  static var comesFirst: Bool { get }

  /// Returns what is wrong.
  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic]
}

extension Rule {
  static var comesFirst: Bool { false }

  /// Notes what is wrong.
  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    diagnostics += findings(bytes, found, settings)
  }
}

/// What routes demand of a record, validation can demand as well.
extension Rule where Self: Check {
  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    diagnostic(bytes, found).map { [$0] } ?? []
  }
}

/// What rules need to know besides the record.
struct RuleSettings: Sendable, Hashable {
  /// The present moment: what is after it is in the future. Nil if that does not matter.
  var present: ExactTime?

  /// The time zone of times without one.
  var zone = LocalZone.utc
}

extension Diagnostic {
  /// The diagnostic about a moment that has not come yet, or is too long ago; none for any other.
  static func implausible(_ time: ExactTime, at offset: Int, _ settings: RuleSettings) -> [Diagnostic] {
    if time.seconds < PlausibleTimes.first { return [Diagnostic(code: .implausibleTime, offset: offset)] }
    guard let present = settings.present, present < time else { return [] }
    return [Diagnostic(code: .futureTimestamp, offset: offset)]
  }
}
