import JSONText
import Testing

@testable import ChatEvents

/// The typed API gives what the command line gives.
@Suite struct TypedConversionTests {
  @Test func aTranscriptGivesTheEventsOfItsBytes() throws {
    let text = Array(Sample.transcript(7).utf8)
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    let events = try OlarkToRudderStackConversion().events(of: transcript)
    let lines = try Conversion(text).lines
    #expect(
      try events.map { String(decoding: try JSONTextEncoder().encode($0), as: UTF8.self) }.count
        == lines.count)
    let expected = try lines.map { try JSONTextDecoder().decode(RudderStackEvent.self, from: Array($0.utf8)) }
    #expect(events == expected)
  }

  @Test func aTranscriptWithoutAVisitorThrowsTheReject() throws {
    let transcript = OlarkTranscript(kind: "Conversation")
    let reject = #expect(throws: Reject.self) { try OlarkToRudderStackConversion().events(of: transcript) }
    #expect(reject?.code.name == "no-identity")
  }

  @Test func aLosslessEventGivesTheTranscriptBack() throws {
    var settings = RouteSettings()
    settings.options = [.timestamps, .lossless]
    let text =
      #"{"kind":"Conversation","id":7,"tags":null,"x":{"y":[1.10,"\u00e9"]},"items":[],"visitor":{"id":"v","z":1e3}}"#
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    let events = try OlarkToRudderStackConversion(settings).events(of: transcript)
    let event = try #require(events.first)
    #expect(try RudderStackToOlarkConversion().transcript(of: event) == transcript)
  }

  @Test func aGroupEventGivesNoTranscript() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v"},"groups":[{"id":"g"}]}"#
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    let events = try OlarkToRudderStackConversion().events(of: transcript)
    #expect(events.count == 2)
    let group = try #require(events.last)
    #expect(try RudderStackToOlarkConversion().transcript(of: group) == nil)
  }
}
