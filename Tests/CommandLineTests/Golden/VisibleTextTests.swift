import Testing

@testable import ChatEventsCommand

@Suite struct VisibleTextTests {
  @Test func whatIsSeenStaysAsItIs() {
    let text = #"{"name":"Zoë 🙂","path":"a\\b"}"#
    #expect(VisibleText(Array(text.utf8)[...]).cells.joined() == text)
  }

  @Test(arguments: [
    ("\t", "\\t"), ("\r", "\\r"), ("\n", "\\n"), ("\u{0}", "\\u{0}"), ("\u{1b}[31m", "\\u{1b}[31m"),
    ("\u{7f}\u{9b}", "\\u{7f}\\u{9b}"), ("a\u{202e}b", "a\\u{202e}b"), ("\u{2066}", "\\u{2066}"),
  ])
  func whatIsNotSeenIsEscaped(text: String, shown: String) {
    #expect(VisibleText(Array(text.utf8)[...]).cells.joined() == shown)
  }

  @Test(arguments: [
    ("a##[error]b", #"a#\u{23}[error]b"#), ("##vso[x]", #"#\u{23}vso[x]"#), ("###[x]", #"##\u{23}[x]"#),
    ("ends with ##", #"ends with #\u{23}"#), ("## heading", "## heading"), ("#[x]", "#[x]"),
  ])
  func whatABuildServerWouldObeyIsEscaped(text: String, shown: String) {
    #expect(VisibleText(Array(text.utf8)[...]).cells.joined() == shown)
  }

  @Test(arguments: [
    ([0xff], "\\xff"), ([0x61, 0xc3], "a\\xc3"), ([0xc3, 0x61], "\\xc3a"),
    ([0xe2, 0x82, 0x20], "\\xe2\\x82 "),
    ([0xed, 0xa0, 0x80], "\\xed\\xa0\\x80"), ([0x0, 0x0f, 0x80, 0x0], "\\u{0}\\u{f}\\x80\\u{0}"),
  ])
  func bytesThatAreNoTextAreEscaped(bytes: [UInt8], shown: String) {
    #expect(VisibleText(bytes[...]).cells.joined() == shown)
  }

  @Test func whatIsCutSaysSo() {
    let text = VisibleText(Array("abcdef".utf8)[2...])
    #expect(text.cut(to: 4) == "cdef")
    #expect(text.cut(to: 3) == "cd…")
    #expect(text.tail(of: 4) == "cdef")
    #expect(text.tail(of: 3) == "…ef")
  }
}
