internal import JSONText

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
    case .copy, .copyFilled, .copyID, .always, .compute: false
    }
  }

  /// How a member comes about.
  enum Rule: Sendable {
    /// The value as it was written; `null` counts as absent, unless it is kept.
    case copy(keepsNull: Bool)
    /// The text as it was written, unless it is empty.
    case copyFilled
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

    /// What the rule is called; of what is always written, that.
    var name: String {
      switch self {
      case .copy(let keepsNull): keepsNull ? "copy null too" : "copy"
      case .copyFilled: "copy filled"
      case .verbatim: "verbatim"
      case .spread: "spread"
      case .copyID: "copy id"
      case .always(let json): "\(json)"
      case .compute, .computeVerbatim: "compute"
      }
    }
  }

  /// A member that is copied as it stands.
  static func copy(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .copy(keepsNull: false), note: nil)
  }

  /// A text that is copied as it stands, unless it is empty.
  static func copyFilled(_ input: Path, to target: Path) -> Row {
    Row(inputs: [input], target: target, rule: .copyFilled, note: "unless it is empty")
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
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) -> Void

/// Says whether a record, or an element of a list, gives an event.
typealias Condition =
  @Sendable (_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool
