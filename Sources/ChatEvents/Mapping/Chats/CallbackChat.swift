internal import JSONText

// What a page recorded as it happened: one record for each callback, with the page's own idea of who it was and when.

extension ChatScratch {
  /// Takes over when a record was made.
  ///
  /// - Returns: what is wrong with its time.
  mutating func setRecordedTime(_ time: Slice, _ bytes: Span<UInt8>) -> Diagnostic? {
    guard time.isPresent else { return nil }
    began = ExactTime(recorded: time, bytes)
    if let began { look(at: began.short) }
    return began == nil ? .noRecordedTime(at: Int(time.start)) : nil
  }
}

extension RouteRecord {
  /// Makes the id of a record's events from the record's own text; where it has no time, two equal ones may be two.
  mutating func nameByText(_ bytes: Span<UInt8>) {
    guard chat.began != nil else {
      chat.warning = .noMessageID
      return
    }
    guard found.document.flags.isSpaced else {
      chat.id = UUIDText(UUIDBytes(version5: bytes.extracting(found.document.range), in: settings.namespace))
      return
    }
    var text = Output(capacity: Int(found.document.count))
    text.append(found.document, of: bytes)
    chat.id = text.withTail(from: 0) { UUIDText(UUIDBytes(version5: $0, in: settings.namespace)) }
  }
}

extension Computation {
  /// The `messageId` of an event from one callback.
  static let recordID = Computation(
    "a version-5 UUID of the record's text without white space between tokens; omitted without a timestamp",
    prepared: .chat(.recordID), from: ["timestamp"])

  static let recordedTime = Computation(
    "in UTC, to the millisecond", prepared: .chat(.time(of: .beginning)), from: ["timestamp"])
}
