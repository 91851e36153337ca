import JSONText
import TestSupport
import Testing

@testable import ChatEvents

/// The reader finds each record with its place, whatever is around it, and however the source arrives.
@Suite struct RecordReaderTests {
  @Test(arguments: [
    ("", []),
    (" \n\t\r\n", []),
    (#"{"a":1}"#, [#"document 1:1 {"a":1}"#]),
    ("{\"a\":1}\n{}\n", [#"document 1:1 {"a":1}"#, "document 2:1 {}"]),
    ("{\"a\":1}\r\n\r\n{}\r\n", [#"document 1:1 {"a":1}"#, "document 3:1 {}"]),
    ("{}{} {}", ["document 1:1 {}", "document 1:3 {}", "document 1:6 {}"]),
    ("{\n \"a\": 1\n} {}", ["document 1:1 {\n \"a\": 1\n}", "document 3:3 {}"]),
    ("[{},{}]", ["document 1:2 {}", "document 1:5 {}"]),
    ("[\n  {},\n  {}\n]\n{}", ["document 2:3 {}", "document 3:3 {}", "document 5:1 {}"]),
    ("[]", []),
    ("[][{}]", ["document 1:4 {}"]),
    ("\u{feff}{}", ["document 1:4 {}"]),
    ("\u{feff}[{}]", ["document 1:5 {}"]),
  ])
  func theRecordsOfEachContainerAreFound(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  /// Marks of what wrote the records are passed over like white space, and may stand in any number outside of an array.
  @Test(arguments: [
    ("\u{feff}\u{feff}{}", ["document 1:7 {}"]),
    ("{}\n\u{feff}{}\u{feff}[\u{feff}]", ["document 1:1 {}", "document 2:4 {}"]),
    ("{}\n\u{feff}data=%7B%7D\n", ["document 1:1 {}", "form 2:4 data=%7B%7D = {}"]),
    ("{}\u{feff}", ["document 1:1 {}"]),
    ("\0\0\0{}\n\0\0{}\0", ["document 1:4 {}", "document 2:3 {}"]),
    (
      "\u{1e}{}\n\u{1e}{}\u{1e}\u{1e}[{}]\n\u{1e}", ["document 1:2 {}", "document 2:2 {}", "document 2:7 {}"]
    ),
    (#"{}\n{}\r\n\t[{}]\n"#, ["document 1:1 {}", "document 1:5 {}", "document 1:14 {}"]),
    (#"{}\x{}"#, ["document 1:1 {}", #"broken 1:3 \x{} [expected-value]"#]),
    (#"{}\"#, ["document 1:1 {}", #"broken 1:3 \ [expected-value]"#]),
    ("{}[\0{}]", ["document 1:1 {}", "broken 1:4 \0{} [expected-value]"]),
    ("{}[\u{1e}{}]", ["document 1:1 {}", "document 1:5 {}"]),
    ("[{},\n\u{feff}{}\u{1e}]", ["document 1:2 {}", "document 2:4 {}"]),
  ])
  func marksBetweenRecordsArePassedOver(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  /// A line that starts with a separator or a byte order mark starts like any other, so a broken record ends before it.
  @Test(arguments: ["\u{1e}", "\u{feff}", "\u{1e}\u{feff}"], ["{}", "[{}]", "data=%7B%7D"])
  func aBrokenRecordEndsBeforeAMarkedLine(mark: String, record: String) {
    let lines = ReadItems("{\"a\n\(mark)\(record)\n").lines
    #expect(lines.first?.hasPrefix("broken 1:1 {\"a [") == true, "\(lines)")
    #expect(lines.count == 2 && !lines[1].hasPrefix("broken"), "\(lines)")
  }

  @Test(arguments: [
    ("data=%7B%7D", ["form 1:1 data=%7B%7D = {}"]),
    ("data=a+b\r\nx=1&data=c\n", ["form 1:1 data=a+b = a b", "form 2:1 x=1&data=c = c"]),
    ("{} data=a", ["document 1:1 {}", "form 1:4 data=a = a"]),
    ("data=a&data=b\n{}", ["broken 1:1 data=a&data=b [invalid-form]", "document 2:1 {}"]),
    ("data=%\n{}", ["broken 1:1 data=% [invalid-form]", "document 2:1 {}"]),
    ("[data=a]", ["broken 1:2 data=a [expected-value]"]),
  ])
  func formBodiesAreRecordsOfTheirLine(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  @Test(arguments: [
    ("12", ["other 1:1 12"]),
    (#""a" null"#, [#"other 1:1 "a""#, "other 1:5 null"]),
    ("[1,[2],{}]", ["other 1:2 1", "other 1:4 [2]", "document 1:8 {}"]),
  ])
  func otherValuesAreNoRecords(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  @Test(arguments: [
    ("[{} {}]", ["document 1:2 {}", "fault 1:5 [missing-comma]", "document 1:5 {}"]),
    (
      "[{}\n{}\n{}]",
      ["document 1:2 {}", "fault 2:1 [missing-comma]", "document 2:1 {}", "document 3:1 {}"]
    ),
    (
      "[{} {}][{} {}]",
      [
        "document 1:2 {}", "fault 1:5 [missing-comma]", "document 1:5 {}", "document 1:9 {}",
        "fault 1:12 [missing-comma]", "document 1:12 {}",
      ]
    ),
    ("[{},,{}]", ["document 1:2 {}", "fault 1:4 [missing-element]", "document 1:6 {}"]),
    ("[,{}]", ["fault 1:2 [missing-element]", "document 1:3 {}"]),
    ("[{},]", ["document 1:2 {}", "fault 1:4 [missing-element]"]),
    ("[{},\n,\n]", ["document 1:2 {}", "fault 1:4 [missing-element]", "fault 2:1 [missing-element]"]),
    ("[{}", ["document 1:2 {}", "fault 1:4 [unexpected-end]"]),
    ("[{},\n", ["document 1:2 {}", "fault 2:1 [unexpected-end]"]),
    ("[", ["fault 1:2 [unexpected-end]"]),
  ])
  func whatIsMissingBetweenElementsIsReportedAtItsPlace(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  @Test(arguments: [
    ("{\"a\":01}\n{}", [#"broken 1:1 {"a":01} [invalid-number]"#, "document 2:1 {}"]),
    ("{\"a\":01} {}\n{}", [#"broken 1:1 {"a":01} {} [invalid-number]"#, "document 2:1 {}"]),
    ("{\"a\":\nx\n \n{}", ["broken 1:1 {\"a\":\nx [expected-value]", "document 4:1 {}"]),
    ("x\ny\ndata=a", ["broken 1:1 x\ny [expected-value]", "form 3:1 data=a = a"]),
    ("x\n[{}]", ["broken 1:1 x [expected-value]", "document 2:2 {}"]),
    ("[{\"a\":01},{}]", [#"broken 1:2 {"a":01} [invalid-number]"#, "document 1:11 {}"]),
    ("[\n{\"a\":[01,{}]},\n{}]", ["broken 2:1 {\"a\":[01,{}]} [invalid-number]", "document 3:1 {}"]),
    ("[\n{\"a\n,\n{}\n]", ["broken 2:1 {\"a\n, [control-character]", "document 4:1 {}"]),
    ("[{} x,{}]", ["document 1:2 {}", "broken 1:5 x [expected-comma-or-bracket]", "document 1:7 {}"]),
    ("x", ["broken 1:1 x [expected-value]"]),
  ])
  func readingGoesOnBehindABrokenRecord(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  @Test(arguments: [
    (#"{"a":1"#, [#"broken 1:1 {"a":1 [unexpected-end]"#]),
    ("{}\n{\"a", ["document 1:1 {}", "broken 2:1 {\"a [unexpected-end]"]),
    ("[{},{\"a\":", ["document 1:2 {}", "broken 1:5 {\"a\": [unexpected-end]"]),
  ])
  func aRecordThatIsCutOffByTheEndIsBroken(text: String, items: [String]) {
    #expect(ReadItems(text).lines == items)
  }

  /// What is not complete is left for the next call, with what is before it used up.
  @Test(arguments: [
    (#"{"a":1"#, 0), ("{}\n{\"a\":", 3), ("[{},{", 4), ("[{},", 4), ("data=a", 0), ("{} data=a", 3),
    ("x=1&da", 0),
    ("12", 0), ("{\"a\":01}", 0), ("{\"a\":[\n{},\n{}", 0), ("[{},\n{\"a\":[\n{},\n{}", 5), ("{}\nx\n", 3),
  ])
  func anIncompleteRecordIsLeft(text: String, count: Int) {
    let bytes = padded(text)
    var slots = Slots()
    var reader = RecordReader(
      at: ReadingPosition(), end: text.utf8.count, isLast: false, recordLimit: 1000)
    let plan = FormatPlan(of: .olark)
    while case .document? = reader.next(bytes.span, plan.members, into: &slots) {}
    #expect(reader.end().count == count)
  }

  @Test(arguments: [
    "{\"kind\":\"0123456789\"}\n{}", "data=%7B%7D0123456789\n{}", "[{\"kind\":\"0123456789\"},{}]",
  ])
  func aRecordOverTheLimitIsReportedAndTheNextIsRead(text: String) {
    let lines = ReadItems(Array(text.utf8), recordLimit: 12).lines
    #expect(lines.first?.hasSuffix("[record-too-long]") == true, "\(lines)")
    #expect(lines.last?.hasSuffix(" {}") == true, "\(lines)")
    #expect(lines.count == 2)
    #expect(ReadItems(Array(text.utf8), recordLimit: 30).lines.allSatisfy { !$0.contains("[") })
  }

  @Test(arguments: [
    [0xff, 0xfe, 0x7b, 0], [0xfe, 0xff, 0, 0x7b], [0x7b, 0, 0x7d, 0], [0, 0x7b, 0, 0x7d],
    [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b], [0x7b, 0, 0, 0, 0x7d, 0, 0, 0],
    [0, 0, 0, 0x7b, 0, 0, 0, 0x7d],
  ])
  func utf16IsNamed(source: [UInt8]) {
    let lines = ReadItems(source).lines
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix("[utf-16]") == true)
  }

  /// At the start of a source it is half of a character of UTF-16; a guess is in its middle.
  @Test func aZeroByteAtTheStartOfALaterPieceIsAMark() {
    let source: [UInt8] = [0, 0x7b, 0x7d]
    #expect(ReadItems(source, at: ReadingPosition().guess).lines == ["document 1:2 {}"])
  }

  /// Each of all containers and faults, for a source that is put together of them.
  static let parts = [
    "{\"a\":1}\n", "{}", "[{},{}]", "[\n  {\"a\":\"é\\\"\"},\n  {}\n]\n", "\ndata=a+%7B&x=1\r\n",
    "\nx=1&data=%zz\n",
    "[{} {}]", "[{},,{}]", "[,]", "\n{\"a\":01}\n", "[{\"a\":[01]},{}]", "[\n{\"a\n{}]", "12 ", "null\n",
    "\"data=\"\n",
    "\ngarbage\n", "\r\n\n", "\n[{}\n", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "]", ",", "\n{\"cut\n",
    "\n{\"a\":[\n{\"b\":1},\n[2]\n]}\n", "[{\"a\":[\n{},\n{}]},\n{}]", "\u{feff}", "\0\0\0", "\u{1e}{}\n",
    #"\n"#,
    "\n\u{1e}\u{feff}{}", "\n\u{1e}\u{feff}data=%7B%7D\n", "\n\u{feff}x\n", #"\"#,
    "\n2026-01-01T08:00 info {\"a\":1}\n", "\n[error] x {\"a\":1}\n", "\n[1] {}\n", "\n12 {\"a\":1}\n",
    "\n  x: { }\n",
  ]

  @Test func anyTwoCutsGiveTheSameAsNone() {
    let text = Array(("\u{feff}" + Self.parts.joined()).utf8)
    let whole = ReadItems(text)
    #expect(whole.lines.count > 20)
    for cut in 0..<text.count {
      #expect(ReadItems(text, cuts: [cut]) == whole, "cut at \(cut)")
      #expect(
        ReadItems(text, cuts: [cut, min(cut + 3, text.count - 1)]) == whole,
        "cut at \(cut), and 3 bytes later")
    }
  }

  @Test func anyCutsOfAnySourceGiveTheSameAsNone() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = Seeded(seed)
    for _ in 0..<300 {
      let text = try (0..<8).map { _ in try #require(Self.parts.randomElement(using: &generator)) }
        .joined()
      let source = Array(text.utf8)
      let cuts = (0..<source.count).filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      #expect(
        ReadItems(source, cuts: cuts) == ReadItems(source),
        "seed \(seed), \(text.debugDescription), cut at \(cuts)")
    }
  }
}
