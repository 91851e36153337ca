internal import JSONText

/// A time as events carry it: ISO 8601 in UTC, to the millisecond.
struct EventTime: Sendable, Hashable {
  /// Seconds since 1970, rounded down.
  var seconds: Int

  /// Milliseconds, 0 to 999; what lies behind them was cut off.
  var milliseconds: Int

  init(_ time: ShortTime) {
    seconds = time.seconds
    milliseconds = Int(time.fraction / (ShortTime.one / 1000))
  }

  init(_ time: ExactTime) { self.init(time.short) }

  /// Reads decimal text, as ``ExactTime`` does.
  init?(_ text: Span<UInt8>) {
    guard let time = ExactTime(text) else { return nil }
    self.init(time)
  }

  /// Writes the time as a JSON string: `"2016-09-13T13:53:39.263Z"`.
  func write(to output: inout Output) {
    var day = WrittenDay()
    write(to: &output, &day)
  }

  /// The same; events that follow each other mostly share the day.
  @inline(__always)
  func write(to output: inout Output, _ day: inout WrittenDay) {
    let second = day.second(of: seconds)
    output.reserve(32)
    day.write(to: &output)
    let minute = second / 60
    let colon = UInt64(UInt8(ascii: ":"))
    output.append(
      word: WrittenDay.digits(minute / 60) | colon << 16 | WrittenDay.digits(minute % 60) << 24 | colon << 40
        | WrittenDay.digits(second % 60) << 48)
    let hundreds = milliseconds / 100
    output.append(
      word: UInt64(UInt8(ascii: ".")) | UInt64(0x30 + hundreds) << 8
        | WrittenDay.digits(milliseconds - hundreds * 100) << 16
        | UInt64(UInt8(ascii: "Z")) << 32 | UInt64(UInt8(ascii: "\"")) << 40, count: 6)
  }
}
