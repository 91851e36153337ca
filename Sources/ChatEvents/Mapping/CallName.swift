/// The name of a kind of call that a route writes.
///
/// The set is open, since each route defines its own calls; ``Emission/call`` lists them. A name that the route does not write is a
/// ``RunError``, so a misspelt one has no silent effect.
public struct CallName: RawRepresentable, Sendable, Hashable {
  /// The name on the command line.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// An `identify` call.
  public static let identify = CallName(rawValue: "identify")

  /// A `group` call.
  public static let group = CallName(rawValue: "group")

  /// A `track` call.
  public static let track = CallName(rawValue: "track")
}

extension CallName: CustomStringConvertible {
  public var description: String { rawValue }
}
