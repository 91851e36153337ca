import Testing

@testable import ChatEvents

/// What a regular expression means here, where programs differ.
@Suite struct TextPatternTests {
  @Test(arguments: [
    ("granted", "Consent granted."), ("(?i)GRANTED", "granted"), ("(?i)é", "É"),
    (#"\bgranted\b"#, "consent.granted"),
    (#"\bdon\b"#, "don't"), ("é", "e\u{301}"), (#"\b3\b"#, "3.5"), (#"\R"#, "\r\n"),
    ("(?m)^yes$", "well\nyes\n"),
    ("(?s)a.b", "a\nb"), (#"\p{L}"#, "é"),
  ])
  func itIsFoundAnywhereInAText(pattern: String, text: String) throws {
    #expect(try isFound(pattern, in: text))
  }

  @Test(arguments: [
    ("granted", "Granted"), ("e", "e\u{301}"), ("👍", "👍🏽"), (#"\n"#, "\r\n"), ("granted$", "granted\n"),
    ("a.b", "a\nb"),
    ("^yes", "well\nyes"),
    (#"\bgranted"#, "ungranted"),
  ])
  func itIsNotFound(pattern: String, text: String) throws {
    #expect(try !isFound(pattern, in: text))
  }

  @Test(arguments: ["", "x*", "a|", "^", "$", "()", "(?!a)"])
  func oneThatMatchesEmptyTextTellsNothingApart(pattern: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error?.description == "it matches even a text in which nothing stands")
  }

  @Test(arguments: ["(", "[a", "*", "a{2,1}", #"\q"#, #"\1x"#, "(?<=a)b", "(?R)", #"\p{Nothing}"#, #"\X\K"#])
  func whatIsNoRegularExpressionIsRefusedWithTheReason(pattern: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error?.description.isEmpty == false)
  }

  @Test func twoOfTheSameTextAreEqual() throws {
    #expect(try TextPattern("a|b") == TextPattern("a|b"))
    #expect(try TextPattern("a|b") != TextPattern("b|a"))
  }

  private func isFound(_ pattern: String, in text: String) throws -> Bool {
    let compiled = try #require(TextPattern(pattern).compiled())
    return try compiled.firstMatch(in: text) != nil
  }
}
