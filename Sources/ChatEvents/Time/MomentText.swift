internal import JSONText

/// The text of a moment in an event, for modules that offer it as another type.
package enum MomentText {
  /// The seconds of the years 0 to 9999.
  package static var years: Range<Int> { ExactTime.years }

  /// Reads ISO 8601 with a UTC offset; nil for any other text.
  package static func moment(_ text: String) -> (seconds: Int, nanoseconds: Int)? {
    guard let time = WrittenTime(Array(text.utf8).span)?.moment else { return nil }
    return (time.seconds, Int(time.fraction / (ShortTime.one / 1_000_000_000)))
  }

  /// Returns a moment as events have it: ISO 8601 in UTC, to the millisecond.
  package static func text(seconds: Int, milliseconds: Int) -> String {
    let fraction = UInt64(milliseconds) * (ShortTime.one / 1000)
    var output = Output(capacity: 32)
    EventTime(ShortTime(seconds: seconds, fraction: fraction)).write(to: &output)
    return String(decoding: output.written.dropFirst().dropLast(), as: UTF8.self)
  }
}
