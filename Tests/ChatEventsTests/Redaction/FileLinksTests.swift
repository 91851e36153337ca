import JSONText
import Testing

@testable import ChatEvents

/// Links to files are known by how their paths end.
@Suite struct FileLinksTests {
  private func links(_ content: String) -> [String] {
    let bytes = Array(content.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    return FileLinks.ranges(bytes.span, 0..<content.utf8.count).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    (#"see https:\/\/x.org\/up\/a.PDF?b=1, and"#, [#"https:\/\/x.org\/up\/a.PDF"#]),
    ("http://x.org/a.png.", ["http://x.org/a.png."]),
    ("(HTTPS://x.org/a/b.c.docx)", ["HTTPS://x.org/a/b.c.docx)"]),
    (#"a http://x.org/1.zip\nhttp://x.org/2.jpeg"#, ["http://x.org/1.zip", "http://x.org/2.jpeg"]),
    ("https://x.org/a%20b.heic#top", ["https://x.org/a%20b.heic"]),
    ("https://kim.zip", []), ("https://kim.zip/", []), ("https://x.org/a.html", []),
    ("https://x.org/pdf", []),
    ("ftp://x.org/a.pdf", []), ("x.org/a.pdf", []), ("http:/x/a.pdf", []), ("https://x.org/?f=a.pdf", []),
    ("a: b.pdf", []),
    ("", []),
  ])
  func aLinkToAFileEndsLikeOne(text: String, expected: [String]) {
    #expect(links(text) == expected)
  }
}
