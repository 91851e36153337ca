/// An expression compiled: the instructions of an automaton that is in several places at once.
///
/// Source: Thompson, "Regular expression search algorithm", Communications of the ACM 11 (1968).
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Goes on behind the next character if that is in the set of that number, or, in ASCII, if its bit is set.
    case character(ASCIISet, set: Int)
    /// Goes on if that holds here.
    case assertion(PatternAssertion)
    /// Goes on at the next instruction, and at that one.
    case split(Int)
    case jump(Int)
    case found
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [PatternSet] = []

  /// The characters of ASCII with which what is looked for can begin; nil where it can be of no length.
  private(set) var starts: ASCIISet?

  /// How many parts an expression may have when its repetitions are written out.
  static let most = 5000
  private var parts = 0

  /// Compiles an expression.
  ///
  /// - Throws: where it is too large.
  init(_ node: PatternNode) throws(TextPatternError) {
    try add(node)
    instructions.append(.found)
    starts = startSet()
  }

  private mutating func add(_ node: PatternNode) throws(TextPatternError) {
    parts += 1
    if parts > Self.most {
      throw TextPatternError(
        reason: "it has more than \(Self.most) parts with its repetitions expanded; lower the repetitions")
    }
    switch node {
    case .character(let set):
      instructions.append(.character(ASCIISet(set), set: sets.count))
      sets.append(set)
    case .assertion(let assertion): instructions.append(.assertion(assertion))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .choice(let nodes): try add(choice: nodes)
    case .repetition(let node, let least, let most): try add(node, least: least, most: most)
    }
  }

  private mutating func add(choice nodes: [PatternNode]) throws(TextPatternError) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      if index == nodes.count - 1 {
        try add(node)
      } else {
        let split = reserve()
        try add(node)
        ends.append(reserve())
        instructions[split] = .split(instructions.count)
      }
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func add(_ node: PatternNode, least: Int, most: Int?) throws(TextPatternError) {
    var last = instructions.count
    for _ in 0..<least {
      last = instructions.count
      try add(node)
    }
    if let most {
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(reserve())
        try add(node)
      }
      for split in splits { instructions[split] = .split(instructions.count) }
    } else if least > 0 {
      instructions.append(.split(last))
    } else {
      let split = reserve()
      try add(node)
      instructions.append(.jump(split))
      instructions[split] = .split(instructions.count)
    }
  }

  /// Makes room for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    instructions.append(.found)
    return instructions.count - 1
  }

  /// Returns the characters of ASCII with which what is looked for can begin, if whatever is asserted holds.
  private func startSet() -> ASCIISet? {
    var starts = ASCIISet()
    var seen = [Bool](repeating: false, count: instructions.count)
    var stack = [0]
    while let index = stack.popLast() {
      if seen[index] { continue }
      seen[index] = true
      switch instructions[index] {
      case .character(let ascii, _): starts.formUnion(ascii)
      case .assertion: stack.append(index + 1)
      case .split(let other): stack += [index + 1, other]
      case .jump(let other): stack.append(other)
      case .found: return nil
      }
    }
    return starts
  }
}

/// Some of the 128 characters of ASCII.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  /// Takes those of a set.
  init(_ set: PatternSet) {
    for value in UInt8(0)..<128 where set.contains(Unicode.Scalar(value)) {
      if value < 64 { low |= 1 << value } else { high |= 1 << (value - 64) }
    }
  }

  mutating func formUnion(_ other: ASCIISet) {
    low |= other.low
    high |= other.high
  }

  /// Whether a character below 128 is one of them.
  func contains(_ value: UInt32) -> Bool { (value < 64 ? low : high) &>> UInt64(value & 63) & 1 != 0 }
}
