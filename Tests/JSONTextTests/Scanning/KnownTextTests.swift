import JSONText
import Testing

@Suite struct KnownTextTests {
  /// A string is known however it is written, and nothing else is.
  @Test func aStringIsComparedWholeAtEachLength() {
    let whole = String(
      (0..<KnownText.limit).map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26))) })
    for length in 0...KnownText.limit {
      let text = String(whole.prefix(length))
      let known = KnownText(text)
      #expect(isText(known, "\"\(text)\""))
      #expect(!isText(known, "\"\(text)x\""))
      guard let last = text.last else { continue }
      #expect(!isText(known, "\"\(text.dropLast())\""))
      #expect(!isText(known, "\"\(text.dropLast())\(last == "a" ? "b" : "a")\""))
      #expect(isText(known, "\"\(text.dropLast())\\u00\(String(last.asciiValue ?? 0, radix: 16))\""))
    }
  }

  @Test(arguments: ["1", "null", "true", "[\"1\"]", "{}"]) func onlyAStringIsText(value: String) {
    #expect(!isText(KnownText("1"), value))
    #expect(!isText(KnownText(""), value))
  }

  private func isText(_ known: KnownText, _ value: String) -> Bool {
    let bytes = padded(value.utf8)
    var scanner = Scanner(end: value.utf8.count)
    guard let slice = try? scanner.slice(bytes.span, 0, depth: 0) else { return false }
    return known.isText(of: slice, bytes.span)
  }
}
