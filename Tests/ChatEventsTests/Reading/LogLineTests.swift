import JSONText
import Testing

@testable import ChatEvents

/// JSON behind a time, a level or other text is one report, which says how to cut that off.
@Suite struct LogLineTests {
  @Test(arguments: [
    "2026-11-21T08:00:00Z {\"a\":1}", "INFO {\"a\":1}", "[2026-11-21 08:00] {\"a\":1}", "[error] [{\"a\":1}]",
    "Nov 21 08:00:00 web app[12]: {\"a\":1}", "level=info msg={\"a\":1}",
    "{} {\"a\":1}".replacing("{} ", with: "a{} "),
    "12:00 { \"a\":1}", "payload: {'a': 1}", "-- {}", "127.0.0.1 - - [21/Nov/2026] {\\\"a\\\":1}",
    "1.2.3 {\"a\":1}", "café {\"a\":1}",
    "'{\"a\":1}'", "1 2 three {\"a\":1}",
  ])
  func textBeforeAnObjectIsFound(line: String) {
    let bytes = padded(line + "\n")
    #expect(LogLine.begins(bytes.span, at: 0, end: line.utf8.count + 1, isLast: false) == true)
    #expect(ReadItems(line + "\n").lines == ["broken 1:1 \(line) [text-before-json]"])
  }

  /// Values of JSON before an object are records that nobody knows; a text without an object is no log of JSON.
  @Test(arguments: [
    "12 {\"a\":1}", "null true \"a {\" {\"a\":1}", "[1,\"x\",{\"a\":1}]", "[1] {\"a\":1}", "[{\"a\":1}] x",
    "INFO started", "a {b}",
    "{\"a\":1}", "",
  ])
  func anythingElseIsNone(line: String) {
    let bytes = padded(line + "\n{\"a\":1}\n")
    #expect(LogLine.begins(bytes.span, at: 0, end: line.utf8.count + 9, isLast: true) == false)
    #expect(!ReadItems(line + "\n").lines.contains { $0.hasSuffix("[text-before-json]") })
  }

  @Test func manyLinesAreOneReport() {
    for line in ["2026-11-21 08:00 {\"a\":1}\n", "[info] {\"a\":1}\n", "x {\"a\":1}\n[y] {\"b\":1}\n"] {
      let log = String(repeating: line, count: 60)
      #expect(ReadItems(log).lines.count == 1)
      #expect(ReadItems(log + "{}\n" + log).lines.count == 3)
      #expect(ReadItems("{}\n" + log + "[{}]").lines.last?.hasPrefix("document") == true)
    }
  }

  /// How much of a line is looked at does not grow with it.
  @Test func aLongTextIsNone() {
    let text = String(repeating: "x", count: 5_000) + " {\"a\":1}\n"
    #expect(!ReadItems(text).lines.contains { $0.hasSuffix("[text-before-json]") })
  }

  /// A string that goes on where a block ends, or where nobody looks any more, is no text of a log.
  @Test(arguments: [10, 4_000, 4_094, 4_096, 9_000])
  func aLongStringIsNone(length: Int) {
    let string = "{\\\"a\\\":1}" + String(repeating: "x", count: length)
    let whole = ReadItems("[\"\(string)\"]\n{}\n")
    #expect(whole.lines.count == 2)
    #expect(whole.lines.allSatisfy { !$0.hasSuffix("[text-before-json]") })
    for cut in [3, 8, 14, 4_000, 4_096, 4_100] where cut < length {
      #expect(ReadItems("[\"\(string)\"]\n{}\n", cuts: [cut]) == whole, "cut at \(cut)")
    }
  }
}
