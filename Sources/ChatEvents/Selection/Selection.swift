internal import PersonalData

/// Selects records: those that fit each kind of demand that is made.
///
/// Demands of one kind are alternatives: a record fits ``emails`` if any of them is the visitor's.
public struct Selection: Sendable, Hashable {
  /// Addresses of visitors, in any spelling that a person takes for the same; none for everybody's records.
  public var emails: [String] = []

  /// Ids of visitors; none for everybody's records.
  public var visitorIDs: [String] = []

  /// Ids by which the visitors whose addresses are demanded are known, as a first reading of the input found them: a record with
  /// one of them fits like one with the address.
  private(set) var followedIDs: Set<[UInt8]> = []

  /// Follows the people whose addresses are demanded by their ids.
  ///
  /// - Parameter found: what a first reading has found, with the task ``RecordTask/collect(_:_:)``.
  public mutating func follow(_ found: SelectionTally) {
    for form in found.collected.keys where form.kind == .id { followedIDs.insert(form.bytes) }
  }

  /// A moment in seconds since 1970 before which the record's last time lies; a record without any time does not fit.
  public var before: Int?

  /// A moment in seconds since 1970 before which the record's last time does not lie; a record without any time does not fit.
  public var since: Int?

  /// The zone of times that do not say theirs.
  public var zone = LocalZone.utc

  /// Whether no record fits, whatever else is demanded: addresses or ids are, and the list of them is empty.
  public var isNothing = false

  public init() {}

  /// Whether addresses or ids are demanded.
  public var namesPeople: Bool { !emails.isEmpty || !visitorIDs.isEmpty }

  /// Whether a time is demanded.
  var demandsTime: Bool { before != nil || since != nil }

  /// Whether nothing is demanded, so that every record fits.
  public var isEverything: Bool {
    emails.isEmpty && visitorIDs.isEmpty && before == nil && since == nil && !isNothing
  }

  /// One demand of a selection.
  public enum Selector: Sendable, Hashable {
    case email(String)
    case visitorID(String)
    case before(Int)
    case since(Int)
  }

  /// The demands: the addresses, then the ids, then the moments.
  public var selectors: [Selector] {
    emails.map { .email($0) } + visitorIDs.map { .visitorID($0) } + (before.map { [.before($0)] } ?? [])
      + (since.map { [.since($0)] } ?? [])
  }
}
