internal import JSONText

/// One way from a format to another: what each record becomes, as tables.
///
/// A route is written once. The command line runs its tables over the bytes of a document, the typed API runs them over
/// what it has encoded, `chatevents explain` and the mapping documents print them.
public struct Route: Sendable {
  /// The format of the records that are read.
  public let from: Format

  /// The format of the events that are written.
  public let to: Format

  /// What it does, in one sentence without a full stop.
  public let summary: String

  /// What each record becomes, in the order in which it is written.
  public let emissions: [Emission]

  /// What a record must be, beyond what its members' types say.
  let checks: [Check]
}

/// One kind of event that a route writes.
public struct Emission: Sendable {
  /// The name of the kind, as summaries and documents give it.
  public let name: String

  /// Whether there is one event a record, or one for each element of a list.
  public let times: Times

  /// The table: what each member of the event comes from, in the order of the vendor's page.
  public let rows: [Row]

  /// The event's members in the order in which they are written; objects stand where their first member does.
  let order: [Path]

  /// The objects that are written even where they are empty.
  let alwaysThere: [Path]

  /// How often an event is written.
  public enum Times: Sendable {
    /// Once a record.
    case once
    /// Once a record that meets a condition, which is given in words.
    case onceIf(String)
    /// Once for each element of a list that meets a condition, which is given in words.
    case each(list: String, condition: String)
  }

  /// Whether a record or an element gives an event; asked with the slot of ``givenBy``.
  let given: Condition?

  /// What ``given`` looks at.
  let givenBy: Path?

  init(
    _ name: String, _ times: Times, _ rows: [Row], order: [Path], alwaysThere: [Path] = [],
    given: Condition? = nil, by givenBy: Path? = nil
  ) {
    self.name = name
    self.times = times
    self.rows = rows
    self.order = order
    self.alwaysThere = alwaysThere
    self.given = given
    self.givenBy = givenBy
  }
}

/// One row of a route's table.
public struct Row: Sendable {
  /// What is read; empty where the member depends on no other.
  let inputs: [Path]

  /// The member that is written.
  let target: Path

  /// How the one becomes the other.
  let rule: Rule

  /// What is computed, in words, for the documents; nil where the value is copied.
  public let note: String?

  /// The option without which the row does not count; nil for a row that always does.
  public var option: RouteOption?

  /// The same row, which counts only with an option.
  func with(_ option: RouteOption) -> Row {
    var row = self
    row.option = option
    return row
  }

  /// Whether the value may be of any type.
  var isVerbatim: Bool {
    switch rule {
    case .verbatim, .spread, .computeVerbatim: true
    case .copy, .copyID, .always, .compute: false
    }
  }

  /// How a member comes about.
  enum Rule: Sendable {
    /// The value as it was written; `null` counts as absent, unless it is kept.
    case copy(keepsNull: Bool)
    /// The value as it was written, of whatever type it is.
    case verbatim
    /// The members of an object, as members of the one that is written.
    case spread
    /// The value as it was written, an integer as a string.
    case copyID
    /// That JSON, always.
    case always(StaticString)
    /// What a function writes; nothing where it writes nothing.
    case compute(Computation)
    /// The same, of values that may be of any type.
    case computeVerbatim(Computation)
  }

  /// A member that is copied as it stands.
  static func copy(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .copy(keepsNull: false), note: nil)
  }

  /// A member that is copied as it stands, whatever it is.
  static func verbatim(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .verbatim, note: "verbatim")
  }

  /// The members of an object, which stand where the target's own members would.
  static func spread(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .spread, note: "its members, verbatim")
  }

  /// A member that is copied as it stands, also where it is `null`.
  static func copyKeepingNull(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .copy(keepsNull: true), note: "a `null` stays")
  }

  /// An id, which is written as a string also where it came as an integer.
  static func copyID(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .copyID, note: "an integer becomes a string")
  }

  /// A member that is the same in every event.
  static func always(_ target: Path, _ json: StaticString) -> Row {
    Row(inputs: [], target: target, rule: .always(json), note: nil)
  }

  /// A member that a function makes of others.
  static func compute(
    _ inputs: Path..., to target: Path, _ computation: @escaping Computation, _ note: String
  ) -> Row {
    Row(inputs: inputs, target: target, rule: .compute(computation), note: note)
  }

  /// A member that a function makes of others, whatever they are.
  static func computeVerbatim(
    _ inputs: Path..., to target: Path, _ computation: @escaping Computation, _ note: String
  ) -> Row {
    Row(inputs: inputs, target: target, rule: .computeVerbatim(computation), note: note)
  }
}

/// Writes a member's value, or nothing.
///
/// The inputs are the slots of the row's paths, in their order.
typealias Computation =
  @Sendable (
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot], _ output: inout Output
  ) -> Void

/// Says whether a record, or an element of a list, gives an event.
typealias Condition =
  @Sendable (_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool

/// One demand on a record that its members' types do not express.
struct Check: Sendable {
  /// What is looked at.
  let inputs: [Path]

  /// Returns what is wrong, or nil.
  let run: @Sendable (_ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot]) -> Complaint?
}

/// What a check found wrong.
struct Complaint: Sendable {
  var code: Code
  /// The offset at which it is wrong, in the bytes that were checked; nil for the record as a whole.
  var offset: Int? = nil
  /// What is wrong, where the code's own message does not say enough.
  var message: String? = nil
  /// What to do, where it can be said more exactly than the code does.
  var fix: String? = nil
  /// The way to the value that is wrong, where it cannot be found from the offset in the source.
  var pointer: JSONPointer? = nil
}

/// What a scan found in a record, as checks and computations see it.
struct Found: Sendable {
  /// The slices of the wanted members.
  var slots = Slots()

  /// The whole document.
  var document = Slice.absent

  /// The row that the current event is made from; 0 for an event made from the whole record.
  var row = 0

  /// What the caller asked for.
  var settings: RouteSettings

  /// Returns the slice in a slot: the record's own, or the current row's.
  @inline(__always)
  func slice(_ slot: ReadPlan.Slot) -> Slice {
    guard let list = slot.list else { return slots[slot.index] }
    return slots[slots[list], row, slot.index]
  }
}

/// What a caller can ask of a route.
public struct RouteSettings: Sendable, Hashable {
  /// The namespace of `messageId`s: two workspaces that share a receiver need two.
  public var namespace: UUIDBytes = .chatevents

  /// The options that are on.
  public var options: Set<RouteOption> = []

  public init() {}

  /// Whether a row counts.
  func includes(_ row: Row) -> Bool { row.option.map(options.contains) ?? true }
}

/// An option that adds rows to a route's tables.
public enum RouteOption: String, Sendable, Hashable, CaseIterable {
  /// Events carry the conversation's time.
  case timestamps
  /// Events carry everything that the record holds; timestamps too.
  case lossless
}
