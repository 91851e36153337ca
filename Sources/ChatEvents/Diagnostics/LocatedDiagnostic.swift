public import JSONText

/// A problem of a record, with its place in the source.
public struct LocatedDiagnostic: Sendable, Hashable {
  /// The place of the problem in its source.
  public var place: JSONPlace

  /// The path to it from the record's root; in a form body, from the root of the document in it.
  public var pointer: JSONPointer

  /// The kind of problem.
  public var code: Code

  /// The message for this case: one clause.
  public var message: String

  /// The fix for this case; nil if there is none.
  public var fix: String?

  /// The text at that place in the source; nil if it is not known.
  public var excerpt: Excerpt?

  /// Whether the record cannot be used, or may only not have the effect its sender expects.
  public var severity: Severity { code.severity }

  /// Gives a diagnostic its place.
  ///
  /// - Parameter pointer: the way to what is wrong, if it is not the diagnostic's.
  init(
    _ diagnostic: Diagnostic, at place: JSONPlace, pointer: JSONPointer? = nil, excerpt: Excerpt? = nil
  ) {
    self.place = place
    self.pointer = pointer ?? diagnostic.pointer
    code = diagnostic.code
    message = diagnostic.message
    fix = diagnostic.fix
    self.excerpt = excerpt
  }
}
