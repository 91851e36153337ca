import JSONText
import TestSupport
import Testing

/// A walk that checks nothing tells of sound text what the scanner tells.
@Suite struct SoundTextTests {
  @Test func eachValueIsWhatTheScannerSays() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for round in 0..<2_000 {
      let text = Self.value(&random, depth: 0)
      let bytes = padded(text)
      var scanner = Scanner(end: text.count)
      let expected = try scanner.slice(bytes.span, 0, depth: 0)
      let found = SoundText.slice(bytes.span, 0)
      guard found == expected, Self.isTold(expected, bytes) else {
        Issue.record("seed \(seed), round \(round): \(String(decoding: text, as: UTF8.self))")
        return
      }
    }
  }

  @Test func theFirstMemberOfANameIsFound() {
    let bytes = padded(#" { "a" : [ "b" ] , "b":1,"\u0062":2 , "c":{"d":3} }"#.utf8)
    func value(_ name: String) -> Int? { SoundText.value(of: name, bytes.span, 1).map { Int($0.start) } }
    #expect(value("a") == 9)
    #expect(value("b") == 23)
    #expect(value("d") == nil)
  }

  /// Whether a value's parts, as a walk finds them, are those that the scanner finds.
  private static func isTold(_ value: Slice, _ bytes: [UInt8]) -> Bool {
    var scanner = Scanner(end: bytes.count - Scanner.padding)
    func isScanned(_ part: Slice) -> Bool {
      (try? scanner.slice(bytes.span, Int(part.start), depth: 1)) == part && isTold(part, bytes)
    }
    switch value.kind {
    case .object:
      return value.members(bytes.span).allSatisfy { isScanned($0.key) && isScanned($0.value) }
        && SoundText.members(bytes.span, Int(value.start)) {
          SoundText.slice(bytes.span, $1).range.upperBound
        }
          == value.range.upperBound
    case .array:
      return value.elements(bytes.span).allSatisfy(isScanned)
        && SoundText.elements(bytes.span, Int(value.start)) {
          SoundText.slice(bytes.span, $0).range.upperBound
        }
          == value.range.upperBound
    default: return true
    }
  }

  private static func value(_ random: inout Seeded, depth: Int) -> [UInt8] {
    func space(_ random: inout Seeded) -> [UInt8] {
      [[], [], [0x20], [0x0a, 0x09], [0x0d, 0x0a, 0x20, 0x20]].randomElement(using: &random) ?? []
    }
    func string(_ random: inout Seeded) -> [UInt8] {
      let pieces = ["a", "{[", "]},:", "é", "\\\"", "\\\\", "\\n", "plain text of some length"]
      let text = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      return Array("\"\(text.joined())\"".utf8)
    }
    let count = Int.random(in: 0..<4, using: &random)
    switch Int.random(in: 0..<(depth < 4 ? 8 : 5), using: &random) {
    case 0: return Array((["true", "false", "null"].randomElement(using: &random) ?? "null").utf8)
    case 1, 2:
      return Array((["0", "-12", "1.50", "-0.1e+3", "2E5"].randomElement(using: &random) ?? "0").utf8)
    case 3, 4: return string(&random)
    case 5:
      let elements = (0..<count).map { _ in
        space(&random) + value(&random, depth: depth + 1) + space(&random)
      }
      return [0x5b] + elements.joined(separator: [0x2c]) + (count == 0 ? space(&random) : []) + [0x5d]
    default:
      let members = (0..<count).map { _ in
        space(&random) + string(&random) + space(&random) + [0x3a] + space(&random)
          + value(&random, depth: depth + 1) + space(&random)
      }
      return [0x7b] + members.joined(separator: [0x2c]) + (count == 0 ? space(&random) : []) + [0x7d]
    }
  }
}
