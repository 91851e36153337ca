internal import JSONText

/// One demand on a record beyond the types of its members, as validation makes it: it tells all that is wrong, not the first.
///
/// Of each member that it reads, a value of any type may be there, or none.
protocol Rule: InputSlots {
  /// Whether what it says of a value comes before what the value's type says.
  static var comesFirst: Bool { get }

  /// Notes what is wrong.
  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: ValidationSettings,
    into complaints: inout [Complaint])
}

extension Rule {
  static var comesFirst: Bool { false }
}

/// The rules of each format.
enum Rules {
  /// The rules for records of a format, in no order that matters.
  static func all(for format: Format) -> [any Rule.Type] {
    switch format {
    case .olark: olark
    case .olarkJS: olarkJS
    case .userlike: userlike
    case .userlikeJS: userlikeJS
    case .segment: segment
    case .rudderstack: rudderstack
    default: []
    }
  }
}

extension Complaint {
  /// The complaint about a moment that has not come yet; nil where it has, or it does not matter.
  static func future(_ time: ExactTime?, at offset: Int, _ settings: ValidationSettings) -> Complaint? {
    guard let present = settings.present, let time, present < time else { return nil }
    return Complaint(code: .futureTimestamp, offset: offset)
  }
}
