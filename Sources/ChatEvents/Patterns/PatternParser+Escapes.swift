extension PatternParser {
  /// What a backslash and what stands behind it mean.
  private enum Escape {
    case scalar(Unicode.Scalar)
    case kind(PatternSet.Kind, isNegated: Bool)
    case assertion(PatternAssertion)
    case anyLineEnd
  }

  /// Reads a backslash and what belongs to it.
  mutating func escape() throws(TextPatternError) -> PatternNode {
    switch try escaped() {
    case .scalar(let scalar): return literal(scalar)
    case .kind(let kind, let isNegated): return .character(PatternSet(kind, isNegated: isNegated))
    case .assertion(let assertion): return .assertion(assertion)
    case .anyLineEnd:
      let both: [PatternNode] = [.character(PatternSet("\r")), .character(PatternSet("\n"))]
      return .choice([.sequence(both), .character(PatternSet(.lineEnd))])
    }
  }

  /// Reads a class, from its bracket to the other.
  mutating func characterClass() throws(TextPatternError) -> PatternSet {
    let start = position
    position += 1
    var set = PatternSet(isNegated: take("^"), ignoresCase: flags.ignoresCase)
    if next == "]" {
      throw error(start, to: position + 1, "is an empty class; write '\\]' for the character")
    }
    while let next, next != "]" {
      try refuseOperator()
      let first = position
      guard let lower = try member(of: &set) else { continue }
      try refuseOperator()
      // A hyphen at the end stands for itself.
      guard self.next == "-", let behind = character(behind: 1), behind != "]" else {
        set.insert(lower...lower)
        continue
      }
      position += 1
      guard let upper = try member(of: &set) else {
        throw error(first, to: position, "is not a range; write '\\-' for the character")
      }
      guard lower <= upper else { throw error(first, to: position, "is a range in reverse order") }
      set.insert(lower...upper)
    }
    guard take("]") else {
      throw error(start, "opens an unclosed class; write '\\[' for the character")
    }
    return set
  }

  /// Reads a character of a class; nil for a kind, which is in the set then.
  private mutating func member(of set: inout PatternSet) throws(TextPatternError) -> Unicode.Scalar? {
    let start = position
    guard let next else { return nil }
    if next == "\\" {
      switch try escaped() {
      case .scalar(let scalar): return scalar
      case .kind(let kind, let isNegated):
        set.insert(kind, isNegated: isNegated)
        return nil
      case .assertion, .anyLineEnd:
        throw error(start, to: position, "is not allowed in a class")
      }
    }
    if next == "[" { throw error(start, "is inside a class; write '\\[' for the character") }
    position += 1
    return next
  }

  /// Refuses what elsewhere joins classes, and cuts one out of another.
  private func refuseOperator() throws(TextPatternError) {
    guard let next, "&-~".unicodeScalars.contains(next), next == character(behind: 1) else { return }
    throw error(
      position, to: position + 2,
      "combines classes, which is not supported; write '\\\(next)' for the character"
    )
  }

  private mutating func escaped() throws(TextPatternError) -> Escape {
    let start = position
    position += 1
    guard let next else { throw error(start, "escapes nothing; write '\\\\' for the character") }
    position += 1
    switch next {
    case "d", "D": return .kind(.digit, isNegated: next == "D")
    case "w", "W": return .kind(.partOfWord, isNegated: next == "W")
    case "s", "S": return .kind(.whiteSpace, isNegated: next == "S")
    case "b": return .assertion(.wordBoundary)
    case "B": return .assertion(.noWordBoundary)
    case "A": return .assertion(.textStart)
    case "z": return .assertion(.textEnd)
    case "R": return .anyLineEnd
    case "t": return .scalar("\t")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "f": return .scalar("\u{0c}")
    case "x": return .scalar(try number(start, digits: 2))
    case "u": return .scalar(try number(start, digits: 4))
    case "a"..."z", "A"..."Z", "0"..."9":
      throw error(start, to: position, "\(Self.fault(of: next))")
    default: return .scalar(next)
    }
  }

  /// Says what an escape means elsewhere, and what can be written instead.
  private static func fault(of letter: Unicode.Scalar) -> String {
    switch letter {
    case "1"..."9", "k", "g": "refers to a group, which is not supported; repeat the group's expression"
    case "0": "is not supported; write '\\x{0}'"
    case "p", "P":
      "is a Unicode property, which is not supported; write '\\w', '\\d', '[^\\W\\d_]' for a letter, or a class of your own"
    case "Z": "is not supported; write '$'"
    case "h": "is not supported; write '[ \\t]'"
    case "v": "is not supported; write '\\R'"
    case "N": "is not supported; write '.'"
    case "X": "is not supported; write '.'"
    case "Q", "E": "is not supported; write a backslash before each character"
    default: "has no meaning here; write '\(letter)' for the character"
    }
  }

  /// Reads a character's number, of that many hexadecimal digits, or of up to eight in braces.
  private mutating func number(_ start: Int, digits count: Int) throws(TextPatternError) -> Unicode.Scalar {
    let isInBraces = take("{")
    var value: UInt32 = 0
    var digits = 0
    while digits < (isInBraces ? 8 : count), let next, next.isASCII,
      let digit = Character(next).hexDigitValue
    {
      value = value << 4 | UInt32(digit)
      digits += 1
      position += 1
    }
    let isWhole = isInBraces ? digits > 0 && take("}") : digits == count
    guard isWhole else {
      throw error(
        start, to: position, "needs \(count) hexadecimal digits; put numbers of other lengths in braces")
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error(start, to: position, "is not the number of a character")
    }
    return scalar
  }
}
