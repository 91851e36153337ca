/// A regular expression that is looked for in texts, in time that grows with the text alone.
///
/// It is found wherever it matches a part of a text. Docs/patterns.md says what it may hold, and what that means.
public struct TextPattern: Sendable {
  /// The expression as it was written.
  public let source: String

  /// What looks for it.
  let program: PatternProgram

  /// Makes a pattern.
  ///
  /// - Throws: the reason why that is no regular expression, or why it can tell no texts apart.
  public init(_ source: String) throws(TextPatternError) {
    try self.init(anywhere: source)
    var search = PatternSearch([self])
    if search.isFound(in: [UInt8]().span) {
      throw TextPatternError(reason: "it matches even a text in which nothing stands")
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

/// Why a text is no pattern.
public struct TextPatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as a clause.
  let reason: String

  public var description: String { reason }
}
