import Testing

@testable import ChatEvents
@testable import JSONText

/// Rows are found by their text, in short lists and in long ones.
@Suite struct TextIndexTests {
  @Test(arguments: [0, 1, 8, 9, 40])
  func aTableFindsWhatALookAtEachRowFinds(count: Int) {
    // Some texts stand twice or three times, some are escaped, and one is no string.
    var text = ""
    var values: [Slice] = []
    func add(_ value: String, _ kind: Slice.Kind) -> Slice {
      let slice = Slice(
        start: text.utf8.count, count: value.utf8.count, kind: kind,
        flags: value.contains("\\") ? .escaped : [])
      text += value
      return slice
    }
    for row in 0..<count {
      let start = row % 5 == 4 ? "\\u0061" : row % 3 == 0 ? "a" : ""
      values.append(add("\"\(start)\(row % 7)\"", .string))
    }
    let asked = (0..<9).map { add("\"a\($0)\"", .string) } + (0..<9).map { add("\($0)", .integer) }
    let bytes = padded(text)
    var slots = Slots()
    slots.values = values
    var index = TextIndex(
      Slice(start: 0, count: count, kind: .array, flags: Slice.Flags(rawValue: 1)), slot: 0)
    for id in asked {
      let expected = values.indices.filter { values[$0].isSameText(as: id, bytes.span) }
      let found = index.find(id, bytes.span, slots)
      #expect(found?.first == expected.first)
      #expect(found?.second == expected.dropFirst().first)
    }
  }
}
