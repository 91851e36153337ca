import JSONText
import Testing

@testable import ChatEvents

/// What a gateway put into `data` is opened if it is one string.
@Suite struct UnpackedFormTests {
  @Test(arguments: [
    (#""{}""#, "{}"), (#""{\"a\":1}""#, #"{"a":1}"#), (#""""#, ""), (#"["{}"]"#, "{}"), (#"[ "{}" ]"#, "{}"),
    ("[\n\t\"{}\"\r\n]", "{}"), (#""\u007b\u007D""#, "{}"), (#""a\nb\\n""#, "a\nb\\n"),
    (#""\ud83d\ude00""#, "😀"),
  ])
  func theOneStringIsOpened(data: String, text: String) throws {
    let form = try #require(try opened(data))
    #expect(String(decoding: form.text.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: ["[]", "[ ]", #"["a","b"]"#, #"["a" , 1]"#, "[1]", "[{}]", #"[["a"]]"#, "[null]"])
  func nothingElseIs(data: String) throws {
    #expect(try opened(data) == nil)
  }

  @Test(arguments: [(#""a\ud83d""#, 2), (#"["\ude00"]"#, 2), (#""\ud83d\ud83d\ude00""#, 1)])
  func halfASurrogatePairIsRefusedAtItsPlace(data: String, offset: Int) {
    #expect(throws: JSONFault(.loneSurrogate, at: offset)) { try opened(data) }
  }

  @Test(arguments: [
    (#""abc""#, [1, 2, 3, 4]), (#"[ "abc" ]"#, [3, 4, 5, 6]), (#""a\"b""#, [1, 2, 4, 5]),
    (#""\u00e9b""#, [1, 1, 7, 8]), (#""\ud83d\ude00b""#, [1, 1, 1, 1, 13, 14]),
  ])
  func eachByteKnowsItsPlace(data: String, offsets: [Int]) throws {
    let form = try #require(try opened(data))
    let bytes = padded(data)
    let found = (0...form.text.bytes.count).map { form.text.sourceOffset(of: $0, bytes.span) }
    #expect(found == offsets)
  }

  private func opened(_ data: String) throws -> UnpackedForm? {
    let bytes = padded(data)
    var scanner = Scanner(end: data.utf8.count)
    let slice = try scanner.slice(bytes.span, 0, depth: 0)
    return try UnpackedForm(bytes.span, slice, end: data.utf8.count)
  }
}
