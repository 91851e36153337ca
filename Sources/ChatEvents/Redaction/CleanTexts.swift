internal import JSONText

/// The last texts that were looked through and hold nothing: the same browser and the same page stand in many records.
struct CleanTexts: Sendable {
  private static let places = 64
  private static let lengths = 16...512

  /// Of each place, what was looked through for all, and what for less.
  private var texts = [[UInt8]](repeating: [], count: 2 * places)

  /// Whether a text is one of them, byte for byte.
  ///
  /// - Parameters:
  ///   - content: the offsets between a string's quotes.
  ///   - wanted: what is looked for in it.
  func contains(_ bytes: Span<UInt8>, _ content: Range<Int>, _ wanted: TextRedaction.Wanted) -> Bool {
    guard Self.lengths ~= content.count else { return false }
    let noted = texts[Self.place(bytes, content, wanted)]
    guard noted.count == content.count else { return false }
    let text = noted.span
    var offset = 0
    while offset < content.count {
      // The last word overlaps the one before it.
      offset = min(offset, content.count - 8)
      if text.word(offset) != bytes.word(content.lowerBound + offset) { return false }
      offset += 8
    }
    return true
  }

  /// Notes a text, in place of one that was noted before.
  mutating func add(_ bytes: Span<UInt8>, _ content: Range<Int>, _ wanted: TextRedaction.Wanted) {
    guard Self.lengths ~= content.count else { return }
    texts[Self.place(bytes, content, wanted)] = bytes.copied(content)
  }

  private static func place(_ bytes: Span<UInt8>, _ content: Range<Int>, _ wanted: TextRedaction.Wanted)
    -> Int
  {
    let ends = bytes.word(content.lowerBound) &+ bytes.word(content.upperBound - 8) &* 3
    let mixed = (ends &+ UInt64(content.count)) &* 0x9e37_79b9_7f4a_7c15
    return Int(mixed >> 58) * 2 + (wanted == .all ? 0 : 1)
  }
}
