/// The time zone of local times.
public struct LocalZone: Sendable, Hashable {
  /// The time zone's name in the tz database.
  public let name: String

  /// Returns how far a clock that shows so many seconds since 1970 is ahead of UTC, in seconds.
  ///
  /// A time that a clock shows twice is the earlier one; one that it skips counts with the offset before the gap.
  let offset: @Sendable (_ shown: Int) -> Int

  /// Creates a time zone.
  public init(name: String, offset: @escaping @Sendable (_ shown: Int) -> Int) {
    self.name = name
    self.offset = offset
  }

  /// Coordinated Universal Time.
  public static let utc = LocalZone(name: "UTC") { _ in 0 }

  public static func == (left: LocalZone, right: LocalZone) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
