import Foundation
import Testing

/// Each diagnostic has an input that shows it, and one that comes close and does not: `Fixtures/diagnostics`.
@Suite struct DiagnosticTests {
  static let folder = Tool.root.appending(path: "Fixtures/diagnostics")

  /// Only the library reports this one.
  static let ofTheLibrary = "expected-end"

  static let codes = (try? codesOfTheCatalogue()) ?? []

  static func codesOfTheCatalogue() throws -> [String] {
    try Tool.run("explain", "--codes").text.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != ofTheLibrary }
  }

  @Test func eachCodeHasItsFolderAndEachFolderItsCode() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.plainPath)
    #expect(Self.codes.count > 60)
    #expect(folders.sorted() == Self.codes.sorted())
  }

  @Test(arguments: codes)
  func theInputShowsIt(code: String) throws {
    let run = try run("found.json", of: code)
    #expect(reported(run).allSatisfy { $0 == code })
    #expect(!reported(run).isEmpty, "\(run.text)\(run.errors)")
  }

  @Test(arguments: codes)
  func whatComesCloseDoesNot(code: String) throws {
    let run = try run("close.json", of: code)
    #expect(reported(run).isEmpty, "\(run.text)\(run.errors)")
    #expect(run.status == 0)
  }

  /// Runs `validate`, or the command that the folder says.
  private func run(_ file: String, of code: String) throws -> Run {
    let folder = Self.folder.appending(path: code)
    let command = try? String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
    let words = (command ?? "validate").split(whereSeparator: \.isWhitespace).map(String.init)
    return try Tool.run(words + [file], at: folder)
  }

  /// The codes that were reported, on either stream.
  private func reported(_ run: Run) -> [String] {
    (run.text + run.errors).split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /.*(?:error|warning): .*\[([a-z0-9-]+)\]/).map { String($0.1) }
    }
  }
}
