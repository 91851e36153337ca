/// A set of characters.
struct PatternSet: Sendable {
  /// What Unicode says of characters.
  enum Kind: Sendable {
    case digit, partOfWord, whiteSpace, lineEnd

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .digit: scalar.isDigit
      case .partOfWord: scalar.isPartOfWord
      case .whiteSpace: scalar.properties.isWhitespace
      case .lineEnd: scalar.isLineEnd
      }
    }
  }

  /// The characters of these ranges are in it.
  private var ranges: [ClosedRange<Unicode.Scalar>] = []

  /// The characters of these kinds are in it, or those that are not of them.
  private var kinds: [(kind: Kind, isNegated: Bool)] = []

  /// Whether it is all other characters instead.
  private let isNegated: Bool

  /// Whether capitals and small letters are the same.
  private let ignoresCase: Bool

  init(isNegated: Bool = false, ignoresCase: Bool = false) {
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
  }

  /// Makes the set of one character.
  init(_ scalar: Unicode.Scalar, ignoresCase: Bool = false) {
    self.init(ignoresCase: ignoresCase)
    insert(scalar...scalar)
  }

  /// Makes the set of a kind.
  init(_ kind: Kind, isNegated: Bool = false) {
    self.init()
    insert(kind, isNegated: isNegated)
  }

  /// The set of all characters.
  static let all = PatternSet(isNegated: true)

  /// Adds a range of characters.
  mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
    ranges.append(range)
    // In long ranges the letters that belong together stand together.
    guard ignoresCase, range.upperBound.value - range.lowerBound.value < 256 else { return }
    for value in range.lowerBound.value...range.upperBound.value {
      guard let scalar = Unicode.Scalar(value) else { continue }
      ranges.append(scalar.withoutCase...scalar.withoutCase)
    }
  }

  /// Adds the characters of a kind, or those that are not of it.
  mutating func insert(_ kind: Kind, isNegated: Bool) { kinds.append((kind, isNegated)) }

  /// Whether a character is in it.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var found = holds(scalar)
    if !found, ignoresCase {
      found = holds(scalar.withoutCase) || holds(scalar.capital)
    }
    return found != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) } || kinds.contains { $0.kind.contains(scalar) != $0.isNegated }
  }
}

extension Unicode.Scalar {
  /// Whether it is a decimal digit of any script.
  var isDigit: Bool { properties.generalCategory == .decimalNumber }

  /// Whether it is a letter, a mark on one, a digit, or what joins words, such as `_` (Unicode, UTS #18, Annex C, `\w`).
  var isPartOfWord: Bool {
    if isASCII { return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 || self == "_" }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return properties.isAlphabetic || properties.isJoinControl
    }
  }

  /// Whether it ends a line (Unicode, UTS #18, RL1.6).
  var isLineEnd: Bool {
    switch value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The small letter, where that is one character.
  fileprivate var smallLetter: Unicode.Scalar { Self.only(properties.lowercaseMapping) ?? self }

  /// The capital, where that is one character.
  fileprivate var capital: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

  /// What it and all characters have in common that differ from it in case alone: the small letter of its capital.
  fileprivate var withoutCase: Unicode.Scalar { capital.smallLetter }

  private static func only(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
