import CVectors
import TestSupport
import Testing

@testable import JSONText

/// The versions of the function that passes strings: each that this processor can run tells what a walk byte by byte tells.
@Suite struct StringVersionTests {
  /// Every version that can be run here, the portable one first.
  private static let versions = Int32(0)...vectors_best_version()

  /// What strings are put together from: sound pieces, and some that are not, often at the edge of what is sound.
  private static let pieces: [[UInt8]] = [
    "a", "plain text ", "é", "€", "😀", "\\n", "\\\\", "\\\"", "\\/", "\\b", "\\f", "\\r", "\\t", "\\u00e9",
    "\\uD83D\\uDE00",
    "\\\\\\\\", "\u{7f}", "\u{ffff}", "\u{800}", "\u{d7ff}", "\u{10000}", "\u{10ffff}",
  ].map { Array($0.utf8) }
  private static let faults: [[UInt8]] = [
    [0x00], [0x1f], [0x0a], [0x80], [0xbf], [0xc0, 0x80], [0xc1, 0xbf], [0xc3], [0xe0, 0x9f, 0xbf],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80], [0xf0, 0x8f, 0xbf, 0xbf], [0xf0, 0x9f, 0x98], [0xf4, 0x90, 0x80, 0x80],
    [0xf5, 0x80, 0x80, 0x80], [0xff],
    Array("\\x".utf8), Array("\\u12".utf8), Array("\\u00g0".utf8), Array("\\uu000".utf8), Array("\\é".utf8),
    Array("\\".utf8),
  ]

  @Test func eachTellsWhatAWalkByteByByteTells() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for round in 0..<20_000 {
      let text = Self.text(&random)
      let bytes = padded(text)
      let scanner = Scanner(end: text.count)
      let expected = Result { () throws(JSONFault) in
        try scanner.faultyRestOfString(bytes.span, 0, isEscaped: false)
      }
      let whole = Result { () throws(JSONFault) in try scanner.restOfString(bytes.span, 0) }
      for version in Self.versions {
        let found = bytes.span.stringEnd(from: 0, version: version)
        let isRight =
          switch (expected, whole) {
          case (.success(let expected), .success(let whole)):
            whole == expected && Int(found.end) == expected.end && (found.has_escape != 0) == expected.escaped
              && isSound(bytes, expected, version)
          case (.failure(let expected), .failure(let whole)):
            whole == expected && found.end == 0 && Int(found.resume) <= expected.offset
          default: false
          }
        guard isRight else {
          Issue.record("seed \(seed), round \(round), version \(version): \(text)")
          return
        }
      }
    }
  }

  /// Whether a string that is sound ends there, for what does not check it again.
  private func isSound(_ bytes: [UInt8], _ expected: (end: Int, escaped: Bool), _ version: Int32) -> Bool {
    let found = bytes.span.soundStringEnd(from: 0, version: version)
    let quoted = [0x22] + bytes
    // Where the bytes end soon behind the string, it is looked at byte by byte.
    let short = Array(quoted[..<(expected.end + 1)]) + [UInt8](repeating: 0, count: 32)
    return Int(found.end) == expected.end && (found.has_escape != 0) == expected.escaped
      && [quoted, short].allSatisfy { text in
        let slice = SoundText.slice(text.span, 0)
        return Int(slice.count) == expected.end + 1 && slice.flags.isEscaped == expected.escaped
      }
  }

  /// A string without its opening quote; in half of them something is wrong.
  private static func text(_ random: inout Seeded) -> [UInt8] {
    var text: [UInt8] = []
    let length = Int.random(in: 0..<200, using: &random)
    while text.count < length { text += pieces.randomElement(using: &random) ?? [] }
    if Bool.random(using: &random) {
      text += faults.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        text += pieces.randomElement(using: &random) ?? []
      }
    }
    return Int.random(in: 0..<8, using: &random) == 0 ? text : text + [0x22]
  }
}
