import Foundation

/// Transcripts for tests that are not about what a transcript says.
enum Sample {
  /// The shortest transcript that gives an event.
  static func transcript(_ visitor: String) -> String {
    #"{"kind":"Conversation","visitor":{"id":"\#(visitor)"}}"#
  }

  /// The same, one a line.
  static func lines(_ visitors: String...) -> String { visitors.map { transcript($0) + "\n" }.joined() }

  /// A transcript without a visitor's id, on a line.
  static let bad = #"{"kind":"Conversation","visitor":{"city":"Zürich"}}"# + "\n"

  /// Transcripts whose texts hold what containers escape.
  static let various = [
    #"{"kind":"Conversation","id":"c1","visitor":{"id":"v1","fullName":"Ann & Ben + 50%","city":"a=b"}}"#,
    #"{"kind":"Conversation","id":"c2","visitor":{"id":"v2","fullName":"Zoë \"Z\" 🙂\\\n","browser":"Opera 9 "}}"#,
    #"{"kind":"Conversation","id":"c3","groups":[{"id":7,"name":null}],"tags":[],"visitor":{"id":"v3"},"#
      + #""items":[{"kind":"MessageToVisitor","timestamp":"1307116657.1","body":"{[,]}"}]}"#,
  ]

  /// Enough transcripts that their events fill every pipe.
  static let many = String(repeating: lines("v1", "v2", "v3", "v4"), count: 5_000)
}
