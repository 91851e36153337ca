/// What a diagnostic is about: a stable name, with what is wrong and what to do.
///
/// `Catalogue.swift` has them all.
public struct Code: Sendable, Hashable {
  /// The stable name, in kebab case.
  public let name: String

  /// How bad it is where it is found.
  public let severity: Severity

  /// What is wrong: one clause, lower case, no full stop.
  public let message: String

  /// What it means: a sentence or two, for somebody who meets it for the first time.
  public let meaning: String

  /// What to do, in the imperative; nil where nothing general can be said.
  public let fix: String?

  /// A short input that shows it; nil where that would be too long to print.
  public let example: Example?

  init(
    _ name: String, _ severity: Severity, _ message: String, meaning: String, fix: String?, example: Example?
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.meaning = meaning
    self.fix = fix
    self.example = example
  }

  /// An input that shows a diagnostic.
  public enum Example: Sendable {
    /// Input of `convert`, and the name of the format that it is to be converted to.
    case input(String, to: String = "rudderstack")
    /// A call or a setting of Olark's JavaScript API.
    case call(String)
    /// Input of `validate`, and what is asked of it.
    case validation(String, arguments: String = "")
    /// Input of `redact --verify`.
    case verification(String)
  }

  /// Returns the code of a name; nil where there is none.
  public static func named(_ name: String) -> Code? { all.first { $0.name == name } }

  public static func == (left: Code, right: Code) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How bad something is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The record cannot be used as it is.
  case error
  /// It can be, and still may not do what its sender thinks.
  case warning
}
