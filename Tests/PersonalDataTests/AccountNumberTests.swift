import Testing

@testable import PersonalData

@Suite struct AccountNumberTests {
  @Test(
    arguments: [
      "⟦4111 1111 1111 1111⟧", "⟦4111-1111-1111-1111⟧", "⟦4111111111111111⟧", "⟦3782 822463 10005⟧",
      "⟦378282246310005⟧",
      "⟦3056 930902 5904⟧", "⟦4222222222222⟧", "⟦6304 0000 0000⟧", "⟦2223003122003222⟧",
      "⟦4111 1111 1111 1111⟧ 12/26",
      "card⟦4111111111111111⟧", "Visa: ⟦4111 1111 1111 1111⟧, thanks",
      "https://x.example/pay/⟦4111111111111111⟧?a=1",
      "12 ⟦4111 1111 1111 1111⟧", "_⟦4111111111111111⟧_", "Ann-⟦4111 1111 1111 1111⟧",
      "⟦٤١١١ ١١١١ ١١١١ ١١١١⟧",
      "⟦4111\u{a0}1111\u{a0}1111\u{a0}1111⟧", "⟦4111%201111%201111%201111⟧", "⟦4111 1111 1111 1111⟧|jo",
    ].map(Marked.init))
  func cards(text: Marked) {
    #expect(Marked.found(text.text) == text.ranges.map { FreeText.Match(range: $0, kind: .card) })
  }

  @Test(
    arguments: [
      "⟦DE89 3704 0044 0532 0130 00⟧", "⟦DE89370400440532013000⟧", "⟦de89 3704 0044 0532 0130 00⟧",
      "⟦GB82 WEST 1234 5698 7654 32⟧", "⟦GB82-WEST-1234-5698-7654-32⟧", "⟦NO93 8601 1117 947⟧",
      "IBAN⟦DE89370400440532013000⟧",
      "IBAN: ⟦DE 89 37040044 0532013000⟧.", "⟦MT84 MALT 0110 0001 2345 MTLC AST0 01S⟧",
      "⟦FR14 2004 1010 0505 0001 3M02 606⟧!",
      "⟦DE８９ ３７０４ ００４４ ０５３２ ０１３０ ００⟧", "⟦DE89&nbsp;3704&nbsp;0044&nbsp;0532&nbsp;0130&nbsp;00⟧",
    ].map(Marked.init))
  func accounts(text: Marked) {
    #expect(Marked.found(text.text) == text.ranges.map { FreeText.Match(range: $0, kind: .iban) })
  }

  /// Nor is any part of them a phone number.
  @Test(arguments: [
    "4111 1111 1111 1112", "4111111111111112", "0000 0000 0000 0000", "3782 822463 10006", "5018 1033 0971",
    "0.4111111111111111", "a4111111111111111", "4111111111111111a", "4111111111111111.5",
    "12345678-4111-1111-1111-111112345678", "DE89 3704 0044 0532 0130 01",
    "NL91 ABNA 0417 1643 01", "GB82 WEST 1234 5698 7654 33", "XX89 3704 0044 0532 0130 00",
    "ADE89370400440532013000",
  ])
  func wrongCheckDigitsAreNoNumber(text: String) { #expect(Marked.found(text) == []) }

  @Test(arguments: [
    "4111 1111 1111 1111", "call 4111 1111 1111 1111", "4111-1111-1111-1111", "tel 378282246310005",
    "6304 0000 0000",
  ])
  func aCardThatIsKeptIsNoPhoneNumber(text: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
    #expect(FreeText.matches(in: bytes.span, count: text.utf8.count, FreeText.Wanted(keepsCards: true)) == [])
  }

  @Test(arguments: [
    (FreeText.Kind.phone, "+49 30 123456", "%2B49&nbsp;٣٠ 123456", "4930123456"),
    (.email, "Jo@X.org", "jo%2540x.org", "jo@x.org"), (.email, "jo@x.org", "ｊｏ＠ｘ．ｏｒｇ", "jo@x.org"),
    (.card, "4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111"),
    (.iban, "DE89 3704 0044 0532 0130 00", "de89370400440532013000", "DE89370400440532013000"),
  ])
  func spellingsOfOneValueAreEqual(kind: FreeText.Kind, one: String, other: String, canonical: String) {
    #expect(String(decoding: FreeText.canonical(one.utf8, kind), as: UTF8.self) == canonical)
    #expect(String(decoding: FreeText.canonical(other.utf8, kind), as: UTF8.self) == canonical)
  }
}
