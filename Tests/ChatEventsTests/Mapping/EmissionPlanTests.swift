import JSONText
import TestSupport
import Testing

@testable import ChatEvents

/// A record's emissions write in their order; those for the elements of one list take turns.
@Suite struct EmissionPlanTests {
  static let record =
    #"{"kind":"Conversation","id":"c","items":[{"body":"a"},{"body":"b"}],"groups":[{"id":"g"},{"id":"h"}]}"#

  @Test func emissionsAreWrittenInTheirOrder() throws {
    let events = try EventsOfEmissions([once("x"), once("y")], of: Self.record)
    #expect(events.lines == [#"{"x":"c"}"#, #"{"y":"c"}"#])
    #expect(events.counts == [1, 1])
  }

  @Test func eachElementGivesAnEvent() throws {
    let events = try EventsOfEmissions([item("x")], of: Self.record)
    #expect(events.lines == [#"{"x":"a"}"#, #"{"x":"b"}"#])
    #expect(events.counts == [2])
  }

  @Test func emissionsForTheSameListTakeTurns() throws {
    let events = try EventsOfEmissions([item("x"), item("y"), item("z")], of: Self.record)
    #expect(
      events.lines == [
        #"{"x":"a"}"#, #"{"y":"a"}"#, #"{"z":"a"}"#, #"{"x":"b"}"#, #"{"y":"b"}"#, #"{"z":"b"}"#,
      ])
    #expect(events.counts == [2, 2, 2])
  }

  @Test func thoseForOtherListsDoNot() throws {
    let events = try EventsOfEmissions([item("x"), group("y")], of: Self.record)
    #expect(events.lines == [#"{"x":"a"}"#, #"{"x":"b"}"#, #"{"y":"g"}"#, #"{"y":"h"}"#])
  }

  /// One for the record between them separates those for the same list.
  @Test func onlyThoseSideBySideTakeTurns() throws {
    let events = try EventsOfEmissions([item("x"), once("y"), item("z")], of: Self.record)
    #expect(events.lines == [#"{"x":"a"}"#, #"{"x":"b"}"#, #"{"y":"c"}"#, #"{"z":"a"}"#, #"{"z":"b"}"#])
  }

  @Test(arguments: [#"{"kind":"Conversation"}"#, #"{"items":null}"#, #"{"items":[]}"#])
  func aListThatIsNotThereGivesNone(record: String) throws {
    let events = try EventsOfEmissions([item("x")], of: record)
    #expect(events.lines == [])
    #expect(events.counts == [0])
  }

  @Test func aConditionDecidesForEachElement() throws {
    let some = Emission(
      "x", each: "items", if: .member("items[].kind", is: "MessageToVisitor", ""),
      [.copy("items[].body", to: "x")],
      order: ["x"])
    let record =
      #"{"items":[{"kind":"MessageToVisitor","body":"a"},{"kind":"b"},{},{"kind":"MessageToVisitor","body":"d"}]}"#
    let events = try EventsOfEmissions([some], of: record)
    #expect(events.lines == [#"{"x":"a"}"#, #"{"x":"d"}"#])
    #expect(events.counts == [2])
  }

  @Test func aConditionDecidesForTheRecord() throws {
    let some = Emission("x", if: .has("ip"), [.copy("id", to: "x")], order: ["x"])
    #expect(try EventsOfEmissions([some], of: #"{"id":"c","ip":"1"}"#).lines == [#"{"x":"c"}"#])
    #expect(try EventsOfEmissions([some], of: #"{"id":"c","ip":null}"#).counts == [0])
  }

  /// What several events share is copied from the first; the bytes are those that each writes alone.
  @Test func sharedStretchesAreTheSameInAllEvents() throws {
    let shared: [Row] = [.copyID("id", to: "s.id"), .copyFilled("ip", to: "s.ip"), .always("t", "1")]
    func event(_ rows: [Row], each list: String? = nil) -> Emission {
      Emission("x", each: list, shared + rows, order: ["s.id", "s.ip", "t", "b"])
    }
    let emissions = [
      event([.copy("items[].body", to: "b")], each: "items"), event([]),
      event([.copy("groups[].id", to: "b")], each: "groups"),
    ]
    let all = try EventsOfEmissions(emissions, of: Self.record)
    #expect(all.stretchCount == 1)
    #expect(
      all.lines == [
        #"{"s":{"id":"c"},"t":1,"b":"a"}"#, #"{"s":{"id":"c"},"t":1,"b":"b"}"#, #"{"s":{"id":"c"},"t":1}"#,
        #"{"s":{"id":"c"},"t":1,"b":"g"}"#, #"{"s":{"id":"c"},"t":1,"b":"h"}"#,
      ])
    let alone = try emissions.flatMap { try EventsOfEmissions([$0], of: Self.record).lines }
    #expect(all.lines == alone)
  }

  /// Several elements of one record give what each gives in a record of its own, whichever of its members it has: what their
  /// events have in common is copied, and what is an element's own may be missing, or first in its object.
  @Test func manyElementsGiveWhatEachGivesAlone() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    let sources: [Path] = [
      "id", "ip", "items[].body", "items[].nickname", "items[].operatorId", "items[].kind",
    ]
    let targets: [Path] = ["a", "b", "c.d", "c.e", "c.f.g", "c.f.h", "c.i", "j.k", "j.l", "m"]
    for _ in 0..<60 {
      let rows = targets.filter { _ in Bool.random(using: &generator) }.map { target in
        let source = sources.randomElement(using: &generator) ?? "id"
        return switch Int.random(in: 0..<4, using: &generator) {
        case 0: Row.always(target, "1")
        case 1: Row.copy(source, to: target)
        default: Row.copyFilled(source, to: target)
        }
      }
      let emissions = ["MessageToVisitor", "MessageToOperator", "OfflineMessage"].map { kind in
        Emission(
          kind, each: "items", if: .member("items[].kind", is: kind, ""),
          rows + [.always("z", "\"\(kind)\"")],
          order: targets + ["z"], alwaysThere: Bool.random(using: &generator) ? ["c"] : [])
      }
      let items = (0..<5).map { _ in Self.item(&generator) }
      let head = #"{"id":"r""# + (Bool.random(using: &generator) ? #","ip":"1""# : "")
      let together = try EventsOfEmissions(
        emissions, of: head + #","items":[\#(items.joined(separator: ","))]}"#)
      let alone = try items.flatMap {
        try EventsOfEmissions(emissions, of: head + #","items":[\#($0)]}"#).lines
      }
      #expect(together.lines == alone, "seed \(seed)")
    }
  }

  private static func item(_ generator: inout Seeded) -> String {
    let kinds = [
      "MessageToVisitor", "MessageToOperator", "OfflineMessage", #"OfflineM\u0065ssage"#, "MessageToNobody",
      "",
    ]
    let members = ["body", "nickname", "operatorId"].compactMap { name -> String? in
      let value = ["null", #""""#, #""x""#, #""a long text that takes more than thirty-two bytes""#]
        .randomElement(
          using: &generator)
      return Bool.random(using: &generator) ? nil : #""\#(name)":\#(value ?? "null")"#
    }
    let kind = kinds.randomElement(using: &generator) ?? ""
    return "{" + (members + [#""kind":"\#(kind)""#]).joined(separator: ",") + "}"
  }

  /// Texts of one length are told apart by the characters.
  @Test func kindsOfOneLengthAreToldApart() throws {
    let emissions = ["ab", "ba", "abc"].map { kind in
      Emission(
        kind, each: "items", if: .member("items[].kind", is: kind, ""), [.always(Path(kind), "1")],
        order: [Path(kind)])
    }
    let record =
      #"{"items":[{"kind":"ba"},{"kind":"abc"},{"kind":"bb"},{"kind":"ab"},{"kind":7},{"kind":null},{}]}"#
    let events = try EventsOfEmissions(emissions, of: record)
    #expect(events.lines == [#"{"ba":1}"#, #"{"abc":1}"#, #"{"ab":1}"#])
  }

  /// What was an object's first member, behind its brace, may stand behind another member elsewhere, and the other way round.
  @Test func aSharedStretchIsFirstOrNot() throws {
    let alone = Emission("x", [.copy("id", to: "b")], order: ["b"])
    let behind = Emission(
      "y", each: "items", [.copy("items[].body", to: "a"), .copy("id", to: "b")], order: ["a", "b"])
    let events = try EventsOfEmissions([alone, behind], of: Self.record)
    #expect(events.stretchCount == 1)
    #expect(events.lines == [#"{"b":"c"}"#, #"{"a":"a","b":"c"}"#, #"{"a":"b","b":"c"}"#])
    let turned = try EventsOfEmissions([behind, alone], of: Self.record)
    #expect(turned.lines == [#"{"a":"a","b":"c"}"#, #"{"a":"b","b":"c"}"#, #"{"b":"c"}"#])
  }

  @Test func eachRecordsStretchesAreItsOwn() throws {
    let members = EventsOfEmissions.members(of: [item("x"), once("y")])
    let plan = EmissionPlan([once("x"), once("x")], RouteSettings(), reading: members)
    #expect(plan.stretchCount == 1)
    var record = RouteRecord(settings: RouteSettings())
    var output = Output(capacity: 1)
    var counts = [0, 0]
    for text in [#"{"id":"first"}"#, #"{"id":"second"}"#] {
      let bytes = padded(text)
      var scanner = Scanner(end: text.utf8.count)
      _ = try Document(bytes.span, 0, members, &scanner, into: &record.found.slots)
      plan.write(bytes.span, &record, to: &output, counts: &counts)
    }
    let lines = String(decoding: output.written, as: UTF8.self).split(separator: "\n")
    #expect(lines == [#"{"x":"first"}"#, #"{"x":"first"}"#, #"{"x":"second"}"#, #"{"x":"second"}"#])
    #expect(counts == [2, 2])
  }

  private func once(_ name: String) -> Emission {
    Emission(name, [.copy("id", to: Path(name))], order: [Path(name)])
  }

  private func item(_ name: String) -> Emission {
    Emission(name, each: "items", [.copy("items[].body", to: Path(name))], order: [Path(name)])
  }

  private func group(_ name: String) -> Emission {
    Emission(name, each: "groups", [.copy("groups[].id", to: Path(name))], order: [Path(name)])
  }
}
