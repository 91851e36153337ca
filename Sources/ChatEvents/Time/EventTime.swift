internal import JSONText

/// A time as events carry it: ISO 8601 in UTC, to the millisecond.
struct EventTime: Sendable, Hashable {
  /// Seconds since 1970, rounded down.
  var seconds: Int

  /// Milliseconds, 0 to 999; what lies behind them was cut off.
  var milliseconds: Int

  init(_ time: ExactTime) {
    seconds = time.seconds
    milliseconds = time.milliseconds
  }

  /// Reads decimal text, as ``ExactTime`` does.
  init?(_ text: Span<UInt8>) {
    guard let time = ExactTime(text) else { return nil }
    self.init(time)
  }

  /// The year, the month and the day.
  private var date: (year: Int, month: Int, day: Int) {
    // The days are counted from the first of March of the year 0, so that a leap day is the last of its year.
    let days = (seconds - secondOfDay) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  private var secondOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }

  /// Writes the time as a JSON string: `"2016-09-13T13:53:39.263Z"`.
  func write(to output: inout Output) {
    let date = date
    output.reserve(26)
    output.append(UInt8(ascii: "\""))
    output.append(twoDigits: date.year / 100)
    output.append(twoDigits: date.year % 100)
    output.append(UInt8(ascii: "-"))
    output.append(twoDigits: date.month)
    output.append(UInt8(ascii: "-"))
    output.append(twoDigits: date.day)
    output.append(UInt8(ascii: "T"))
    output.append(twoDigits: secondOfDay / 3600)
    output.append(UInt8(ascii: ":"))
    output.append(twoDigits: secondOfDay / 60 % 60)
    output.append(UInt8(ascii: ":"))
    output.append(twoDigits: secondOfDay % 60)
    output.append(UInt8(ascii: "."))
    output.append(twoDigits: milliseconds / 10)
    output.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: milliseconds % 10))
    output.append("Z\"")
  }
}

extension Output {
  /// Writes a number from 0 to 99 as two digits.
  @inline(__always)
  fileprivate mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }
}
