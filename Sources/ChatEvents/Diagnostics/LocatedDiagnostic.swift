public import JSONText

/// Something that is wrong with a record, and its place in the source.
public struct LocatedDiagnostic: Sendable, Hashable {
  /// The place of what is wrong, in its source.
  public var place: JSONPlace

  /// The way to it, from the record's root; in a form body from the root of the document in it.
  public var pointer: JSONPointer

  /// What kind of thing is wrong.
  public var code: Code

  /// What is wrong in this case: one clause.
  public var message: String

  /// What to do in this case; nil where nothing can be said.
  public var fix: String?

  /// What stands there in the source; nil where that is not known.
  public var excerpt: Excerpt?

  /// Whether the record cannot be used, or only may not do what its sender thinks.
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
