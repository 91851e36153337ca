import Testing

@testable import PersonalData

@Suite struct FreeTextTests {
  @Test(
    arguments: [
      "⟦jo@example.org⟧", "write to ⟦jo@example.org⟧.", "<⟦jo@example.org⟧>",
      "mailto:⟦jo@example.org⟧?subject=hi",
      "'⟦jo@example.org⟧'", "**⟦jo@example.org⟧**", "(⟦JO@EXAMPLE.ORG⟧)", "⟦jo+shop@mail.example.co.uk⟧",
      "⟦o'brien@example.org⟧", "⟦user/dept@example.org⟧", "email=⟦jo@example.org⟧",
      "⟦bounce+jo=x.org@lists.example⟧",
      "⟦\"odd local\"@example.org⟧", "⟦jo@[192.0.2.1]⟧", "⟦jo@[IPv6:2001:db8::1]⟧",
      "⟦пётр@пример.рф⟧", "⟦jörg@müller.example⟧", "⟦用户@例え.jp⟧", "我的邮箱是⟦jo@example.org⟧谢谢",
      "⟦jo@example.org⟧/⟦ann@example.org⟧", "⟦jo@example.org⟧,⟦ann@example.org⟧",
      "name=jo&email=⟦jo@example.org⟧&x=1", "https://x.example/?mail=⟦jo@example.org⟧",
      "https://x.example/?mail=⟦jo%40example.org⟧&b=1", "https://x.example/u/⟦jo%40example.org⟧/edit now",
      "http://x.example/?next=http%3A%2F%2Fy.example%3Fmail%3D⟦jo%2540example.org⟧",
      "http://x.example/?mail=⟦jo%2Bshop%40example.org⟧",
    ].map(Marked.init))
  func emailAddresses(text: Marked) { expect(text, .email) }

  @Test(
    arguments: [
      "⟦+49 30 123456⟧", "⟦+4930123456⟧", "⟦0049 30 123456⟧", "⟦004930123456⟧", "⟦+49 (0) 30 123456⟧",
      "⟦+(49) 30 123456⟧",
      "⟦(030) 123-456⟧", "⟦030/123456⟧", "⟦0171-1234567⟧", "⟦020 7946 0958⟧", "⟦06 12 34 56 78⟧",
      "⟦01.23.45.67.89⟧",
      "⟦555-123-4567⟧", "⟦(555) 123-4567 ext. 89⟧ please", "⟦555-123-4567x89⟧", "⟦+1.555.123.4567⟧",
      "⟦1-800-555-0199⟧",
      "⟦8 (912) 345-67-89⟧", "⟦512 345 678⟧", "⟦+49\u{a0}30\u{a0}123\u{2011}456⟧", "⟦+４９ ３０ １２３４５６⟧",
      "⟦٠١٢٣٤٥٦٧٨٩⟧",
      "call me at ⟦5551234567⟧", "my phone number is ⟦5551234⟧", "tel:⟦555-1234⟧",
      "tel:⟦+49-30-123456;ext=12⟧",
      "我的电话号码是⟦13800138000⟧", "телефон ⟦89161234567⟧", "Handy ⟦1711234567⟧", "https://wa.me/⟦4930123456⟧",
      "⟦5551234567⟧", "⟦+49 30 123456⟧ 2014-12-29", "on 29.12.2014 ⟦555-123-4567⟧", "at 12:30 ⟦555-123-4567⟧",
      "https://x.example/?phone=⟦%2B49+30+123456⟧", "https://x.example/?q=call+⟦555-123-4567⟧",
    ].map(Marked.init))
  func phoneNumbers(text: Marked) { expect(text, .phone) }

  @Test(
    arguments: [
      "⟦192.0.2.1⟧", "⟦192.0.2.1⟧:8080", "[⟦192.0.2.1⟧]", "⟦10.0.0.0⟧/8", "http://⟦192.0.2.1⟧/a",
      "ip=⟦192.0.2.1⟧.",
      "⟦192.0.2.1⟧-⟦192.0.2.9⟧", "my IP is ⟦192.168.001.010⟧", "⟦::1⟧", "⟦2001:db8::⟧/32",
      "[⟦2001:db8::1⟧]:8080",
      "⟦fe80::1%eth0⟧", "⟦::ffff:192.0.2.1⟧", "⟦1:2:3:4:5:6:7:8⟧", "IPv6:⟦2001:db8::1⟧",
      "⟦2001:DB8:0:0:8:800:200C:417A⟧,",
      "http://x.example/?ip=⟦2001%3Adb8%3A%3A1⟧",
    ].map(Marked.init))
  func networkAddresses(text: Marked) { expect(text, .address) }

  @Test(arguments: [
    "@handle", "a@b", "5 @ 3", "root@localhost", "icon@2x.png", "pkg@1.2.3",
    "https://maps.example/@51.5,-0.12,15z",
    "order 4711-0815-2", "#123456789", "order 5551234567", "Kundennummer 5551234567", "№ 123456789",
    "2014-12-29", "29.12.2014", "12/29/2014", "12/29/14 12:30", "2014-12-29T12:30:45Z", "12:30:45",
    "call me on 20141229",
    "1,299.00 EUR", "$ 1 299", "$1 299 000", "1 299 000 EUR", "999 999 999 users", "100 200 300",
    "2014 2015 2016",
    "10.0.19045.3570", "Chrome/119.0.6045.199", "Chrome/119.0.0.0", "version 1.2.3.4", "v1.2.3.4",
    "1.2.3.4.5", "256.1.1.1",
    "at 1473774819.263083", "1473774819", "550e8400-e29b-41d4-a716-446655440000",
    "12345678-1234-1234-1234-123456789012",
    "52.520008, 13.404954", "ISBN 978-3-16-148410-0", "/item/123456789", "x.example/item/5551234567",
    "4111 1111 1111 1112", "DE89 3704 0044 0532 0130 01", "00:1A:2B:3C:4D:5E", "00:11:22:33:44:55:66:77",
    "std::vector", "a::b",
    "::", "x ::= y",
    "<redacted>", "0123456789abcdef0123456789abcdef", "01234567890123456789012345678901",
    "0123456789abcdef0123456789abcdef@redacted.invalid", "555-123-4567@redacted.invalid", "100%25 sure", "",
  ])
  func noneOfThese(text: String) { #expect(Marked.found(text) == []) }

  private func expect(_ text: Marked, _ kind: FreeText.Kind) {
    #expect(Marked.found(text.text) == text.ranges.map { FreeText.Match(range: $0, kind: kind) })
  }

  @Test func whatIsReplacedBesidesBordersAsAReplacementDoes() {
    let bytes = Array("phone: order\n 555-123-4567".utf8)
    let text = bytes + [UInt8](repeating: 0, count: 64)
    #expect(FreeText.matches(in: text.span, count: bytes.count) == [])
    #expect(FreeText.matches(in: text.span, count: bytes.count, besides: [7..<12]).map(\.range) == [14..<26])
  }

  @Test func kindsStandInTheOrderOfTheText() {
    let found = Marked.found("192.0.2.1 jo@example.org +49 30 123456 ::1 ann@example.org")
    #expect(found.map(\.kind) == [.address, .email, .phone, .address, .email])
  }
}
