import JSONText
import Testing

@testable import ChatEvents

@Suite struct ExactTimeTests {
  /// Each difference was worked out by hand.
  @Test(arguments: [
    ("1307116661.25", "1307116657.1", "4.15"),
    ("1473774821.411154", "1473774819.263083", "2.148071"),
    ("10", "10.0", "0"),
    ("10.5", "11", "0"),
    ("1", "0.9999999999999999999999", "0.0000000000000000000001"),
    ("2.00000000000000000001", "1.5", "0.50000000000000000001"),
    ("0.25", "-0.5", "0.75"),
    ("-0.0000000000000000000005", "-1", "0.9999999999999999999995"),
    ("100.10", "0.1", "100"),
  ])
  func aDurationHasEveryDigitAndNoMore(end: String, start: String, duration: String) throws {
    let times = (ExactTime(Array(end.utf8).span), ExactTime(Array(start.utf8).span))
    let (last, first) = (try #require(times.0), try #require(times.1))
    var output = Output(capacity: 64)
    last.since(first).writeDuration(to: &output)
    #expect(String(decoding: output.written, as: UTF8.self) == duration)
  }

  @Test(arguments: [
    ("1700000000123", "2023-11-14T22:13:20.123Z"),
    ("99999999999", "5138-11-16T09:46:39.000Z"),
    ("100000000000", "1973-03-03T09:46:40.000Z"),
    ("-100000000000.5", "1966-10-31T14:13:19.999Z"),
    ("000000000000012", "1970-01-01T00:00:12.000Z"),
    ("1700000000123.9", "2023-11-14T22:13:20.123Z"),
  ])
  func aLongNumberCountsMilliseconds(number: String, time: String) throws {
    let slice = Slice(start: 0, count: number.utf8.count, kind: .number)
    let bytes = Array(number.utf8) + [UInt8](repeating: 0, count: 64)
    let recorded = ExactTime(recorded: slice, bytes.span)
    var output = Output(capacity: 64)
    EventTime(try #require(recorded)).write(to: &output)
    #expect(String(decoding: output.written, as: UTF8.self) == "\"\(time)\"")
    // The same where seconds are documented.
    let seconds = ExactTime(bytes.span, slice)
    #expect(seconds == recorded)
    let isInMilliseconds = ExactTime.isInMilliseconds(bytes.span, slice)
    #expect(isInMilliseconds == (abs(Double(number) ?? 0) >= 1e11))
  }

  @Test(arguments: [
    "1473774819", "99999999999", "99999999999.999", "-99999999999", "000000000001", "1473774819.263083", "",
    "1473774819x63", "253402300800000", "99999999999999999999", "1473774819263.", "14737748192e3",
  ])
  func otherTextsAreNoMilliseconds(text: String) {
    let bytes = Array("\"\(text)\"".utf8) + [UInt8](repeating: 0, count: 64)
    let slice = Slice(start: 0, count: text.utf8.count + 2, kind: .string)
    let isInMilliseconds = ExactTime.isInMilliseconds(bytes.span, slice)
    #expect(!isInMilliseconds)
  }
}

@Suite struct WrittenTimeTests {
  @Test(arguments: [
    ("2026-11-21T10:00:00Z", "2026-11-21T10:00:00.000Z"),
    ("2026-11-21 10:00:00.0009+01:30", "2026-11-21T08:30:00.000Z"),
    ("2024-02-29t23:59:59.999-0100", "2024-03-01T00:59:59.999Z"),
    ("0000-01-01T00:00:00z", "0000-01-01T00:00:00.000Z"),
    ("1900-03-01T00:00:00Z", "1900-03-01T00:00:00.000Z"),
  ])
  func aTimeWithAZoneIsAMoment(text: String, time: String) throws {
    let written = WrittenTime(Array(text.utf8).span)
    var output = Output(capacity: 64)
    EventTime(try #require(written?.moment)).write(to: &output)
    #expect(String(decoding: output.written, as: UTF8.self) == "\"\(time)\"")
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T10:00Z", "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z",
    "2026-11-21T10:00:60Z", "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z", "2026-13-01T10:00:00Z",
    "2026-00-10T10:00:00Z", "2026-01-00T10:00:00Z", "2026-11-21T10:00:00.Z", "2026-11-21T10:00:00+1",
    "2026-11-21T10:00:00Z ", " 2026-11-21T10:00:00Z", "2026-11-21T10:00:00,5Z", "2026-11-21T10:00:00+01:60",
  ])
  func otherTextsAreNoTime(text: String) {
    let isTime = WrittenTime(Array(text.utf8).span) != nil
    #expect(!isTime)
  }

  @Test func aTimeWithoutAZoneIsOneInTheZoneThatIsMeant() throws {
    let zone = LocalZone(name: "an hour ahead") { _ in 3600 }
    let written = WrittenTime(Array("2014-12-29 11:23:24".utf8).span)
    #expect(written?.moment == nil)
    let moment = try #require(written?.moment(in: zone))
    #expect(moment.seconds == 1_419_848_604)
  }

  @Test func aYearThatTheZoneMovesOutOfTheCalendarIsNoMoment() {
    let written = WrittenTime(Array("9999-12-31T23:59:59-01:00".utf8).span)
    #expect(written?.moment == nil)
  }
}
