import JSONText
import Testing

@testable import ChatEvents

/// A document is taken for what its members say, and for nothing else.
@Suite struct RecogniserTests {
  /// What is read in these tests.
  static let formats: [Format] = [.olark, .olarkJS, .userlike]

  @Test(arguments: [
    (#"{"kind":"Conversation"}"#, "current"), (#"{"kind":1}"#, "current"),
    (#"{"_type":"x"}"#, "other userlike"),
    (#"{"callback":"x"}"#, "other olark-js"), (#"{"getDetails":{}}"#, "other olark-js"),
    (#"{"kind":"x","_type":"x"}"#, "current"), (#"{"_type":"x","callback":"x"}"#, "other olark-js"),
    (#"{"kind":null,"_type":"x"}"#, "other userlike"),
  ])
  func aRecordIsKnownByItsMarks(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  /// The marks of a format that is looked for earlier come before those of the last record's.
  @Test(arguments: [
    (#"{"_type":"x"}"#, "current"), (#"{"kind":"x"}"#, "other olark"),
    (#"{"kind":"x","_type":"x"}"#, "other olark"),
    (#"{"callback":"x","_type":"x"}"#, "other olark-js"), (#"{"type":"x","_type":"x"}"#, "current"),
  ])
  func theLastRecordsFormatDecidesNothing(text: String, answer: String) throws {
    #expect(try self.answer(text, current: 2) == answer)
  }

  @Test(arguments: [
    (#"{"data":"{}"}"#, "form \"{}\""), (#"{"data":["{}"]}"#, "form [\"{}\"]"),
    (#"{"data":"{}","x":1}"#, "form \"{}\""), (#"{"data":"{}","kind":"x"}"#, "current"),
    (#"{"data":"{}","_type":"x"}"#, "other userlike"), (#"{"data":{}}"#, "unknown-shape"),
    (#"{"data":"{}","type":"track"}"#, "form \"{}\""),
  ])
  func aStringInDataIsAnUnpackedForm(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  @Test(arguments: [
    (#"{"code":"x","record":"y"}"#, "rejects line"), (#"{"code":"x","record_base64":"y"}"#, "rejects line"),
    (#"{"code":"x","bytes":[0,1]}"#, "rejects line"),
    (#"{"code":"x","record":"y","data":"{}"}"#, "rejects line"),
    (#"{"code":1,"record":"y"}"#, "unknown-shape"), (#"{"code":"x","record":"y","kind":"z"}"#, "current"),
    (#"{"code":"x","record":"y","_type":"z"}"#, "other userlike"),
    (#"{"code":"x","record":"y","type":"z"}"#, "no-route: no route leads from segment to olark"),
  ])
  func aLineOfARejectsFileIsOne(text: String, answer: String) throws {
    #expect(try self.answer(text, target: .olark) == answer)
  }

  @Test(arguments: [
    (#"{"data":{"kind":"x"}}"#, #"objects (/data): {"kind":"x"}"#),
    (#"{"data":[{"kind":"x"},1],"n":[]}"#, #"objects (/data): {"kind":"x"} 1"#),
    (#"{"data":[1,"x"]}"#, #"form [1,"x"]"#), (#"{"data":{"x":1}}"#, "unknown-shape"),
    (#"{"data":{"kind":"x"},"next":{"kind":"y"}}"#, "unknown-shape"),
    (#"{"body":"{\"kind\":1}","headers":{}}"#, #"API gateway events (/body): "{\"kind\":1}""#),
    (#"{"body":"{\"kind\":1}"}"#, "unknown-shape"), (#"{"body":"hello","headers":{}}"#, "unknown-shape"),
    (#"{"body":"{\"kind\"","headers":{}}"#, #"API gateway events (/body): "{\"kind\"""#),
    (#"{"chats":[{"_type":"x"}]}"#, #"objects with one array of records: {"_type":"x"}"#),
    (#"{"chats":[{"_type":"x"}],"calls":[{"kind":"x"}]}"#, "unknown-shape"),
    (#"{"chats":[{"x":1}]}"#, "unknown-shape"), (#"{"kind":"x","data":{"kind":"x"}}"#, "current"),
  ])
  func anEnvelopeIsOneOnlyAroundRecords(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  @Test(arguments: [
    #"{"code":"x","record":"y"}"#, #"{"data":"{}"}"#, #"{"data":{"kind":"x"}}"#, #"{"x":[{"kind":"x"}]}"#,
    #"{"Type":"Notification","Message":"{\"kind\":1}"}"#,
  ])
  func anEnvelopeHasNoPlaceInTheLastLayer(text: String) throws {
    #expect(
      try answer(text, layers: 0) == "too-many-layers: the record is inside more than four envelopes")
    #expect(try answer(#"{"kind":"x"}"#, layers: 0) == "current")
  }

  @Test func aPointerComesBeforeRecognition() throws {
    let pointer = try UnwrapPointer("/visitor")
    #expect(
      try answer(#"{"kind":"x","visitor":{"kind":"y"}}"#, pointers: [pointer])
        == #"--unwrap /visitor: {"kind":"y"}"#)
    #expect(try answer(#"{"kind":"x"}"#, pointers: [pointer]) == "current")
    #expect(
      try answer(#"{"visitor":1,"visitor":2}"#, pointers: [pointer]).hasPrefix("repeated-key"))
  }

  @Test(arguments: [
    ("{}", "unknown-shape"), (#"{"a":1}"#, "unknown-shape"), (#"{"in":{"kind":"x"}}"#, "unknown-shape"),
    (#"{"type":"track"}"#, "no-route: this is rudderstack already"),
    (#"{"batch":[]}"#, "no-route: this is rudderstack already"),
    (#"{"event":"x"}"#, "no-route: no route leads from userlike-js to rudderstack"),
    (#"{"call":"x"}"#, "unknown-shape"),
  ])
  func whatIsNotReadIsUnknown(text: String, answer: String) throws {
    #expect(try self.answer(text) == answer)
  }

  /// What only another job writes is known where nothing is converted.
  @Test func writtenDocumentsAreKnownWithoutATarget() throws {
    #expect(try answer(#"{"call":"x"}"#, target: nil) == "other olark-js")
    #expect(try answer(#"{"custom":{}}"#, target: nil) == "unknown-shape")
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
        == #"no known kind of record: looked for an object with "kind" (olark), "callback" or "getDetails" (olark-js)"#
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
