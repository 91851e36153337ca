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
    var digits = 0
    for position in 0..<text.count {
      if text[position] == UInt8(ascii: ".") { break }
      let isLeadingZero = digits == 0 && text[position] == UInt8(ascii: "0")
      if text[position] != UInt8(ascii: "-"), !isLeadingZero { digits += 1 }
    }
    self.init(text, scale: digits > 11 ? 3 : 0)
  }
}

extension ExactTime {
  /// Reads the seconds since 1970 that a slice tells, as decimal text or as a number; nil for anything else.
  init?(_ bytes: Span<UInt8>, _ seconds: Slice) {
    if seconds.flags.isEscaped, seconds.kind == .string {
      self.init(Text.unescaped(bytes, seconds.content).span)
    } else if seconds.isPresent {
      let range = seconds.kind == .string ? seconds.content : seconds.range
      if let short = ShortTime(bytes, range) {
        self.init(short)
      } else {
        self.init(bytes.extracting(range))
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
}
