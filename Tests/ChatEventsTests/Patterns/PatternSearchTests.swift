import TestSupport
import Testing

@testable import ChatEvents

/// How much looking costs, and whether it finds what others find.
@Suite struct PatternSearchTests {
  /// Each of these costs an engine that goes back a number of steps that doubles with each character, or has the square of the
  /// text's length.
  @Test(arguments: [
    "(a+)+b", "(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)*b", "(a?){30}a{30}b", "(.*a){20}b", "a*a*a*a*a*b",
    "(?:a|b|ab)*c",
    "[a-z]+[a-z]+[a-z]+[0-9]", "(a{1,9}){1,9}b", "(?i)(A+)+B", "(\\w+\\s?)*!$",
  ])
  func stepsGrowWithTheTextAlone(pattern: String) throws {
    let compiled = try TextPattern(pattern)
    let size = compiled.program.instructions.count
    var steps: [Int] = []
    for length in [250, 500, 1000] {
      var search = PatternSearch([compiled])
      let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      let isFound = search.isFound(in: text.span)
      #expect(!isFound)
      #expect(search.steps <= (length + 1) * size)
      steps.append(search.steps)
    }
    // Four times the text: four times the steps, and sixteen times if they grew with its square.
    #expect(steps[2] < 6 * steps[0])
  }

  @Test func aPatternThatEndsIsFoundWhereOthersTookLong() throws {
    var search = PatternSearch([try TextPattern("(a+)+$")])
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000) + [UInt8(ascii: "!")]
    let found = [search.isFound(in: text.span), search.isFound(in: text.span, 0..<100_000)]
    #expect(found == [false, true])
  }

  /// Expressions and texts by chance, held against Swift's own engine. In ASCII without carriage returns the two agree.
  @Test func generatedExpressionsAgreeWithAnotherEngine() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = Expressions(Seeded(seed))
    var compared = 0
    for _ in 0..<1000 {
      let source = generator.flags() + generator.choice(depth: 2)
      let regex = try Regex(source).wordBoundaryKind(.simple)
      guard let pattern = try? TextPattern(source) else {
        #expect((try? regex.firstMatch(in: "")) != nil, "\(source), seed \(seed)")
        continue
      }
      var search = PatternSearch([pattern])
      for _ in 0..<8 {
        let text = generator.text()
        let bytes = Array(text.utf8)
        let isFound = search.isFound(in: bytes.span)
        let expected = try regex.firstMatch(in: text) != nil
        #expect(isFound == expected, "\(source) in \(text.debugDescription), seed \(seed)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }
}

/// Makes expressions and texts of few characters, so that the ones are found in the others.
private struct Expressions {
  private var random: Seeded

  init(_ random: Seeded) { self.random = random }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func one(of list: [String]) -> String { list[number(0...list.count - 1)] }

  mutating func flags() -> String { one(of: ["", "", "", "(?i)", "(?m)", "(?s)", "(?im)"]) }

  mutating func choice(depth: Int) -> String {
    (0...(number(0...3) / 3)).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0...number(0...2)).map { _ in repeated(depth: depth) }.joined()
  }

  private mutating func repeated(depth: Int) -> String {
    if number(0...9) == 0 { return one(of: ["^", "$", "\\b", "\\B"]) }
    let isGroup = depth > 0 && number(0...2) == 0
    // The other engine goes back: with repetitions in repetitions without end it may never be done.
    let count = one(
      of: ["", "", "", "", "?", "{2}", "{1,2}", "{0,2}"] + (isGroup ? [] : ["*", "+", "{1,}", "{0,3}"]))
    return (isGroup ? group(depth: depth - 1) : character()) + count
      + (count.isEmpty ? "" : one(of: ["", "", "?"]))
  }

  private mutating func group(depth: Int) -> String {
    one(of: ["(", "(?:", "(?i:"]) + choice(depth: depth) + ")"
  }

  private mutating func character() -> String {
    one(of: [
      "a", "b", "A", "1", "_", " ", "\\.", "\\n", ".", "\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "[ab]",
      "[^ab]", "[a-c1]",
      "[^\\w]", "[\\d ]", "[A-B_-]", "\\x61",
    ])
  }

  mutating func text() -> String {
    (0..<number(0...8)).map { _ in one(of: ["a", "b", "A", "B", "c", "1", "_", " ", ".", "\n"]) }.joined()
  }
}
