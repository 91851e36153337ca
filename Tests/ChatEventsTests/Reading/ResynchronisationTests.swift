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
}
