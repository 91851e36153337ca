import Foundation
import Testing

/// Every case of `Fixtures`: its input gives the events and the diagnostics that stand beside it, byte for byte.
@Suite struct GoldenTests {
  @Test func thereAreCasesAndNoStrayFiles() throws {
    let vendors = try Fixture.vendors()
    #expect(!vendors.isEmpty)
    for vendor in vendors {
      let cases = try Fixture.all(of: vendor)
      #expect(!cases.isEmpty, "\(vendor) has no case")
      let known = Set(cases.flatMap { [$0.input, $0.expected, $0.diagnostics, $0.options] })
      #expect(try Fixture.files(of: vendor).filter { !known.contains($0) } == [], "in \(vendor)")
    }
  }

  @Test(arguments: Fixture.all)
  func aCaseGivesItsEventsAndDiagnostics(fixture: Fixture) throws {
    let run = try Tool.shell(
      // The options may have quotes, as they have on a command line.
      #"eval "chatevents convert --to \#(fixture.target) --color never $([ ! -f "$OPTIONS" ] || cat "$OPTIONS") \"\$INPUT\"""#,
      environment: ["INPUT": fixture.input, "OPTIONS": fixture.options], at: fixture.folder)
    try expectEqual(
      run.output, Data(contentsOf: fixture.folder.appending(path: fixture.expected)), fixture.expected)
    let diagnostics = fixture.folder.appending(path: fixture.diagnostics)
    let isReported = FileManager.default.fileExists(atPath: diagnostics.plainPath)
    let expected = isReported ? try Data(contentsOf: diagnostics) : Data()
    try expectEqual(Data(run.errors.utf8), expected, fixture.diagnostics)
    let isRejected = String(decoding: expected, as: UTF8.self).contains(": error: ")
    #expect(run.status == (isRejected ? 1 : 0))
  }

  @Test func everyRouteHasACase() throws {
    for (from, to) in try ExplainTests.routes() {
      #expect(Fixture.all.contains { $0.vendor == from && $0.target == to }, "\(from) -> \(to)")
    }
  }
}

/// An input and what one route makes of it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let vendor: String
  let name: String
  let input: String
  let target: String

  var expected: String { "\(name).\(target).jsonl" }
  var diagnostics: String { "\(name).diagnostics.txt" }
  /// Options of the command, where the case needs some.
  var options: String { "\(name).args" }
  var folder: URL { Self.root.appending(path: vendor) }
  var testDescription: String { "\(vendor)/\(expected)" }

  static let root = Tool.root.appending(path: "Fixtures")

  /// All cases; what is wrong with the folder shows in ``GoldenTests/thereAreCasesAndNoStrayFiles()``.
  static let all = (try? vendors().flatMap { try all(of: $0) }) ?? []

  /// Returns the formats that have a folder.
  static func vendors() throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  /// Returns the names of the files in a folder.
  static func files(of vendor: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: vendor).plainPath).sorted()
  }

  /// Returns the cases in a folder.
  static func all(of vendor: String) throws -> [Fixture] {
    let files = try files(of: vendor)
    return files.flatMap { input in
      guard let name = input.wholeMatch(of: /([a-z0-9-]+)\.input\.(json|jsonl|txt)/)?.1 else {
        return [Fixture]()
      }
      return files.compactMap { $0.wholeMatch(of: /([a-z0-9-]+)\.([a-z-]+)\.jsonl/) }
        .filter { $0.1 == name && $0.2 != "input" }
        .map { Fixture(vendor: vendor, name: String(name), input: input, target: String($0.2)) }
    }
  }
}
