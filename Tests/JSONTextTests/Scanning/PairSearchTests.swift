import CVectors
import TestSupport
import Testing

@testable import JSONText

/// The versions of the search for two bytes: each that this processor can run finds what a walk byte by byte finds.
@Suite struct PairSearchTests {
  @Test func eachFindsWhatAWalkByteByByteFinds() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    // Few different bytes, so that halves of pairs are everywhere; some differ from letters only by the bit of the case.
    let some = Array("aAbB[{1!\u{11}@`\u{0}é".utf8) + [0xff, 0xdf]
    for round in 0..<20_000 {
      let text = (0..<Int.random(in: 1..<200, using: &random)).map { _ in
        some.randomElement(using: &random) ?? 0
      }
      // A pair may begin with the range's last byte.
      let bytes = text + [UInt8](repeating: text.last ?? 0, count: 64)
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<Int.random(in: start...text.count, using: &random)
      let (first, second) = (some.randomElement(using: &random) ?? 0, some.randomElement(using: &random) ?? 0)
      let expected = range.first { isSame(bytes[$0], first) && isSame(bytes[$0 + 1], second) }
      for version in Int32(0)...vectors_best_version() {
        let found = bytes.span.firstPair(first, second, in: range, version: version)
        guard found == expected ?? range.upperBound, bytes.span.firstPair(first, second, in: range) == found
        else {
          Issue.record(
            "seed \(seed), round \(round), version \(version): \(first), \(second) in \(range) of \(bytes)")
          return
        }
      }
    }
  }

  private func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
    func small(_ byte: UInt8) -> UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte + 0x20 : byte }
    return small(one) == small(other)
  }
}
