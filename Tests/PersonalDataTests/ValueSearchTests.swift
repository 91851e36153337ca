import PersonalData
import Testing

/// Values that are looked for in texts.
@Suite struct ValueSearchTests {
  private func isFound(_ value: ValueSearch.Value, in text: String) -> Bool {
    ValueSearch([value]).places(in: Array(text.utf8)) == [0]
  }

  private func form(_ text: String, _ kind: NormalForm.Kind) -> ValueSearch.Value {
    .form(.of(text.utf8, kind))
  }

  @Test(arguments: [
    ("jo@example.org", true), ("write to JO@Example.org.", true), ("<mailto:jo@example.org>", true),
    ("https://x.org/?m=jo%40example.org&a", true), ("https://x.org/?u=%3Fm%3Djo%2540example.org", true),
    (#"{"m":"jo\u0040example.org"}"#, true), (#"{\"m\":\"jo\\u0040example.org\"}"#, true),
    ("邮箱jo@example.org。", true),
    ("j\u{200b}o＠example.org", true), (#"line\njo@example.org"#, true), ("jo@example.org-", true),
    ("a.jo@example.org", false), ("xjo@example.org", false), ("jo@example.org.uk", false),
    ("jo@example.organic", false),
    ("jo at example.org", false), ("jo@example", false), ("", false), ("%", false), (#"\"#, false),
    (#"\u00"#, false),
  ])
  func anAddressIsFoundInEverySpelling(text: String, isFound: Bool) {
    #expect(self.isFound(form(" Jo@Example.org", .email), in: text) == isFound)
  }

  @Test(arguments: [
    "jo@bücher.example", "JO@xn--bcher-kva.example", "a jo@bu\u{308}cher.example",
    "jo@XN--BCHER-KVA.example!",
  ])
  func aDomainIsFoundInBothSpellings(text: String) {
    #expect(isFound(form("jo@bücher.example", .email), in: text))
    #expect(isFound(form("jo@xn--bcher-kva.example", .email), in: text))
  }

  @Test(arguments: [
    ("+49 (0)30 123-4567", true), ("call 0049301234567 now", true), ("4930 1234567", true),
    ("٤٩٣٠١٢٣٤٥٦٧", true),
    ("%2B49301234567", true), ("tel:+49-30-123 45 67;ext=8", true), ("030 1234567", false),
    ("49 30 12345, 67", false),
    ("49 30 123456", false),
  ])
  func aNumberIsFoundByItsDigits(text: String, isFound: Bool) {
    #expect(self.isFound(form("+49 30 1234567", .phone), in: text) == isFound)
  }

  @Test(arguments: [
    ("u-100", true), ("see u-100.", true), ("u-1001", false), ("xu-100", false), ("U-100", false),
    ("用户u-100的", true),
    ("a/u%2D100/b", true), ("u-10", false),
  ])
  func anIdIsFoundAsAWord(text: String, isFound: Bool) {
    #expect(self.isFound(form("u-100", .id), in: text) == isFound)
  }

  @Test(arguments: [
    ("42", true), ("no 42.", true), ("a=42&b", true), ("v.42", true), ("42.5", false), ("0.42", false),
    ("192.0.2.42", false),
    ("142", false), ("-42", true),
  ])
  func anIdOfDigitsIsNoPartOfANumber(text: String, isFound: Bool) {
    #expect(self.isFound(form("42", .id), in: text) == isFound)
  }

  @Test(arguments: [
    ("Jo Doe", "dear JO  DOE,", true), ("Jo Doe", "jo\ndoe", true), ("Jo Doe", "jodoe", false),
    ("Jos\u{e9}", "jose\u{301}", true),
    ("Jo", "John", false), ("Jo", "(jo)", true), ("田中", "田中さん", true), ("main st", "1 Main Street", true),
  ])
  func anyTextIsFound(value: String, text: String, isFound: Bool) {
    #expect(self.isFound(.text(Array(value.utf8)), in: text) == isFound)
  }

  @Test func severalValuesAreFoundAtOnce() {
    let ids = ["he", "she", "his", "hers", "e"].map { form($0, .id) }
    #expect(ValueSearch(ids).places(in: Array("she, his: hers he".utf8)) == [0, 1, 2, 3])
    let texts = ["ushers", "hers", "sher", "nope"].map { ValueSearch.Value.text(Array($0.utf8)) }
    #expect(ValueSearch(texts).places(in: Array("ushers".utf8)) == [0, 1, 2])
  }
}
