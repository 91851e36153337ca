import Testing

@testable import JSONText

/// Strings as JavaScript handles them; the expectations are those of `trim` and `toLowerCase` in Node 20.
@Suite struct JavaScriptTextTests {
  @Test(arguments: [
    (" Jo Blo ", "Jo Blo"), ("\u{a0}\u{feff}x\u{2028}", "x"), (" \\t\\u00a0x y\\u3000\\n", "x y"),
    ("", ""), (" ", ""), ("\u{200b}x", "\u{200b}x"), ("\\ud800 ", "\\ud800"),
    ("\u{1680}\u{205f}x\u{180e}", "x\u{180e}"),
    ("\\\"", "\\\""),
  ])
  func whiteSpaceAtBothEndsGoes(text: String, trimmed: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    let range = Text.trimmed(bytes.span, 0..<text.utf8.count)
    #expect(String(decoding: bytes[range], as: UTF8.self) == trimmed)
  }

  @Test(arguments: [
    ("ABC Def \\\"X\\\"", "abc def \\\"x\\\""), ("ÀÉÎ", "àéî"), ("\\u00C9\\u00e9", "é\\u00e9"), ("İ", "i̇"),
    ("ΟΔΟΣ", "οδος"), ("ΣΑΣ Σ", "σας σ"), ("ΑΣ.Β", "ασ.β"), ("Α\u{301}Σ\u{301}", "α\u{301}ς\u{301}"),
    ("\\uD800A", "\\uD800a"), ("\\uD801\\uDC00", "𐐨"),
  ])
  func lettersAreMadeSmall(text: String, lowercased: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    var characters = Characters()
    characters.append(bytes.span, 0..<text.utf8.count)
    #expect(String(decoding: characters.lowercased(), as: UTF8.self) == lowercased)
  }
}
