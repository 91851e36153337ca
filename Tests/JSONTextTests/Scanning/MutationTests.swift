import JSONText
import TestSupport
import Testing

/// Whatever a text is turned into, the scanner, the tape and a parser that shares no line with them agree on it.
@Suite struct MutationTests {
  private static let seeds: [[UInt8]] = [
    #"{"kind":"Conversation","items":[{"body":"é \n \u00e9 \ud83d\ude00","timestamp":"1307116657.1"}],"n":-1.50e+3}"#,
    #"[ null , true , false , [ ] , { } , [[[]]] , "" , 0 , -0.1E-2 , "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\" ]"#,
    "{\n  \"a\" : {\r\n\t\"b\" : [ 1, 2, 3 ]\n  },\n  \"a\" : \"€😀\\/\\b\\f\\r\\t\\\"\"\n}\n",
    "12345678901234567890.0123456789",
  ].map { Array($0.utf8) }

  /// What mutations put in: mostly bytes that mean something.
  private static let interesting =
    Array("{}[]:,\"\\/ \n\t\r0123456789-+.eEtrufalsn\u{0}\u{1f}é€😀u".utf8) + [0x80, 0xff]

  @Test(arguments: 0..<40)
  func threeParsersAgree(seed: Int) {
    var random = Seeded(UInt64(seed))
    for round in 0..<500 {
      let text = Self.mutated(&random)
      let expected = ReferenceParser.parse(text)
      let isSurrogate = text.contains(UInt8(ascii: "\\")) && tapeFault(of: text)?.code == "lone-surrogate"
      let found = try? JSONValue(parsing: text)
      let isScanned = fault(of: text) == nil
      let agree = isScanned == (expected != nil) && (isSurrogate ? isScanned : found == expected)
      guard agree else {
        Issue.record("seed \(seed), round \(round): \(String(decoding: text, as: UTF8.self)) \(text)")
        return
      }
    }
  }

  @Test(arguments: 0..<10)
  func whatIsWrittenIsReadAgain(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    for round in 0..<500 {
      guard let value = try? JSONValue(parsing: Self.mutated(&random)) else { continue }
      #expect(try JSONValue(parsing: value.utf8) == value, "seed \(seed), round \(round)")
    }
  }

  private static func mutated(_ random: inout Seeded) -> [UInt8] {
    var text = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<max(text.count, 1), using: &random)
      guard place < text.count else { return text }
      let byte = interesting[Int.random(in: 0..<interesting.count, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0: text[place] = byte
      case 1: text.insert(byte, at: place)
      case 2: text.remove(at: place)
      case 3: text.removeSubrange(place..<min(place + Int.random(in: 1...9, using: &random), text.count))
      case 4: text.insert(contentsOf: text[place..<min(place + 9, text.count)], at: place)
      default: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
      }
    }
    return text
  }
}
