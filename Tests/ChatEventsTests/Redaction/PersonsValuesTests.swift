import Testing

@testable import ChatEvents

/// What a record tells of its person is replaced wherever else it stands in it.
@Suite struct PersonsValuesTests {
  @Test func aTranscriptsNameIsReplacedInWhatOperatorsWrite() throws {
    let record =
      #"{"kind":"Conversation","id":"c","visitor":{"fullName":"Kim Doe","customFields":{"note":"\#("KIM DOE")"}},"#
      + #""tags":["kim-doe"],"items":[{"kind":"MessageToVisitor","nickname":"Kim","body":"Hi Kim Doe, hi Kim"}]}"#
    #expect(
      try redacted(record, as: .olark) == [
        #"{"kind":"Conversation","id":"c","visitor":{"fullName":"<redacted>","customFields":{"note":"<redacted>"}},"#
          + #""tags":["<redacted>"],"items":[{"kind":"MessageToVisitor","nickname":"Kim","body":"Hi <redacted>, hi <redacted>"}]}"#
      ])
  }

  @Test(arguments: [
    (
      Format.segment,
      #"{"type":"track","userId":"u-12345","event":"e","properties":{"url":"/u-12345/x","kim":"u-123456"}}"#,
      "/properties"
    ),
    (
      .segment,
      #"{"type":"identify","userId":"u-1","traits":{"lastName":"Doe"},"context":{"page":{"title":"DOE"}}}"#,
      "/context/page/title"
    ),
    (
      .segment, #"{"type":"track","userId":"12345","event":"e","properties":{"order":12345,"b":123456}}"#,
      "/properties"
    ),
    (.userlike, #"{"_type":"chat_meta","client_name":"Kim","topic":"about kim"}"#, "/topic"),
    (
      .olarkJS,
      #"{"callback":"api.chat.onMessageToVisitor","visitor":{"fullName":"Kim Doe"},"event":{"message":{"body":"hi kim doe","nickname":"Doe"}}}"#,
      "/event/message/body"
    ),
    (
      .segment,
      #"{"type":"identify","userId":"u-1","traits":{"phone":"0301234567"},"context":{"x":{"y":["49 (30) 12 34 56 7"]}}}"#,
      "/context"
    ),
    (
      .segment,
      #"{"type":"track","userId":"u-12345","event":"e","properties":{"a":"[{\"b\":\"to u-12345\"}]"}}"#,
      "/properties"
    ),
    (.segment, #"{"type":"identify","userId":"u-1","traits":{"name":"Kim Doe","Kim Doe":1}}"#, "/traits"),
  ])
  func elsewhere(format: Format, record: String, pointer: String) throws {
    #expect(try leftovers(record, as: format).contains { $0.hasPrefix(pointer) })
    let done = try redacted(record, as: format)
    #expect(try leftovers(done[0], as: format) == [])
    #expect(try redacted(done[0], as: format) == done)
  }

  /// The value is written in one way and stands elsewhere in another.
  @Test(arguments: [
    (#"K\u0069m Doe"#, "kim doe"), (#"Kim\tDoe"#, "Kim Doe"), (#"Zo\u00eb"#, "Zoë"), (#"D\u00f6"#, "Dö"),
    (#"\u0416\u0430\u043d"#, "Жан"), ("Kim%20Doe", "Kim Doe"), ("Zo%C3%AB Doe", "zoë doe"),
    (#"Jos\u00e9"#, "José"),
    ("Zoë", #"Zo\u00eb"#), ("José Doe", #"Jos\u00e9 Doe"#), (#"O\u0027Neil"#, "O'Neil"),
    (#"de\/Wit"#, "de/Wit"),
    (#"\u017eluva"#, "žluva"), (#"\u20acKimmo"#, "kimmo"),
  ])
  func howeverItIsWritten(name: String, elsewhere: String) throws {
    let record =
      #"{"type":"track","event":"e","context":{"traits":{"name":"\#(name)"}},"properties":{"a":"(\#(elsewhere)) x"}}"#
    #expect(try redacted(record, as: .segment)[0].hasSuffix(#""properties":{"a":"(<redacted>) x"}}"#))
    let batch = #"{"batch":[\#(record)]}"#
    #expect(try redacted(batch, as: .segment)[0].hasSuffix(#""properties":{"a":"(<redacted>) x"}}]}"#))
  }

  @Test(arguments: [#"555\u002d201\u0034"#, #"030\u002012345\u0037"#, "030%2012%203457"])
  func numbersHoweverTheyAreWritten(number: String) throws {
    let plain = number.hasPrefix("555") ? "5552014" : "030 123457"
    let record =
      #"{"type":"track","event":"e","context":{"traits":{"phone":"\#(number)"}},"properties":{"a":"n° \#(plain), x"}}"#
    #expect(try redacted(record, as: .segment)[0].hasSuffix(#""properties":{"a":"n° <redacted>, x"}}"#))
  }

  /// What stands in place of a name has digits, and so a text that was no address would be one the next time.
  @Test func whatSaysNoAddressGoesAsAWhole() throws {
    let record =
      #"{"type":"track","event":"e","context":{"ip":"by Kim Doe","traits":{"name":"Kim Doe"}}}"#
    let key = try #require(PseudonymKey(Array("0123456789abcdef key".utf8)))
    let done = try redacted(record, as: .segment) { $0.key = key }
    #expect(try redacted(done[0], as: .segment) { $0.key = key } == done)
    #expect(
      try redacted(record, as: .segment) == [
        #"{"type":"track","event":"e","context":{"ip":"<redacted>","traits":{"name":"<redacted>"}}}"#
      ])
  }

  @Test func whatStandsInItsPlaceIsTheSame() throws {
    let record =
      #"{"type":"identify","userId":"u-12345","messageId":"m","traits":{"name":"Kim"},"context":{"a":"KIM u-12345"}}"#
    let key = try #require(PseudonymKey(Array("0123456789abcdef key".utf8)))
    let done = try redacted(record, as: .segment) { $0.key = key }[0]
    let name = done.firstRange(of: #""name":""#).map { done[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
    let id = done.firstRange(of: #""userId":""#).map { done[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
    #expect(name.hasPrefix("redacted-") && id.hasPrefix("redacted-"))
    #expect(done.hasSuffix(#""context":{"a":"\#(name) \#(id)"}}"#))
    #expect(try redacted(record, as: .segment)[0].hasSuffix(#""context":{"a":"<redacted> \#(token("m"))"}}"#))
  }

  @Test func aBatchSaysItOfAllItsCallsAndACallOfItselfAlone() throws {
    let batch =
      #"{"batch":[{"type":"track","event":"e","userId":"abc-1","messageId":"m","properties":{"a":"Kim abc-1 def-2"}},"#
      + #"{"type":"track","event":"e","userId":"def-2","messageId":"n","properties":{"a":"kim abc-1"}}],"context":{"traits":{"name":"Kim"}}}"#
    let (first, second) = (token("m"), token("n"))
    #expect(
      try redacted(batch, as: .segment) == [
        #"{"batch":[{"type":"track","event":"e","userId":"\#(first)","messageId":"m","properties":{"a":"<redacted> \#(first) def-2"}},"#
          + #"{"type":"track","event":"e","userId":"\#(second)","messageId":"n","properties":{"a":"<redacted> abc-1"}}],"context":{"traits":{"name":"<redacted>"}}}"#
      ])
  }

  /// An event's name is no place for a name of one word, nor are the names of operators.
  @Test func whatSaysNothingOfAPersonStays() throws {
    let record =
      #"{"type":"track","event":"Kim Opened","userId":"u-1","properties":{"agent_name":"Kim Doe"},"context":{"traits":{"name":"Kim"}}}"#
    let done = try redacted(record, as: .segment)[0]
    #expect(done.contains(#""event":"Kim Opened""#))
    let whole = record.replacing(#""name":"Kim""#, with: #""name":"Kim Opened""#)
    #expect(try redacted(whole, as: .segment)[0].contains(#""event":"<redacted>""#))
  }
}
