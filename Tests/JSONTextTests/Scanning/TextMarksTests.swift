import Testing

@testable import JSONText

/// What vectors find in 32 bytes is what a look at each of them finds.
@Suite struct TextMarksTests {
  @Test func ordinaryEscapesAreLettersOfLatinCyrillicHebrewAndChineseCharacters() {
    let alphabet = Array(#"\\\u0000123456789abcdefABCDEF"é"#.utf8)
    var bytes = (0..<2_000).map { _ in alphabet.randomElement() ?? 0 }
    for code in stride(from: 0, to: 0x1_0000, by: 7) {
      let digits = String(code, radix: 16, uppercase: code % 2 == 0)
      bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      if code % 5 == 0 { bytes.append(UInt8(ascii: "x")) }
    }
    let end = bytes.count
    bytes += [UInt8](repeating: 0, count: Scanner.padding)
    for offset in 0..<end - 36 {
      let marks = bytes.span.ordinaryEscapeMarks(offset)
      for place in [0, 1, 15, 16, 31] {
        let isMarked = marks >> UInt32(place) & 1 == 1
        #expect(
          isMarked == isOrdinary(bytes[(offset + place)...]), "at \(place): \(bytes[offset..<offset + 36])")
      }
    }
  }

  private func isOrdinary(_ text: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: text.prefix(5), as: UTF8.self)
    return word.wholeMatch(of: /\\u(0[1245].|00[c-fC-F]|[4-9]..)/) != nil
  }
}
