internal import JSONText

/// A transcript says of itself that it is a conversation, in any case: Olark wrote `conversation` in 2012.
struct TranscriptIsConversation: Check, Rule {
  static let comesFirst = true

  private let kind: ReadPlan.Slot

  init(_ inputs: inout Inputs) { kind = inputs.member("kind") }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let kind = found.slice(kind)
    guard kind.kind == .string else { return nil }
    if Self.isEqual(bytes, kind, ignoringCase: Self.conversation) { return nil }
    guard Self.isTest(kind, bytes) else { return Diagnostic(code: .unknownKind, offset: Int(kind.start)) }
    return Diagnostic(
      code: .unknownKind, offset: Int(kind.start),
      message: "the kind \"Test\" marks Olark's old test transcripts",
      fix: "remove it; it is not from a visitor")
  }

  /// Whether a kind is that of the transcripts with which Olark once tried webhooks out.
  static func isTest(_ kind: Slice, _ bytes: Span<UInt8>) -> Bool {
    isEqual(bytes, kind, ignoringCase: test)
  }

  private static let test = Array("test".utf8)

  private static let conversation = Array("conversation".utf8)

  private static func isEqual(_ bytes: Span<UInt8>, _ kind: Slice, ignoringCase name: [UInt8]) -> Bool {
    guard kind.kind == .string else { return false }
    guard kind.flags.isEscaped else { return isEqual(bytes, kind.content, ignoringCase: name) }
    let text = Text.unescaped(bytes, kind.content)
    return isEqual(text.span, 0..<text.count, ignoringCase: name)
  }

  private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, ignoringCase name: [UInt8]) -> Bool {
    range.count == name.count
      && name.indices.allSatisfy { bytes[range.lowerBound + $0] | 0x20 == name[$0] }
  }
}

/// Every item's time is a decimal number of seconds, as text or as a number, or missing.
struct ItemTimesAreSeconds: Check {
  private let items, timestamp: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    items = inputs.member("items[]")
    timestamp = inputs.member("items[].timestamp")
  }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let items = found.slice(items)
    for item in 0..<Int(items.count) {
      let time = found.slots[items, item, timestamp.index]
      if time.isPresent, !Self.isSound(bytes, time) {
        return Diagnostic(code: .invalidTimestamp, offset: Int(time.start))
      }
    }
    return nil
  }

  /// Whether a value is a number of seconds: digits, at most one point between them, no exponent.
  static func isSound(_ bytes: Span<UInt8>, _ time: Slice) -> Bool {
    guard time.kind == .string else { return isDecimal(bytes, time.range) }
    if time.flags.isEscaped {
      let text = Text.unescaped(bytes, time.content)
      let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
      return isDecimal(padded.span, 0..<text.count)
    }
    return isDecimal(bytes, time.content)
  }

  private static func isDecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    if position < range.upperBound, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = digits(bytes, position, range.upperBound)
    if whole == position { return false }
    if whole == range.upperBound { return true }
    guard bytes[whole] == UInt8(ascii: ".") else { return false }
    return digits(bytes, whole + 1, range.upperBound) == range.upperBound && whole + 1 < range.upperBound
  }

  /// Returns the offset behind a run of digits, eight at a time.
  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      let others = Word.nonDigits(bytes.word(position))
      if others != 0 { return min(position + Word.firstByte(others), end) }
      position += 8
    }
    return end
  }
}

/// The visitor has an id that a receiver takes for one: not only white space and invisible characters.
struct VisitorIsIdentified: Check, Rule {
  private let id, visitor: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    id = inputs.member("visitor.id")
    visitor = inputs.member("visitor")
  }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let id = found.slice(id)
    // One of another type is told of as such.
    if id.isIdentity(bytes) || (id.isPresent && id.kind != .string) { return nil }
    return Diagnostic(code: .noIdentity, offset: id.place ?? found.slice(visitor).place)
  }
}

/// Olark's own test transcripts: the id, the visitor's id or a tag says so.
///
/// Source: the transcripts that Olark's button "Send test" posts, 2016 to 2022. Read in November 2026.
struct OlarkTests: Skip, Rule {
  static let option = RouteOption.skipTests

  private let kind, id, visitorID, tags: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    kind = inputs.member("kind")
    id = inputs.member("id")
    visitorID = inputs.member("visitor.id")
    tags = inputs.member("tags")
  }

  func applies(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool {
    Text.starts(bytes, found.slice(id), with: "NOTAREALTRANSCRIPT")
      || Text.starts(bytes, found.slice(visitorID), with: "NOTAREALVISITORID")
      || found.slice(tags).elements(bytes).contains { Text.isEqual(bytes, $0, to: "test_example") }
  }

  /// Whoever validates is warned of them.
  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    if applies(bytes, found) { return [Diagnostic(code: .testData)] }
    // No route takes one of that kind, so no option is needed to leave it out.
    let isOld = TranscriptIsConversation.isTest(found.slice(kind), bytes)
    return isOld ? [Diagnostic(code: .testData, fix: "remove it")] : []
  }
}
