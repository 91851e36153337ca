internal import JSONText

/// A time as events carry it: ISO 8601 in UTC, to the millisecond.
struct EventTime: Sendable, Hashable {
  /// Seconds since 1970, rounded down.
  var seconds: Int

  /// Milliseconds, 0 to 999; what lies behind them was cut off.
  var milliseconds: Int

  /// Reads decimal text, `-?digits(.digits)?`, digit by digit; never as a floating-point number, which would round.
  ///
  /// - Returns: nil where the text is of another form, or the year lies outside 0 to 9999, which ISO 8601 writes with four
  ///   digits.
  init?(_ text: Span<UInt8>) {
    var position = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { position = 1 }
    var whole = 0
    var digits = 0
    while position < text.count, text[position] &- UInt8(ascii: "0") < 10 {
      whole = whole &* 10 &+ Int(text[position] &- UInt8(ascii: "0"))
      // Longer than any year with four digits needs; leading zeros are as good as none.
      if whole > 1_000_000_000_000 { return nil }
      digits += 1
      position += 1
    }
    guard digits > 0 else { return nil }
    var fraction = 0
    var isExact = true
    if position < text.count {
      guard text[position] == UInt8(ascii: "."), position + 1 < text.count else { return nil }
      for place in 0..<max(3, text.count - position - 1) {
        let digit = position + 1 + place < text.count ? text[position + 1 + place] &- UInt8(ascii: "0") : 0
        guard digit < 10 else { return nil }
        if place < 3 { fraction = fraction * 10 + Int(digit) } else if digit > 0 { isExact = false }
      }
    }
    // Truncated means towards the past, also before 1970.
    let total = isNegative ? -(whole * 1000 + fraction) - (isExact ? 0 : 1) : whole * 1000 + fraction
    milliseconds = ((total % 1000) + 1000) % 1000
    seconds = (total - milliseconds) / 1000
    guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
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
    output.append(UInt8(ascii: "\""))
    output.append(decimal: date.year, digits: 4)
    output.append(UInt8(ascii: "-"))
    output.append(decimal: date.month, digits: 2)
    output.append(UInt8(ascii: "-"))
    output.append(decimal: date.day, digits: 2)
    output.append(UInt8(ascii: "T"))
    output.append(decimal: secondOfDay / 3600, digits: 2)
    output.append(UInt8(ascii: ":"))
    output.append(decimal: secondOfDay / 60 % 60, digits: 2)
    output.append(UInt8(ascii: ":"))
    output.append(decimal: secondOfDay % 60, digits: 2)
    output.append(UInt8(ascii: "."))
    output.append(decimal: milliseconds, digits: 3)
    output.append("Z\"")
  }
}

extension Output {
  /// Writes a number with leading zeros.
  fileprivate mutating func append(decimal number: Int, digits: Int) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }
}
