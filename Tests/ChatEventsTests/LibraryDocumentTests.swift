import Foundation
import Testing

/// The examples of `Docs/library.md` are the ones that are compiled and run.
@Suite struct LibraryDocumentTests {
  @Test func everyExampleStandsInTheTests() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: "Docs/library.md"), encoding: .utf8)
    let code = try String(contentsOf: tests.appending(path: "LibraryExamples.swift"), encoding: .utf8)
    let examples = document.split(separator: "```swift\n").dropFirst().map { $0.prefix { $0 != "`" } }
    #expect(examples.count > 10)
    for example in examples { #expect(code.contains(example), "\(example)") }
  }
}
