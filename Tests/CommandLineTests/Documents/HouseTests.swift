import Foundation
import Testing

/// Facts about the sources that a person would otherwise check by hand.
@Suite struct HouseTests {
  @Test func eachModuleHasSources() {
    for module in ["JSONText", "PersonalData", "ChatEvents", "ChatEventsCommand"] {
      #expect(!Source.all(of: module).isEmpty, "Sources/\(module)")
    }
  }

  /// The modules that each module may import, beside those of the language itself.
  @Test(arguments: [
    "JSONText": ["CVectors"],
    "PersonalData": ["JSONText"],
    "ChatEvents": ["JSONText", "PersonalData"],
    "ChatEventsCommand": [
      "JSONText", "ChatEvents", "CRevision", "CZlib", "ArgumentParser", "Darwin", "Glibc", "Musl",
    ],
  ])
  func dependenciesPointOneWay(module: String, allowed: [String]) {
    for source in Source.all(of: module) {
      for (number, line) in source.numbered {
        guard let imported = line.firstMatch(of: #/^ *(?:@\w+ )*(?:\w+ )?import (?:\w+ )?(\w+)/#)?.1 else {
          continue
        }
        #expect(
          (allowed + ["Dispatch", "Synchronization"]).contains(String(imported)),
          "\(source.path):\(number): \(line)")
      }
    }
  }

  @Test(arguments: [
    "try!", "as!", "fatalError(", "@unchecked", "nonisolated(unsafe)", "import Foundation",
  ])
  func sourcesDoWithout(phrase: String) {
    // Memory that one task fills and others may read: Docs/design.md says why that is sound.
    let exceptions = [
      "nonisolated(unsafe)": [
        "Sources/JSONText/Scanning/JSONBlock.swift", "Sources/JSONText/Writing/WrittenBytes.swift",
      ]
    ]
    for source in Source.all where exceptions[phrase]?.contains(source.path) != true {
      for (number, line) in source.numbered where line.contains(phrase) {
        Issue.record("\(source.path):\(number): \(line)")
      }
    }
  }

  @Test(arguments: ["TODO", "FIXME"])
  func nothingIsLeftForLater(mark: String) {
    for source in Source.all { #expect(!source.text.contains(mark), "\(source.path)") }
  }

  @Test func unsafePointersStayWhereBytesAndTheSystemAre() {
    let allowed = ["JSONText/", "ChatEventsCommand/System/"]
    for source in Source.all where !allowed.contains(where: { source.path.hasPrefix("Sources/\($0)") }) {
      for (number, line) in source.numbered where line.contains(/Unsafe\w*Pointer/) {
        Issue.record("\(source.path):\(number): \(line)")
      }
    }
  }

  /// `print` writes to a full disk without a word.
  @Test func nothingIsWrittenWithoutACheck() {
    for source in Source.all {
      for (number, line) in source.numbered where line.contains(/(^|[^\w.])(print|dump|debugPrint|fputs)\(/) {
        Issue.record("\(source.path):\(number): \(line)")
      }
    }
  }

  @Test func platformsDifferInOneFolder() {
    for source in Source.all where !source.path.hasPrefix("Sources/ChatEventsCommand/System/") {
      for (number, line) in source.numbered where line.contains(/#(else)?if .*(os|canImport)\(/) {
        Issue.record("\(source.path):\(number): \(line)")
      }
    }
  }

  /// Everything that is known of a vendor is in its folder or in its routes; the rest reads the values of ``Format``.
  @Test func vendorsAreNamedInTheirFoldersAlone() throws {
    let exceptions = [
      // The library's typed conversions have the names of their records in their own.
      "Pipeline/TypedConversion.swift",
      // The catalogue of codes groups them by whose records they are about, and converts its examples.
      "Catalogue.swift",
    ]
    let noise = /#*"""(?:.|\n)*?"""#*|#".*?"#|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*/
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: "Sources/ChatEvents/Formats").plainPath)
    let vendors = folders.filter { !$0.contains(".") }.map { $0.lowercased() }
    #expect(vendors.contains("olark"))
    var found: [String] = []
    for source in Source.all(of: "ChatEvents") {
      let inside = source.path.dropFirst("Sources/ChatEvents/".count)
      if inside.hasPrefix("Formats/") || inside.hasPrefix("Routes/") { continue }
      if exceptions.contains(where: { inside == $0 || inside.hasSuffix("/\($0)") }) { continue }
      let code = source.text.replacing(noise, with: "")
      for name in vendors where code.lowercased().contains(name) {
        found.append("\(source.path): \(name)")
      }
    }
    #expect(found.isEmpty)
  }
}

/// One Swift file of the package.
struct Source: Sendable {
  /// Its path from the root.
  let path: String
  let text: String

  static let all = ["JSONText", "PersonalData", "ChatEvents", "ChatEventsCommand"].flatMap(all(of:))

  /// Returns the files of a module; none where there is no such folder.
  static func all(of module: String) -> [Source] {
    let folder = Tool.root.appending(path: "Sources/\(module)")
    let names = (FileManager.default.enumerator(atPath: folder.plainPath)?.compactMap { $0 as? String }) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
        return nil
      }
      return Source(path: "Sources/\(module)/\(name)", text: text)
    }
  }

  /// The lines but those of comments, numbered from 1.
  var numbered: [(Int, Substring)] {
    zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)).map { ($0, $1) }
      .filter { !$1.drop { $0 == " " }.hasPrefix("//") }
  }
}
