import Testing

@testable import JSONText

/// A block holds what was filled in and not used up, with zeros behind it.
@Suite struct JSONBlockTests {
  private static func text(_ block: JSONBlock) -> String {
    block.withBytes { bytes, end in
      #expect((end..<end + Scanner.padding).allSatisfy { bytes[$0] == 0 })
      return String(decoding: (0..<end).map { bytes[$0] }, as: UTF8.self)
    }
  }

  @Test func whatIsUsedUpMakesRoom() {
    var block = JSONBlock(capacity: 8)
    block.append("abcdefgh".utf8)
    block.removeFirst(5)
    block.append("ijklm".utf8)
    #expect(Self.text(block) == "fghijklm")
    #expect(block.capacity == 8)
    block.append("n".utf8)
    #expect(Self.text(block) == "fghijklmn")
    #expect(block.capacity > 8)
  }

  @Test func aBlockIsFilledAsFarAsThereIsRoom() {
    var block = JSONBlock(capacity: 4)
    block.append("abc".utf8)
    let filled = unsafe block.fill { room in
      unsafe room[0] = UInt8(ascii: "d")
      return room.count
    }
    #expect(filled == 1)
    #expect(Self.text(block) == "abcd")
  }

  @Test func theTailIsTakenOut() {
    var block = JSONBlock("xabc".utf8)
    block.removeFirst(1)
    #expect(block.split(at: 1) == Array("bc".utf8))
    #expect(Self.text(block) == "a")
  }

  @Test(arguments: ["", "a", "abcdefghijklmnopqrstuvwxyz"])
  func whatWaitsInAnotherBlockComesFirst(left: String) {
    var (block, other) = (JSONBlock("12345".utf8), JSONBlock("--\(left)".utf8))
    block.removeFirst(2)
    other.removeFirst(2)
    block.prepend(&other)
    #expect(Self.text(block) == left + "345")
    #expect(other.isEmpty)
  }

  @Test func aCopyStaysAsItIs() {
    var block = JSONBlock("abc".utf8)
    let copy = block
    block.removeFirst(1)
    block.append("d".utf8)
    #expect(Self.text(copy) == "abc")
    #expect(Self.text(block) == "bcd")
  }

  @Test(arguments: [
    ("", 0, false), ("abc", 0, false), ("{\"a\":1}", 0, true), ("[1]", 1, true),
    ("a\nbcdefghijklmnop", 0, true),
    ("a\nbcdefghijklmnop", 2, false), ("abcdefghijklmnop\n", 0, true),
  ])
  func aRecordMayEndAtALineFeedOrABracket(text: String, from: Int, answer: Bool) {
    #expect(JSONBlock(text.utf8).mayEndRecord(from: from) == answer)
  }
}
