import JSONText
import Testing

@testable import ChatEvents

/// A document is taken for what its members say, and for nothing else.
@Suite struct RecogniserTests {
  /// What is read in these tests.
  static let formats: [Format] = [.olark, .olarkJS, .userlike]

  @Test(arguments: [
    (#"{"kind":"Conversation"}"#, "current"), (#"{"kind":"conversatioN"}"#, "current"),
    (#"{"kind":"Convers\u0061tion"}"#, "current"),
    (#"{"_type":"chat_meta"}"#, "other userlike"), (#"{"_type":"chat_session"}"#, "other userlike"),
    (#"{"callback":"api.x"}"#, "other olark-js"), (#"{"getDetails":{}}"#, "other olark-js"),
    (#"{"kind":"Conversation","_type":"chat_meta"}"#, "current"),
    (#"{"_type":"chat_meta","callback":"api.x"}"#, "other olark-js"),
    (#"{"kind":null,"_type":"chat_meta"}"#, "other userlike"),
    (#"{"kind":"x","_type":"chat_meta"}"#, "other userlike"),
  ])
  func aRecordIsKnownByItsMarks(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  /// The marks of a format that is looked for earlier come before those of the last record's.
  @Test(arguments: [
    (#"{"_type":"chat_meta"}"#, "current"), (#"{"kind":"Conversation"}"#, "other olark"),
    (#"{"kind":"Conversation","_type":"chat_meta"}"#, "other olark"),
    (#"{"kind":"x","_type":"chat_meta"}"#, "other userlike"),
    (#"{"callback":"api.x","_type":"chat_meta"}"#, "other olark-js"),
    (#"{"type":"track","_type":"chat_meta"}"#, "current"),
  ])
  func theLastRecordsFormatDecidesNothing(text: String, answer: String) throws {
    #expect(try self.answer(text, current: 2) == answer)
  }

  @Test(arguments: [
    (#"{"data":"{}"}"#, "form \"{}\""), (#"{"data":["{}"]}"#, "form [\"{}\"]"),
    (#"{"data":"{}","x":1}"#, "form \"{}\""), (#"{"data":"{}","kind":"Conversation"}"#, "current"),
    (#"{"data":"{}","_type":"chat_meta"}"#, "other userlike"), (#"{"data":{}}"#, "unknown-shape"),
    (#"{"data":"{}","type":"Ping"}"#, "form \"{}\""),
  ])
  func aStringInDataIsAnUnpackedForm(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  @Test(arguments: [
    (#"{"code":"x","record":"y"}"#, "rejects line"), (#"{"code":"x","record_base64":"y"}"#, "rejects line"),
    (#"{"code":"x","bytes":[0,1]}"#, "rejects line"),
    (#"{"code":"x","record":"y","data":"{}"}"#, "rejects line"),
    (#"{"code":1,"record":"y"}"#, "unknown-shape"),
    (#"{"code":"x","record":"y","kind":"Conversation"}"#, "current"),
    (#"{"code":"x","record":"y","kind":"z"}"#, "rejects line"),
    (#"{"code":"x","record":"y","_type":"z","_event":"z"}"#, "other userlike"),
    (#"{"code":"x","record":"y","type":"page"}"#, "no-route: no route from segment to olark"),
  ])
  func aLineOfARejectsFileIsOne(text: String, answer: String) throws {
    #expect(try self.answer(text, target: .olark) == answer)
  }

  @Test(arguments: [
    (#"{"data":{"kind":"Conversation"}}"#, #"objects (/data): {"kind":"Conversation"}"#),
    (#"{"data":[{"kind":"Conversation"},1],"n":[]}"#, #"objects (/data): {"kind":"Conversation"} 1"#),
    (#"{"data":[1,"x"]}"#, #"form [1,"x"]"#), (#"{"data":{"x":1}}"#, "unknown-shape"),
    (#"{"data":{"kind":"Conversation"},"next":{"kind":"Conversation"}}"#, "unknown-shape"),
    (
      #"{"body":"{\"kind\":\"Conversation\"}","headers":{}}"#,
      #"API gateway events (/body): "{\"kind\":\"Conversation\"}""#
    ),
    (#"{"body":"{\"kind\":\"Conversation\"}"}"#, "unknown-shape"),
    (#"{"body":"hello","headers":{}}"#, "unknown-shape"),
    (#"{"body":"{\"kind\"","headers":{}}"#, #"API gateway events (/body): "{\"kind\"""#),
    (#"{"chats":[{"_type":"chat_meta"}]}"#, #"objects with one array of records: {"_type":"chat_meta"}"#),
    (#"{"chats":[{"_type":"chat_meta"}],"calls":[{"kind":"Conversation"}]}"#, "unknown-shape"),
    (#"{"chats":[{"x":1}]}"#, "unknown-shape"),
    (#"{"chats":[{"_type":"chat_meta"}],"chats":null}"#, "unknown-shape"),
    (
      #"{"chats":null,"chats":[{"_type":"chat_meta"}]}"#,
      #"objects with one array of records: {"_type":"chat_meta"}"#
    ),
    (#"{"kind":"Conversation","data":{"kind":"Conversation"}}"#, "current"),
  ])
  func anEnvelopeIsOneOnlyAroundRecords(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  @Test(arguments: [
    #"{"code":"x","record":"y"}"#, #"{"data":"{}"}"#, #"{"data":{"kind":"Conversation"}}"#,
    #"{"x":[{"kind":"Conversation"}]}"#,
    #"{"Type":"Notification","Message":"{\"kind\":\"Conversation\"}"}"#,
  ])
  func anEnvelopeHasNoPlaceInTheLastLayer(text: String) throws {
    #expect(
      try answer(text, layers: 0) == "too-many-layers: the record is inside more than four envelopes")
    #expect(try answer(#"{"kind":"Conversation"}"#, layers: 0) == "current")
  }

  @Test func aPointerComesBeforeRecognition() throws {
    let pointer = try UnwrapPointer("/visitor")
    #expect(
      try answer(#"{"kind":"Conversation","visitor":{"kind":"Conversation"}}"#, pointers: [pointer])
        == #"--unwrap /visitor: {"kind":"Conversation"}"#)
    #expect(try answer(#"{"kind":"Conversation"}"#, pointers: [pointer]) == "current")
    #expect(
      try answer(#"{"visitor":1,"visitor":2}"#, pointers: [pointer]).hasPrefix("repeated-key"))
  }

  @Test(arguments: [
    ("{}", "unknown-shape"), (#"{"a":1}"#, "unknown-shape"),
    (#"{"in":{"kind":"Conversation"}}"#, "unknown-shape"),
    (#"{"type":"track"}"#, "no-route: the record is already in segment or rudderstack format"),
    (#"{"batch":[]}"#, "no-route: the record is already in segment or rudderstack format"),
    (#"{"event":"chat_quit"}"#, "no-route: no route from userlike-js to rudderstack"),
    (#"{"call":"api.x"}"#, "unknown-shape"),
  ])
  func whatIsNotReadIsUnknown(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  /// Members that many vendors have make no record of one of them.
  @Test(arguments: [
    #"{"kind":"youtube#video","id":"x"}"#, #"{"apiVersion":"v1","kind":"Pod","metadata":{}}"#,
    #"{"kind":"PodList","items":[]}"#, #"{"kind":1}"#, #"{"kind":{"visitor":1}}"#,
    #"{"callback":"https://example.org/hook","event":"push"}"#, #"{"callback":true}"#,
    #"{"callback":"api."}"#,
    #"{"_index":"chats","_type":"_doc","_source":{"kind":"Conversation"}}"#, #"{"_type":"operator"}"#,
    #"{"type":"com.example.someevent","source":"/x","id":"1","specversion":"1.0","data":{}}"#,
    #"{"type":"Feature","properties":{},"geometry":{}}"#, #"{"type":"object","properties":{"event":{}}}"#,
    #"{"type":"message","userId":5}"#, #"{"batch":7}"#, #"{"batch":"2026-11"}"#,
    #"{"event":"gtm.js","gtm.start":1}"#, #"{"event":"purchase","timestamp":1}"#, #"{"event":{}}"#,
  ])
  func aCommonMemberAloneIsUnknown(text: String) throws {
    for target in [nil, Format.segment] {
      for current in Format.all.indices {
        #expect(try answer(text, of: Format.all, current: current, target: target) == "unknown-shape")
      }
    }
  }

  /// What is wrong in a vendor's record is reported by its rules, so it must be known for one.
  @Test(arguments: [
    (#"{"kind":1,"visitor":{"id":"v"}}"#, "olark"), (#"{"kind":"Chat","operators":{},"items":[]}"#, "olark"),
    (#"{"callback":"onReady","visitor":{}}"#, "olark-js"),
    (#"{"callback":1,"event":{"message":{}}}"#, "olark-js"),
    (#"{"callback":"api.chat.onSomethingNew"}"#, "olark-js"), (#"{"getDetails":[]}"#, "olark-js"),
    (#"{"_type":"conversation","_event":"ended"}"#, "userlike"),
    (#"{"_type":5,"client_uuid":"x"}"#, "userlike"),
    (#"{"type":"trakc","userId":"u","event":"x"}"#, "segment"), (#"{"type":1,"anonymousId":"u"}"#, "segment"),
    (#"{"type":"Track"}"#, "segment"), (#"{"batch":{},"writeKey":"x"}"#, "segment"),
    (#"{"event":"chat_ended","globalCtx":{}}"#, "userlike-js"),
    (#"{"event":7,"sessionCtx":1}"#, "userlike-js"),
  ])
  func aBrokenRecordIsStillItsVendors(text: String, format: String) throws {
    let formats = Format.all
    for current in formats.indices {
      let answer = try self.answer(text, of: formats, current: current, target: nil)
      // Calls to RudderStack look the same.
      let current = formats[current].name.replacing("rudderstack", with: "segment")
      #expect(answer == "other \(format)" || (answer == "current" && current == format))
    }
  }

  /// What only another job writes is known where nothing is converted.
  @Test func writtenDocumentsAreKnownWithoutATarget() throws {
    let formats = Self.formats + [.userlikeJS]
    func answer(_ text: String) throws -> String { try self.answer(text, of: formats, target: nil) }
    #expect(try answer(#"{"call":"api.x"}"#) == "other olark-js")
    #expect(try answer(#"{"call":"x","arguments":[]}"#) == "other olark-js")
    #expect(try answer(#"{"setting":"x","value":1}"#) == "other olark-js")
    #expect(try answer(#"{"setting":"system.x"}"#) == "other olark-js")
    #expect(try answer(#"{"call":"system.x"}"#) == "other olark-js")
    #expect(try answer(#"{"custom":{"segmentio":1}}"#) == "other userlike-js")
    #expect(try answer(#"{"call":"x"}"#) == "unknown-shape")
    #expect(try answer(#"{"setting":"x"}"#) == "unknown-shape")
    #expect(try answer(#"{"custom":{}}"#) == "unknown-shape")
    #expect(try answer(#"{"custom":"segmentio"}"#) == "unknown-shape")
  }

  @Test(arguments: [
    (#"{"_type":"x"}"#, "current"), (#"{"kind":"x","_type":"x"}"#, "current"),
    (#"{"kind":"x"}"#, "unknown-shape"),
    ("{}", "unknown-shape"), (#"{"data":"{}"}"#, "form \"{}\""),
    (#"{"data":"{}","kind":"x"}"#, "form \"{}\""),
    (#"{"code":"x","record":"y"}"#, "rejects line"),
  ])
  func theCallersWordDecidesForARoute(text: String, answer: String) throws {
    #expect(try self.answer(text, of: [.userlike], isNamed: true) == answer)
  }

  @Test(arguments: [
    (#"{"_type":"x"}"#, "current"), (#"{"a":1}"#, "current"), (#"{"kind":"x"}"#, "current"),
    ("{}", "current"),
    (#"{"data":"{}"}"#, "form \"{}\""), (#"{"code":"x","record":"y"}"#, "rejects line"),
  ])
  func theCallersWordIsTakenWithoutAMark(text: String, answer: String) throws {
    #expect(try self.answer(text, of: [.userlike], target: nil, isNamed: true) == answer)
  }

  @Test func theReportNamesWhatWasLookedFor() {
    let recogniser = Recogniser(
      [.olark, .olarkJS], first: FormatPlan(of: .olark), target: .segment, isNamed: false)
    #expect(
      recogniser.unknownShape.message
        == #"unknown kind of record: looked for an object like "kind":"Conversation" (olark), "callback":"api.…" or "getDetails" (olark-js)"#
    )
  }

  private func answer(
    _ text: String, of formats: [Format] = formats, current: Int = 0, target: Format? = .rudderstack,
    isNamed: Bool = false, layers: Int = 4, pointers: [UnwrapPointer] = []
  ) throws -> String {
    let first = FormatPlan(of: formats[current], knowsWritten: target == nil)
    let recogniser = Recogniser(formats, first: first, target: target, isNamed: isNamed, pointers: pointers)
    let scanned = try Scanned(text, recogniser.current)
    switch recogniser.answer(
      scanned.bytes.span, scanned.document, scanned.found, layers: layers)
    {
    case .current: return "current"
    case .other(let index): return "other \(formats[index].name)"
    case .envelope(let envelope):
      let contents = envelope.contents.map { String(decoding: scanned.bytes[$0.value.range], as: UTF8.self) }
      return "\(envelope.title): \(contents.joined(separator: " "))"
    case .unpackedForm(let data): return "form \(String(decoding: scanned.bytes[data.range], as: UTF8.self))"
    case .rejectsLine: return "rejects line"
    case .unknown(let diagnostic):
      return diagnostic.code == .unknownShape
        ? "unknown-shape" : "\(diagnostic.code.name): \(diagnostic.message)"
    }
  }
}
