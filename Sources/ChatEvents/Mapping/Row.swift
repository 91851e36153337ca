internal import JSONText

/// One row of a route's table.
public struct Row: Sendable {
  /// The member that is written.
  let target: Path

  /// How it comes about, and of what.
  let source: Source

  /// The option that enables the row; nil for a row that always applies.
  public var option: RouteOption?

  /// The same row, which counts only with an option.
  func with(_ option: RouteOption) -> Row {
    var row = self
    row.option = option
    return row
  }

  /// What the member depends on, in the order of the documents; empty if it depends on none.
  var inputs: [Path] {
    var inputs = Inputs()
    _ = part(&inputs)
    return inputs.all
  }

  /// How the member is computed, for the documents; nil if the value is copied unchanged.
  public var note: String? {
    switch source {
    case .copy(_, .plain): nil
    case .copy(_, .plainOrNull): "`null` is kept"
    case .copy(_, .filled): "unless it is empty"
    case .copy(_, .id): "an integer becomes a string"
    case .verbatim: "verbatim"
    case .spread: "its members, verbatim"
    case .always: nil
    case .compute(let computation): computation.note
    }
  }

  /// How a member comes about.
  enum Source: Sendable {
    /// The value as it was written, in one of the forms of a copy.
    case copy(Path, WritePlan.Form)
    /// The value as it was written, of whatever type it is.
    case verbatim(Path)
    /// The members of an object, as members of the one that is written.
    case spread(Path)
    /// That JSON, always.
    case always(String)
    /// What a computation writes; the member is left out if that is nothing.
    case compute(Computation)
  }

  /// Names what is read, and returns what runs.
  func part(_ inputs: inout Inputs) -> WritePlan.Part {
    switch source {
    case .copy(let path, let form): .copy(inputs.member(path), form)
    case .verbatim(let path): .copy(inputs.memberOfAnyType(path), .plain)
    case .spread(let path): .spread(inputs.memberOfAnyType(path))
    case .always(let json): .always(json)
    case .compute(let computation): .compute(computation.operation(&inputs))
    }
  }

  /// A member that is copied unchanged.
  static func copy(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .copy(input, .plain))
  }

  /// A text that is copied unchanged, unless it is empty.
  static func copyFilled(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .copy(input, .filled))
  }

  /// A member that is copied unchanged, whatever its type.
  static func verbatim(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .verbatim(input))
  }

  /// The members of an object, which become members of the target.
  static func spread(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .spread(input))
  }

  /// A member that is copied unchanged, also if it is `null`.
  static func copyKeepingNull(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .copy(input, .plainOrNull))
  }

  /// An id, which is written as a string also if it came as an integer.
  static func copyID(_ input: Path, to target: Path) -> Row {
    Row(target: target, source: .copy(input, .id))
  }

  /// A member that is the same in every event.
  static func always(_ target: Path, _ json: String) -> Row {
    Row(target: target, source: .always(json))
  }

  /// A member that a function makes of others.
  static func compute(_ computation: Computation, to target: Path) -> Row {
    Row(target: target, source: .compute(computation))
  }
}
