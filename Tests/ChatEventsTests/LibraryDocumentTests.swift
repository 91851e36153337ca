import Foundation
import Testing

/// The examples of the library's pages are the ones that are compiled and run.
@Suite struct LibraryDocumentTests {
  @Test(arguments: [("Docs/library.md", 10), ("Docs/library-bytes.md", 4)])
  func everyExampleIsInTheTests(page: String, least: Int) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: page), encoding: .utf8)
    let code = try String(contentsOf: tests.appending(path: "LibraryExamples.swift"), encoding: .utf8)
    let examples = document.split(separator: "```swift\n").dropFirst().map { $0.prefix { $0 != "`" } }
    #expect(examples.count > least)
    for example in examples { #expect(code.contains(example), "\(example)") }
  }
}
