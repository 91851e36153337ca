import JSONText
import Testing

@Suite struct ScannerFaultTests {
  /// Every reason, with the offset of the first wrong byte.
  @Test(
    arguments: [
      (#"{"a":}"#, .expectedValue, 5),
      ("[,1]", .expectedValue, 1),
      ("[1,]", .expectedValue, 3),
      ("[1 true]", .expectedCommaOrBracket, 3),
      ("@", .expectedValue, 0),
      ("nul ", .expectedValue, 0),
      ("[trve]", .expectedValue, 1),
      ("falsy", .expectedValue, 0),
      ("{1:2}", .expectedKey, 1),
      (#"{"a":1,}"#, .expectedKey, 7),
      (#"{"a":1,,"b":2}"#, .expectedKey, 7),
      ("{,}", .expectedKey, 1),
      (#"{"a" 1}"#, .expectedColon, 5),
      (#"{"a"}"#, .expectedColon, 4),
      (#"{"a"::1}"#, .expectedValue, 5),
      (#"{"a":1 "b":2}"#, .expectedCommaOrBrace, 7),
      (#"{"a":1]"#, .expectedCommaOrBrace, 6),
      ("[1}", .expectedCommaOrBracket, 2),
      ("[1 2]", .expectedCommaOrBracket, 3),
      ("1 2", .expectedEnd, 2),
      ("{}}", .expectedEnd, 2),
      ("01", .invalidNumber, 1),
      ("-01", .invalidNumber, 2),
      ("[-]", .invalidNumber, 2),
      ("[1.]", .invalidNumber, 3),
      ("[1.e2]", .invalidNumber, 3),
      ("[1e]", .invalidNumber, 3),
      ("[1e+]", .invalidNumber, 4),
      ("[-a]", .invalidNumber, 2),
      ("\"a\nb\"", .controlCharacter, 2),
      ("\"\u{0}\"", .controlCharacter, 1),
      ("\"\u{1f}\"", .controlCharacter, 1),
      (#""\x""#, .invalidEscape, 2),
      (#""\u00g0""#, .invalidEscape, 5),
      (#""\u12""#, .invalidEscape, 5),
      ("\"\\\n\"", .invalidEscape, 2),
      (#""a"#, .unexpectedEnd, 2),
      ("", .unexpectedEnd, 0),
      ("  ", .unexpectedEnd, 2),
    ] as [(String, JSONFault.Reason, Int)])
  func aFaultLiesAtTheFirstWrongByte(text: String, reason: JSONFault.Reason, offset: Int) {
    #expect(fault(of: text) == JSONFault(reason, at: offset))
    let found = tapeFault(of: Array(text.utf8))
    #expect(found?.code == reason.code)
    #expect(found?.offset == offset)
  }

  @Test func leadingZeroIsRefusedAtItsSecondDigit() {
    #expect(fault(of: #"{"a":[0, 00.5]}"#) == JSONFault(.invalidNumber, at: 10))
  }

  @Test(arguments: ["[", "{\"a\":"]) func the513thLevelIsTooDeep(open: String) {
    let close = open == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth - 1) + (open == "[" ? "[]" : "{}")
        + String(repeating: close, count: depth - 1)
    }
    #expect(fault(of: nested(512)) == nil)
    #expect(tapeFault(of: Array(nested(512).utf8)) == nil)
    #expect(fault(of: nested(513)) == JSONFault(.tooDeep, at: 512 * open.utf8.count))
    #expect(tapeFault(of: Array(nested(513).utf8))?.offset == 512 * open.utf8.count)
  }

  @Test func everyPrefixOfADocumentEndsTooEarlyAndIsNothingElse() {
    let text = Array(
      #" {"kind" : "é\u00e9\"€😀\n", "list":[ -12.50e-3 ,true,false, null,{ }, [ ] ,0],"o":{"a":{"b":""}} }"#
        .utf8)
    #expect(fault(of: text) == nil)
    for count in 0..<text.count {
      let prefix = Array(text[..<count])
      #expect(fault(of: prefix) == JSONFault(.unexpectedEnd, at: count), "\(count)")
      #expect(tapeFault(of: prefix)?.code == "unexpected-end", "\(count)")
      #expect(tapeFault(of: prefix)?.offset == count, "\(count)")
    }
  }

  @Test func eachReasonHasItsOwnCode() {
    let codes = JSONFault.Reason.allCases.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } })
  }

  @Test func messagesAreOneClauseInLowerCase() {
    for reason in JSONFault.Reason.allCases {
      #expect(reason.message.first?.isLowercase == true)
      #expect(!reason.message.hasSuffix("."))
    }
  }

  @Test func linesBetweenTokensAreCounted() {
    let bytes = padded("{\n\"a\":\r\n[1,\n\n2]\n}".utf8)
    var scanner = Scanner(end: bytes.count - Scanner.padding)
    #expect((try? scanner.value(bytes.span, 0, depth: 0)) == scanner.end)
    #expect(scanner.lines == 5)
    #expect(scanner.lineStart == scanner.end - 1)
  }
}
