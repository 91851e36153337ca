/// The times at which a chat can have been: not before live chats were sold, and not after tomorrow.
struct PlausibleTimes: Sendable, Hashable {
  /// The first second, 2009-01-01: the year in which Olark was founded; Userlike came later.
  static let first = 1_230_768_000

  /// Any time at all.
  static let any = PlausibleTimes(span: .max)

  private let span: UInt

  private init(span: UInt) { self.span = span }

  /// Takes the present time, in seconds since 1970.
  init(now: Int) { self.init(span: UInt(max(0, now + 86_400 - Self.first))) }

  /// Whether a number of seconds since 1970 is one of them.
  @inline(__always)
  func contains(_ seconds: Int) -> Bool { UInt(bitPattern: seconds &- Self.first) <= span }
}
