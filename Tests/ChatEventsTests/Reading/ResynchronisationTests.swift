import JSONText
import Testing

@testable import ChatEvents

/// A broken record never takes its neighbour with it.
@Suite struct ResynchronisationTests {
  static let events = try? Conversion(Sample.twenty.joined(separator: "\n").utf8).lines

  @Test func aFileCutAtAnyByteLosesTheCutRecordAndNoOther() throws {
    let events = try #require(Self.events)
    let text = Array((Sample.twenty.joined(separator: "\n") + "\n").utf8)
    var ends: [Int] = []
    for line in Sample.twenty { ends.append((ends.last.map { $0 + 1 } ?? 0) + line.utf8.count) }
    for cut in 0...text.count {
      let whole = ends.count { $0 <= cut }
      let result = try Conversion(text[..<cut])
      let isCutInside = cut > (whole == 0 ? 0 : ends[whole - 1] + 1)
      #expect(result.lines == Array(events[..<whole]), "cut at \(cut)")
      #expect(result.rejects.count == (isCutInside ? 1 : 0), "cut at \(cut)")
    }
  }

  @Test func aLineCutAtAnyByteCostsItselfAndNoOther() throws {
    let events = try #require(Self.events)
    let middle = Array(Sample.twenty[10].utf8)
    for cut in 1..<middle.count {
      var lines = Sample.twenty
      lines[10] = String(decoding: middle[..<cut], as: UTF8.self)
      let result = try Conversion(lines.joined(separator: "\n").utf8)
      #expect(result.lines == Array(events[..<10] + events[11...]), "cut at \(cut)")
      #expect(result.rejectedTexts.count == 1, "cut at \(cut)")
    }
  }

  @Test func anElementOnItsOwnLineCutAtAnyByteCostsItselfAndNoOther() throws {
    let events = try #require(Self.events)
    let middle = Array(Sample.twenty[10].utf8)
    for cut in 1..<middle.count {
      var lines = Sample.twenty
      lines[10] = String(decoding: middle[..<cut], as: UTF8.self)
      let result = try Conversion(("[\n" + lines.joined(separator: ",\n") + "\n]\n").utf8)
      // A cut inside `items` leaves an array open, into which the rest of the file fits: the array's own end is missing.
      let lost = Set(events).subtracting(result.lines)
      #expect(lost == [events[10]], "cut at \(cut)")
    }
  }

  @Test(arguments: [
    (#"{"a":01} {"b":2}"# + "\n", [#"{"a":01} {"b":2}"#]),
    ("{\n\"a\": 01\n}\n", ["{\n\"a\": 01\n}"]),
    ("garbage\nmore\n", ["garbage\nmore"]),
    (#"{"a":"x"# + "\n" + #"{"b":1}"# + "\n", [#"{"a":"x"#, #"{"b":1}"#]),
  ])
  func aRejectReachesToTheNextStart(text: String, rejects: [String]) throws {
    let result = try Conversion((text + Sample.transcript(1)).utf8)
    #expect(result.rejectedTexts == rejects)
    #expect(result.lines.count == 1)
  }

  @Test(arguments: [
    #"{"kind":01}"#, #"{"a":[1,{"b":"]}"}],"c":tru}"#, #"{"a" 1}"#, #"{"a":"\x"}"#, "nonsense",
    "{\"a\":\"tab\t\"}",
  ])
  func aBrokenElementThatBalancesCostsItselfAndNoOther(element: String) throws {
    let result = try Conversion("[\(Sample.transcript(1)), \(element) , \(Sample.transcript(2))]".utf8)
    #expect(result.rejectedTexts == [element])
    #expect(result.lines.count == 2)
  }

  @Test func anArrayThatIsNotClosedIsReported() throws {
    let result = try Conversion("[\(Sample.transcript(1)),\n".utf8)
    #expect(result.rejects.map(\.code.name) == ["unexpected-end"])
    #expect(result.rejectedTexts == [""])
    #expect(result.balance.read == 2)
  }

  @Test(arguments: ["", "[\n"])
  func linesThatOpenInsideEachOtherAreEachRejectedForWhatTheyAre(container: String) throws {
    let line = #"{"kind":"Conversation","items":["#
    let result = try Conversion((container + String(repeating: line + "\n", count: 600)).utf8)
    let first = container.isEmpty ? 1 : 2
    #expect(result.rejectedTexts.prefix(600) == Array(repeating: line, count: 600)[...])
    let faults = result.rejects.prefix(600)
    // The line 256 further on is the first that is too deep; the last lines end with the text.
    #expect(faults.map(\.code.name) == (0..<600).map { $0 < 344 ? "too-deep" : "unexpected-end" })
    #expect(faults.map(\.place.line) == Array(first..<first + 600))
    #expect(faults.map(\.diagnostic.place.line) == (0..<600).map { first + min($0 + 256, 600) })
    #expect(faults.map(\.diagnostic.pointer.tokens.count) == (0..<600).map { 2 * min(256, 600 - $0) })
  }

  @Test func brokenElementsInsideEachOtherEndAsIfEachWereAlone() {
    // What closes, what does not, and what stops the search for all of them.
    let rests = [
      "]},", "]}]},[],1]", "}]}", "],{\"x\":1}]", "\"\n", "]}\n{", "]}\n x]},", "", "]}]}]}]}", "]},]},,]}",
    ]
    for rest in rests {
      for tail in ["01", "\"\\q\"", "x \"]\" "] {
        let text = "[{\"a\":[{\"b\":[\(tail)\(rest)"
        let bytes = padded(text)
        let end = text.utf8.count
        let opened = [0, 1, 6, 7, 12]
        let ends = Resynchronisation.balances(
          bytes.span, from: 13, closing: Array("]}]}]".utf8), fault: 13, end: end, isLast: true)
        let alone = opened.map {
          Resynchronisation.balance(
            bytes.span, from: $0, startsLine: false, fault: 13, end: end, isLast: true)
        }
        #expect(ends == alone, "\(text)")
      }
    }
  }
}
