internal import JSONText

// What a page recorded as it happened: one record for each callback, with the page's own idea of who it was and when.

extension ExactTime {
  /// Reads the moment that a page recorded: ISO 8601 with a zone, or a number since 1970, as a number or as text.
  ///
  /// A number of eleven digits or fewer counts seconds, a longer one milliseconds, as JavaScript's clock does: seconds reach
  /// that length in the year 5138, milliseconds had it before March 1973.
  ///
  /// - Returns: nil for anything else.
  init?(recorded time: Slice, _ bytes: Span<UInt8>) {
    guard time.kind != .string else {
      let text = Text.unescaped(bytes, time.content)
      if let written = WrittenTime(text.span) {
        guard let moment = written.moment else { return nil }
        self = moment
      } else {
        self.init(sinceEpoch: text.span)
      }
      return
    }
    self.init(sinceEpoch: bytes.extracting(time.range))
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

extension ChatScratch {
  /// Takes over when a record was made.
  ///
  /// - Returns: what is wrong with its time.
  mutating func setRecordedTime(_ time: Slice, _ bytes: Span<UInt8>) -> Complaint? {
    guard time.isPresent else { return nil }
    began = ExactTime(recorded: time, bytes)
    return began == nil ? .noRecordedTime(at: Int(time.start)) : nil
  }
}

extension Complaint {
  /// A moment that a page recorded in no way that is known.
  static func noRecordedTime(at offset: Int) -> Complaint {
    Complaint(
      code: .invalidTimestamp, offset: offset,
      message: "expected ISO 8601 with a zone, or seconds or milliseconds since 1970",
      fix: "write the time like \"2026-11-21T10:00:00.000Z\"")
  }
}

extension Found {
  /// Makes the id of a record's events from the record's own text; where it has no time, two equal ones may be two.
  mutating func nameByText(_ bytes: Span<UInt8>) {
    guard chat.began != nil else {
      chat.warning = .noMessageID
      return
    }
    guard document.flags.isSpaced else {
      chat.id = UUIDBytes(version5: bytes.extracting(document.range), in: settings.namespace)
      return
    }
    var text = Output(capacity: Int(document.count))
    text.append(document, of: bytes)
    chat.id = text.withTail(from: 0) { UUIDBytes(version5: $0, in: settings.namespace) }
  }
}

extension Computation {
  /// The `messageId` of an event from one callback.
  static let recordID = Computation(
    "a version-5 UUID of the record's text without white space between tokens; none without a timestamp"
  ) { inputs in
    inputs.prepared(["timestamp"])
    return .chat(.recordID)
  }

  static let recordedTime = Computation("in UTC, to the millisecond") { inputs in
    inputs.prepared(["timestamp"])
    return .chat(.time(of: .beginning))
  }
}
