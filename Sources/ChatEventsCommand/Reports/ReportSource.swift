internal import ChatEvents
internal import JSONText

/// What a report calls an input.
struct ReportSource: Sendable, Hashable {
  /// Its path from the root of the repository, with slashes, as people can read it; an absolute one where it lies elsewhere.
  let path: String

  /// Whether it is standard input, which has no path.
  let isStandardInput: Bool

  /// What it is called where a path is no more than a name.
  static let standardInput = ReportSource("<stdin>", isStandardInput: true)

  init(_ path: String, isStandardInput: Bool = false) {
    (self.path, self.isStandardInput) = (path, isStandardInput)
  }

  /// Whether the path does not begin at the root of the repository.
  var isOutside: Bool { path.hasPrefix("/") }
}

/// Why an input was not validated, or not to its end.
struct InputFailure: Sendable, Hashable {
  enum Kind: String, Sendable {
    /// It cannot be opened, or not be read to its end.
    case unreadable
    /// There is no record in it.
    case empty = "nothing-to-validate"
  }

  let kind: Kind
  /// The reason: one clause.
  let reason: String

  /// What stands in the place of a finding's code.
  var code: String { kind.rawValue }
}

extension Output {
  /// Writes a failure in the form of a finding of a whole input, for a program.
  mutating func append(_ failure: InputFailure, of source: ReportSource) {
    append(#"{"file":"#, source.path)
    append(#","line":1,"column":1,"pointer":"","severity":"error","code":"#, failure.code)
    append(#","message":"#, failure.reason)
    append(#","fix":null}"#)
    append("\n")
  }
}
