/// A regular expression for searching texts, in time linear in the text.
///
/// It matches if it matches any part of a text. Docs/patterns.md documents its syntax.
public struct TextPattern: Sendable {
  /// The source text of the expression.
  public let source: String

  /// What looks for it.
  let program: PatternProgram

  /// Creates a pattern.
  ///
  /// - Throws: the reason why the text is not a supported expression, or that it matches the empty text.
  public init(_ source: String) throws(TextPatternError) {
    try self.init(anywhere: source)
    var search = PatternSearch([self])
    if search.isFound(in: [UInt8]().span) {
      throw TextPatternError(reason: "it matches the empty text")
    }
  }

  /// Makes a pattern that may match all texts.
  ///
  /// - Throws: the reason why that is no regular expression.
  init(anywhere source: String) throws(TextPatternError) {
    self.source = source
    program = try PatternProgram(PatternParser.parse(source))
  }
}

extension TextPattern: Hashable {
  public static func == (one: TextPattern, other: TextPattern) -> Bool { one.source == other.source }
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

extension TextPattern: CustomStringConvertible {
  public var description: String { source }
}

/// The reason why a text is not a valid pattern.
public struct TextPatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as a clause.
  let reason: String

  public var description: String { reason }
}
