/// Reads the text of an expression. Docs/patterns.md has the grammar.
struct PatternParser {
  let characters: [Unicode.Scalar]
  var position = 0
  var flags = Flags()

  /// How many groups the present place is in.
  private var depth = 0

  /// How deep groups may be in one another, and how often anything may be repeated.
  static let mostDepth = 100
  static let mostRepetitions = 1000

  /// What is switched on at a place.
  struct Flags {
    /// Capitals and small letters are the same: `i`.
    var ignoresCase = false
    /// `^` and `$` hold at line ends too: `m`.
    var seesLines = false
    /// `.` is a line end too: `s`.
    var dotIsLineEnd = false
  }

  private init(_ source: String) { characters = Array(source.unicodeScalars) }

  /// Reads an expression.
  ///
  /// - Throws: what is wrong with it, where, and what can be written instead.
  static func parse(_ source: String) throws(TextPatternError) -> PatternNode {
    var parser = PatternParser(source)
    let node = try parser.choice()
    if parser.next != nil {
      throw parser.error(parser.position, "has no opening parenthesis; write '\\)' for the character")
    }
    return node
  }

  // MARK: Places

  /// The next character; nil at the end.
  var next: Unicode.Scalar? { character(behind: 0) }

  /// Returns the character so many behind the next one.
  func character(behind count: Int) -> Unicode.Scalar? {
    position + count < characters.count ? characters[position + count] : nil
  }

  /// Passes a text if it stands here.
  mutating func take(_ text: String) -> Bool {
    let rest = characters[position...]
    guard rest.starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// Returns an error about what stands between a place and another, by default the character at that place.
  func error(_ start: Int, to end: Int? = nil, _ fault: String) -> TextPatternError {
    let text = text(start, min(end ?? start + 1, characters.count))
    return TextPatternError(reason: "'\(text)' at character \(start + 1) \(fault)")
  }

  /// Returns what stands between a place and another.
  private func text(_ start: Int, _ end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters[start..<end])
    return String(text)
  }

  // MARK: What stands beside each other

  /// Reads what stands up to the end of the group, or of the whole.
  private mutating func choice() throws(TextPatternError) -> PatternNode {
    let outer = flags
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    flags = outer
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  private mutating func sequence() throws(TextPatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next, next != "|", next != ")" {
      let start = position
      if let node = try single() { nodes.append(try repeated(node, from: start)) }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// Reads what can be repeated; nil where flags are switched and nothing else.
  private mutating func single() throws(TextPatternError) -> PatternNode? {
    let start = position
    guard let next else { return nil }
    switch next {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case "\\": return try escape()
    case "*", "+", "?", "{":
      if try repetition() != nil {
        throw error(start, to: position, "repeats nothing; write '\\\(next)' for the character")
      }
    default: break
    }
    position += 1
    switch next {
    case ".": return .character(flags.dotIsLineEnd ? .all : PatternSet(.lineEnd, isNegated: true))
    case "^": return .assertion(flags.seesLines ? .lineStart : .textStart)
    case "$": return .assertion(flags.seesLines ? .lineEnd : .textEnd)
    default: return literal(next)
    }
  }

  /// Returns what matches one character.
  func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    .character(PatternSet(scalar, ignoresCase: flags.ignoresCase))
  }

  // MARK: Repetitions

  private mutating func repeated(_ node: PatternNode, from start: Int) throws(TextPatternError) -> PatternNode
  {
    guard let (least, most) = try repetition() else { return node }
    if case .assertion = node, characters[start] != "(" {
      throw error(start, to: position, "repeats an assertion, which has no length")
    }
    // Whether it prefers fewer or more makes no difference to whether it is found.
    if !take("?"), next == "+" {
      throw error(
        start, to: position + 1, "is possessive, which is not supported; remove the last '+'")
    }
    let end = position
    if try repetition() != nil {
      throw error(start, to: position, "repeats a repetition; write '(?:\(text(start, end)))' for the first")
    }
    return .repetition(node, least: least, most: most)
  }

  /// Reads how often something is repeated; nil where nothing says so. Braces that hold no numbers stand for themselves.
  private mutating func repetition() throws(TextPatternError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{") else { return nil }
    let first = number()
    var last = first
    if take(",") { last = number() }
    guard take("}"), first != nil || last != nil else {
      position = start
      return nil
    }
    let least = first ?? 0
    if max(least, last ?? 0) > Self.mostRepetitions {
      throw error(start, to: position, "repeats more than \(Self.mostRepetitions) times")
    }
    if let last, last < least { throw error(start, to: position, "has a maximum below its minimum") }
    return (least, last)
  }

  /// Reads a number; nil where there is none. Large ones are cut.
  private mutating func number() -> Int? {
    var number: Int?
    while let next, "0"..."9" ~= next {
      number = min((number ?? 0) * 10 + Int(next.value - 0x30), 1_000_000)
      position += 1
    }
    return number
  }

  // MARK: Groups

  private mutating func group() throws(TextPatternError) -> PatternNode? {
    let start = position
    position += 1
    let outer = flags
    if take("?") {
      if let fault = unsupported() { throw error(start, to: position, fault) }
      if take("<") || take("P<") {
        try name(of: start)
      } else if try switchesFlags(start) {
        return nil
      }
    }
    depth += 1
    if depth > Self.mostDepth { throw error(start, "is nested in more than \(Self.mostDepth) groups") }
    let node = try choice()
    depth -= 1
    guard take(")") else {
      throw error(start, "opens an unclosed group; write '\\(' for the character")
    }
    flags = outer
    return node
  }

  /// Passes the beginning of a group of a kind that is not supported, and says so; nil for others.
  private mutating func unsupported() -> String? {
    let ahead =
      "looks ahead, which is not supported; include the following text in the expression"
    let behind = "looks behind, which is not supported; include the preceding text in the expression"
    if take("=") || take("!") { return ahead }
    if take("<=") || take("<!") { return behind }
    if take(">") { return "is an atomic group, which is not supported; write '(?:'" }
    if take("|") { return "resets group numbers, which is not supported; write '(?:'" }
    if take("(") { return "is a condition, which is not supported; write both cases with '|'" }
    if take("#") { return "is a comment, which is not supported; remove it" }
    if take("P=") { return "refers to a group, which is not supported; repeat the group's expression" }
    if take("R") || take("&") || take("P>") {
      return "calls a group, which is not supported; repeat the group's expression"
    }
    return nil
  }

  /// Passes a group's name, which nothing asks for.
  private mutating func name(of start: Int) throws(TextPatternError) {
    let first = position
    while let next, next.isPartOfWord { position += 1 }
    guard position > first, take(">") else {
      throw error(start, to: position + 1, "has no name in angle brackets; write '(?:'")
    }
  }

  /// Reads flags up to a colon, or up to the end of the group.
  ///
  /// - Returns: whether the group ends there.
  private mutating func switchesFlags(_ start: Int) throws(TextPatternError) -> Bool {
    var switchesOn = true
    while let next {
      position += 1
      switch next {
      case "i": flags.ignoresCase = switchesOn
      case "m": flags.seesLines = switchesOn
      case "s": flags.dotIsLineEnd = switchesOn
      case "-" where switchesOn: switchesOn = false
      case ":": return false
      case ")": return true
      default:
        throw error(
          start, to: position,
          "is not a group; '(?' may be followed by ':', '<name>', or the flags i, m and s")
      }
    }
    throw error(start, "opens an unclosed group; write '\\(' for the character")
  }
}
