import JSONText
import Testing

@testable import ChatEvents

@Suite struct EventTimeTests {
  /// Checked with `date -u -d @SECONDS`.
  @Test(arguments: [
    ("0", "1970-01-01T00:00:00.000Z"),
    ("1473774819.263083", "2016-09-13T13:53:39.263Z"),
    ("1307116657.1", "2011-06-03T15:57:37.100Z"),
    ("1445956507", "2015-10-27T14:35:07.000Z"),
    ("951782400", "2000-02-29T00:00:00.000Z"),
    ("951868799.9999", "2000-02-29T23:59:59.999Z"),
    ("4107542400", "2100-03-01T00:00:00.000Z"),
    ("253402300799.999", "9999-12-31T23:59:59.999Z"),
    ("0001.5", "1970-01-01T00:00:01.500Z"),
  ])
  func isWrittenInUTCToTheMillisecond(text: String, time: String) throws {
    #expect(try written(text) == "\"\(time)\"")
  }

  @Test(arguments: [
    ("-1", "1969-12-31T23:59:59.000Z"),
    ("-0.5", "1969-12-31T23:59:59.500Z"),
    ("-0.0001", "1969-12-31T23:59:59.999Z"),
    ("-3.50", "1969-12-31T23:59:56.500Z"),
    ("-62167219200", "0000-01-01T00:00:00.000Z"),
  ])
  func isTruncatedTowardsThePastBefore1970(text: String, time: String) throws {
    #expect(try written(text) == "\"\(time)\"")
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1e3", "1.2.3", "+1", " 1", "1 ", "253402300800", "-62167219201",
    "99999999999999999999",
  ])
  func otherTextsAndYearsAreNoTime(text: String) {
    let parsed = EventTime(Array(text.utf8).span)
    #expect(parsed == nil)
  }

  private func written(_ text: String) throws -> String {
    let parsed = EventTime(Array(text.utf8).span)
    let time = try #require(parsed)
    var output = Output(capacity: 64)
    time.write(to: &output)
    return String(decoding: output.written, as: UTF8.self)
  }
}
