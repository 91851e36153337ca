import JSONText
import Testing

@Suite struct StringScanTests {
  /// What stands at one position of a string, and what the scanner should make of it.
  enum Special: CaseIterable {
    case quote, escapedQuote, control, twoBytes, fourBytes, notUTF8

    var bytes: [UInt8] {
      switch self {
      case .quote: [0x22]
      case .escapedQuote: [0x5c, 0x22]
      case .control: [0x1f]
      case .twoBytes: Array("é".utf8)
      case .fourBytes: Array("😀".utf8)
      case .notUTF8: [0xff]
      }
    }
  }

  @Test(arguments: Special.allCases)
  func eachLengthAndPlaceOfASpecialByteIsSeen(special: Special) {
    for length in 0...200 {
      for position in 0...length {
        let before = repeatElement(UInt8(ascii: "a"), count: position)
        let behind = repeatElement(UInt8(ascii: "z"), count: length - position)
        let text = [0x22] + before + special.bytes + behind + [0x22]
        let bytes = padded(text)
        let result = Result { () throws(JSONFault) in try Scanner(end: text.count).string(bytes.span, 0) }
        let isRight =
          switch (special, result) {
          case (.quote, .success(let found)): found == (position + 2, false)
          case (.escapedQuote, .success(let found)): found == (text.count, true)
          case (.twoBytes, .success(let found)), (.fourBytes, .success(let found)):
            found == (text.count, false)
          case (.control, .failure(let fault)): fault == JSONFault(.controlCharacter, at: position + 1)
          case (.notUTF8, .failure(let fault)): fault == JSONFault(.invalidUTF8, at: position + 1)
          default: false
          }
        guard isRight else {
          Issue.record("\(special) at \(position) of \(length): \(result)")
          return
        }
      }
    }
  }

  @Test func everyLengthWithoutAQuoteEndsTooEarly() {
    for length in 0...200 {
      let text = [0x22] + [UInt8](repeating: UInt8(ascii: "a"), count: length)
      #expect(fault(of: text) == JSONFault(.unexpectedEnd, at: text.count), "\(length)")
    }
  }

  /// The table 3-7 of the Unicode standard, at the edges of its rows.
  @Test(
    arguments: [
      [0xc2, 0x80], [0xdf, 0xbf], [0xe0, 0xa0, 0x80], [0xe0, 0xbf, 0xbf], [0xe1, 0x80, 0x80],
      [0xec, 0xbf, 0xbf],
      [0xed, 0x80, 0x80], [0xed, 0x9f, 0xbf], [0xee, 0x80, 0x80], [0xef, 0xbf, 0xbf],
      [0xf0, 0x90, 0x80, 0x80],
      [0xf0, 0xbf, 0xbf, 0xbf], [0xf1, 0x80, 0x80, 0x80], [0xf3, 0xbf, 0xbf, 0xbf], [0xf4, 0x80, 0x80, 0x80],
      [0xf4, 0x8f, 0xbf, 0xbf],
    ] as [[UInt8]])
  func isUTF8(character: [UInt8]) {
    #expect(String(validating: character, as: UTF8.self) != nil)
    for before in 0..<20 {
      #expect(fault(of: [0x22] + [UInt8](repeating: 0x61, count: before) + character + [0x22]) == nil)
    }
  }

  @Test(
    arguments: [
      [0x80], [0xbf], [0xc0, 0x80], [0xc1, 0xbf], [0xc2], [0xc2, 0x7f], [0xc2, 0xc0], [0xe0, 0x80, 0x80],
      [0xe0, 0x9f, 0xbf], [0xe0, 0xa0], [0xe1, 0x80, 0x7f], [0xe1, 0x80, 0xc0], [0xed, 0xa0, 0x80],
      [0xed, 0xbf, 0xbf],
      [0xf0, 0x80, 0x80, 0x80], [0xf0, 0x8f, 0xbf, 0xbf], [0xf0, 0x90, 0x80], [0xf1, 0x80, 0x80, 0x7f],
      [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfe], [0xff],
    ] as [[UInt8]])
  func isNoUTF8AndRefusedAtTheCharactersFirstByte(character: [UInt8]) {
    for before in 0..<20 {
      let text = [0x22] + [UInt8](repeating: 0x61, count: before) + character + [0x22]
      #expect(fault(of: text) == JSONFault(.invalidUTF8, at: before + 1))
    }
  }

  @Test func aCharacterCutOffByTheEndOfTheTextIsAnEarlyEnd() {
    for character in ["é", "€", "😀"] {
      for count in 1..<character.utf8.count {
        let text = [0x22] + Array(character.utf8.prefix(count))
        #expect(fault(of: text) == JSONFault(.unexpectedEnd, at: text.count))
      }
    }
  }

  @Test func anEscapeThenPlainCharactersThenAnEscapeIsOneString() {
    for gap in 0..<40 {
      let text = "\"\\n" + String(repeating: "a", count: gap) + "\\u00e9\\\\é\""
      #expect(fault(of: text) == nil, "\(gap)")
    }
  }
}
