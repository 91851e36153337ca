import JSONText
import TestSupport
import Testing

@Suite struct InteroperableTextTests {
  /// U+FDEF, which Swift takes in no literal.
  static let lastOfBlock = String(decoding: [0xef, 0xb7, 0xaf], as: UTF8.self)

  private func findings(_ document: String) -> [String] { findings(Array(document.utf8)) }

  private func findings(_ document: [UInt8]) -> [String] {
    let bytes = padded(document)
    var check = InteroperableText()
    check.check(bytes.span, 0..<document.count)
    return check.findings.map { "\($0.fault) \($0.offset)" }
  }

  private func cleaned(_ text: String) -> String {
    var output = Output(capacity: 4)
    output.append(contentsOf: Array(#"["\u0000"]"#.utf8))
    let start = output.count
    output.append(contentsOf: Array(text.utf8))
    InteroperableText.clean(&output, from: start)
    let written = output.written
    #expect(written[..<start].elementsEqual(#"["\u0000"]"#.utf8))
    return String(decoding: written[start...], as: UTF8.self)
  }

  @Test(arguments: [
    (#""\ud800""#, "loneSurrogate 1"), (#"["a","b\udc00"]"#, "loneSurrogate 7"),
    (#""\ud83d\ud83d\ude00""#, "loneSurrogate 1"),
    (#""\u0000""#, "zero 1"), (#"{"a":"x\\\u0000"}"#, "zero 9"), (#""\ufffe""#, "noncharacter 1"),
    (#""\uFDD0""#, "noncharacter 1"),
    (#""\ud83f\udfff""#, "noncharacter 1"), ("\"a\u{ffff}\"", "noncharacter 2"),
    ("\"\(Self.lastOfBlock)\"", "noncharacter 1"),
    ("\"\u{10fffe}\"", "noncharacter 1"), ("\"é\u{1ffff}\"", "noncharacter 3"),
    (#"{"\ud800":1}"#, "loneSurrogate 1"),
    ("1e400", "numberTooLarge 0"), ("[1,-1E+309]", "numberTooLarge 3"),
    ("[\(String(repeating: "9", count: 309))]", "numberTooLarge 1"),
  ])
  func whatNotEveryProgramReadsIsFoundWithItsPlace(document: String, finding: String) {
    #expect(findings(document) == [finding])
  }

  @Test(arguments: [
    #""\ud83d\ude00""#, #""\\u0000""#, #""\\\\ud800""#, #""\ufffd\ufdcf\ufdf0""#,
    "\"\u{fffd}\u{fe0f}\u{1fffd}\u{10fffd}¿\"", "1e308", "-1.7976931348623157e308",
    "1e-400", "[\(String(repeating: "9", count: 308))]", #"{"a":{"a":1},"b":["a","a",{"a":1}]}"#,
    #"{"a":"a","b":"a"}"#, "{}", "[]", "null",
    #"{ "a" : 1 , "A" : 2 , "á" : 3 }"#, #"[{"a":1},{"a":2}]"#, #"{"a\\u0062":1,"ab":2}"#, #""1e400""#,
  ])
  func whatAllReadAlikeIsFine(document: String) { #expect(findings(document) == []) }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, [7]), (#"{"a":1,"\u0061":2}"#, [7]), (#"{"\u0061":1,"a":2,"b":3}"#, [12]),
    (#"{"a":1,"b":{"c":1,"c":2},"a":3}"#, [18, 25]),
    (#"[{"x":[{"y":1,"y":[]}]}]"#, [14]), (#"{"a":1,"a\u0000":2}"#, [7]),
    (#"{"\ud800":1,"\udfff":2}"#, [1, 12]), (#"{"":1,"":2,"":3}"#, [6, 11]),
    ("{\"\u{fffe}\":1,\"\u{fffd}\":2}", [1, 9]), (#"{ "a" : {} , "a" : [] }"#, [13]),
  ])
  func repeatedKeysAreFoundAsProgramsReadThem(document: String, offsets: [Int]) {
    #expect(findings(document).compactMap { $0.split(separator: " ").last.flatMap { Int($0) } } == offsets)
    #expect(findings(document).last?.hasPrefix("repeatedKey") == true)
  }

  /// Some are compared one by one, more are kept.
  @Test(arguments: [2, 23, 24, 25, 26, 100, 5_000])
  func repeatedKeysOfLargeObjectsAreFound(count: Int) {
    let members = (0..<count).map { #""k\#($0)":{"in\#($0)":0}"# }
    #expect(findings("{\(members.joined(separator: ","))}") == [])
    for place in Set([0, count / 2, count - 1]) {
      let text = "{\(members.joined(separator: ","))"
      #expect(findings(#"\#(text),"k\#(place)":0}"#) == ["repeatedKey \(text.utf8.count + 1)"])
      #expect(findings(#"\#(text),"\u006b\#(place)":0}"#) == ["repeatedKey \(text.utf8.count + 1)"])
    }
  }

  @Test func ofAStringTheFirstCharacterIsFound() {
    #expect(findings(#"["\u0000\ud800\ufffe","\ufffe\u0000"]"#) == ["zero 2", "noncharacter 23"])
  }

  @Test(arguments: [
    (#""a\ud800b""#, #""a\ufffdb""#), (#""\uDC00\uD83D""#, #""\ufffd\ufffd""#),
    (#""\ud83d\ude00""#, #""\ud83d\ude00""#),
    (#""\u0000""#, #""""#), (#""a\u0000b\u0000""#, #""ab""#), (#""\\u0000\\\u0000""#, #""\\u0000\\""#),
    (#""\uffff""#, #""\ufffd""#),
    (#""\ud83f\udffe!""#, #""\ufffd!""#),
    ("\"\u{ffff}\u{1fffe}é\(Self.lastOfBlock)\"", "\"\u{fffd}\u{fffd}é\u{fffd}\""),
    (#"{"\ud800":"x"}"#, #"{"\ufffd":"x"}"#),
    ("", ""), (#"{"a":[1e400,"b\/\n"]}"#, #"{"a":[1e400,"b\/\n"]}"#),
  ])
  func whatIsWrittenIsCleaned(text: String, written: String) {
    #expect(cleaned(text) == written)
    #expect(cleaned(written) == written)
  }

  @Test func oneCheckLooksThroughManyDocuments() {
    let (first, second) = (padded(#"{"a":{"a":["\ud800"],"b":1}}"#.utf8), padded(#"{"a":1,"b":2}"#.utf8))
    var check = InteroperableText()
    check.check(first.span, 0..<28)
    #expect(check.findings.map(\.offset) == [12])
    check.check(second.span, 0..<13)
    #expect(check.findings == [])
  }
}
