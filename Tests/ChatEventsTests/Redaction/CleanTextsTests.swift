import JSONText
import Testing

@testable import ChatEvents

/// Texts that were looked through and hold nothing, by their bytes.
@Suite struct CleanTextsTests {
  private func isClean(
    _ text: some Collection<UInt8>, _ texts: CleanTexts, _ wanted: TextRedaction.Wanted = .all
  ) -> Bool {
    let padded = Array(text) + [UInt8](repeating: 0, count: 64)
    return texts.contains(padded.span, 0..<text.count, wanted)
  }

  private func noted(_ text: [UInt8]) -> CleanTexts {
    var texts = CleanTexts()
    let padded = [1] + text + [UInt8](repeating: 0, count: 64)
    texts.add(padded.span, 1..<text.count + 1, .all)
    return texts
  }

  @Test(arguments: [16, 17, 23, 24, 25, 100, 512])
  func aTextIsCleanByAllItsBytes(count: Int) {
    let text = (0..<count).map { UInt8(97 + $0 % 26) }
    let texts = noted(text)
    #expect(isClean(text, texts))
    #expect(!isClean(text, texts, .unmistakable))
    for place in 0..<count {
      var other = text
      other[place] = UInt8(ascii: "7")
      #expect(!isClean(other, texts), "\(place)")
    }
    #expect(!isClean(text.dropLast(), texts) && !isClean(text + [97], texts))
  }

  @Test(arguments: [0, 1, 15, 513])
  func shortAndLongTextsAreNotNoted(count: Int) {
    let text = [UInt8](repeating: 97, count: count)
    #expect(!isClean(text, noted(text)))
  }

  /// The second record has the first one's text, and is the person's whose name stands in it.
  @Test func aTextThatHoldsNothingMayHoldAKnownValue() throws {
    let text = "Chrome 105.0.0.0 of 2022-10-11 12:13:14 for Kim"
    let records = ["Max", "Kim"].map {
      #"{"type":"track","event":"e","context":{"traits":{"name":"\#($0)"}},"properties":{"a":"\#(text)"}}"#
    }
    let done = try redacted(records.joined(separator: "\n"), as: .segment)
    #expect(done[0].hasSuffix(#""a":"\#(text)"}}"#))
    #expect(done[1].hasSuffix(#" 12:13:14 for <redacted>"}}"#))
  }
}
