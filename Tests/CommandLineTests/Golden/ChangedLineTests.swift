import TestSupport
import Testing

@testable import ChatEventsCommand

@Suite struct ChangedLineTests {
  static let long = String(repeating: "x", count: 200)

  /// Two lines, what the mark below them says, and the column above its caret, from 0.
  @Test(arguments: [
    ("abc", "abd", "column 3", 2), ("abc", "abcd", "column 4", 3), ("", "a", "column 1", 0),
    (#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#, "column 11, at /a/b", 10),
    (#"{"a":12}"#, #"{"a":123}"#, "column 8, at /a", 7),
    (#"{"a":1,"b":2}"#, #"{"a":1}"#, "column 7, at /b", 6),
    (#"{"a":1}"#, #"{"a":1,"b":2}"#, "column 7, at /b", 6),
    (#"{"aX":1}"#, #"{"aY":1}"#, "column 4, at /aX", 3), ("[1,2,3]", "[1,2,4]", "column 6, at /2", 5),
    (#"{"a/b":{"~":true}}"#, #"{"a/b":{"~":false}}"#, "column 13, at /a~1b/~0", 12),
    (#"{"a":1} x"#, #"{"a":2} x"#, "column 6", 5), (#"{"a":1"#, #"{"a":2"#, "column 6", 5),
    ("Zoë", "Zoé", "column 4", 2), ("🙂", "🙃", "column 4", 0), ("\ta", "\tb", "column 2", 2),
  ])
  func theMarkPointsAtTheFirstByteThatDiffers(
    expected: String, actual: String, label: String, column: Int
  ) throws {
    let line = ChangedLine(expected: Array(expected.utf8)[...], actual: Array(actual.utf8)[...])
    let mark = try #require(line.mark)
    #expect(mark.replacing("^", with: "").drop { $0 == " " }.replacing(#/ +$/#, with: "") == label)
    #expect(mark.firstIndex(of: "^").map { mark.distance(from: mark.startIndex, to: $0) } == column)
  }

  @Test func shortLinesAreShownWhole() {
    let line = ChangedLine(expected: Array("abc\t".utf8)[...], actual: Array("abd".utf8)[...])
    #expect(line.expected == "abc\\t")
    #expect(line.actual == "abd")
  }

  @Test func longLinesAreCutAroundTheDifference() {
    let line = ChangedLine(
      expected: Array("\(Self.long)old\(Self.long)".utf8)[...], actual: Array("\(Self.long)new".utf8)[...])
    #expect(line.expected == "…" + Self.long.prefix(39) + "old" + Self.long.prefix(56) + "…")
    #expect(line.actual == "…" + Self.long.prefix(39) + "new")
    #expect(line.mark == String(repeating: " ", count: 29) + "column 201 ^")
  }

  @Test func whatEndsEarlyIsShownToItsEnd() {
    let line = ChangedLine(
      expected: Array("\(Self.long)\(Self.long)".utf8)[...], actual: Array(Self.long.utf8)[...])
    #expect(line.actual == "…" + Self.long.prefix(39))
    #expect(line.expected == "…" + Self.long.prefix(98) + "…")
  }

  @Test func aLongPointerIsCut() throws {
    let key = String(repeating: "k", count: 300)
    let line = ChangedLine(
      expected: Array(#"{"\#(key)":{"end":1}}"#.utf8)[...], actual: Array(#"{"\#(key)":{"end":2}}"#.utf8)[...]
    )
    #expect(
      try #require(line.mark).contains("at /kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…kkkkkkkkkkkkkkk/end"))
  }

  /// However a line was changed: what is shown is short, and the caret stands where the two begin to differ.
  @Test func whatIsShownIsShortAndDiffersAtTheCaret() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    let letters: [[UInt8]] =
      ["a", "ë", "🙂", "\u{1b}", "\"", "{", "}", ",", ":"].map { Array($0.utf8) } + [[0xff], [0x80]]
    for round in 0..<3_000 {
      let old = (0..<Int.random(in: 0...300, using: &generator))
        .flatMap { _ in letters.randomElement(using: &generator) ?? [] }
      var new = old
      new.insert(
        contentsOf: letters.randomElement(using: &generator) ?? [],
        at: Int.random(in: 0...old.count, using: &generator))
      if Bool.random(using: &generator) { new.removeLast(min(new.count, 7)) }
      guard old != new else { continue }
      let line = ChangedLine(expected: old[...], actual: new[...])
      #expect(
        max(line.expected.count, line.actual.count) <= ChangedLine.width,
        "seed \(seed), round \(round)")
      let mark = try #require(line.mark, "seed \(seed), round \(round)")
      let caret = try #require(mark.firstIndex(of: "^"))
      let offset = mark.distance(from: mark.startIndex, to: caret)
      #expect(line.expected.prefix(offset) == line.actual.prefix(offset), "seed \(seed), round \(round)")
      #expect(
        line.expected.dropFirst(offset) != line.actual.dropFirst(offset), "seed \(seed), round \(round)")
    }
  }
}
