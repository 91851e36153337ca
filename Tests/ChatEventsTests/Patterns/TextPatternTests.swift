import Testing

@testable import ChatEvents

/// What a regular expression means here.
@Suite struct TextPatternTests {
  @Test(arguments: [
    ("granted", "Consent granted."), ("yes|ja|oui", "oh ja"), ("a(b|c|)d", "ad"), ("a(?:b|c|)d", "acd"),
    ("(?<answer>yes)!", "yes!"), ("(?P<answer>yes)!", "yes!"), ("((a)(b))c", "abc"),
    ("ab?c", "ac"), ("ab*c", "abbbc"), ("ab+c", "abc"), ("ab{2}c", "abbc"), ("ab{2,}c", "abbbbc"),
    ("ab{1,2}c", "abbc"), ("ab{,2}c", "ac"), ("a{0}b", "b"), ("x(ab){2}y", "xababy"),
    ("ab??c", "abc"), ("ab*?c", "abbc"), ("ab+?c", "abbc"), ("ab{1,3}?c", "abbbc"),
    ("a.c", "a\u{1f44d}c"), ("a.c", "a\tc"), ("(?s)a.c", "a\nc"),
    ("[abc]x", "cx"), ("[a-c]x", "bx"), ("[^a-c]x", "dx"), ("[^a]", "\n"), ("[-a]", "-"), ("[a-]", "-"),
    ("[a\\-c]x", "-x"), ("[\\]]", "]"), ("[.*+?(){}|^$]{12}", ".*+?(){}|^$."), ("[\\d_]x", "5x"),
    ("[^\\W\\d_]", "é"), ("[\\Wx]", " "), ("[\\x41-\\x{43}]", "B"), ("[€-₭]", "₭"), ("[!-\\-]", "+"),
    ("\\d\\D", "1a"), ("\\w\\W", "_-"), ("\\s\\S", "\u{a0}x"), ("\\d", "٣"), ("\\w", "ж"), ("\\w", "\u{301}"),
    ("\\t\\n\\r\\f", "\t\n\r\u{0c}"), ("\\x6a\\u006A\\x{1F44D}\\u{6a}", "jj\u{1f44d}j"),
    ("\\.\\/\\\\\\-\\ \\€", "./\\- €"), ("a{b}c{,d}", "a{b}c{,d}"), ("x]}", "x]}"), ("a{", "a{"),
    ("^yes", "yes"), ("yes$", "oh yes"), ("\\Ayes\\z", "yes"), ("(?m)^yes$", "well\nyes\n"),
    ("(?m)^b", "a\r\nb"), ("(?m)a$", "a\r\nb"), ("(?m)^b$", "a\u{2028}b\u{85}"),
    ("\\bno\\b", "no.thanks"), ("\\bgranted\\b", "consent.granted"), ("\\bdon\\b", "don't"),
    ("\\b3\\b", "3.5"),
    ("o\\b.\\bt", "no.thanks"), ("o\\B.\\Bt", "nobt"), ("\\b", "a"), ("\\Bé", "été"),
    ("(?i)GRANTED", "granted"), ("(?i)granted", "GRANTED"), ("(?i)é", "É"), ("(?i)[a-f]", "E"),
    ("(?i)[Σ]", "ς"),
    ("(?i)straße", "STRAẞE"), ("(?i)\u{212a}", "k"), ("(?i)k", "\u{212a}"), ("(?i)[^a]", "b"),
    ("(?i)[Ā-Ȁ]", "ȁ"), ("(?i)[ā-ȁ]", "Ā"),
    ("(?i:a)b", "Ab"), ("a(?i)b|c", "C"), ("(a(?i)b)c", "aBc"), ("(?i)a(?-i:b)c", "AbC"),
    ("(?im-s)^A.", "\nab"),
    ("\\Rb", "a\r\nb"), ("\\R", "\u{2029}"), ("\\n", "\r\n"), ("e", "e\u{301}"), ("👍", "👍🏽"),
    (".b", "\u{fffd}b"),
    ("(a*)*b", "b"), ("(a|b*)*c", "abbac"), ("(a?){3}b", "b"), ("(|a)+b", "aab"), ("(^a|b)+", "b"),
    ("(?:\\ba|b)+!", "ab!"), ("(a+)+$", "aab aa"), ("()x", "x"), ("x(?:)y", "xy"),
  ])
  func itIsFoundInAText(pattern: String, text: String) throws {
    #expect(try isFound(pattern, in: text))
  }

