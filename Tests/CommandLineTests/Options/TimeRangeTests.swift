import Testing

/// Which records `convert` takes by their times, what counts as now, and what is said of times.
@Suite struct TimeRangeTests {
  /// Returns a transcript with one message at a time.
  private static func chat(_ id: String, _ time: String) -> String {
    #"{"kind":"Conversation","id":"\#(id)","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","timestamp":\#(time)}]}"#
      + "\n"
  }

  private static let chats =
    chat("a", "1500000000") + chat("b", "1600000000") + chat("c", "1700000000") + chat("d", "null")

  @Test(arguments: [
    (["--since", "2020-09-13T12:26:40Z"], 2), (["--since", "1600000001"], 1),
    (["--before", "2020-09-13"], 1),
    (["--since", "1500000000", "--before", "1700000000"], 2), (["--since", "5h", "--now", "1700003600"], 1),
    (["--before", "365d", "--now", "2021-09-14"], 2), (["--since=2y", "--before=1d", "--now=1600090000"], 1),
  ])
  func recordsAreTakenByTheirLastTime(options: [String], count: Int) throws {
    let run = try Tool.run(
      ["convert", "--to", "rudderstack", "--timestamps", "--summary"] + options, input: Array(Self.chats.utf8)
    )
    #expect(run.status == 0)
    #expect(run.lines.count == count)
    #expect(run.errors.contains("records read 4 = converted \(count) + skipped \(4 - count) + rejected 0\n"))
  }

  @Test func whatNoRecordFitsIsAWarning() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--timestamps", "--since", "2026-01-01", input: Self.chats)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("chatevents: warning: no record that was read matches --since 2026-01-01\n"))
  }

  @Test(arguments: ["yesterday", "", "2026-13-01", "90x", "1473774819263"])
  func whatIsNoMomentIsAUsageError(moment: String) throws {
    for option in ["--since", "--before"] {
      #expect(try Tool.run("convert", "--to", "segment", "\(option)=\(moment)", input: "").status == 64)
    }
    #expect(try Tool.run("redact", "--before=\(moment)", input: "").status == 64)
  }

  @Test func redactionTakesAnAgeToo() throws {
    let run = try Tool.run(
      "redact", "--drop", "--before", "1w", "--now", "1600700000", input: Self.chats)
    #expect(run.lines.count == 2)
  }

  @Test func oldChatsWithoutATimeAreAWarning() throws {
    let warning = "chatevents: warning: transcripts are older than a day, and the events carry no time"
    func errors(_ options: String..., now: String = "1700000000") throws -> String {
      try Tool.run(
        ["convert", "--to", "rudderstack"] + options, input: Array(Self.chat("c", "1700000000").utf8),
        environment: ["SOURCE_DATE_EPOCH": now]
      ).errors
    }
    #expect(try errors(now: "1700086401").hasPrefix(warning))
    #expect(try errors() == "")
    #expect(try errors("--timestamps", now: "1700086401") == "")
    #expect(try !errors("--summary", now: "1700086401").contains(warning))
    #expect(try errors("--now", "1700086401").hasPrefix(warning))
  }

  @Test func oddTimesAreCountedWithTheFirstPlace() throws {
    let input =
      Self.chat("a", "1600000000") + Self.chat("b", "1600000000000") + Self.chat("c", #""1600000000000""#)
      + Self.chat("d", "9999999999")
    let run = try Tool.run("convert", "--to", "segment", input: input)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        chatevents: warning: a time is before 2009, or more than a day after now (at <stdin>:4:1) [implausible-time]
          fix: check the sender's clock and the unit of the times
        chatevents: warning: a time is in milliseconds instead of seconds, and is read as such (2 times, first at <stdin>:2:1) [time-in-milliseconds]
          fix: divide the times by 1000, so that every program reads them the same way

        """)
    for command in [["export", "--visitor-id", "v"], ["redact", "--before", "2026-01-01"]] {
      #expect(
        try Tool.run(command, input: Array(input.utf8)).errors.contains(
          "(2 times, first at <stdin>:2:1) [time-in-milliseconds]"))
    }
  }
}
