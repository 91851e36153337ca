import Testing

@testable import ChatEvents

/// What `format` takes, by the standards that it names.
@Suite struct TextFormatTests {
  @Test(arguments: [
    "2026-12-01T10:00:00Z", "2026-12-01t10:00:00.123456789z", "2024-02-29T23:59:59+23:59",
    "2016-12-31T23:59:60Z",
    "2016-12-31T18:59:60-05:00", "0000-01-01T00:00:00-00:00",
  ])
  func dateTimesOfRFC3339Fit(text: String) { #expect(TextFormat.dateTime.fits(Array(text.utf8)[...])) }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01 10:00:00Z", "2026-12-01T10:00:00", "2026-12-01T10:00Z",
    "2026-13-01T10:00:00Z",
    "2026-02-29T10:00:00Z", "2026-04-31T10:00:00Z", "2026-12-01T24:00:00Z", "2026-12-01T10:60:00Z",
    "2026-12-01T10:00:60Z",
    "2026-12-01T10:00:00.Z", "2026-12-01T10:00:00+24:00", "2026-12-01T10:00:00+0100", "2026-12-01T10:00:00Zz",
    "2026-00-01T10:00:00Z",
    "2026-12-00T10:00:00Z", "1900-02-29T10:00:00Z",
  ])
  func otherTextsAreNoDateTimes(text: String) { #expect(!TextFormat.dateTime.fits(Array(text.utf8)[...])) }

  @Test(arguments: [
    "jo@example.org", "a.b+c@d", "\"j o\"@example.org", "\"a\\\"b\"@example.org", "jo@[127.0.0.1]",
    "\"@\"@a-b.c",
  ])
  func mailboxesFit(text: String) { #expect(TextFormat.email.fits(Array(text.utf8)[...])) }

  @Test(arguments: [
    "", "jo", "@", "jo@", "@example.org", ".jo@example.org", "jo.@example.org", "j..o@example.org",
    "jo@example..org",
    "jo@-a.org", "jo@a-.org", "j o@example.org", "jo@[]", "\"jo@example.org", "\"a\"b\"@c",
    "j\u{f6}@example.org", "jo@example.org ",
  ])
  func otherTextsAreNoMailboxes(text: String) { #expect(!TextFormat.email.fits(Array(text.utf8)[...])) }

  @Test(arguments: [
    "https://example.org/a?b=c/d?e#f/g?h", "mailto:jo@example.org", "urn:a:b", "a:", "http://u:p@h:80/",
    "http://[::1]:80",
    "file:///etc", "a+b-c.d://", "https://example.org/%C3%A9",
  ])
  func urisFit(text: String) { #expect(TextFormat.uri.fits(Array(text.utf8)[...])) }

  @Test(arguments: [
    "", "example.org", "//example.org", "1a:b", ":a", "http://a b", "http://h:8x/", "http://[::1",
    "http://h/%zz", "http://h/%2",
    "a:b#c#d", "http://h/\u{e9}", "http://h/<", "http://[::1]a", "http://a@b@c/", "http://h/[",
  ])
  func otherTextsAreNoURIs(text: String) { #expect(!TextFormat.uri.fits(Array(text.utf8)[...])) }
}
