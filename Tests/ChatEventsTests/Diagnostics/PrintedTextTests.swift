import ChatEvents
import Testing

@Suite struct PrintedTextTests {
  @Test(arguments: [
    ("a\n\tb", #"a\n\tb"#), ("\u{1b}[2K\r", #"\u001b[2K\r"#),
    ("\u{85}\u{202e}\u{2028}", #"\u0085\u202e\u2028"#),
    ("Zoë 🙂 ##[x]", "Zoë 🙂 ##[x]"),
  ])
  func textStandsOnOneLine(text: String, shown: String) {
    #expect(PrintedText.oneLine(text) == shown)
  }

  @Test(arguments: [
    ("a ##[error]b", #"a #\u0023[error]b"#), ("##vso[task.x]", #"#\u0023vso[task.x]"#),
    ("##VSO[task.x]", #"#\u0023VSO[task.x]"#), ("####[x]", #"###\u0023[x]"#),
    ("::error::x", #":\u003aerror::x"#), ("a\n  ::error::x", "a\n" + #"  :\u003aerror::x"#),
    ("a\n \t::error::x", "a\n " + #"\t::error::x"#),
    ("\u{a0}::error::x", "\u{a0}" + #":\u003aerror::x"#), (":::a::", #":\u003a:a::"#),
    ("a\r::error::x", #"a\r::error::x"#), ("## heading ##\n#[x]\na::b", "## heading ##\n#[x]\na::b"),
  ])
  func noLineIsACommand(text: String, shown: String) {
    #expect(PrintedText.lines(text) == shown)
    #expect(text == shown || !PrintedText.isPlain(Array(text.utf8)))
  }

  @Test func whatIsBrokenInJSONMeansTheSame() {
    let json = ###"{"a":"##[error]","b":"\\##vso[x]"}"###
    #expect(
      String(decoding: PrintedText.withoutCommands(Array(json.utf8)), as: UTF8.self)
        == ###"{"a":"#\u0023[error]","b":"\\#\u0023vso[x]"}"###)
  }

  @Test func theCommandsOfAReportStay() {
    let line = "::error file=a::x ##[error]"
    #expect(
      String(decoding: PrintedText.withoutCommands(Array(line.utf8), atLineStarts: false), as: UTF8.self)
        == #"::error file=a::x #\u0023[error]"#)
  }
}
