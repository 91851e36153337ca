import JSONText
import TestSupport
import Testing

@Suite struct OutputTests {
  @Test func slicesOfEveryLengthAreCopiedWhole() {
    let source = padded((0..<700).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
    for length in 0...600 {
      var output = Output(capacity: 1)
      output.append(UInt8(ascii: "<"))
      output.append(source.span, 13..<13 + length)
      output.append(UInt8(ascii: ">"))
      #expect(Array(output.written) == [0x3c] + source[13..<13 + length] + [0x3e], "\(length)")
    }
  }

  @Test func itGrowsAndKeepsWhatWasWritten() {
    var output = Output(capacity: 0)
    var expected: [UInt8] = []
    for number in 0..<2000 {
      output.append(decimal: number)
      output.append(", ")
      output.append(contentsOf: Array("é".utf8))
      expected += Array("\(number), é".utf8)
    }
    #expect(Array(output.written) == expected)
    #expect(output.count == expected.count)
  }

  @Test func truncationTakesBackWhatCameLast() {
    var output = Output(capacity: 4)
    output.append("abcdef")
    output.truncate(to: 2)
    output.append("X")
    #expect(Array(output.written) == Array("abX".utf8))
    output.removeAll()
    #expect(output.written.isEmpty)
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 1_000_000, 4_294_967_296, Int.max])
  func numbersAreWrittenInDecimalDigits(number: Int) {
    var output = Output(capacity: 0)
    output.append(decimal: number)
    #expect(Array(output.written) == Array(String(number).utf8))
  }

  /// What was handed over stays as it is, whatever is written next; its memory is used again when nobody has it.
  @Test func whatIsHandedOverChangesNoMore() {
    var output = Output(capacity: 100)
    output.append("first")
    let first = output.take()
    #expect(output.written.isEmpty)
    output.append("other")
    let second = output.take()
    #expect(String(decoding: first, as: UTF8.self) == "first")
    #expect(String(decoding: second, as: UTF8.self) == "other")
    #expect(output.take().isEmpty)
  }

  /// What is behind the bytes, or stood there before, is none of them.
  @Test func aByteIsFoundWhereverItStands() {
    for length in 1...40 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: 0xf5, count: length)
        bytes[place] = 0xf4
        #expect(WrittenBytes(bytes).holds(0xf4))
      }
      #expect(!WrittenBytes([UInt8](repeating: 0xf3, count: length)).holds(0xf4))
      #expect(!WrittenBytes([UInt8](repeating: 1, count: length)).holds(0))
    }
    #expect(!WrittenBytes().holds(0))
  }

  @Test func textIsWrittenAsItIs() {
    var output = Output(capacity: 0)
    for text in ["", "a \"b\"\n", "é€😀 is longer than a small string"] { output.append(text: text) }
    #expect(String(decoding: output.written, as: UTF8.self) == "a \"b\"\né€😀 is longer than a small string")
  }

  @Test func textThatIsLongAndShortIsQuotedWhole() throws {
    for length in 0...40 {
      for escape in ["", "\"", "\n", "\\\"", "é"] {
        let text = String(repeating: "a", count: length) + escape + String(repeating: "b", count: 40 - length)
        for text in [text, String(text.prefix(length)), "\(escape)\(escape)"] {
          var output = Output(capacity: 0)
          output.appendQuoted(text)
          #expect(try JSONValue(parsing: String(decoding: output.written, as: UTF8.self)) == .string(text))
        }
      }
    }
  }

  @Test func stringsAreEscapedWhereJSONDemandsItAndNowhereElse() throws {
    var output = Output(capacity: 0)
    let text = "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1}\u{1f}\u{7f}é€😀\u{2028}"
    output.appendQuoted(text)
    let written = String(decoding: output.written, as: UTF8.self)
    #expect(written == #""\"\\/\b\f\n\r\t\u0000\u0001\u001f"# + "\u{7f}é€😀\u{2028}\"")
    #expect(try JSONValue(parsing: written) == .string(text))
  }
}

@Suite struct CompactTests {
  @Test(arguments: [
    ("{}", "{}"), ("{ }", "{}"), (" [ 1 , 2 ] ", "[1,2]"), ("[\n\t1,\r\n2]", "[1,2]"),
    (#"{ "a b" : " c\" d \\" , "e" : [ "\\" , " " ] }"#, #"{"a b":" c\" d \\","e":["\\"," "]}"#),
    ("[1.10 ,  \"\\u00e9 é\"   ]", "[1.10,\"\\u00e9 é\"]"), ("true", "true"), (" \" \" ", "\" \""),
  ])
  func whiteSpaceGoesBetweenTokensAndStaysInStrings(text: String, compact: String) {
    #expect(Self.compacted(Array(text.utf8)) == Array(compact.utf8))
  }

  @Test(arguments: 0..<20) func copyingTokenByTokenGivesTheSame(seed: Int) {
    var random = Seeded(UInt64(seed))
    for _ in 0..<200 {
      var tokens: [[UInt8]] = []
      for _ in 0..<Int.random(in: 0...20, using: &random) { tokens.append(Self.token(&random)) }
      let spaced = tokens.flatMap { $0 + Self.space(&random) }
      #expect(Self.compacted(spaced) == tokens.flatMap(\.self), "seed \(seed): \(spaced)")
    }
  }

  private static func compacted(_ text: [UInt8]) -> [UInt8] {
    var output = Output(capacity: 0)
    let bytes = padded(text)
    output.appendCompact(bytes.span, 0..<text.count)
    return Array(output.written)
  }

  private static func token(_ random: inout Seeded) -> [UInt8] {
    let characters = ["a", " ", "\\\"", "\\\\", "é", "\\n", ",", "{", "😀"]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Array(["{", "}", "[", "]", ":", ","][Int.random(in: 0..<6, using: &random)].utf8)
    case 1: return Array(["true", "null", "-1.50e+3", "0"][Int.random(in: 0..<4, using: &random)].utf8)
    default:
      let content = (0..<Int.random(in: 0...70, using: &random)).map { _ in
        characters[Int.random(in: 0..<characters.count, using: &random)]
      }
      return Array("\"\(content.joined())\"".utf8)
    }
  }

  private static func space(_ random: inout Seeded) -> [UInt8] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      [0x20, 0x0a, 0x0d, 0x09][Int.random(in: 0..<4, using: &random)]
    }
  }
}

@Suite struct PrettyPrinterTests {
  @Test func documentsAreIndentedByTwoSpacesAndEmptyContainersStayOnOneLine() {
    let compact = Array(#"{"a":[1,{"b":"{,}:\""}],"c":{},"d":[]}"#.utf8)
    let pretty = """
      {
        "a": [
          1,
          {
            "b": "{,}:\\""
          }
        ],
        "c": {},
        "d": []
      }
      """
    var output = Output(capacity: 0)
    PrettyPrinter.append(padded(compact).span, 0..<compact.count, to: &output)
    #expect(String(decoding: output.written, as: UTF8.self) == pretty)
  }
}
