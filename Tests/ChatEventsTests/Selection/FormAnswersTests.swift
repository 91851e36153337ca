import Testing

@testable import ChatEvents

/// The answers to a form, and links, in the text of a message.
@Suite struct FormAnswersTests {
  private func body(_ text: String, fileLink: String? = nil) throws -> String {
    let patterns = try fileLink.map { [try TextPattern($0)] } ?? []
    let lines = try redacted(
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"\#(text)"}]}"#
    ) {
      $0.fileLinks = patterns
    }
    let line = try #require(lines.first)
    return String(
      line.dropFirst(#"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":""#.count).dropLast(4))
  }

  @Test(arguments: [
    (#"name: Jo Blo"#, #"name: <redacted>"#),
    (#"Hi\nNAME : Jo \r\nphone:5\nmore: less"#, #"Hi\nNAME : <redacted> \r\nphone:<redacted>\nmore: less"#),
    (#"name\t: Jo"#, #"name\t: <redacted>"#),
    (#"\u006eame: Jo"#, #"\u006eame: <redacted>"#),
    (#"e-mail: none\nE-Mail: none"#, #"e-mail: <redacted>\nE-Mail: <redacted>"#),
    (#"name: Jo, jo@x.org"#, #"name: <redacted>"#),
    (#"name:\nJo"#, #"name:\nJo"#),
    (#"my name: Jo"#, #"my name: Jo"#),
    (#"names: Jo"#, #"names: Jo"#),
    (#"name: <redacted>"#, #"name: <redacted>"#),
  ])
  func linesThatAnswerAQuestionAreReplacedBehindTheColon(text: String, expected: String) throws {
    #expect(try body(text) == expected)
  }

  @Test func linksAreReplacedWhereThePatternIsFound() throws {
    let text = #"see https:\/\/files.x.org\/a.png?b=1, and https://x.org/a"#
    #expect(try body(text) == text)
    #expect(try body(text, fileLink: "files\\.") == "see <redacted> and https://x.org/a")
    #expect(try body(text, fileLink: "x.org/a$") == #"see https:\/\/files.x.org\/a.png?b=1, and <redacted>"#)
  }
}
