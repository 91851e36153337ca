internal import JSONText

/// The characters of a string, and where each byte of them stands in the document.
struct UnescapedText: Sendable {
  /// The characters as UTF-8, and zeros behind them.
  let characters: [UInt8]

  /// The number of bytes without the zeros.
  let count: Int

  private let content: Range<Int>
  private let isEscaped: Bool

  init(_ bytes: Span<UInt8>, _ content: Range<Int>, isEscaped: Bool) {
    var text = Text.unescaped(bytes, content)
    count = text.count
    text.append(contentsOf: repeatElement(0, count: Scanner.padding))
    characters = text
    self.content = content
    self.isEscaped = isEscaped
  }

  /// Returns what tells the offsets in the document of a range of the characters' bytes.
  ///
  /// Cost: where something is escaped, a look at each character, once.
  func source(_ bytes: Span<UInt8>) -> (Range<Int>) -> Range<Int> {
    let start = content.lowerBound
    guard isEscaped else { return { start + $0.lowerBound..<start + $0.upperBound } }
    var offsets: [Int] = []
    offsets.reserveCapacity(count + 1)
    var text: [UInt8] = []
    var position = start
    while position < content.upperBound {
      text.removeAll(keepingCapacity: true)
      let next = Text.appendCharacter(bytes, position, to: &text)
      for _ in text { offsets.append(position) }
      position = next
    }
    offsets.append(content.upperBound)
    return { [offsets] range in offsets[range.lowerBound]..<offsets[range.upperBound] }
  }
}
