import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct GoldenFileTests {
  @Test func equalBytesDoNotDiffer() {
    let file = GoldenFile(events: "a", expected: [1, 10], outcome(.segment, events: [1, 10]))
    #expect(!file.differs)
    #expect(file.difference(isColored: false) == nil)
  }

  @Test func whatIsReportedAlikeIsOneFile() throws {
    let files = GoldenFile.diagnostics(
      "a.diagnostics.txt", expected: nil, [outcome(.segment, "x\n"), outcome(.rudderstack, "x\n")])
    #expect(files.count == 1)
    let expected = """
      --- a.diagnostics.txt (no such file)
      +++ what is reported now, --to segment and --to rudderstack
      @@ -0,0 +1 @@
      +x

      """
    #expect(files.first?.difference(isColored: false) == expected)
  }

  @Test func whatIsReportedOtherwiseIsAFileEach() {
    let files = GoldenFile.diagnostics(
      "a", expected: Array("x\n".utf8), [outcome(.segment, "x\n"), outcome(.rudderstack, "")])
    #expect(files.map(\.differs) == [false, true])
  }

  @Test func whereNothingIsReportedThereMustBeNoFile() {
    let none = GoldenFile.diagnostics("a", expected: nil, [outcome(.segment, "")])
    #expect(none.map(\.differs) == [false])
    let empty = GoldenFile.diagnostics("a", expected: [], [outcome(.segment, "")])
    #expect(
      empty.map { $0.difference(isColored: false) } == [
        "--- a\n+++ nothing is reported now, --to segment\n"
      ])
    #expect(empty.first?.actual == nil)
  }

  private func outcome(_ target: Format, _ reports: String = "", events: [UInt8] = []) -> GoldenOutcome {
    GoldenOutcome(target: target, events: events, reports: Array(reports.utf8))
  }
}

@Suite struct GoldenTallyTests {
  @Test(arguments: [
    (0, 0, 0, "0 cases, all as expected"), (1, 0, 0, "1 case, as expected"),
    (2, 0, 0, "2 cases, all as expected"), (1, 1, 0, "1 case: 1 differs"), (9, 1, 0, "9 cases: 1 differs"),
    (9, 2, 1, "9 cases: 2 differ, 1 error"), (9, 0, 2, "9 cases: 0 differ, 2 errors"),
  ])
  func theLastLineCounts(cases: Int, differing: Int, problems: Int, line: String) {
    var tally = GoldenTally()
    (tally.cases, tally.differing, tally.problems) = (cases, differing, problems)
    #expect(tally.result == line)
  }

  @Test(arguments: [
    (0, 0, 0, "2 cases, nothing to change"), (1, 0, 0, "2 cases: 1 file written, 0 removed"),
    (2, 1, 1, "2 cases: 2 files written, 1 removed, 1 error"),
    (0, 0, 2, "2 cases: 0 files written, 0 removed, 2 errors"),
  ])
  func theLastLineOfAnUpdateCounts(written: Int, removed: Int, problems: Int, line: String) {
    var tally = GoldenTally()
    (tally.cases, tally.written, tally.removed, tally.problems) = (2, written, removed, problems)
    #expect(tally.changes == line)
  }
}
