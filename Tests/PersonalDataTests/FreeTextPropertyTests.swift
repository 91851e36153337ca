import Testing

@testable import PersonalData

/// What holds for any text, tried on texts that are put together at random from what matters here.
@Suite struct FreeTextPropertyTests {
  private static let pieces = [
    "jo", "x.org", "@", ".", "-", "+", "00", "0", "49", "30", "555", "123", "4567", "5551234567", " ", " ",
    "\n", "(", ")", "/",
    ":", "::", "2001:db8::1", "192.0.2.1", "version", "phone", "my number", "order", "#", "$", "€", "%40",
    "%2B", "%20", "%2540", "?", "=",
    "&", "http://x.org/", "jo@x.org", "+4930123456", "(030) 123456", "555-123-4567", "2014-12-29", "12:30",
    "\"", "\"odd local\"@x.org",
    "<", "ext", "x9", ",", "é", "电话", "用户", "\u{a0}", "\u{2011}", "＋", "０", "٣", "[", "]", "%",
    "fe80::1%eth0", "e", "dead:beef",
    "&#64;", "&commat;", "&amp;", "&#x3", "8;", "\u{200b}", "\u{ad}", "१", "：", "\\n", "_", "|", "*", "tel",
    "4111 1111 1111 1111",
    "4111", "1111", "DE89 3704 0044 0532 0130 00", "DE89", "3704", "10.30", "978-3-16-148410-0",
  ]

  /// What redaction leaves, and parts of it.
  private static let left = [
    "<redacted>", "redacted", "redacted-", "redacted-0f1e2d3c4b5a69788796a5b4c3d2e1f0", "@redacted.invalid",
    ".invalid",
    "redacted-00000000001111111111222222222233@redacted.invalid",
  ]

  private static func text(_ source: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 1...14, using: &source)).map { _ in pieces.randomElement(using: &source) ?? "" }
      .joined()
  }

  @Test func matchesAreInOrderInsideTheTextAndNeverMissedByTheQuickLook() {
    var source = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let text = Self.text(&source)
      let found = Marked.found(text)
      var end = 0
      for match in found {
        #expect(match.range.lowerBound >= end && !match.range.isEmpty, "\(text)")
        end = match.range.upperBound
      }
      #expect(end <= text.utf8.count, "\(text)")
      if found.isEmpty { continue }
      for start in 0..<3 { #expect(Marked.mayHold(text, behind: start), "\(text)") }
    }
  }

  /// Addresses, IBANs and numbers with a plus are not missed by the quicker look either, which passes times and ids.
  @Test func whatIsUnmistakableIsNeverMissedByTheQuickerLook() {
    var source = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let text = Self.text(&source)
      let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
      let isThere = Marked.found(text).contains { match in
        switch match.kind {
        case .email, .iban: true
        case .phone: bytes[match.range.lowerBound] == UInt8(ascii: "+")
        default: false
        }
      }
      let mayHold = FreeText.mayHoldUnmistakable(bytes.span, 0..<text.utf8.count)
      #expect(mayHold || !isThere, "\(text)")
    }
    for text in [
      "1598918861.669664", "2026-11-21T10:00:00.000Z", "5d17e6c1-9e7a-548d-87d8-880b0c747a00",
      "c0000000000000000000",
    ] {
      let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
      let mayHold = FreeText.mayHoldUnmistakable(bytes.span, 0..<text.utf8.count)
      #expect(!mayHold, "\(text)")
    }
  }

  /// Per cent escapes can stand for any bytes, and so for characters that are cut off.
  @Test func bytesThatAreNoTextAreNoTrap() {
    var source = SystemRandomNumberGenerator()
    let bytes: [UInt8] =
      [0xc2, 0xc4, 0xd9, 0xdb, 0xe2, 0x80, 0xe3, 0xef, 0xbc, 0x91, 0xf0, 0xff] + Array("@a1.:%+ \"".utf8)
    for _ in 0..<10000 {
      let count = Int.random(in: 0...20, using: &source)
      let text =
        (0..<count).map { _ in bytes.randomElement(using: &source) ?? 0 } + [UInt8](repeating: 0, count: 64)
      let found = FreeText.matches(in: text.span, count: count)
      #expect(found.allSatisfy { $0.range.upperBound <= count }, "\(text)")
    }
    #expect(Marked.found("jo%40x.org%CB").count == 1)
  }

  /// Whatever touches: replaced by what redaction writes, nothing is left to replace.
  @Test(arguments: ["<redacted>", "redacted-0f1e2d3c4b5a69788796a5b4c3d2e1f0"])
  func nothingIsLeftToRedact(token: String) {
    var source = SystemRandomNumberGenerator()
    let pieces = Self.pieces + Self.left + Self.left
    for _ in 0..<3000 {
      let between = ["", "", " ", "|"].randomElement(using: &source) ?? ""
      let text = (0..<Int.random(in: 1...14, using: &source))
        .map { _ in pieces.randomElement(using: &source) ?? "" }
        .joined(separator: between)
      let once = Marked.redacted(text) {
        $0 == .email && token != "<redacted>" ? token + "@redacted.invalid" : token
      }
      #expect(Marked.found(once) == [], "\(text)")
    }
  }
}

@Suite struct MayHoldTests {
  @Test(arguments: [
    "", "hello there", "order 4711", "at 12:30", "line\\nbreak and \\\"quotes\\\"", "a\\/b", "100% sure",
    "10.5 km", "a&b=2&c;", "10:30 h",
    "Привет", "مرحبا", "日本語、です", "std:vector", "1.2.3", "for 5 EUR",
  ])
  func passesOver(content: String) { #expect(!Marked.mayHold(content)) }

  @Test(arguments: [
    "jo@x.org", "jo\\u0040x.org", "jo%40x.org", "jo%4\\u0030x.org", "555-1234", "1.2.3.4", "::1",
    "1:2:3:4:5:6:7:8",
    "a:b:c:d:e:f:a:b", "jo&commat;x.org", "jo&#64;x.org", "१२३४५६७", "𝟏𝟐𝟑𝟒𝟓𝟔", "jo＠x.org", "1.2.3．4",
    "2001：db8：：1", "٠١٢٣٤٥٦٧٨", "+４９３０１２３４５６",
  ])
  func looksInto(content: String) {
    #expect(Marked.mayHold(content))
    // Wherever it stands: at the end of a block of 32 bytes, and across it.
    for count in 0..<70 {
      #expect(Marked.mayHold(String(repeating: "x", count: count) + content), "\(count)")
    }
  }

  /// The quick look decides by bytes, and the folding by code points.
  @Test func everyCharacterThatIsTakenForASignIsLookedAt() {
    for value in UInt32(0x80)...0x1ffff {
      guard let scalar = Unicode.Scalar(value), case .ascii(let byte) = FoldedText.fold(value) else {
        continue
      }
      let isSign = (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || "@%&".utf8.contains(byte)
      #expect(!isSign || Marked.mayHold(String(scalar)), "\(value)")
    }
  }

  @Test func whatStandsBehindTheRangeDoesNotCount() {
    #expect(!Marked.mayHold("hello", before: "\",\"jo@x.org 5551234567"))
  }
}
