import ChatEvents
import JSONText
import Testing

@testable import ChatEventsCommand

@Suite struct CodeFrameTests {
  /// A line with a number where a text belongs, and how many columns of a terminal lie before that.
  @Test(arguments: [
    ("", 0), ("é", 1), ("日本", 4), ("e\u{301}", 1), ("🙂", 2), ("한", 2), ("\u{200b}", 0), ("ｆ", 2),
    ("\u{85}", 8), ("\u{2028}", 8), ("\u{7f}", 1),
  ])
  func thePlaceIsMarkedUnderTheCharacter(text: String, width: Int) throws {
    let frame = try Self.frame(
      Array(#"{"kind":"Conversation","id":"\#(text)","tags":5,"visitor":{"id":"v"}}"#.utf8))
    #expect(frame.width == #"{"kind":"Conversation","id":"","tags":"#.count + width)
  }

  @Test func bytesThatAreNoTextAreShownByTheirNumbers() throws {
    let line = Array(#"{"kind":"Conversation","id":""#.utf8) + [0xff, 0xe2, 0x82, 0x41] + Array(#""}"#.utf8)
    let frame = try Self.frame(line)
    #expect(frame.text == #"{"kind":"Conversation","id":"<FF><E2><82>A"}"#)
    #expect(frame.width == 29)
  }

  @Test func controlCharactersAreShownAsPictures() throws {
    let frame = try Self.frame(Array("{\"kind\":\"Conversation\",\t\"id\":\"\t\u{1b}[2J\r\u{9b}\"}\r\n".utf8))
    #expect(frame.text == #"{"kind":"Conversation",␉"id":"␉␛[2J␍<U+009B>"}"#)
    #expect(frame.width == 30)
  }

  private static func frame(_ line: [UInt8]) throws -> CodeFrame {
    let finding = try #require(try Validating(line).records.first?.findings.first)
    return CodeFrame(try #require(finding.excerpt), finding.place)
  }
}
