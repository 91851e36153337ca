internal import PersonalData

/// Selects the records that match each kind of criterion.
///
/// Criteria of one kind are alternatives: a record matches ``emails`` if any of them is the visitor's.
public struct Selection: Sendable, Hashable {
  /// E-mail addresses of visitors, which match in equivalent spellings too; empty for all visitors.
  public var emails: [String] = []

  /// Ids of visitors; empty for all visitors.
  public var visitorIDs: [String] = []

  /// Ids by which the visitors whose addresses are demanded are known, as a first reading of the input found them: a record with
  /// one of them fits like one with the address.
  private(set) var followedIDs: Set<[UInt8]> = []

  /// Adds the ids of the people who match by their e-mail addresses.
  ///
  /// - Parameter found: the result of a first pass with the task ``RecordTask/collect(_:_:)``.
  public mutating func follow(_ found: SelectionTally) {
    for form in found.collected.keys where form.kind == .id { followedIDs.insert(form.bytes) }
  }

  /// Only records whose latest time is before this, in seconds since 1970; a record without a time does not match.
  public var before: Int?

  /// Only records whose latest time is not before this, in seconds since 1970; a record without a time does not match.
  public var since: Int?

  /// The time zone of times without one.
  public var zone = LocalZone.utc

  /// Whether no record matches: addresses or ids are required, but the list of them is empty.
  public var isNothing = false

  public init() {}

  /// Whether there are criteria for addresses or ids.
  public var namesPeople: Bool { !emails.isEmpty || !visitorIDs.isEmpty }

  /// Whether a time is demanded.
  var demandsTime: Bool { before != nil || since != nil }

  /// Whether there are no criteria, so that every record matches.
  public var isEverything: Bool {
    emails.isEmpty && visitorIDs.isEmpty && before == nil && since == nil && !isNothing
  }

  /// One criterion of a selection.
  public enum Selector: Sendable, Hashable {
    case email(String)
    case visitorID(String)
    case before(Int)
    case since(Int)
  }

  /// The criteria: the addresses, then the ids, then the times.
  public var selectors: [Selector] {
    emails.map { .email($0) } + visitorIDs.map { .visitorID($0) } + (before.map { [.before($0)] } ?? [])
      + (since.map { [.since($0)] } ?? [])
  }
}
