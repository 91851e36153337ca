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
    (#"{"data":"{}"}"#, "envelope \"{}\""), (#"{"data":["{}"]}"#, "envelope [\"{}\"]"),
    (#"{"data":"{}","x":1}"#, "envelope \"{}\""), (#"{"data":"{}","kind":"x"}"#, "current"),
    (#"{"data":"{}","_type":"x"}"#, "other userlike"), (#"{"data":{}}"#, "unknown-shape"),
    (#"{"data":"{}","type":"track"}"#, "envelope \"{}\""),
  ])
  func aDocumentInDataIsAnEnvelope(text: String, answer: String) throws {
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

  @Test func aLineOfARejectsFileIsNoneInsideAnother() throws {
    #expect(try answer(#"{"code":"x","record":"y"}"#, readsRejects: false) == "unknown-shape")
  }

  @Test(arguments: [#"{"code":"x","record":"y"}"#, #"{"data":"{}"}"#])
  func aDocumentThatIsWrappedHoldsNone(text: String) throws {
    #expect(try answer(text, isWrapped: true) == "unknown-shape")
    #expect(try answer(#"{"kind":"x"}"#, isWrapped: true) == "current")
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
    ("{}", "unknown-shape"), (#"{"data":"{}"}"#, "envelope \"{}\""),
    (#"{"data":"{}","kind":"x"}"#, "envelope \"{}\""),
    (#"{"code":"x","record":"y"}"#, "rejects line"),
  ])
  func theCallersWordDecidesForARoute(text: String, answer: String) throws {
    #expect(try self.answer(text, of: [.userlike], isNamed: true) == answer)
  }

  @Test(arguments: [
    (#"{"_type":"x"}"#, "current"), (#"{"a":1}"#, "current"), (#"{"kind":"x"}"#, "current"),
    ("{}", "current"),
    (#"{"data":"{}"}"#, "envelope \"{}\""), (#"{"code":"x","record":"y"}"#, "rejects line"),
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
    isNamed: Bool = false, isWrapped: Bool = false, readsRejects: Bool = true
  ) throws -> String {
    let first = FormatPlan(of: formats[current], knowsWritten: target == nil)
    let recogniser = Recogniser(formats, first: first, target: target, isNamed: isNamed)
    var scanned = try Scanned(text, recogniser.current)
    scanned.document.isWrapped = isWrapped
    switch recogniser.answer(
      scanned.bytes.span, scanned.document, scanned.found, readsRejects: readsRejects)
    {
    case .current: return "current"
    case .other(let index): return "other \(formats[index].name)"
    case .envelope(let data): return "envelope \(String(decoding: scanned.bytes[data.range], as: UTF8.self))"
    case .rejectsLine: return "rejects line"
    case .unknown(let diagnostic):
      return diagnostic.code == .unknownShape
        ? "unknown-shape" : "\(diagnostic.code.name): \(diagnostic.message)"
    }
  }
}
