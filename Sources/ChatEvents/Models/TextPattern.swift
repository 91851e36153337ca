/// A regular expression that is looked for in texts.
///
/// It is one of Swift's `Regex`, whose characters are those that people see: a letter with an accent is one, however it is
/// written. It tells capitals from small letters unless it says `(?i)`. It need not match a whole text.
public struct TextPattern: Sendable, Hashable {
  /// The expression as it was written.
  public let source: String

  /// Makes a pattern.
  ///
  /// - Throws: the reason why that is no regular expression, or why it can tell no texts apart.
  public init(_ source: String) throws(TextPatternError) {
    self.source = source
    let matchesEmptyText: Bool
    do {
      matchesEmptyText = try Self.compiled(source).firstMatch(in: "") != nil
    } catch {
      throw TextPatternError(reason: "\(error)")
    }
    if matchesEmptyText { throw TextPatternError(reason: "it matches even a text in which nothing stands") }
  }

  /// The pattern compiled; whoever looks for it keeps that, since it is not cheap, and since it cannot be shared by tasks.
  func compiled() -> Regex<AnyRegexOutput>? { try? Self.compiled(source) }

  private static func compiled(_ source: String) throws -> Regex<AnyRegexOutput> {
    // Word boundaries as other programs know them: the default has none in "consent.granted".
    try Regex(source).wordBoundaryKind(.simple)
  }
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
