import ChatEvents
import Foundation
import JSONText
import Testing

/// Texts are taken as strings, as arrays of bytes and as Foundation's data, with the same results.
@Suite struct TextInputTests {
  private static let transcript = #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[]}"#

  @Test func valuesAreDecodedFromAll() throws {
    let expected = try JSONTextDecoder().decode(OlarkTranscript.self, from: Self.transcript)
    let bytes = Array(Self.transcript.utf8)
    #expect(expected.id?.text == "c")
    #expect(try JSONTextDecoder().decode(OlarkTranscript.self, from: bytes) == expected)
    #expect(try JSONTextDecoder().decode(OlarkTranscript.self, from: Data(bytes)) == expected)
    let value = try JSONValue(parsing: Self.transcript)
    #expect(value["id"]?.stringValue == "c")
    #expect(try JSONValue(parsing: bytes) == value)
    #expect(try JSONValue(parsing: Data(bytes)) == value)
  }

  @Test func aPartOfDataCountsFromItsOwnStart() throws {
    let data = Data("12{\"a\":x}".utf8).dropFirst(2)
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: data) }
    #expect(error?.offset == 5)
    #expect(error?.code == "expected-value")
  }

  @Test func recordsAreConvertedFromAll() throws {
    let options = RunOptions(from: .olark, to: .rudderstack)
    let expected = Array(try RecordPipeline.result(of: Self.transcript, options).events)
    #expect(String(decoding: expected, as: UTF8.self).contains(#""userId":"v""#))
    #expect(Array(try RecordPipeline.result(of: Array(Self.transcript.utf8), options).events) == expected)
    let result = try RecordPipeline.result(of: Data(Self.transcript.utf8), options)
    #expect(Data(result.events) == Data(expected))
    #expect(result.balance.converted == 1)
  }

  @Test func theLastRecordNeedsNoLineEnd() throws {
    let options = RunOptions(from: .olark, to: .rudderstack)
    let text = Self.transcript + "\n" + Self.transcript
    #expect(try RecordPipeline.result(of: text, options).balance.converted == 2)
    #expect(try RecordPipeline.result(of: "", options).balance == Balance())
  }

  @Test func plansAreReadFromAll() throws {
    let text = #"{"Order Completed":{"required":["total"]}}"#
    let plan = try TrackingPlan(text)
    #expect(!plan.isEmpty)
    #expect(try TrackingPlan(Array(text.utf8)) == plan)
    #expect(try TrackingPlan(Data(text.utf8)) == plan)
    let schema = #"{"$schema":"https://json-schema.org/draft/2020-12/schema","required":["total"]}"#
    #expect(try TrackingPlan(schema, event: "Order Completed").isEmpty == false)
  }
}
