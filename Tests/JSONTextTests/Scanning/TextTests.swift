import JSONText
import TestSupport
import Testing

@Suite struct TextTests {
  private func unescaped(_ content: String) -> [UInt8] {
    let bytes = padded("\"\(content)\"".utf8)
    return Text.unescaped(bytes.span, 1..<content.utf8.count + 1)
  }

  private func loneSurrogate(_ content: String) -> Int? {
    let bytes = padded("\"\(content)\"".utf8)
    return Text.loneSurrogate(bytes.span, 1..<content.utf8.count + 1).map { $0 - 1 }
  }

  @Test(arguments: [
    ("", ""), ("plain é€😀", "plain é€😀"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
    (#"\u0041\u00e9\u20AC"#, "Aé€"), (#"\ud83d\ude00"#, "😀"), (#"\uD834\uDD1Ex"#, "𝄞x"),
    (#"\udbff\udfff"#, "\u{10ffff}"),
    (#"\\u0041"#, #"\u0041"#), (#"\u0000"#, "\u{0}"), (#"\uffff"#, "\u{ffff}"),
  ])
  func escapesAreTheCharactersThatTheyName(content: String, text: String) {
    #expect(unescaped(content) == Array(text.utf8))
    #expect(loneSurrogate(content) == nil)
  }

  @Test(arguments: [
    (#"\ud800"#, 0), (#"\udc00"#, 0), (#"ab\ud800"#, 2), (#"\ud800\ud800\udc00"#, 0),
    (#"\ud83d\ude00\ude00"#, 12),
    (#"\ud800a"#, 0), (#"\ud800\n"#, 0), (#"\ud800\u0041"#, 0), (#"\\\ud800"#, 2), (#"\ude00\ud83d"#, 0),
    (#"\u0041\uDBFF"#, 6),
  ])
  func halfASurrogatePairIsFoundWhereItStands(content: String, offset: Int) {
    #expect(loneSurrogate(content) == offset)
    #expect(String(decoding: unescaped(content), as: UTF8.self).contains("\u{fffd}"))
  }

  @Test func aPairThatTheStringCutsInTwoIsNoPair() {
    // The low half stands behind the string, as it can in no document, but in a buffer.
    let bytes = padded(#"\ud83d\ude00"#.utf8)
    #expect(Text.loneSurrogate(bytes.span, 0..<6) == 0)
  }

  @Test func everyCodePointSurvivesItsEscape() {
    for value in stride(from: UInt32(0), through: 0x10ffff, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let content = String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      #expect(unescaped(content) == Array(String(scalar).utf8), "\(value)")
    }
  }

  @Test func hexadecimalDigitsAreThoseOfEitherCase() {
    for byte in UInt8.min...UInt8.max {
      let value = UInt8(String(Unicode.Scalar(byte)), radix: 16)
      #expect(Hex.value(byte) == value)
      for place in 0..<4 {
        var bytes: [UInt8] = [0x30, 0x39, 0x61, 0x46]
        bytes[place] = byte
        let word = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        #expect(Hex.areDigits(word) == (value != nil), "\(byte) at \(place)")
      }
    }
  }

  /// The number of characters is that of the text that the escapes stand for.
  @Test func charactersAreCountedWithoutReadingThem() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let pieces = [
      "a", "plain text", "é", "€", "😀", "\\n", "\\\\", "\\\"", "\\u00e9", "\\ud83d\\ude00", "\\ud83d",
      "\\ude00",
      "\\ud83d\\u0041", "\\ud83d\\n",
    ]
    for round in 0..<5_000 {
      let content = (0..<Int.random(in: 0..<12, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = padded("\"\(content)\"".utf8)
      let slice = try Scanner(end: content.utf8.count + 2).sliceOfString(bytes.span)
      let count = Text.scalarCount(bytes.span, slice)
      #expect(count == Text.scalars(bytes.span, slice).count, "seed \(seed), round \(round): \(content)")
    }
  }
}

extension Scanner {
  /// The string that a text is.
  fileprivate func sliceOfString(_ bytes: Span<UInt8>) throws(JSONFault) -> Slice {
    var scanner = self
    return try scanner.slice(bytes, 0, depth: 0)
  }
}
