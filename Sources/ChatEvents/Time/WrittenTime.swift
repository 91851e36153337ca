internal import JSONText

/// A date and a time of day as a person writes them: `2026-11-21T10:00:00.5Z`, `2014-12-29 11:23:24`.
///
/// Source: RFC 3339, 5.6, without its leap seconds; the colon of an offset may be missing, as ISO 8601 allows.
struct WrittenTime: Sendable, Hashable {
  /// What the clock shows, as if it were UTC.
  var shown: ExactTime

  /// How far that clock is ahead of UTC, in seconds; nil where the text does not say.
  var offset: Int?

  /// Reads `YYYY-MM-DD HH:MM:SS`, with a `T` or a space between, a fraction of any length, and a zone or none.
  ///
  /// - Returns: nil for any other text, and for a day or an hour that there is not.
  init?(_ text: Span<UInt8>) {
    var cursor = Cursor()
    guard let year = cursor.number(text, 4), cursor.passes(text, "-"), let month = cursor.number(text, 2),
      cursor.passes(text, "-"),
      let day = cursor.number(text, 2), cursor.passes(text, "T", "t") || cursor.passes(text, " "),
      let hour = cursor.number(text, 2), cursor.passes(text, ":"), let minute = cursor.number(text, 2),
      cursor.passes(text, ":"),
      let second = cursor.number(text, 2),
      let dayNumber = Self.days(year, month, day), hour < 24, minute < 60, second < 60
    else { return nil }
    var digits = ExactTime.Digits()
    if cursor.passes(text, ".") {
      while let digit = cursor.number(text, 1) { digits.append(UInt8(digit)) }
      if digits.count == 0 { return nil }
    }
    if cursor.passes(text, "Z", "z") {
      offset = 0
    } else if cursor.position < text.count {
      let isAhead = cursor.passes(text, "+")
      guard isAhead || cursor.passes(text, "-"), let hours = cursor.number(text, 2) else { return nil }
      _ = cursor.passes(text, ":")
      guard let minutes = cursor.number(text, 2), hours < 24, minutes < 60 else { return nil }
      offset = (hours * 60 + minutes) * (isAhead ? 60 : -60)
    }
    guard cursor.position == text.count else { return nil }
    shown = ExactTime(seconds: dayNumber * 86_400 + hour * 3600 + minute * 60 + second, digits)
  }

  /// Reads a time that leaves something out or adds something: a date without a time of day, hours and minutes without seconds, a
  /// comma before the fraction, a space or `UTC` where the zone is, blanks around it.
  init?(inShort text: [UInt8]) {
    var words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    guard var date = words.first, words.count <= 3, date.utf8.count >= 10 else { return nil }
    words.removeFirst()
    if date.utf8.count > 10 {
      let rest = date.utf8.dropFirst(11)
      guard date.utf8.dropFirst(10).first.map({ $0 | 0x20 }) == UInt8(ascii: "t") else { return nil }
      words.insert(String(decoding: rest, as: UTF8.self), at: 0)
      date = String(decoding: date.utf8.prefix(10), as: UTF8.self)
    }
    var clock = words.isEmpty ? "00:00:00" : words.removeFirst()
    if let zone = words.first { clock += zone == "UTC" || zone == "GMT" ? "Z" : zone }
    clock = String(clock.map { $0 == "," ? "." : $0 })
    let hours = clock.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: ":") ~= $0 }.count
    if hours == 5 {
      clock.insert(contentsOf: ":00", at: clock.utf8.index(clock.startIndex, offsetBy: 5))
    }
    self.init(Array("\(date)T\(clock)".utf8).span)
  }

  /// Reads a string of a document.
  init?(_ text: Slice, _ bytes: Span<UInt8>) {
    if text.flags.isEscaped {
      self.init(Text.unescaped(bytes, text.content).span)
    } else {
      self.init(bytes.extracting(text.content))
    }
  }

  /// The moment, where a clock without a zone is one in that zone; nil where its year lies outside 0 to 9999.
  func moment(in zone: LocalZone) -> ExactTime? {
    let moment = momentInAnyYear(in: zone)
    return ExactTime.years.contains(moment.seconds) ? moment : nil
  }

  /// The same, also where its year lies outside of these.
  func momentInAnyYear(in zone: LocalZone) -> ExactTime {
    var moment = shown
    moment.seconds -= offset ?? zone.offset(shown.seconds)
    return moment
  }

  /// The moment, where the text says which zone it means; else nil.
  var moment: ExactTime? { offset == nil ? nil : moment(in: .utc) }

  /// Returns the days from 1970 to a date, or nil where there is no such date.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    // The odd months up to July have 31 days, and the even ones from August on.
    let length = month == 2 ? (isLeap ? 29 : 28) : 30 + (month + month / 8) % 2
    guard day <= length else { return nil }
    // The years are counted from March, so that a leap day is the last of its year.
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * m + 2) / 5 + day - 1
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Where reading stands in the text.
  private struct Cursor {
    var position = 0

    mutating func number(_ text: Span<UInt8>, _ digits: Int) -> Int? {
      guard position + digits <= text.count else { return nil }
      var number = 0
      for offset in position..<position + digits {
        let digit = text[offset] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      position += digits
      return number
    }

    /// Passes a character, or another in its place.
    mutating func passes(
      _ text: Span<UInt8>, _ character: Unicode.Scalar, _ other: Unicode.Scalar? = nil
    ) -> Bool {
      guard position < text.count,
        text[position] == UInt8(ascii: character) || text[position] == UInt8(ascii: other ?? character)
      else { return false }
      position += 1
      return true
    }
  }
}
