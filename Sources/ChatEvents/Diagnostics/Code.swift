/// The kind of a diagnostic: a stable name, with message and fix.
///
/// All of them are in `Catalogue.swift`; ``all`` lists them.
public struct Code: Sendable, Hashable {
  /// What is said of it; it is shared, so that a code costs no more than a word where records are checked.
  private let row: Row

  /// The stable name, in kebab case.
  public var name: String { row.name }

  /// The severity of its diagnostics.
  public var severity: Severity { row.severity }

  /// The message: one clause, lower case, no full stop.
  public var message: String { row.message }

  /// The meaning: one or two sentences, for a reader who sees it for the first time.
  public var meaning: String { row.meaning }

  /// The fix, in the imperative; nil if there is no general one.
  public var fix: String? { row.fix }

  /// A short input that causes it; nil if that would be too long to print.
  public var example: Example? { row.example }

  init(
    _ name: String, _ severity: Severity, _ message: String, meaning: String, fix: String?, example: Example?
  ) {
    row = Row(name, severity, message, meaning, fix, example)
  }

  /// An input that causes a diagnostic.
  public enum Example: Sendable {
    /// Input of `convert`, and the name of the target format.
    case input(String, to: String = "rudderstack")
    /// A call or a setting of Olark's JavaScript API.
    case call(String)
    /// Input of `validate`, and its options.
    case validation(String, arguments: String = "")
    /// Input of `redact --verify`.
    case verification(String)
  }

  /// Returns the code with a name; nil if there is none.
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

/// The severity of a diagnostic.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The record cannot be used as it is.
  case error
  /// The record can be used, but may not have the effect its sender expects.
  case warning
}
