import JSONText
import Testing

@testable import ChatEvents

/// What a line of a rejects file holds is read again, and each byte knows its place in the line.
@Suite struct RejectsLineTests {
  @Test(arguments: [
    #"{"code":"x","record":"y"}"#, #"{"record":"","code":""}"#, #"{"code":"x","record_base64":"eQ=="}"#,
    #"{"code":"x","bytes":[0,9]}"#, #"{"source":"a","code":"x","message":"b","record":"y"}"#,
  ])
  func aLineIsKnownByItsMembers(text: String) throws {
    #expect(try isLine(text))
  }

  @Test(arguments: [
    "{}", #"{"code":"x"}"#, #"{"record":"y"}"#, #"{"code":1,"record":"y"}"#, #"{"code":"x","record":{}}"#,
    #"{"code":"x","record":null}"#, #"{"code":"x","record_base64":1}"#, #"{"code":"x","bytes":"0,9"}"#,
    #"{"code":null,"bytes":[]}"#, #"{"in":{"code":"x","record":"y"}}"#,
  ])
  func otherDocumentsAreNone(text: String) throws {
    #expect(try !isLine(text))
  }

  @Test(arguments: [
    (#"{"code":"x","record":"{\"a\":1}"}"#, #"{"a":1}"#), (#"{"code":"x","record":""}"#, ""),
    (#"{"code":"x","record":"a\nb\u00e9"}"#, "a\nbé"), (#"{"code":"x","record_base64":"e30="}"#, "{}"),
    (#"{"code":"x","record_base64":""}"#, ""), (#"{"code":"x","record_base64":"e30\u003d"}"#, "{}"),
    (#"{"code":"x","record":"a","record_base64":"e30="}"#, "a"),
  ])
  func theTextIsUnpacked(text: String, record: String) throws {
    guard case .line(let line, _) = try held(text) else {
      Issue.record("no text")
      return
    }
    #expect(String(decoding: line.bytes, as: UTF8.self) == record)
  }

  @Test func bytesThatAreNoUTF8AreKeptInBase64() throws {
    guard case .line(let line, _) = try held(#"{"code":"x","record_base64":"ew/9/w=="}"#) else {
      Issue.record("no text")
      return
    }
    #expect(line.bytes == [0x7b, 0x0f, 0xfd, 0xff])
  }

  @Test func aRecordThatWasNotKeptIsReported() throws {
    #expect(try held(#"{"code":"x","bytes":[0,9]}"#) == .fault("record-not-kept", nil))
  }

  @Test(arguments: ["e30", "e3", "e30==", "e3 =", "e30=e30=", "e3-=", "====", "é"])
  func whatIsNoBase64IsReportedAtTheString(packed: String) throws {
    #expect(try held(#"{"code":"x","record_base64":"\#(packed)"}"#) == .fault("invalid-base64", 28))
  }

  @Test(arguments: [
    ("abc", [22, 23, 24, 25]), (#"a\"b"#, [22, 23, 25, 26]), (#"\u0041b"#, [22, 28, 29]),
    (#"\u00e9b"#, [22, 22, 28, 29]), ("", [22]),
  ])
  func eachByteOfATextKnowsItsPlace(content: String, offsets: [Int]) throws {
    guard case .line(let line, let bytes) = try held(#"{"code":"x","record":"\#(content)"}"#) else {
      Issue.record("no text")
      return
    }
    #expect((0...line.bytes.count).map { line.sourceOffset(of: $0, bytes.span) } == offsets)
  }

  /// Four digits are three bytes: none of them has a place of its own.
  @Test func theBytesOfBase64HaveThePlaceOfTheString() throws {
    guard case .line(let line, let bytes) = try held(#"{"code":"x","record_base64":"e30="}"#) else {
      Issue.record("no text")
      return
    }
    #expect((0...2).map { line.sourceOffset(of: $0, bytes.span) } == [28, 28, 28])
  }

  private func isLine(_ text: String) throws -> Bool {
    let scanned = try Scanned(text, FormatPlan(of: .olark))
    return scanned.plan.rejectsLine.areFilled(in: scanned.found)
  }

  /// What a line holds.
  private enum Held: Equatable {
    case line(PackedText, [UInt8])
    case fault(String, Int?)

    static func == (left: Held, right: Held) -> Bool {
      switch (left, right) {
      case (.line(let left, _), .line(let right, _)): left.bytes == right.bytes
      case (.fault(let code, let offset), .fault(let other, let otherOffset)):
        code == other && offset == otherOffset
      default: false
      }
    }
  }

  private func held(_ text: String) throws -> Held {
    let scanned = try Scanned(text, FormatPlan(of: .olark))
    return switch scanned.plan.rejectsLine.text(scanned.bytes.span, scanned.found) {
    case .success(let line): .line(line, scanned.bytes)
    case .failure(let diagnostic): .fault(diagnostic.code.name, diagnostic.offset)
    }
  }
}
