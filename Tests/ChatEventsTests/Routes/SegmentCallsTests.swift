import JSONText
import Testing

@testable import ChatEvents

/// What the routes from Segment's calls take, and what they only warn of.
@Suite struct SegmentCallsTests {
  private func converted(_ text: String, to format: Format = .olarkJS) throws -> Conversion {
    try Conversion("\(text)\n".utf8) { $0 = RunOptions(from: .segment, to: format) }
  }

  private func warnings(_ result: Conversion) -> [String: Int] {
    Dictionary(result.balance.warnings.map { ($0.key.code.name, $0.value) }, uniquingKeysWith: +)
  }

  @Test(arguments: [Format.olarkJS, .userlikeJS])
  func aCallWithoutIDsIsConvertedWithAWarning(format: Format) throws {
    let result = try converted(#"{"type":"identify","traits":{"name":"Jo"}}"#, to: format)
    #expect(result.balance.converted == 1)
    #expect(warnings(result) == ["no-identity": 1])
  }

  @Test(arguments: [
    (#""name":"""#, ["name-not-string": 1]), (#""category":"""#, ["category-not-string": 1]),
    (#""name":"","category":"""#, ["name-not-string": 1, "category-not-string": 1]),
    (#""name":null,"category":null"#, [:]), (#""name":" ","category":" ""#, [:]),
  ])
  func anEmptyNameIsAWarning(members: String, expected: [String: Int]) throws {
    for type in ["page", "screen"] {
      let result = try converted(#"{"type":"\#(type)","userId":"u",\#(members)}"#)
      #expect(result.balance.rejected == 0)
      #expect(warnings(result) == expected)
    }
  }

  @Test(arguments: [
    #"{"type":"page","name":5}"#, #"{"type":"track"}"#, #"{"type":"alias"}"#,
    #"{"type":"identify","userId":""}"#,
  ])
  func whatAPageRefusesTooIsRefusedWithoutAWarning(call: String) throws {
    for text in [call, #"{"batch":[{"type":"identify"},\#(call)]}"#] {
      let result = try converted(text)
      #expect(result.balance.rejected == 1)
      #expect(warnings(result) == [:])
    }
  }

  @Test(arguments: [
    (#"{"type":"identify"}"#, "no-identity"),
    (
      #"{"type":"page","userId":"u","name":"","category":""}"#,
      "name-not-string /name, category-not-string /category"
    ),
  ])
  func theServersRefusalsAreStillFoundByValidation(call: String, expected: String) throws {
    #expect(try Validated(call, as: .segment).description == expected)
  }
}
