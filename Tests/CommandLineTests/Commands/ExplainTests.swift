import Testing

/// What `explain` prints of the routes.
@Suite struct ExplainTests {
  @Test func theRoutesAreListed() throws {
    let run = try Tool.run("explain")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try Self.routes().contains { $0 == ("olark", "rudderstack") })
  }

  @Test func theTableOfARouteIsPrinted() throws {
    let run = try Tool.run("explain", "--from", "olark", "--to", "rudderstack")
    #expect(run.status == 0)
    #expect(run.lines.first == (try Tool.run("explain").lines.first))
    #expect(run.lines.contains { $0.wholeMatch(of: /\  visitor\.id +-> userId .*/) != nil })
    #expect(run.lines.contains { $0.wholeMatch(of: /\  "track" +-> type/) != nil })
    #expect(run.lines.contains { $0.hasPrefix("group: one for each of `groups`") })
  }

  @Test func oneSideIsEnough() throws {
    let whole = try Tool.run("explain", "--from", "rudderstack", "--to", "olark")
    #expect(try Tool.run("explain", "--from", "rudderstack").output == whole.output)
    #expect(try Tool.run("explain", "--to", "olark").output == whole.output)
  }

  @Test func aSideOfSeveralRoutesPrintsThemAll() throws {
    let all = try Self.routes().filter { $0.to == "segment" }
    #expect(all.count > 1)
    let text = try Tool.run("explain", "--to", "segment").text
    for route in all { #expect(text.contains("\(route.from) -> segment: "), "\(route.from)") }
  }

  @Test func whatIsWrittenOnRequestSaysSo() throws {
    let text = try Tool.run("explain", "--from", "olark", "--to", "segment").text
    #expect(text.contains("\nidentify: one for each record; with --calls identify\n"))
    #expect(text.contains("\noptions: --calls, --events, "))
  }

  @Test func thePageOfARouteIsMarkdown() throws {
    let run = try Tool.run("explain", "--from", "olark", "--to", "rudderstack", "--markdown")
    #expect(run.status == 0)
    #expect(run.text.contains("\n# olark → rudderstack\n"))
    #expect(run.lines.contains { $0.hasPrefix("| `visitor.id` | `userId` |") })
  }

  /// Returns the two sides of each route that the tool lists.
  static func routes() throws -> [(from: String, to: String)] {
    let lines = try Tool.run("explain").lines
    try #require(!lines.isEmpty)
    return try lines.map { line in
      let sides = try #require(line.wholeMatch(of: /([a-z-]+) -> ([a-z-]+): .+/), "\(line)")
      return (String(sides.1), String(sides.2))
    }
  }
}
