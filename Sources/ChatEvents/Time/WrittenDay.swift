internal import JSONText

/// A day as the text of event times, which is worked out once for all times of that day.
struct WrittenDay: Sendable {
  /// The first second of the day since 1970; that of 1970 at first.
  private var start = 0
  /// A quote, the year, a hyphen and the month; a hyphen, the day and `T`. The first byte is in the lowest bits.
  private var month = Self.text(of: 0).month
  private var day = Self.text(of: 0).day

  init() {}

  /// Takes over the day of a moment, and returns which second of the day that is.
  @inline(__always)
  mutating func second(of seconds: Int) -> Int {
    let second = seconds &- start
    return UInt(bitPattern: second) < 86_400 ? second : move(to: seconds)
  }

  @inline(never)
  private mutating func move(to seconds: Int) -> Int {
    let second = ((seconds % 86_400) + 86_400) % 86_400
    start = seconds - second
    (month, day) = Self.text(of: start / 86_400)
    return second
  }

  /// Writes a quote, the date and `T`.
  @inline(__always)
  func write(to output: inout Output) {
    output.append(word: month)
    output.append(word: day, count: 4)
  }

  /// Two digits for a number from 0 to 99, the first in the lowest byte.
  @inline(__always)
  static func digits(_ number: Int) -> UInt64 {
    let ten = number / 10
    return UInt64(truncatingIfNeeded: 0x30 + ten | (0x30 + number - ten * 10) << 8)
  }

  private static func text(of days: Int) -> (month: UInt64, day: UInt64) {
    // The days are counted from the first of March of the year 0, so that a leap day is the last of its year.
    let days = days + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let hyphen = UInt64(UInt8(ascii: "-"))
    return (
      UInt64(UInt8(ascii: "\"")) | digits(year / 100) << 8 | digits(year % 100) << 24 | hyphen << 40
        | digits(month) << 48,
      hyphen | digits(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1) << 8 | UInt64(UInt8(ascii: "T")) << 24
    )
  }
}
