internal import JSONText

extension ExactTime {
  /// Reads the moment that a page recorded: ISO 8601 with a zone, or a number since 1970, as a number or as text.
  ///
  /// A number of eleven digits or fewer counts seconds, a longer one milliseconds, as JavaScript's clock does: seconds reach
  /// that length in the year 5138, milliseconds had it before March 1973.
  ///
  /// - Returns: nil for anything else.
  init?(recorded time: Slice, _ bytes: Span<UInt8>) {
    if time.kind == .string, time.flags.isEscaped {
      self.init(recorded: Text.unescaped(bytes, time.content).span)
    } else if let short = ShortTime(recorded: bytes, time.kind == .string ? time.content : time.range) {
      self.init(short)
    } else if time.kind == .string {
      self.init(recorded: bytes.extracting(time.content))
    } else {
      self.init(sinceEpoch: bytes.extracting(time.range))
    }
  }

  private init?(recorded text: Span<UInt8>) {
    if let written = WrittenTime(text) {
      guard let moment = written.moment else { return nil }
      self = moment
    } else {
      self.init(sinceEpoch: text)
    }
  }

  private init?(sinceEpoch text: Span<UInt8>) {
    self.init(text, scale: Self.countsMilliseconds(text) ? 3 : 0)
  }

  /// Whether decimal text has more digits before the point than seconds have up to the year 5138.
  private static func countsMilliseconds(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    for position in 0..<text.count {
      if text[position] == UInt8(ascii: ".") { break }
      let isLeadingZero = digits == 0 && text[position] == UInt8(ascii: "0")
      if text[position] != UInt8(ascii: "-"), !isLeadingZero { digits += 1 }
    }
    return digits > 11
  }

  /// Whether a value that is to tell seconds since 1970 is a time in milliseconds.
  static func isInMilliseconds(_ bytes: Span<UInt8>, _ seconds: Slice) -> Bool {
    let text = seconds.kind == .string ? seconds.content : seconds.range
    guard text.count >= 12 else { return false }
    if !seconds.flags.isEscaped {
      // Of most values, the eleventh character is the point.
      guard bytes[text.lowerBound + 10] &- UInt8(ascii: "0") < 10 else { return false }
      return countsMilliseconds(bytes.extracting(text)) && ExactTime(bytes, seconds) != nil
    }
    return countsMilliseconds(Text.unescaped(bytes, text).span) && ExactTime(bytes, seconds) != nil
  }
}

extension ExactTime {
  /// Reads the seconds since 1970 that a slice tells, as decimal text or as a number; nil for anything else.
  ///
  /// A number of twelve digits or more counts milliseconds, as in ``init(recorded:_:)``: some exporters write them.
  init?(_ bytes: Span<UInt8>, _ seconds: Slice) {
    if seconds.flags.isEscaped, seconds.kind == .string {
      self.init(sinceEpoch: Text.unescaped(bytes, seconds.content).span)
    } else if seconds.isPresent {
      let range = seconds.kind == .string ? seconds.content : seconds.range
      if let short = ShortTime(bytes, range) {
        self.init(short)
      } else {
        self.init(sinceEpoch: bytes.extracting(range))
      }
    } else {
      return nil
    }
  }

  /// Reads a moment in any of the ways that the formats write it.
  ///
  /// - Parameter zone: the zone of a time that does not say its own.
  init?(anyForm slice: Slice, _ bytes: Span<UInt8>, in zone: LocalZone) {
    if slice.kind == .string, let time = WrittenTime(slice, bytes)?.moment(in: zone) {
      self = time
    } else if [.string, .integer, .number].contains(slice.kind) {
      self.init(recorded: slice, bytes)
    } else {
      return nil
    }
  }

  /// Reads the moment that dates a record: in any of the ways that the formats write it, and in those of exports and databases, in
  /// which a date alone is the beginning of its day.
  init?(dating slice: Slice, _ bytes: Span<UInt8>, in zone: LocalZone) {
    if let time = ExactTime(anyForm: slice, bytes, in: zone) {
      self = time
    } else if slice.kind == .string,
      let time = WrittenTime(inShort: Text.unescaped(bytes, slice.content))?.moment(in: zone)
    {
      self = time
    } else {
      return nil
    }
  }
}
