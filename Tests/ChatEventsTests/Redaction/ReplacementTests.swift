import Testing

@testable import ChatEvents

/// Pseudonyms under a key.
@Suite struct ReplacementTests {
  static let key = PseudonymKey(Array("0123456789abcdef".utf8))

  private func pseudonym(_ text: String, key: PseudonymKey? = key) throws -> String {
    let lines = try redacted(#"{"kind":"Conversation","tags":["\#(text)"]}"#) { $0.key = key }
    let line = try #require(lines.first)
    return try String(#require(line.firstMatch(of: /redacted-[0-9a-f]{32}(@redacted\.invalid)?/)).0)
  }

  @Test func anAddressHasOnePseudonymHoweverItIsWritten() throws {
    let expected = try pseudonym("jo@example.org")
    #expect(expected.hasSuffix("@redacted.invalid"))
    for text in [
      "JO@Example.ORG", #"jo\u0040example.org"#, "https://x.org/?m=jo%40example.org", "email: Jo@example.org",
    ] {
      #expect(try pseudonym(text) == expected, "\(text)")
    }
    #expect(try pseudonym("jo.@example.org") != expected)
  }

  @Test func aPhoneNumberHasOnePseudonymByItsDigits() throws {
    let expected = try pseudonym("+49 30 1234567")
    #expect(!expected.contains("@"))
    for text in ["+49 (30) 123-4567", "+49301234567", "phone: +49 30 123 4567"] {
      #expect(try pseudonym(text) == expected, "\(text)")
    }
  }

  /// Returns the pseudonym of a member that is personal as a whole.
  private func pseudonym(of value: String, in member: String) throws -> String {
    let lines = try redacted(#"{"kind":"Conversation","visitor":{"\#(member)":"\#(value)"}}"#) {
      $0.key = Self.key
    }
    let line = try #require(lines.first)
    return try String(#require(line.firstMatch(of: /redacted-[0-9a-f]{32}(@redacted\.invalid)?/)).0)
  }

  @Test(arguments: [
    (
      "emailAddress",
      [
        "jo@example.org", "jo@example.org ", "<Jo@example.org>", #"\"Jo\" <jo@example.org>"#,
        "mailto:jo@example.org", "jo＠example.org",
      ]
    ),
    ("emailAddress", ["jo@bücher.example", "jo@xn--bcher-kva.example"]),
    ("phoneNumber", ["+49 30 1234567", " 0049 (0)30 1234567", "٠٠٤٩٣٠١٢٣٤٥٦٧", "tel:+49-30-1234567"]),
    ("fullName", ["Jos\u{e9}", "Jose\u{301} ", "Jos\\u00e9", "\\u200bJos\u{e9}"]),
    ("id", ["v1", "v1\\n", "\\ufeffv1"]),
  ])
  func aMemberHasOnePseudonymHoweverItsValueIsWritten(member: String, values: [String]) throws {
    let all = try values.map { try pseudonym(of: $0, in: member) }
    #expect(Set(all).count == 1, "\(all)")
  }

  @Test func phoneNumbersInOtherDigitsDiffer() throws {
    let one = try pseudonym(of: "٠٠٤٩٣٠١٢٣٤٥٦٧", in: "phoneNumber")
    #expect(try one != pseudonym(of: "٠٠٤٩٣٠١٢٣٤٥٦٨", in: "phoneNumber"))
  }

  @Test func anotherKeyGivesOthers() throws {
    let other = PseudonymKey(Array("0123456789abcdeF".utf8))
    #expect(try pseudonym("jo@example.org") != pseudonym("jo@example.org", key: other))
  }

  @Test func whatStandsInPlaceOfAnotherStays() throws {
    let record =
      #"{"kind":"Conversation","visitor":{"id":"v1","fullName":"Jo"},"tags":["call +49 30 1234567"]}"#
    let once = try redacted(record) { $0.key = Self.key }
    #expect(try redacted(once[0]) == once)
    #expect(try redacted(once[0]) { $0.key = Self.key } == once)
  }

  @Test func aKeyHasSixteenBytesAndIsNotPrinted() throws {
    #expect(PseudonymKey(Array("0123456789abcde".utf8)) == nil)
    let key = try #require(Self.key)
    var shown = ""
    dump(key, to: &shown)
    #expect(!shown.contains("48") && !"\(key)".contains("0123"))
  }
}
