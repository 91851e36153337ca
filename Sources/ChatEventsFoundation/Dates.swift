// Times as Foundation's values. Only the part that Linux calls FoundationEssentials is needed.

public import ChatEvents

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#elseif canImport(Foundation)
  public import Foundation
#endif

#if canImport(FoundationEssentials) || canImport(Foundation)
  extension OlarkTimestamp {
    /// Creates a timestamp from a date, rounded to microseconds, to be written as a string.
    public init(_ date: Date) {
      let (seconds, microseconds) = date.wholeMicroseconds.quotientAndRemainder(dividingBy: 1_000_000)
      let sign = seconds < 0 || microseconds < 0 ? "-" : ""
      let digits = String(microseconds.magnitude)
      let fraction = String(repeating: "0", count: 6 - digits.count) + digits
      let text = "\(sign)\(seconds.magnitude)" + (microseconds == 0 ? "" : ".\(fraction)")
      self.init(decimal: text)
    }

    /// The date, as exact as a `Date` can be; ``text`` has all digits.
    public var date: Date { Date(timeIntervalSince1970: Double(text) ?? 0) }
  }

  extension SegmentCommon {
    /// The date of ``timestamp``; nil if that is absent or not ISO 8601 with a UTC offset.
    ///
    /// Setting it writes ISO 8601 in UTC, rounded to milliseconds.
    public var date: Date? {
      get { timestamp.flatMap(Date.init(eventTime:)) }
      set { timestamp = newValue.map(\.eventTime) }
    }
  }

  extension RudderStackCommon {
    /// The date of ``timestamp``; nil if that is absent or not ISO 8601 with a UTC offset.
    ///
    /// Setting it writes ISO 8601 in UTC, rounded to milliseconds.
    public var date: Date? {
      get { timestamp.flatMap(Date.init(eventTime:)) }
      set { timestamp = newValue.map(\.eventTime) }
    }
  }

  extension RunOptions {
    /// ``now`` as a date, rounded down to seconds.
    public var currentDate: Date? {
      get { now.map(Date.init(seconds:)) }
      set { now = newValue.map(\.wholeSeconds) }
    }
  }

  extension ValidationSettings {
    /// ``now`` as a date, rounded down to seconds.
    public var currentDate: Date? {
      get { now.map(Date.init(seconds:)) }
      set { now = newValue.map(\.wholeSeconds) }
    }
  }

  extension Selection {
    /// ``before`` as a date, rounded down to seconds.
    public var beforeDate: Date? {
      get { before.map(Date.init(seconds:)) }
      set { before = newValue.map(\.wholeSeconds) }
    }

    /// ``since`` as a date, rounded down to seconds.
    public var sinceDate: Date? {
      get { since.map(Date.init(seconds:)) }
      set { since = newValue.map(\.wholeSeconds) }
    }
  }

  extension LocalZone {
    /// Creates a time zone from Foundation's.
    ///
    /// A local time that occurs twice is the earlier one; one that is skipped has the offset before the gap.
    public init(_ zone: TimeZone) {
      self.init(name: zone.identifier) { shown in
        func offset(at seconds: Int) -> Int { zone.secondsFromGMT(for: Date(seconds: seconds)) }
        let (before, after) = (offset(at: shown - 86_400), offset(at: shown + 86_400))
        let isAfter = offset(at: shown - before) != before && offset(at: shown - after) == after
        return isAfter ? after : before
      }
    }
  }

  extension Date {
    fileprivate init(seconds: Int) { self.init(timeIntervalSince1970: Double(seconds)) }

    /// Seconds since 1970, rounded down; clamped to the years 0 to 9999.
    fileprivate var wholeSeconds: Int {
      Int(clamped.rounded(.down))
    }

    /// Microseconds since 1970, rounded to the nearest; clamped to the years 0 to 9999.
    fileprivate var wholeMicroseconds: Int {
      Int((clamped * 1_000_000).rounded())
    }

    /// Seconds since 1970, within the years 0 to 9999.
    private var clamped: Double {
      let years = MomentText.years
      return min(max(timeIntervalSince1970, Double(years.lowerBound)), Double(years.upperBound - 1))
    }

    /// Parses the time of an event; nil for text without a UTC offset, or in another form.
    fileprivate init?(eventTime text: String) {
      guard let time = MomentText.moment(text) else { return nil }
      self.init(timeIntervalSince1970: Double(time.seconds) + Double(time.nanoseconds) / 1_000_000_000)
    }

    /// The time as events have it.
    fileprivate var eventTime: String {
      let milliseconds = (wholeMicroseconds + 500).quotient(by: 1000)
      let seconds = milliseconds.quotient(by: 1000)
      return MomentText.text(seconds: seconds, milliseconds: milliseconds - seconds * 1000)
    }
  }

  extension Int {
    /// The quotient, rounded down.
    fileprivate func quotient(by divisor: Int) -> Int {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
      return remainder < 0 ? quotient - 1 : quotient
    }
  }
#endif
