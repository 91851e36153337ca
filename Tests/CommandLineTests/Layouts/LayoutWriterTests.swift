@testable import ChatEvents
import JSONText
import TestSupport
import Testing

@testable import ChatEventsCommand

@Suite struct LayoutWriterTests {
  private static let events = ["{\"a\":1}\n", "{\"b\":[]}\n", "{\"c\":\"\\n\"}\n"]
  private static let limits = ServiceLimits(event: 100, batch: 1000, eventsInBatch: 2)

  @Test(arguments: [
    (EventLayout.lines, "{\"a\":1}\n{\"b\":[]}\n{\"c\":\"\\n\"}\n"),
    (.array, "[\n{\"a\":1},\n{\"b\":[]},\n{\"c\":\"\\n\"}\n]\n"),
    (.indented, "{\n  \"a\": 1\n}\n{\n  \"b\": []\n}\n{\n  \"c\": \"\\n\"\n}\n"),
    (.batches(limits), "{\"batch\":[{\"a\":1},{\"b\":[]}]}\n{\"batch\":[{\"c\":\"\\n\"}]}\n"),
    (
      .statements,
      "window.userlikeData = {\"a\":1};\nwindow.userlikeData = {\"b\":[]};\nwindow.userlikeData = {\"c\":\"\\n\"};\n"
    ),
  ])
  func eventsAreLaidOutWhateverThePiecesInWhichTheyArrive(layout: EventLayout, text: String) {
    for cut in 0...Self.events.count {
      let pieces = [Self.events[..<cut].joined(), Self.events[cut...].joined()]
      #expect(laidOut(pieces, layout) == text, "cut at \(cut)")
    }
  }

  @Test func noEventGivesAnEmptyArrayAndElseNothing() {
    #expect(laidOut([], .array) == "[]\n")
    for layout in [EventLayout.lines, .indented, .batches(Self.limits), .statements] {
      #expect(laidOut([], layout) == "")
    }
  }

  /// A batch ends before the event with which it would be too large, and is never larger than allowed.
  @Test func aBatchIsAsLargeAsItMayBe() {
    let event = #"{"e":""# + String(repeating: "x", count: 40) + "\"}"
    for limit in 50...400 {
      let layout = EventLayout.batches(ServiceLimits(event: 1000, batch: limit, eventsInBatch: nil))
      let lines = laidOut([String(repeating: event + "\n", count: 7)], layout).split(separator: "\n")
      #expect(lines.joined().count(where: { $0 == "x" }) == 7 * 40)
      for (index, line) in lines.enumerated() {
        let isAlone = line.count(where: { $0 == "x" }) == 40
        #expect(isAlone || line.utf8.count <= limit, "\(limit)")
        // One more would not have fitted in.
        if index + 1 < lines.count { #expect(line.utf8.count + 1 + event.utf8.count > limit, "\(limit)") }
      }
    }
  }

  @Test(arguments: [
    (#"{"call":"api.box.show","arguments":[]}"#, "olark('api.box.show', );\n"),
    (
      #"{"call":"a","arguments":[{"b":"<\/script>&\u2028"}]}"#,
      #"olark('a', {"b":"\u003c\/script\u003e\u0026\u2028"});"# + "\n"
    ),
    ("{\"a\":\"\u{2028}\u{2029}€\"}", "window.userlikeData = {\"a\":\"\\u2028\\u2029€\"};\n"),
    (
      #"{"__proto__":{"_":"__proto__"}}"#, #"window.userlikeData = {["__proto__"]:{"_":"__proto__"}};"# + "\n"
    ),
    (
      #"{"\u005f_proto__":1,"__proto":2}"#,
      #"window.userlikeData = {["\u005f_proto__"]:1,"__proto":2};"# + "\n"
    ),
  ])
  func aStatementCanStandInAScript(event: String, statement: String) {
    #expect(laidOut([event + "\n"], .statements) == statement)
  }

  private func laidOut(_ pieces: [String], _ layout: EventLayout) -> String {
    let writer = LayoutWriter(layout)
    var text = ""
    for piece in pieces where !piece.isEmpty {
      text += String(decoding: writer.text(of: WrittenBytes(piece.utf8)), as: UTF8.self)
    }
    return text + String(decoding: writer.end(), as: UTF8.self)
  }
}
