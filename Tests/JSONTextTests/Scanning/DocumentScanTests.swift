import JSONText
import TestSupport
import Testing

@Suite struct DocumentScanTests {
  private static let shape = Shape([
    Shape.Member("kind", .string),
    Shape.Member("id", [.string, .integer]),
    Shape.Member("aKeyThatIsTooLongToBePredicted", .number),
    Shape.Member("items", .array, .list(item)),
    Shape.Member(
      "visitor", .object, .object(Shape([Shape.Member("id", .string), Shape.Member("name", .string)]))),
    Shape.Member("operators", .object, .map(Shape([Shape.Member("nickname", .string)]))),
    Shape.Member("", .bool),
  ])
  private static let item = Shape([
    Shape.Member("kind", .string), Shape.Member("timestamp", [.string, .number]),
    Shape.Member("body", .string),
  ])
  private static let paths: [Path] = [
    "kind", "id", "aKeyThatIsTooLongToBePredicted", "visitor.id", "visitor.name", "visitor", "items",
    "items[]",
    "items[].timestamp", "items[].body", "operators{}", "operators{}.nickname", "operators",
  ]
  private static let plan = ReadPlan(shape, wanting: paths)

  /// What a scan found: the text in each slot, that of rows with a comma between them.
  private func scan(
    _ text: String, with plan: ReadPlan = plan, into slots: inout Slots
  ) throws -> (found: [String: String], objection: JSONFault?, end: Int) {
    let bytes = padded(text.utf8)
    var scanner = Scanner(end: text.utf8.count)
    let end = try scanner.document(bytes.span, 0, plan, into: &slots)
    func written(_ slice: Slice) -> String {
      slice.kind == .absent ? "-" : String(decoding: bytes[slice.range], as: UTF8.self)
    }
    var found: [String: String] = [:]
    for (path, slot) in plan.slots where !path.description.hasSuffix("]") && !path.description.hasSuffix("}")
    {
      if let list = slot.list {
        let rows = slots[list]
        found[path.description] = (0..<Int(rows.count)).map { written(slots[rows, $0, slot.index]) }
          .joined(separator: ",")
      } else {
        found[path.description] = written(slots[slot.index])
      }
    }
    return (found, scanner.objection, end)
  }

  private func scan(
    _ text: String, with plan: ReadPlan = plan
  ) throws -> (found: [String: String], objection: JSONFault?, end: Int) {
    var slots = Slots()
    return try scan(text, with: plan, into: &slots)
  }

  private static let members = [
    #""kind":"c""#, #""id":7"#, #""aKeyThatIsTooLongToBePredicted":1.5"#,
    #""visitor":{"id":"v","name":"n","x":[{}]}"#,
    #""items":[{"kind":"k","timestamp":"1","body":"a"},{"body":"b","timestamp":2.5},{}]"#,
    #""operators":{"1":{"nickname":"A"},"2":{"z":0,"nickname":"B"}}"#, #""unknown":{"kind":[1,2]}"#,
    #""":true"#,
  ]
  private static let expected = [
    "kind": #""c""#, "id": "7", "aKeyThatIsTooLongToBePredicted": "1.5", "visitor.id": #""v""#,
    "visitor.name": #""n""#, "visitor": #"{"id":"v","name":"n","x":[{}]}"#,
    "items": #"[{"kind":"k","timestamp":"1","body":"a"},{"body":"b","timestamp":2.5},{}]"#,
    "items[].timestamp": #""1",2.5,-"#, "items[].body": #""a","b",-"#, "operators{}.nickname": #""A","B""#,
    "operators": #"{"1":{"nickname":"A"},"2":{"z":0,"nickname":"B"}}"#,
  ]

  @Test(arguments: 0..<50) func everyOrderOfTheKeysGivesTheSameSlots(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var slots = Slots()  // kept, so that each document is predicted from another
    for _ in 0..<20 {
      let text = "{" + Self.members.shuffled(using: &random).joined(separator: ",") + "}"
      let result = try scan(text, into: &slots)
      #expect(result.found == Self.expected, "seed \(seed): \(text)")
      #expect(result.objection == nil, "seed \(seed): \(text)")
      #expect(result.end == text.utf8.count)
    }
  }

