internal import JSONText

extension Check {
  /// A transcript says of itself that it is a conversation, in any case: Olark wrote `conversation` in 2012.
  static let isConversation = Check(inputs: ["kind"]) { bytes, found, inputs in
    let kind = found.slice(inputs[0])
    let isOne: Bool
    if kind.flags.isEscaped {
      let text = Text.unescaped(bytes, kind.content)
      isOne = isEqual(text.span, 0..<text.count, ignoringCase: conversation)
    } else {
      isOne = isEqual(bytes, kind.content, ignoringCase: conversation)
    }
    return isOne ? nil : Complaint(code: .unknownKind, offset: Int(kind.start))
  }

  private static let conversation = Array("conversation".utf8)

  /// Every item's time is a decimal number of seconds, as text or as a number, or missing.
  static let itemTimes = Check(inputs: ["items[]", "items[].timestamp"]) { bytes, found, inputs in
    let items = found.slice(inputs[0])
    for item in 0..<Int(items.count) {
      let time = found.slots[items, item, inputs[1].index]
      if time.isPresent, !isTime(bytes, time) {
        return Complaint(code: .invalidTimestamp, offset: Int(time.start))
      }
    }
    return nil
  }

  /// The visitor has an id that a receiver takes for one: not only white space and invisible characters.
  static let visitorIsIdentified = Check(inputs: ["visitor.id", "visitor"]) { bytes, found, inputs in
    let id = found.slice(inputs[0])
    if id.isIdentity(bytes) { return nil }
    let blamed = id.kind == .absent ? found.slice(inputs[1]) : id
    return Complaint(code: .noIdentity, offset: blamed.kind == .absent ? nil : Int(blamed.start))
  }

  private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, ignoringCase name: [UInt8]) -> Bool {
    range.count == name.count
      && name.indices.allSatisfy { bytes[range.lowerBound + $0] | 0x20 == name[$0] }
  }

  /// Whether a value is a number of seconds: digits, at most one point between them, no exponent.
  static func isTime(_ bytes: Span<UInt8>, _ time: Slice) -> Bool {
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

extension Skip {
  /// Olark's own test transcripts: the id, the visitor's id or a tag says so.
  ///
  /// Source: the transcripts that Olark's button "Send test" posts, 2016 to 2022. Read in November 2026.
  static let olarkTests = Skip(option: .skipTests, inputs: ["id", "visitor.id", "tags"]) {
    bytes, found, inputs in
    Text.starts(bytes, found.slice(inputs[0]), with: "NOTAREALTRANSCRIPT")
      || Text.starts(bytes, found.slice(inputs[1]), with: "NOTAREALVISITORID")
      || found.slice(inputs[2]).elements(bytes).contains { Text.isEqual(bytes, $0, to: "test_example") }
  }
}
