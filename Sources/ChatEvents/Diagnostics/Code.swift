/// What a diagnostic is about: a stable name, with what is wrong and what to do.
///
/// `Catalogue.swift` has them all.
public struct Code: Sendable, Hashable {
  /// What is said of it; it is shared, so that a code costs no more than a word where records are checked.
  private let row: Row

  /// The stable name, in kebab case.
  public var name: String { row.name }

  /// How bad it is where it is found.
  public var severity: Severity { row.severity }

  /// What is wrong: one clause, lower case, no full stop.
  public var message: String { row.message }

  /// What it means: a sentence or two, for somebody who meets it for the first time.
  public var meaning: String { row.meaning }

  /// What to do, in the imperative; nil where nothing general can be said.
  public var fix: String? { row.fix }

  /// A short input that shows it; nil where that would be too long to print.
  public var example: Example? { row.example }

  init(
    _ name: String, _ severity: Severity, _ message: String, meaning: String, fix: String?, example: Example?
  ) {
    row = Row(name, severity, message, meaning, fix, example)
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

  private final class Row: Sendable {
    let name: String
    let severity: Severity
    let message, meaning: String
    let fix: String?
    let example: Example?

    init(
      _ name: String, _ severity: Severity, _ message: String, _ meaning: String, _ fix: String?,
      _ example: Example?
    ) {
      (self.name, self.severity, self.message, self.meaning) = (name, severity, message, meaning)
      (self.fix, self.example) = (fix, example)
    }
  }
}

/// How bad something is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The record cannot be used as it is.
  case error
  /// It can be, and still may not do what its sender thinks.
  case warning
}
