/// What a caller can ask of validation.
public struct ValidationSettings: Sendable, Hashable {
  /// The present time in seconds since 1970: what lies behind it is in the future. Nil where that does not matter.
  public var now: Int?

  /// Whether every record is told of, also one with which nothing is wrong.
  public var tellsAll = false

  /// Whether records are told of with their ids, so that one that comes twice can be found.
  public var tellsIdentities = false

  /// The zone of times that do not say theirs.
  public var zone = LocalZone.utc

  public init() {}
}
