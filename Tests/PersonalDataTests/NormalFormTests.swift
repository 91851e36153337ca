import PersonalData
import Testing

/// The one spelling by which values are compared.
@Suite struct NormalFormTests {
  private func form(_ text: String, _ kind: NormalForm.Kind) -> String {
    String(decoding: NormalForm.of(text.utf8, kind).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "jo@example.org", " jo@example.org\n", "JO@Example.ORG", "<jo@example.org>", "Jo Doe <jo@example.org>",
    #""Doe, Jo" <jo@example.org>"#, "mailto:jo@example.org", "MAILTO:jo%40example.org?subject=hi",
    "<mailto:jo@example.org>", "jo@example.org.", "jo@example.org;", "(jo@example.org)", "'jo@example.org',",
    "[jo@example.org]", "“jo@example.org”", "jo＠example.org", "ｊｏ@ｅｘａｍｐｌｅ．ｏｒｇ", "jo@example。org",
    "j\u{200b}o@example.org\u{feff}", "jo@exam\u{ad}ple.org", "jo%2540example.org", "Jo (jo@example.org)",
    "\u{a0}jo@example.org\u{3000}", "jo﹫example.org",
  ])
  func anAddressHasOneFormHoweverItIsWritten(text: String) { #expect(form(text, .email) == "jo@example.org") }

  @Test(arguments: [
    ("jo@bücher.example", "jo@xn--bcher-kva.example"), ("jo@BÜCHER.example", "jo@XN--BCHER-KVA.example"),
    ("jo@bu\u{308}cher.example", "jo@b\u{fc}cher.example"), ("jos\u{e9}@x.org", "JOSE\u{301}@x.org"),
    ("tạ@x.org", "ta\u{323}@x.org"), ("ậ@x.org", "a\u{302}\u{323}@x.org"),
    ("한@x.org", "\u{1112}\u{1161}\u{11ab}@x.org"),
    ("\u{212b}@x.org", "a\u{30a}@x.org"), ("ΝΊΚΟΣ@x.gr", "νίκος@x.gr"),
    ("q\u{307}\u{323}@x.org", "q\u{323}\u{307}@x.org"), ("jo@почта.рф", "jo@xn--80a1acny.xn--p1ai"),
  ])
  func addressesOfOtherScriptsAreTheSame(one: String, other: String) {
    #expect(form(one, .email) == form(other, .email))
  }

  @Test(arguments: [
    ("jo@example.org", "jo@example.org.uk"), ("jo@example.org", "xjo@example.org"),
    ("jo@example.org", "j.o@example.org"), ("jo+1@example.org", "jo@example.org"),
    (#""jo doe"@example.org"#, "jo doe@example.org"), ("jo@xn--a.example", "jo@a.example"),
    ("jo@[192.0.2.1]", "jo@192.0.2.1"), ("ß@x.org", "ss@x.org"), ("é@x.org", "e@x.org"),
  ])
  func otherAddressesStayOthers(one: String, other: String) {
    #expect(form(one, .email) != form(other, .email))
  }

  @Test(arguments: [
    "+49 30 1234567", "+49 (30) 123-4567", "0049 30 1234567", "+49 (0)30 / 123 45 67", "tel:+49-30-1234567",
    "0049 (0) 30 1234567", "٠٠٤٩٣٠١٢٣٤٥٦٧", "＋４９ ３０ １２３４５６７", "+४९ ३० १२३४५६७", "+49\u{200b}301234567",
    "%2B49301234567",
  ])
  func aPhoneNumberHasOneFormByItsDigits(text: String) { #expect(form(text, .phone) == "49301234567") }

  @Test(arguments: [
    ("(555) 123-4567 ext. 89", "5551234567x89"), ("555 123 4567 x89", "5551234567x89"),
    ("+1 555 123 4567;ext=89", "15551234567x89"), ("555-123-4567 #89", "5551234567x89"),
    ("555-123-4567 (office)", "5551234567"), ("0301234567", "0301234567"),
    ("+1 (005) 123-4567", "10051234567"),
  ])
  func anExtensionIsKept(text: String, expected: String) { #expect(form(text, .phone) == expected) }

  @Test(arguments: [
    (" 9QRF\u{200b}9YWM\n", "9QRF9YWM"), ("jose\u{301}", "jos\u{e9}"), ("a b", "a b"), ("Ab", "Ab"),
    ("%41", "%41"),
    (" \u{200b} ", ""), ("v\u{34f}1", "v1"), ("v\u{2800}1\u{3164}", "v1"), ("\u{ffa0}v1\u{17b4}", "v1"),
  ])
  func anIdIsTrimmedAndKeepsItsCase(text: String, expected: String) { #expect(form(text, .id) == expected) }

  @Test(arguments: [
    ("jo@example.org ", NormalForm.Kind.email), (#""Jo" <jo@example.org>"#, .email),
    ("jo＠example.org", .email),
    ("+49 30 1234567", .phone), (" tel:+49301234567", .phone), ("٠٠٤٩٣٠١٢٣٤٥٦٧", .phone), ("v1", nil),
    ("call me", nil),
    ("ask jo@example.org", nil), ("jo@localhost", nil), ("", nil), ("+49 30 1234567 and so", nil),
  ])
  func theKindOfAValueIsToldByItsForm(text: String, kind: NormalForm.Kind?) {
    #expect(NormalForm.kind(of: Array(text.utf8)) == kind)
  }
}
