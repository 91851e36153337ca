import Foundation
import Testing

/// Every case of `Fixtures`: its input gives the events and the diagnostics that stand beside it, byte for byte.
@Suite struct GoldenTests {
  @Test func everyFixtureIsAsExpected() throws {
    let run = try Tool.run("check", "--color", "never", "Fixtures")
    #expect(run.errors == "")
    #expect(run.text.wholeMatch(of: /\d\d+ cases, all as expected\n/) != nil, "\(run.text)")
    #expect(run.status == 0)
  }

  @Test func everyRouteHasACase() throws {
    for (from, to) in try ExplainTests.routes() {
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: Self.root.appending(path: from).plainPath)
      #expect(files.contains { $0.hasSuffix(".\(to).jsonl") }, "\(from) -> \(to)")
    }
  }

  /// What `check` passes over, since it is no part of a case, would be a mistake here.
  @Test func noFolderOfFixturesHoldsAnythingElse() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.root.plainPath)
    let part =
      #/[a-z-]+\/([a-z-]+\/)?[a-z0-9-]+\.(input\.(json|jsonl|txt)|args|[a-z-]+\.jsonl|diagnostics\.txt)/#
    let others = try names.filter { name in
      let values = try Self.root.appending(path: name).resourceValues(forKeys: [.isDirectoryKey])
      // What diagnostics are shown by, and plans, are held to their own rules.
      return name.contains("/") && !name.hasPrefix("diagnostics/") && !name.hasPrefix("plans/")
        && name.wholeMatch(of: part) == nil
        && values.isDirectory != true
    }
    #expect(names.count > 100)
    #expect(others == [])
  }

  private static let root = Tool.root.appending(path: "Fixtures")
}
