import ChatEvents
import ChatEventsFoundation
import Foundation
import JSONText
import Testing

/// Times can be given and read as Foundation's values.
@Suite struct DatesTests {
  @Test(arguments: [
    (1_307_116_657.1, "1307116657.1", "1307116657.100000"), (0, "0", "0"), (-0.5, "-0.5", "-0.500000"),
    (-1.25, "-1.25", "-1.250000"), (1_700_000_000, "1700000000", "1700000000"),
    (1_700_000_000.000001, "1700000000.000001", "1700000000.000001"),
  ])
  func timestampsOfOlarkAreDates(seconds: Double, text: String, written: String) throws {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(try #require(OlarkTimestamp(text)).date == date)
    #expect(OlarkTimestamp(date).text == written)
    #expect(!OlarkTimestamp(date).isNumber)
  }

  @Test func aDateBeyondAllYearsIsClamped() {
    #expect(OlarkTimestamp(.distantFuture).text == "64092211200")
    #expect(OlarkTimestamp(Date(timeIntervalSince1970: 1e30)).text == "253402300799")
    #expect(OlarkTimestamp(Date(timeIntervalSince1970: -1e30)).text == "-62167219200")
  }

  @Test(arguments: [
    ("2026-11-21T10:00:00.250Z", 1_795_255_200.25), ("2026-11-21T11:00:00+01:00", 1_795_255_200),
    ("1969-12-31T23:59:59.5Z", -0.5),
  ])
  func timestampsOfEventsAreDates(text: String, seconds: Double) throws {
    let json = #"{"type":"track","event":"x","userId":"u","timestamp":"\#(text)"}"#
    let segment = try JSONTextDecoder().decode(SegmentTrack.self, from: json)
    #expect(segment.date == Date(timeIntervalSince1970: seconds))
    let rudderStack = try JSONTextDecoder().decode(RudderStackTrack.self, from: json)
    #expect(rudderStack.date == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: ["2026-11-21T10:00:00", "21.11.2026", ""])
  func aTimestampWithoutAnOffsetIsNoDate(text: String) throws {
    let json = #"{"type":"track","event":"x","userId":"u","timestamp":"\#(text)"}"#
    #expect(try JSONTextDecoder().decode(SegmentTrack.self, from: json).date == nil)
  }

  @Test(arguments: [
    (1_795_255_200.25, "2026-11-21T10:00:00.250Z"), (-0.5, "1969-12-31T23:59:59.500Z"),
    (1_795_255_200.9996, "2026-11-21T10:00:01.000Z"),
  ])
  func aDateIsWrittenInUTC(seconds: Double, text: String) throws {
    let json = #"{"type":"track","event":"x","userId":"u"}"#
    var segment = try JSONTextDecoder().decode(SegmentTrack.self, from: json)
    #expect(segment.date == nil)
    segment.date = Date(timeIntervalSince1970: seconds)
    #expect(segment.timestamp == text)
    var rudderStack = try JSONTextDecoder().decode(RudderStackTrack.self, from: json)
    rudderStack.date = Date(timeIntervalSince1970: seconds)
    #expect(rudderStack.timestamp == text)
  }

  @Test func optionsTakeDatesInWholeSeconds() {
    let (date, whole) = (Date(timeIntervalSince1970: -0.5), Date(timeIntervalSince1970: -1))
    var options = RunOptions(from: nil, to: .segment)
    options.currentDate = date
    options.selection.beforeDate = date
    options.selection.sinceDate = date
    #expect((options.now, options.selection.before, options.selection.since) == (-1, -1, -1))
    #expect(options.currentDate == whole)
    #expect(options.selection.beforeDate == whole)
    #expect(options.selection.sinceDate == whole)
    options.currentDate = nil
    #expect(options.now == nil)
    var settings = ValidationSettings()
    settings.currentDate = date
    #expect(settings.now == -1)
    #expect(settings.currentDate == whole)
  }

  /// Berlin's clocks went back on 2026-10-25 at 03:00, and forward on 2026-03-29 at 02:00.
  @Test(arguments: [
    ("2026-07-01 12:00:00", "2026-07-01T10:00:00.000Z"), ("2026-12-01 12:00:00", "2026-12-01T11:00:00.000Z"),
    ("2026-10-25 02:30:00", "2026-10-25T00:30:00.000Z"), ("2026-10-25 03:30:00", "2026-10-25T02:30:00.000Z"),
    ("2026-03-29 02:30:00", "2026-03-29T01:30:00.000Z"), ("2026-03-29 03:30:00", "2026-03-29T01:30:00.000Z"),
  ])
  func aTimeZoneOfFoundationIsALocalZone(local: String, event: String) throws {
    let record = #"""
      {"_type":"chat_meta","id":1,"client_uuid":"c","created_at":"\#(local)","messages":[{"body":"hi",\#
      "person":"Jo","sent_at":"\#(local)","type":"co"}]}
      """#
    var options = RunOptions(from: .userlike, to: .segment)
    options.settings.zone = LocalZone(try #require(TimeZone(identifier: "Europe/Berlin")))
    let result = try RecordPipeline.result(of: record, options)
    #expect(result.rejects.isEmpty)
    let events = String(decoding: result.events, as: UTF8.self)
    #expect(events.contains(#""timestamp":"\#(event)""#), "\(events)")
  }
}
