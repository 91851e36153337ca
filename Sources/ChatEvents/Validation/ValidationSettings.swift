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

extension ValidationSettings {
  /// Reads a moment: ISO 8601 with a time of day or without, or seconds since 1970; a clock without a zone shows UTC.
  ///
  /// - Returns: seconds since 1970; nil for any other text.
  package static func seconds(of text: String) -> Int? {
    if let time = ExactTime(Array(text.utf8).span) { return time.seconds }
    let spellings = [text, text + "T00:00:00"]
    return spellings.lazy.compactMap { WrittenTime(Array($0.utf8).span)?.moment(in: .utc)?.seconds }.first
  }
}
