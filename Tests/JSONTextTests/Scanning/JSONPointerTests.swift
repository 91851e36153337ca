import JSONText
import Testing

@Suite struct JSONPointerTests {
  private func pointer(to offset: Int, in text: String) -> String {
    let bytes = padded(text.utf8)
    return JSONPointer.to(offset, in: bytes.span, from: 0, end: text.utf8.count).description
  }

  /// The pointer to each place of a text, where `^` marks it.
  @Test(arguments: [
    (#"^{"a":1}"#, ""),
    (#"{^"a":1}"#, "/a"),
    (#"{"a"^:1}"#, "/a"),
    (#"{"a":^1}"#, "/a"),
    (#"{"a":1^}"#, ""),
    (#"{"a":1,^"b":2}"#, "/b"),
    (#"{"a":{"b":[0,{"c":^1}]}}"#, "/a/b/1/c"),
    (#"{"a":{"b":[0,^{"c":1}]}}"#, "/a/b/1"),
    (#"{"a":{"b":^[0,{"c":1}]}}"#, "/a/b"),
    (#"{"a":"x^y"}"#, "/a"),
    (#"{"x/y":{"m~n":{"":^0}}}"#, "/x~1y/m~0n/"),
    (#"{"k\u0069nd":^5}"#, "/kind"),
    (#" [ [ ] , [ 1 , ^2 ] ]"#, "/1/1"),
    (#"[1,2,3,4,5,6,7,8,9,10,^11]"#, "/10"),
    (#"{"a":[1,^}"#, "/a/1"),
    (#"{"a":[1 ^2]}"#, "/a"),
    (#"{"a":[1],"b" ^1}"#, "/b"),
    (#"{"a":{"b":tr^x}}"#, "/a/b"),
    (#"{"a":{"b":"cut off^"#, "/a/b"),
    (#"{"a":1}^ x"#, ""),
    ("^", ""),
  ])
  func leadsToTheDeepestValueThatHoldsThePlace(marked: String, pointer expected: String) throws {
    let mark = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "^")))
    let offset = marked.utf8.distance(from: marked.utf8.startIndex, to: mark)
    let text = String(marked.split(separator: "^", omittingEmptySubsequences: false).joined())
    let start = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let bytes = padded(text.utf8)
    let found = JSONPointer.to(offset, in: bytes.span, from: start, end: text.utf8.count)
    #expect(found.description == expected)
  }

  @Test func isFoundThroughEveryLevelThatIsAllowed() {
    let text = String(repeating: "[", count: 512) + "x"
    #expect(pointer(to: 512, in: text) == String(repeating: "/0", count: 512))
  }

  @Test func everyOffsetOfADocumentHasAPointer() {
    let text = #"{"a":[1,{"b":"c"},[]],"d":{"e":null,"f":{}},"g":true}"#
    for offset in 0...text.utf8.count + 3 { _ = pointer(to: offset, in: text) }
    #expect(pointer(to: text.utf8.count, in: text) == "")
  }
}

@Suite struct JSONPlaceTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 2, 2), (4, 2, 3), (5, 2, 4), (6, 3, 1), (7, 4, 1), (8, 4, 2),
  ])
  func linesAndColumnsAreCountedInBytes(offset: Int, line: Int, column: Int) {
    let text = Array("a\né\r\n\nb".utf8)
    let place = JSONPlace(line: 1, column: 1).advanced(over: text.span, from: 0, to: offset)
    #expect(place == JSONPlace(line: line, column: column))
  }

  @Test func anOffsetBehindTheTextIsItsEnd() {
    let text = Array("ab".utf8)
    #expect(
      JSONPlace(line: 3, column: 5).advanced(over: text.span, from: 0, to: 99)
        == JSONPlace(line: 3, column: 7))
  }

  @Test func placesComeInTheOrderOfTheText() {
    #expect(JSONPlace(line: 1, column: 9) < JSONPlace(line: 2, column: 1))
    #expect(JSONPlace(line: 2, column: 1) < JSONPlace(line: 2, column: 2))
    #expect(JSONPlace(line: 12, column: 34).description == "12:34")
  }

  private static func repeated(_ token: String) -> [String] { Array(repeating: token, count: 40) }

  static let waysToShow: [[String]] = [
    ["a"], ["items", "0"], Array(repeating: "~/", count: 5), repeated("/~"), repeated("é"), repeated(""),
    repeated("items"), repeated("a\r"), ["é"] + repeated("a"), repeated("a") + ["\u{301}"],
    repeated("a") + ["\u{600}", "a", "b", "c"],
    ["longer than all that is shown"] + repeated("") + ["longer than all that is shown"],
  ]

  @Test(arguments: waysToShow)
  func aLongPointerIsShownByItsEnds(tokens: [String]) {
    let pointer = JSONPointer(tokens)
    let text = pointer.description
    let expected = text.count > 20 ? "\(text.prefix(9))…\(text.suffix(6))" : text
    #expect(pointer.shortened(over: 20, begin: 9, end: 6) == expected)
  }
}