  @Test(arguments: [" ", "\n", "\r\n", "\t", "  ", "   \n         "])
  func whiteSpaceBetweenTokensChangesNoSlot(space: String) throws {
    let text = "{\(space)\"kind\"\(space):\(space)\"c\"\(space),\(space)\"id\"\(space):\(space)7\(space)}"
    let result = try scan(text)
    #expect(result.found["kind"] == #""c""#)
    #expect(result.found["id"] == "7")
  }

  @Test func escapedKeysAreTheKeysThatTheySpell() throws {
    let result = try scan(#"{"k\u0069nd":"c","\u0069d":"x","items":[{"b\u006fdy":"a"}]}"#)
    #expect(result.found["kind"] == #""c""#)
    #expect(result.found["id"] == #""x""#)
    #expect(result.found["items[].body"] == #""a""#)
  }

  @Test func absentMembersLeaveTheirSlotsEmpty() throws {
    let result = try scan("{}")
    #expect(result.found["kind"] == "-")
    #expect(result.found["items"] == "-")
    #expect(result.found["items[].body"] == "")
  }

  @Test func aSecondDocumentSeesNothingOfTheFirst() throws {
    var slots = Slots()
    _ = try scan("{" + Self.members.joined(separator: ",") + "}", into: &slots)
    let result = try scan(#"{"items":[{}]}"#, into: &slots)
    #expect(result.found["kind"] == "-")
    #expect(result.found["visitor.id"] == "-")
    #expect(result.found["items[].body"] == "-")
  }

  @Test(
    arguments: [
      (#"{"kind":"a","kind":"b"}"#, .repeatedKey, 12),
      (#"{"kind":null,"k\u0069nd":null}"#, .repeatedKey, 13),
      (#"{"visitor":{"id":"a","x":1,"id":"b"}}"#, .repeatedKey, 27),
      (#"{"items":[],"items":[]}"#, .repeatedKey, 12),
      (#"{"items":[{"body":"a"},{"body":"a","body":"b"}]}"#, .repeatedKey, 35),
      (#"{"kind":5}"#, .typeMismatch, 8),
      (#"{"kind":["a"]}"#, .typeMismatch, 8),
      (#"{"id":1.5}"#, .typeMismatch, 6),
      (#"{"id":1e2}"#, .typeMismatch, 6),
      (#"{"visitor":[1]}"#, .typeMismatch, 11), (#"{"visitor":[[]]}"#, .typeMismatch, 11),
      (#"{"visitor":"v"}"#, .typeMismatch, 11),
      (#"{"items":{}}"#, .typeMismatch, 9),
      (#"{"items":[{},1]}"#, .typeMismatch, 13),
      (#"{"items":[null]}"#, .typeMismatch, 10),
      (#"{"items":[{"timestamp":true}]}"#, .typeMismatch, 23),
      (#"{"operators":[1]}"#, .typeMismatch, 13),
      (#"{"operators":{"1":[1]}}"#, .typeMismatch, 18),
      (#"{"kind":1,"id":{}}"#, .typeMismatch, 8),
    ] as [(String, JSONFault.Reason, Int)])
  func whatThePlanForbidsIsAnObjectionAndTheWalkGoesOn(text: String, reason: JSONFault.Reason, offset: Int)
    throws
  {
    let result = try scan(text)
    #expect(result.objection == JSONFault(reason, at: offset))
    #expect(result.end == text.utf8.count)
  }

  @Test func nullIsNoObjection() throws {
    let text = #"{"kind":null,"id":null,"items":null,"visitor":{"id":null},"operators":null}"#
    let result = try scan(text)
    #expect(result.objection == nil)
    #expect(result.found["kind"] == "null")
    #expect(result.found["visitor.id"] == "null")
    #expect(result.found["items[].body"] == "")
  }

  @Test func repeatedKeysThatNobodyWantsAreNoObjection() throws {
    let text = #"{"x":1,"x":2,"operators":{"1":{},"1":{}},"items":[{"kind":1,"kind":2}],"":1,"":2}"#
    #expect(try scan(text).objection == nil)
  }

  @Test func anObjectionOfOneDocumentIsForgottenInTheNext() throws {
    let bytes = padded(#"{"kind":5}{"kind":"a"}"#.utf8)
    var scanner = Scanner(end: 22)
    var slots = Slots()
    #expect(try scanner.document(bytes.span, 0, Self.plan, into: &slots) == 10)
    #expect(scanner.objection != nil)
    #expect(try scanner.document(bytes.span, 10, Self.plan, into: &slots) == 22)
    #expect(scanner.objection == nil)
  }

  @Test func verbatimMembersMayBeOfAnyTypeAndNotedOnesMayRepeatToo() throws {
    let plan = ReadPlan(Self.shape, wanting: ["kind"], verbatim: ["id"], noting: ["visitor.id"])
    #expect(try scan(#"{"kind":"c","id":{}}"#, with: plan).objection == nil)
    #expect(try scan(#"{"id":1,"id":1}"#, with: plan).objection == JSONFault(.repeatedKey, at: 8))
    let noted = try scan(#"{"visitor":{"id":1,"id":2}}"#, with: plan)
    #expect(noted.objection == nil)
    #expect(noted.found["visitor.id"] == "2")
  }

  @Test(arguments: [1, 255, 256, 257, 5000]) func anyNumberOfRowsHasRoom(count: Int) throws {
    let rows = (0..<count).map { #"{"body":"\#($0)"}"# }.joined(separator: ",\n")
    let text = #"{"items":["# + rows + #"],"kind":"c"}"#
    let bytes = padded(text.utf8)
    var scanner = Scanner(end: text.utf8.count)
    var slots = Slots()
    _ = try scanner.document(bytes.span, 0, Self.plan, into: &slots)
    #expect(scanner.lines == count - 1)
    let result = try scan(text)
    #expect(result.found["kind"] == #""c""#)
    #expect(result.found["items[].body"] == (0..<count).map { "\"\($0)\"" }.joined(separator: ","))
  }

  @Test func rowsOfAMapStartWithTheirKey() throws {
    let text = #"{"operators":{"6208":{"nickname":"A"},"":{}}}"#
    let bytes = padded(text.utf8)
    var scanner = Scanner(end: text.utf8.count)
    var slots = Slots()
    _ = try scanner.document(bytes.span, 0, Self.plan, into: &slots)
    let rows = slots[try #require(Self.plan.slots["operators{}"]).index]
    #expect(rows.count == 2)
    #expect(slots[rows, 0, 0].range == 14..<20)
    #expect(slots[rows, 1, 0].range == 38..<40)
  }

  @Test func slicesKnowWhatTheyHold() throws {
    let text = #"{"kind":"a\n","id":5,"visitor":{"id":"b"},"items":[ ],"aKeyThatIsTooLongToBePredicted":5.0}"#
    let bytes = padded(text.utf8)
    var scanner = Scanner(end: text.utf8.count)
    var slots = Slots()
    _ = try scanner.document(bytes.span, 0, Self.plan, into: &slots)
    func slice(_ path: Path) throws -> Slice { slots[try #require(Self.plan.slots[path]).index] }
    #expect(try slice("kind").flags == .escaped)
    #expect(try slice("id").kind == .integer)
    #expect(try slice("visitor").flags == [])
    #expect(try slice("items").flags == .spaced)
    #expect(try slice("aKeyThatIsTooLongToBePredicted").kind == .number)
  }

  @Test func everyPrefixEndsTooEarly() throws {
    let text = Array(("{" + Self.members.joined(separator: " , ") + "}").utf8)
    for count in 1..<text.count {
      let bytes = padded(text[..<count])
      var scanner = Scanner(end: count)
      var slots = Slots()
      #expect(throws: JSONFault(.unexpectedEnd, at: count)) {
        try scanner.document(bytes.span, 0, Self.plan, into: &slots)
      }
    }
  }
}
