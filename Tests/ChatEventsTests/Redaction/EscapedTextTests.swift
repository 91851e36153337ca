import JSONText
import TestSupport
import Testing

@testable import ChatEvents

/// A text with escapes is redacted as the same text without them.
///
/// The quick look that passes most escaped texts compares blocks of bytes, so the pieces come at all offsets, and some look like escapes.
@Suite struct EscapedTextTests {
  /// Pieces of a text, as they are written in JSON with escapes and with as few as possible.
  private static let pieces: [(escaped: String, plain: String)] = [
    (#"\u0434"#, "д"), (#"\u00e9"#, "é"), (#"\u05D0"#, "א"), (#"\u4e00"#, "一"), (#"\u2013"#, "–"),
    (#"\u3042"#, "あ"),
    (#"\ud83d\udc4d"#, "👍"), ("word", "word"), (" ", " "), (#"\n"#, #"\n"#), (#"\\"#, #"\\"#),
    (#"\\u0434"#, #"\\u0434"#),
    (#"\\\u0434"#, #"\\д"#), (#"\""#, #"\""#), (#"\u0034\u0031"#, "41"), ("+492001", "+492001"),
    ("555", "555"), ("0100", "0100"),
    (#"\u0040x.org"#, "@x.org"), ("jo", "jo"), (#"\uff14"#, "４"), (#"\u0664"#, "٤"), ("u0434", "u0434"),
    (": ", ": "),
  ]

  @Test func escapesChangeNothing() throws {
    let seed = UInt64.random(in: 1...999_999_999)
    var random = Seeded(seed)
    for _ in 0..<400 {
      let chosen = (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in
        Self.pieces.randomElement(using: &random)
      }
      let chat = { (text: String) in
        #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"\#(text)"}]}"#
      }
      let texts = [chosen.map(\.escaped).joined(), chosen.map(\.plain).joined()]
      let results = try texts.map { try body(redacted(chat($0))) }
      #expect(results[0] == results[1], "seed \(seed): \(texts[0])")
    }
  }

  /// Returns the characters of a record's only message.
  private func body(_ lines: [String]) throws -> String {
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: #require(lines.first))
    return try #require(transcript.items?.first?.body)
  }
}
