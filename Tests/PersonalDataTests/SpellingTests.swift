import Testing

@testable import PersonalData

/// Personal data that is written in other characters, in escapes, or where no white space sets it apart.
@Suite struct SpellingTests {
  @Test(
    arguments: [
      "write to ⟦jo&#64;x&#46;org⟧ now", "⟦jo&commat;x&period;org⟧", "⟦jo&#x40;x.org⟧", "⟦jo&amp;#64;x.org⟧",
      "⟦jo&#38;amp;commat;x.org⟧",
      "⟦jo&#064example.org⟧", "⟦j&#111;@x.org⟧", "⟦jo\u{200b}@x\u{ad}.org⟧", "⟦ｊｏ＠ｘ．ｏｒｇ⟧", "⟦jo﹫x.org⟧",
      "https://x.example/?m=⟦jo%25252540x.org⟧", "https://x.example/?m=⟦%6A%6F%40%78%2E%6F%72%67⟧",
      "⟦jo\\u0040x.org⟧",
      "⟦jo@x.org⟧-", "⟦jo@x.org⟧-thanks", "⟦-jo@x.org⟧_", "/u/⟦jo@x.org⟧/edit", "Ann|⟦jo@x.org⟧|Berlin",
      "&lt;⟦jo@x.org⟧&gt;",
      "%3Credacted%3E ⟦jo@x.org⟧",
    ].map(Marked.init))
  func emailAddresses(text: Marked) { expect(text, .email) }

  @Test(
    arguments: [
      "⟦+४९ ३० १२३४५६⟧", "⟦+৪৯ ৩০ ১২৩৪৫৬⟧", "⟦+๔๙ ๓๐ ๑๒๓๔๕๖⟧", "⟦+۴۹ ۳۰ ۱۲۳۴۵۶⟧", "⟦+𝟒𝟗 𝟑𝟎 𝟏𝟐𝟑𝟒𝟓𝟔⟧",
      "⟦+49&nbsp;30&nbsp;123456⟧",
      "⟦&plus;49 30 123456⟧", "⟦+4&#57; 30 123456⟧", "⟦+49\u{200b}30\u{200b}123456⟧",
      "⟦555\u{ad}123\u{ad}4567⟧", "⟦030•123•4567⟧",
      "my number is ⟦5551&#50;34567⟧", "⟦5551234567⟧ is my phone number", "⟦5551234567⟧ (mobile), please",
      "📞 ⟦5551234567⟧", "☎️ ⟦5551234567⟧", "My cell # ⟦5551234567⟧", "tel⟦0301234567⟧", "Phone⟦+4930123456⟧",
      "phone_⟦030 1234567⟧_",
      "tel-⟦030-1234567⟧",
      "tel.⟦0301234567⟧", "https://x.example/call/⟦0301234567⟧/x", "https://x.example/⟦004930123456⟧",
      "Ann/⟦030 1234567⟧/Berlin",
      "Ann#⟦030 1234567⟧#Berlin", "Ann/⟦0301234567⟧/Berlin", "#⟦0301234567⟧#", "*⟦+4930123456⟧*",
      "Ann-⟦004930123456⟧",
      "a|⟦030 1234567⟧|b", "⟦6123 4568⟧ please",
      "build 1024 (⟦0047 41 23 72 20⟧)", "Safari/537.36 ⟦7012 9873⟧", "firmware ⟦0037410121130⟧",
    ].map(Marked.init))
  func phoneNumbers(text: Marked) { expect(text, .phone) }

  @Test(
    arguments: [
      "https://x.example/ip/⟦203.0.113.9⟧/edit", "Windows 10, ⟦203.0.113.9⟧", "Chrome 119 / ⟦203.0.113.9⟧",
      "Firefox/121.0 ⟦203.0.113.9⟧",
      "Windows ⟦203.0.113.9⟧", "version ⟦203.0.113.9⟧", "_⟦203.0.113.9⟧_", "ip⟦203.0.113.9⟧",
      "IP-⟦203.0.113.9⟧", "ip_⟦203.0.113.9⟧",
      "IP⟦2001:db8::1⟧", "_⟦2001:db8::1⟧_", "Ann#⟦203.0.113.9⟧#Berlin", "⟦२०३.०.११३.९⟧", "⟦203．0．113．9⟧",
      "⟦2001：db8：：1⟧",
      "⟦203&#46;0&period;113.9⟧", "⟦2001&colon;db8&#58;:1⟧", "⟦2001:db8:\u{200b}:1⟧", "⟦203.0.\u{ad}113.9⟧",
      "x\\n⟦203.0.113.9⟧", "update 7 done, ⟦203.0.113.9⟧",
    ].map(Marked.init))
  func networkAddresses(text: Marked) { expect(text, .address) }

  @Test func aNumberAndAnAddressWithAMarkBetweenGoBoth() {
    #expect(Marked.found("tel 0301 2342309/jo@x.org").map(\.range) == [4..<25])
    #expect(Marked.found("0382 60 126 774/192.0.2.1").map(\.kind) == [.phone, .address])
  }

  @Test(arguments: [
    "3-16-148410-0", "0-8044-2957-X", "0 306 40615 2", "978-3-16-148410-0", "978 3 16 148410 0",
    "9783161484100", "0 36000 29145 2",
    "4 006381 333931", "see 036000291452 here", "02139-4307", "01310-100", "〒530-0001", "1000-205",
    "482-19-3375", "4711-081-522",
    "SKU 482-193-3755", "model 030-123-4567", "Chrome/119.0.6045.199", "119.0.6045.199",
    "Version/17.4.1 (19618.1.15.11.12)",
    "call me at 10:30", "ring 2024-05-06 10 30", "call 10.30-11.30", "call 0930 - 1030",
    "tel. at 08 01-09 01", "ring 20240506 1030",
    "call me on 06.05.2024 10.30", "#0301234567", "Order #030-1234567", "order 0084-835964",
    "0.0345 151.5706", "&b=2&c=3", "AT&T;",
    "&#0;", "1024 768", "2019 4711", "01 02 03 04 05 06 07", "2560 1440 px", "5551234567 is my order number",
    "5551234567 (items)", "&#x110000;", "100%zz", "https://x.example/orders/0301234567",
    "x.example/dp/0306406152", "item/0301234567", "Edge/119.0.0.0",
    "lib-1.2.3.4.tar.gz",
  ])
  func noneOfThese(text: String) { #expect(Marked.found(text) == []) }

  private func expect(_ text: Marked, _ kind: FreeText.Kind) {
    #expect(Marked.found(text.text) == text.ranges.map { FreeText.Match(range: $0, kind: kind) })
    #expect(Marked.mayHold(text.text))
  }
}
