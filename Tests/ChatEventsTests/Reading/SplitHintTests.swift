import JSONText
import Testing

@testable import ChatEvents

/// Where a source is cut is learned from how its last records are laid out.
@Suite struct SplitHintTests {
  static let indented = "[\n  {\"a\":1},\n  {\"a\":2},\n"

  @Test(arguments: [
    ("{\"a\":1}\n{\"a\":2}\n", 8, 0, 8, 0, "{\"a\":"), (indented, 15, 4, 13, 2, "{\"a\":"),
    ("\t{\"b\":1}\n\t{\"a\":2}\n", 10, 1, 9, 1, "{\""),
  ])
  func theIndentationAndTheCommonBeginningAreLearned(
    text: String, last: Int, before: Int, lineStart: Int, indentation: Int, prefix: String
  ) {
    let hint = SplitHint(padded(text).span, last: last, beforeThat: before, lineStart: lineStart)
    #expect(hint.indentation == indentation)
    #expect(String(decoding: hint.prefix, as: UTF8.self) == prefix)
  }

  @Test func aRecordThatStandsBehindAnotherHasNoIndentation() {
    let hint = SplitHint(padded(#"[{"a":1},{"a":2}]"#).span, last: 9, beforeThat: 1, lineStart: 0)
    #expect(hint.indentation == nil)
    #expect(String(decoding: hint.prefix, as: UTF8.self) == #"{"a":"#)
  }

  @Test func ofOneRecordTheFirstByteIsLearned() {
    let hint = SplitHint(padded("{\"a\":1}\n").span, last: 0, beforeThat: nil, lineStart: 0)
    #expect(hint.indentation == 0)
    #expect(hint.prefix == [0x7b])
  }

  @Test func noMoreThan32BytesAreLearned() {
    let record = "{\"a\":\"\(String(repeating: "b", count: 100))\"}"
    let hint = SplitHint(padded(record + record).span, last: record.utf8.count, beforeThat: 0, lineStart: 0)
    #expect(hint.prefix.count == 32)
  }

  /// The cut is in front of the last line with that indentation, whatever is deeper.
  @Test(arguments: [
    (0, "{\"a\":1}\n{\"a\":2}\n{\"a", 16), (0, "{\n  {\n}\n{\n  {\n  {\n", 8), (0, "{\"a\":1}\n", nil),
    (0, "{\"a\":1}\n  {}\n", nil),
    (2, "  {},\n  {\n    {},\n    {}\n", 6), (2, "  {}\n\t {}\n    {}\n", 5), (2, "  {}\n x{}\n", nil),
    (2, "  {}\n  [\n", nil),
    (0, "", nil),
  ])
  func aCutIsMadeBeforeTheLastLineThatIsIndentedLikeThat(indentation: Int, text: String, cut: Int?) {
    var hint = SplitHint()
    (hint.indentation, hint.prefix) = (indentation, [UInt8(ascii: "{")])
    #expect(hint.cut(padded(text).span, end: text.utf8.count) == cut)
  }

  @Test(arguments: [
    (#"[{"kind":"a"},{"kind":"b"},{"kind""#, 27), (#"[{"kind":"a"},{"kin"#, 1), (#"{"kind":"a"}"#, nil),
    ("", nil), ("[{", nil),
  ])
  func onOneLineACutIsMadeBeforeTheLastCommonBeginning(text: String, cut: Int?) {
    var hint = SplitHint()
    hint.prefix = Array(#"{"kind""#.utf8) + [UInt8(ascii: ":")]
    let text = text + (text.hasSuffix(#""kind""#) ? ":" : "")
    #expect(hint.cut(padded(text).span, end: text.utf8.count) == cut)
  }

  /// So few bytes may stand anywhere in a record.
  @Test func aCommonBeginningOfLessThan8BytesCutsNothing() {
    var hint = SplitHint()
    hint.prefix = Array(#"{"kind""#.utf8)
    #expect(hint.cut(padded(#"[{"kind":1},{"kind":2}"#).span, end: 22) == nil)
  }

  @Test(arguments: [
    ("{}\n{}\n", 3), ("[{},\n{}\n", 5), ("x\ndata=a\nx", 2), ("{}\n  {}\n", nil), ("{}", nil),
    ("x\ndat", nil),
    ("{}\n[\n12\n", 3),
  ])
  func aSourceOfWhichNothingIsKnownIsCutBeforeTheLastLineThatStartsLikeARecord(text: String, cut: Int?) {
    #expect(SplitHint().cut(padded(text).span, end: text.utf8.count) == cut)
  }
}
