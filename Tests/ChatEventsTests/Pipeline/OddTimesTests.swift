import JSONText
import Testing

@testable import ChatEvents

/// Times in another unit are taken for what they are, and times that cannot be are reported.
@Suite struct OddTimesTests {
  private static let now = 1_795_000_000

  /// What gives events their times.
  private static func times(of target: Format) -> Set<RouteOption> {
    target == .rudderstack ? [.timestamps] : []
  }

  private func converted(
    _ text: String, to target: Format = .segment, _ change: (inout RunOptions) -> Void = { _ in }
  )
    throws -> Conversion
  {
    try Conversion(text.utf8) { options in
      options = RunOptions(from: nil, to: target)
      options.now = Self.now
      change(&options)
    }
  }

  /// Returns a transcript with a time for each message.
  private func transcript(_ times: [String]) -> String {
    let items = times.map { #"{"kind":"MessageToOperator","body":"x","timestamp":\#($0)}"# }
    return
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[\#(items.joined(separator: ","))]}"#
  }

  @Test(arguments: [
    (["1473774819.263", "1473774820"], ["1473774819263", "1473774820000"]),
    ([#""1473774819.263""#, #""1473774829.5""#], [#""1473774819263""#, #""1473774829500""#]),
    (["1473774819.2635", "null"], ["1473774819263.5", "null"]),
    ([#""1473774819.263""#, "1473774819.263"], [#""\u0031473774819263""#, "1473774819263"]),
    (["100000000"], ["100000000000"]), (["99999999999"], ["99999999999000"]),
  ])
  func millisecondsGiveTheEventsOfSeconds(seconds: [String], milliseconds: [String]) throws {
    for target in [Format.segment, .rudderstack] {
      func events(_ times: [String]) throws -> Conversion {
        try converted(transcript(times), to: target) { $0.settings.options = Self.times(of: target) }
      }
      let (expected, found) = (try events(seconds), try events(milliseconds))
      // RudderStack's event has the items as they are, and an id that is made of them.
      if target == .segment { #expect(found.lines == expected.lines) }
      let times = found.lines.map { $0.firstMatch(of: /"timestamp":"([^"]*T[^"]*)"/).map { String($0.1) } }
      #expect(!times.isEmpty && times.allSatisfy { $0 != nil })
      #expect(
        times == expected.lines.map { $0.firstMatch(of: /"timestamp":"([^"]*T[^"]*)"/).map { String($0.1) } })
      #expect(found.balance.warnings[Diagnostic(code: .timeInMilliseconds)] == 1)
      #expect(expected.balance.warnings[Diagnostic(code: .timeInMilliseconds)] == nil)
    }
  }

  @Test(arguments: [
    ("1230768000", false), ("1230767999.9", true), ("0", true), ("-5", true), ("1795086400", false),
    ("1795086401", true), ("1795086400000", false), ("1795086401000", true), ("99999999999", true),
  ])
  func aTimeThatCannotBeIsCounted(time: String, isOdd: Bool) throws {
    for target in [Format.segment, .rudderstack] {
      let found = try converted(transcript([time, "null"]), to: target) {
        $0.settings.options = Self.times(of: target)
      }
      #expect(found.balance.warnings[Diagnostic(code: .implausibleTime)] == (isOdd ? 1 : nil))
    }
    let callback = #"{"callback":"api.chat.onMessageToVisitor","userId":"u","timestamp":\#(time)}"#
    let found = try converted(callback)
    #expect(found.balance.warnings[Diagnostic(code: .implausibleTime)] == (isOdd ? 1 : nil))
  }

  @Test(arguments: [("2008-12-31 23:59:59", 1), ("2014-12-29 11:23:24", nil), ("2036-01-01 00:00:00", 1)])
  func itIsCountedOfUserlikesChatsToo(time: String, count: Int?) throws {
    let chats = [
      #"{"_type":"chat_meta","id":1,"client_uuid":"u","created_at":"\#(time)","messages":[{"message":"x"}]}"#,
      #"{"_type":"chat_meta","id":1,"client_uuid":"u","messages":[{"sent_at":"\#(time)"}]}"#,
      #"{"_type":"offline_message","id":1,"created_at":"\#(time)"}"#,
    ]
    for chat in chats {
      #expect(try converted(chat).balance.warnings[Diagnostic(code: .implausibleTime)] == count)
    }
  }

  @Test func theFirstPlaceIsReported() throws {
    let text = [transcript(["1700000000"]), "", " " + transcript(["0"]), transcript(["0"])].joined(
      separator: "\n")
    for size in [1, 50, 1000] {
      let balance = try Conversion(text.utf8, blockSize: size) { options in
        options = RunOptions(from: nil, to: .segment)
        options.now = Self.now
      }.balance
      #expect(
        balance.located(in: "a.json").warningReports.first?.hasPrefix(
          "a time is before 2009, or more than a day after now (2 times, first at a.json:3:2) [implausible-time]\n"
        ) == true)
    }
  }

  @Test func withoutAPresentTimeNoTimeIsOdd() throws {
    #expect(try converted(transcript(["0"])) { $0.now = nil }.balance.warnings.isEmpty)
  }

  @Test func oldChatsWithoutATimeAreKnownWithoutASummary() throws {
    let old = transcript(["1700000000"]) + transcript(["1700000000"])
    #expect(try converted(old, to: .rudderstack).balance.undated == 1)
    #expect(try converted(old, to: .rudderstack) { $0.surveys = true }.balance.undated == 2)
    #expect(try converted(old, to: .rudderstack) { $0.settings.options = [.timestamps] }.balance.undated == 0)
    #expect(try converted(old, to: .segment).balance.undated == 0)
    #expect(try converted(transcript(["1795000000"]), to: .rudderstack).balance.undated == 0)
    #expect(try converted(transcript(["null"]), to: .rudderstack).balance.undated == 0)
  }

  @Test(arguments: [
    (1_600_000_000, nil, 2), (1_600_000_001, nil, 1), (nil, 1_600_000_001, 1), (nil, 1_600_000_000, 0),
    (1_600_000_000, 1_600_000_001, 1), (1_800_000_000, nil, 0), (nil, nil, 3),
  ])
  func recordsAreSelectedByTheirLastTime(since: Int?, before: Int?, converted count: Int) throws {
    let text =
      transcript(["1500000000", "1600000000.5"]) + transcript(["1700000000000"]) + transcript(["null"])
    let found = try converted(text) { ($0.selection.since, $0.selection.before) = (since, before) }
    #expect(found.balance.converted == count)
    #expect(found.balance.skipped == 3 - count)
    #expect(found.rejects.isEmpty)
  }

  @Test func callsOfABatchAreSelectedOneByOne() throws {
    let batch =
      #"{"batch":[{"type":"identify","userId":"a","timestamp":"2020-01-01T00:00:00Z"},{"type":"identify","userId":"b","timestamp":"2026-01-01T00:00:00Z"},{"type":"identify","userId":"c"}]}"#
    let found = try converted(batch, to: .olarkJS) { $0.selection.since = 1_700_000_000 }
    #expect(found.lines.allSatisfy { $0.contains(#""b""#) } && !found.lines.isEmpty)
  }
}
