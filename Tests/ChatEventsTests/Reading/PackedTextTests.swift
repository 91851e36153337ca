import JSONText
import TestSupport
import Testing

@testable import ChatEvents

@Suite struct PackedTextTests {
  /// A text of several stretches with characters of all lengths, escaped or not, as a string and as a form's value.
  private static func text(_ random: inout Seeded, _ coding: PackedText.Coding) -> [UInt8] {
    let pieces =
      coding == .form
      ? ["a", "+", "%C3%A9", "%0A", "é", "%25"] : ["a", #"\n"#, #"\u00e9"#, #"\ud83d\ude42"#, "é", #"\\"#]
    var text: [UInt8] = []
    while text.count < 6_000 { text += (pieces.randomElement(using: &random) ?? "").utf8 }
    return text
  }

  @Test(arguments: [PackedText.Coding.escapes, .form])
  func placesAreTheSameInWhateverOrderTheyAreAskedFor(coding: PackedText.Coding) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = Seeded(seed)
    let content = Self.text(&random, coding)
    let source = content + [UInt8](repeating: 0, count: Scanner.padding)
    let text = try #require(
      coding == .form
        ? PackedText(try FormBody.decode((Array("data=".utf8) + source).span, 0..<content.count + 5))
        : PackedText(
          string: Slice(start: 0, count: content.count + 2, kind: .string, flags: [.escaped]),
          ([UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")] + [UInt8](repeating: 0, count: 64)).span))
    let bytes =
      (coding == .form ? Array("data=".utf8) : [UInt8(ascii: "\"")]) + content + [UInt8(ascii: "\"")]
      + [UInt8](repeating: 0, count: Scanner.padding)
    var ascending = PackedText.Origin(of: text, at: JSONPlace(line: 7, column: 9))
    let expected = (0...text.bytes.count).map { offset in
      let found = ascending.move(to: offset, bytes.span)
      return "\(found.offset) \(found.place)"
    }
    try #require(Set(expected).count > 800, "seed \(seed)")
    var origin = PackedText.Origin(of: text, at: JSONPlace(line: 7, column: 9))
    for _ in 0..<200 {
      let offset = Int.random(in: 0...text.bytes.count, using: &random)
      let found = origin.move(to: offset, bytes.span)
      #expect("\(found.offset) \(found.place)" == expected[offset], "seed \(seed), offset \(offset)")
    }
  }

  /// With a look at the whole text for each finding this takes minutes.
  @Test(arguments: ["form", "unpacked", "string"])
  func manyFindingsInsideOfATextAreFoundInOneWalk(container: String) throws {
    let count = 2_500
    let items = (0..<count).map { #"{"kind":"Other\#($0)"}"# }.joined(separator: ",")
    let record = #"{"kind":"Conversation","visitor":{"id":"v"},"items":[\#(items)]}"#
    let quoted = record.replacing(#"""#, with: #"\""#)
    let text =
      switch container {
      case "form": "data=\(record)"
      case "unpacked": #"{"data":["\#(quoted)"]}"#
      default: #"{"Type":"Notification","Message":"\#(quoted)"}"#
      }
    let found = try Conversion("\(text)\n".utf8) {
      $0 = RunOptions(from: nil, task: .validate(ValidationSettings()))
    }
    let columns = found.checked.flatMap(\.findings).filter { $0.code.name == "unknown-item-kind" }.map(
      \.place.column)
    #expect(columns.count == count)
    #expect(columns == columns.sorted() && Set(columns).count == count)
  }
}

extension PackedText {
  /// Returns the offset in the source of a byte of the text.
  func sourceOffset(of offset: Int, _ source: Span<UInt8>) -> Int {
    var origin = Origin(of: self, at: JSONPlace(line: 1, column: 1))
    return origin.move(to: offset, source).offset
  }
}
