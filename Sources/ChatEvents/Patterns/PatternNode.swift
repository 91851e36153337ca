/// What an expression is made of.
indirect enum PatternNode: Sendable {
  /// One character of a set.
  case character(PatternSet)
  case assertion(PatternAssertion)
  /// One behind the other; none is the empty text.
  case sequence([PatternNode])
  case choice([PatternNode])
  /// So many times; at most nil is without an end.
  case repetition(PatternNode, least: Int, most: Int?)
}

/// What must hold between two characters.
enum PatternAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// Whether it holds.
  ///
  /// A line end of two characters, a carriage return and a line feed, has no line end in its middle.
  ///
  /// - Parameters:
  ///   - before: the character before that place; nil at the text's start.
  ///   - behind: the character behind it; nil at the text's end.
  func holds(_ before: Unicode.Scalar?, _ behind: Unicode.Scalar?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: behind == nil
    case .lineStart: before.map { $0.isLineEnd && !($0 == "\r" && behind == "\n") } ?? true
    case .lineEnd: behind.map { $0.isLineEnd && !($0 == "\n" && before == "\r") } ?? true
    case .wordBoundary: before.isPartOfWord != behind.isPartOfWord
    case .noWordBoundary: before.isPartOfWord == behind.isPartOfWord
    }
  }
}

extension Unicode.Scalar? {
  fileprivate var isPartOfWord: Bool { self?.isPartOfWord ?? false }
}
