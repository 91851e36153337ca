import Foundation
import Testing

/// The examples of `README.md` and the library's pages are the ones that are compiled and run.
@Suite struct LibraryDocumentTests {
  @Test func everyExampleStandsInTheTests() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let code = try String(contentsOf: tests.appending(path: "LibraryExamples.swift"), encoding: .utf8)
    for (page, count) in [("Docs/library.md", 10), ("Docs/library-bytes.md", 4), ("README.md", 1)] {
      let document = try String(contentsOf: root.appending(path: page), encoding: .utf8)
      let blocks = document.split(separator: "```swift\n").dropFirst().compactMap { part in
        part.range(of: "```").map { part[..<$0.lowerBound] }
      }
      // What only imports, and the dependency in a manifest, is no code of a function.
      let examples = blocks.map { $0.drop { $0 != "/" } }.filter { $0.hasPrefix("///") }
      #expect(examples.count >= count, "\(page)")
      for example in examples { #expect(code.contains(example), "\(example)") }
    }
  }
}
