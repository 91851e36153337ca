internal import JSONText

/// A text with `<redacted>` in place of what was found in it, and where the rest of it came from.
struct RedactedText {
  /// The characters, and 64 zero bytes behind them.
  let text: [UInt8]

  /// The number of bytes without the zeros.
  let count: Int

  /// The pieces that are left: where each begins in the text, and where in the source.
  private let pieces: [(start: Int, source: Range<Int>)]

  init(_ source: Span<UInt8>, _ count: Int, without matches: [FreeText.Match]) {
    var text: [UInt8] = []
    var pieces: [(start: Int, source: Range<Int>)] = []
    text.reserveCapacity(count + 10 * matches.count + Scanner.padding)
    var position = 0
    for match in matches + [FreeText.Match(range: count..<count, kind: .email)] {
      let piece = position..<match.range.lowerBound
      pieces.append((text.count, piece))
      for offset in piece { text.append(source[offset]) }
      if match.range.lowerBound < count { text.append(contentsOf: "<redacted>".utf8) }
      position = match.range.upperBound
    }
    self.count = text.count
    text.append(contentsOf: repeatElement(0, count: Scanner.padding))
    self.text = text
    self.pieces = pieces
  }

  /// Returns where bytes of the text stand in the source; a byte of `<redacted>` stands for all that it replaced.
  func source(of range: Range<Int>) -> Range<Int> {
    let (first, last) = (piece(at: range.lowerBound), piece(at: range.upperBound - 1))
    let start = min(
      pieces[first].source.lowerBound + range.lowerBound - pieces[first].start,
      pieces[first].source.upperBound)
    let length = range.upperBound - pieces[last].start
    let isInside = length <= pieces[last].source.count
    let behind = last + 1 < pieces.count ? pieces[last + 1].source.lowerBound : pieces[last].source.upperBound
    return start..<(isInside ? pieces[last].source.lowerBound + length : behind)
  }

  /// Returns the last piece that begins at an offset or before.
  private func piece(at offset: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
