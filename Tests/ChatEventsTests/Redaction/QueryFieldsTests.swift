import Testing

@testable import ChatEvents

/// The fields of a link's query that are about a person.
@Suite struct QueryFieldsTests {
  private func redacted(text: String) throws -> String {
    let record = #"{"type":"track","event":"e","properties":{"a":"\#(text)"}}"#
    let done = try ChatEventsTests.redacted(record, as: .segment)[0]
    return String(done.dropFirst(record.count - text.count - 3).dropLast(3))
  }

  @Test(arguments: [
    ("https://x.org/a?first_name=Kim&page=2", "https://x.org/a?first_name=<redacted>&page=2"),
    ("https://x.org/a?x=1&password=hunter2#top", "https://x.org/a?x=1&password=<redacted>#top"),
    ("https://x.org/a?lastName=van+der+Berg%20x&b", "https://x.org/a?lastName=<redacted>&b"),
    (
      "/r?to=https%3A%2F%2Fy.org%2F%3Flast_name%3DDoe%26x%3D1",
      "/r?to=https%3A%2F%2Fy.org%2F%3Flast_name%3D<redacted>%26x%3D1"
    ),
    (
      "/r?to=%252F%253Fapi_key%253DDoe%2526x%253D1&b=2",
      "/r?to=%252F%253Fapi_key%253D<redacted>%2526x%253D1&b=2"
    ),
    ("?user_id=77&amp;dob=1&amp;b=1", "?user_id=<redacted>&amp;dob=<redacted>&amp;b=1"),
    ("my password=hunter2, thanks", "my password=<redacted> thanks"), ("Vorname=Kim", "Vorname=<redacted>"),
    (#"a?x=1\u0026first_name\u003dKim"#, #"a?x=1\u0026first_name\u003d<redacted>"#),
    ("call /a?phone=(030) 1234567&x=1", "call /a?phone=<redacted>&x=1"),
    ("<a href='/x?first_name=Kim'>", "<a href='/x?first_name=<redacted>'>"),
  ])
  func areReplaced(text: String, done: String) throws {
    #expect(try redacted(text: text) == done)
    #expect(try redacted(text: done) == done)
  }

  @Test(arguments: [
    "?name=Widget&id=5&page=2", "?product_name=ab&q=kim", "a == b", "first_name=", "first_name=&x=1", "=Kim",
    "?=Kim", "x=password",
    "first_name", "?a=first_name&b", "100%3D", "?order_id=5",
  ])
  func others(text: String) throws { #expect(try redacted(text: text) == text) }

  /// What stands in place of something ends no name and no value that did not end there before, and is no answer.
  @Test(arguments: [
    #"8;|my number |0-40098-025-8|ks_43@ey.co.uk|0123456789abcdef0123456789abcdef|x9|%20|email:|=|http://x.org/"#,
    #"a 2001:db8::1|name: x4111"#, "fe80::1%eth0 555 ip | name:  01 tel", "%25|00|email:|=| ",
    #"tel;=\"odd local\"@x.org[7792505302-123-7889"#, "a kim@example.org, name: Kim",
    "x=1&e_mail=kim@example.org&y",
  ])
  func redactingAgainChangesNothing(text: String) throws {
    let record = #"{"type":"track","event":"e","properties":{"a":"\#(text)"}}"#
    for key in [nil, PseudonymKey(Array("0123456789abcdef of tests".utf8))] {
      let once = try ChatEventsTests.redacted(record, as: .segment) { $0.key = key }
      #expect(try ChatEventsTests.redacted(once[0], as: .segment) { $0.key = key } == once)
    }
  }

  @Test func aNameInALinkIsKnownElsewhere() throws {
    let record =
      #"{"kind":"Conversation","visitor":{"referrer":"/a?first_name=Kim"},"items":[{"kind":"MessageToVisitor","body":"Hi kim"}]}"#
    #expect(
      try ChatEventsTests.redacted(record, as: .olark) == [
        #"{"kind":"Conversation","visitor":{"referrer":"/a?first_name=<redacted>"},"items":[{"kind":"MessageToVisitor","body":"Hi <redacted>"}]}"#
      ])
  }
}
