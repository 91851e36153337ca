import Testing

@testable import PersonalData

/// A text in which a person marked what is to be found: `call ⟦555-123-4567⟧`.
struct Marked: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  /// The offsets of what is marked, in UTF-8.
  let ranges: [Range<Int>]

  init(_ marked: String) {
    testDescription = marked
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
    (self.text, self.ranges) = (text, ranges)
  }

  /// Whether a string may hold something, by the quick look.
  static func mayHold(_ content: String, behind count: Int = 0, before next: String = "") -> Bool {
    let bytes =
      [UInt8](repeating: 0x31, count: count) + Array(content.utf8) + Array(next.utf8)
      + [UInt8](repeating: 0, count: 64)
    return FreeText.mayHold(bytes.span, count..<count + content.utf8.count)
  }

  /// Returns what is found in a text.
  static func found(_ text: String) -> [FreeText.Match] {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
    return FreeText.matches(in: bytes.span, count: text.utf8.count)
  }

  /// Returns a text with something else in place of what is found in it.
  static func redacted(_ text: String, _ replacement: (FreeText.Kind) -> String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for match in found(text) {
      result += bytes[position..<match.range.lowerBound] + Array(replacement(match.kind).utf8)
      position = match.range.upperBound
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}
