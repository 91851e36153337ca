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
    let transcript = OlarkTranscript()
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

  @Test func aTranscriptGivesItsLiveChatEvents() throws {
    let text =
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","body":"hi","timestamp":"1.5"}]}"#
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    let events = try RecordConversion.olarkToSegment().events(of: transcript)
    let names = events.map { event -> String? in
      guard case .track(let track) = event else { return nil }
      return track.event
    }
    #expect(
      names == ["Live Chat Conversation Started", "Live Chat Message Sent", "Live Chat Conversation Ended"])
  }

  @Test func aTranscriptSaysHowItsConsentStands() throws {
    let text =
      #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","body":"granted"}]}"#
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    var settings = RouteSettings()
    settings.consentGranted = [try TextPattern("grant(ed)?")]
    let conversion = OlarkToRudderStackConversion(settings)
    guard case .track(let track)? = try conversion.events(of: transcript).first else {
      Issue.record("no track")
      return
    }
    #expect(track.properties?["consent"]?.boolValue == true)
    settings.options = [.requireConsent]
    settings.consentGranted = [try TextPattern("Grant")]
    #expect(try OlarkToRudderStackConversion(settings).events(of: transcript).isEmpty)
  }

  @Test func aCallbackGivesItsEvent() throws {
    let text =
      #"{"callback":"api.chat.onMessageToVisitor","anonymousId":"a","event":{"message":{"nickname":"Jo"}}}"#
    let record = try JSONTextDecoder().decode(OlarkCallbackRecord.self, from: text)
    let event = try #require(try RecordConversion.olarkJSToSegment().events(of: record).first)
    guard case .track(let track) = event else {
      Issue.record("no track: \(event)")
      return
    }
    #expect(track.properties?["agent_name"]?.stringValue == "Jo")
  }

  @Test func userlikesRecordsGiveTheirEvents() throws {
    let chat = try JSONTextDecoder().decode(
      UserlikeRecord.self,
      from: #"{"_type":"chat_meta","id":6,"client_uuid":"u","messages":[{"message":"x"}]}"#)
    #expect(try RecordConversion.userlikeToSegment().events(of: chat).count == 2)
    let tracking = try JSONTextDecoder().decode(
      UserlikeTrackingRecord.self, from: #"{"event":"chat_quit","globalCtx":{"client_uuid":"u"}}"#)
    #expect(try RecordConversion.userlikeJSToSegment().events(of: tracking).count == 1)
  }

  @Test func aCallGivesWhatTheWidgetsTake() throws {
    let text = #"{"type":"identify","userId":"u","traits":{"name":"Jo"}}"#
    let call = try JSONTextDecoder().decode(SegmentEvent.self, from: text)
    let calls = try RecordConversion.segmentToOlarkJS().events(of: call)
    #expect(
      calls.map(\.call) == [
        "api.visitor.updateCustomFields", "api.visitor.updateFullName", "api.chat.updateVisitorNickname",
      ])
    let data = try RecordConversion.segmentToUserlikeJS().events(of: call)
    #expect(data.first?.custom?.segmentio?.visitor?.name == "Jo")
  }
}