  @Test(arguments: [
    ("granted", "Granted"), ("yes|ja", "no"), ("ab?c", "abbc"), ("ab+c", "ac"), ("ab{2}c", "abc"),
    ("^ab{2}$", "abbb"), ("ab{2,3}c", "abbbbc"), ("ab{,2}c", "abbbc"), ("a{0}b", "a"),
    ("a.b", "a\nb"), ("a.b", "a\u{2028}b"), ("[abc]", "B"), ("[^a-c]", "abc"), ("[^\\W\\d_]", "5_ "),
    ("[\\D]", "12"), ("\\d", "²"), ("\\w", "-"), ("\\s", "\u{200b}"), ("granted$", "granted\n"),
    ("^yes", "well\nyes"), ("(?m)a\\zb", "a\nb"), ("(?m)\\Ab", "a\nb"), ("(?m)\\r$", "a\r\nb"),
    ("(?m)^\\n", "\r\n"),
    ("\\bgranted", "ungranted"), ("\\bno\\b", "nobody"), ("\\bgranted\\b", "granted_"), ("a\\B", "a"),
    ("\\bt", "été"),
    ("(?i)a(?-i)b", "AB"), ("(a(?i)b)c", "abC"), ("(?i)ss", "ß"), ("(?i)[^a]", "A"), ("(?i)[^a-z]", "Q"),
    ("é", "e\u{301}"), ("$a", "a"), ("a^", "a"), ("x{3}", "xx"), ("(ab){2}", "abaab"),
  ])
  func itIsNotFound(pattern: String, text: String) throws {
    #expect(try !isFound(pattern, in: text))
  }

  @Test(arguments: ["", "x*", "a|", "^", "$", "()", "a{0}", "(?i)", "(?:a?){2,5}", "\\B", "a*|b", "(?m)^$"])
  func oneThatMatchesEmptyTextTellsNothingApart(pattern: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error?.description == "it matches the empty text")
  }

  @Test func twoOfTheSameTextAreEqual() throws {
    #expect(try TextPattern("a|b") == TextPattern("a|b"))
    #expect(try TextPattern("a|b") != TextPattern("b|a"))
  }

  @Test func aPartOfATextIsATextOfItsOwn() throws {
    var search = PatternSearch([try TextPattern("^b$")])
    let text = Array("abc".utf8)
    let found = [1..<2, 0..<2, 1..<3, 0..<3].map { search.isFound(in: text.span, $0) }
    #expect(found == [true, false, false, false])
  }

  @Test func anyOfSeveralCounts() throws {
    var search = PatternSearch([try TextPattern("yes"), try TextPattern("ja")])
    let found = ["oh yes", "oh ja", "oui"].map { text in
      let bytes = Array(text.utf8)
      return search.isFound(in: bytes.span)
    }
    #expect(found == [true, true, false])
  }

  /// Texts are sound UTF-8 everywhere; what is none must not end the process.
  @Test(
    arguments: [
      [0xff], [0x80, 0x62], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x91], [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xc1, 0x81], [0xe0, 0x80],
    ] as [[UInt8]])
  func aByteThatIsNoCharacterCountsAsAReplacement(bytes: [UInt8]) throws {
    var search = PatternSearch([try TextPattern("^\\x{fffd}")])
    let isFound = search.isFound(in: bytes.span)
    #expect(isFound)
  }

  private func isFound(_ pattern: String, in text: String) throws -> Bool {
    var search = PatternSearch([try TextPattern(pattern)])
    let bytes = Array(text.utf8)
    return search.isFound(in: bytes.span)
  }
}
