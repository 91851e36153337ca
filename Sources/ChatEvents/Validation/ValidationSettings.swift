/// The options of validation.
public struct ValidationSettings: Sendable, Hashable {
  /// The current time in seconds since 1970, to report times in the future; nil to skip that check.
  public var now: Int? {
    get { present?.seconds }
    set { present = newValue.map { ExactTime(seconds: $0, ExactTime.Digits()) } }
  }

  /// The same with the fraction of a second.
  private var present: ExactTime?

  /// Whether every record is reported, even without findings.
  public var tellsAll = false

  /// Whether records are reported with their ids, so that ``UniqueIDs`` can find duplicates.
  public var tellsIdentities = false

  /// The tracking plans that calls must satisfy too, all of them.
  public var plans: [TrackingPlan] = []

  /// The time zone of times without one.
  public var zone = LocalZone.utc

  public init() {}

  /// What the formats' rules need to know of it.
  var rules: RuleSettings { RuleSettings(present: present, zone: zone) }
}

extension ValidationSettings {
  /// Sets the present time to a moment: ISO 8601 with a time of day or without, or seconds since 1970; a clock without a
  /// zone shows UTC. Any other text leaves none.
  package mutating func setPresent(_ text: String) { present = Self.moment(of: text) }

  /// Reads such a moment.
  ///
  /// - Returns: whole seconds since 1970; nil for any other text.
  package static func seconds(of text: String) -> Int? { moment(of: text)?.seconds }

  private static func moment(of text: String) -> ExactTime? {
    if let time = ExactTime(Array(text.utf8).span) { return time }
    let spellings = [text, text + "T00:00:00"]
    return spellings.lazy.compactMap { WrittenTime(Array($0.utf8).span)?.moment(in: .utc) }.first
  }
}
