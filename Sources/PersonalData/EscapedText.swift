internal import JSONText

/// A stretch of text whose per cent escapes were read, as a link has them (RFC 3986, 2.1), and which byte came from where.
///
/// Behind the first `?` or `=` a plus sign is a space, as forms are written.
struct EscapedText {
  /// The characters, and 64 zero bytes behind them.
  let text: [UInt8]

  /// The offset in the source of each byte of the text, and the one behind the last.
  private let offsets: [Int]

  /// The number of bytes without the zeros.
  var count: Int { offsets.count - 1 }

  /// Reads the escapes of a stretch.
  init(_ source: Span<UInt8>, _ range: Range<Int>) {
    var text: [UInt8] = []
    var offsets: [Int] = []
    text.reserveCapacity(range.count + Scanner.padding)
    offsets.reserveCapacity(range.count + 1)
    var isQuery = false
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = source[position]
      offsets.append(position)
      if byte == UInt8(ascii: "%"), position + 2 < range.upperBound,
        let high = Hex.value(source[position + 1]),
        let low = Hex.value(source[position + 2])
      {
        text.append(high << 4 | low)
        position += 3
        continue
      }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "=") { isQuery = true }
      text.append(isQuery && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      position += 1
    }
    offsets.append(range.upperBound)
    text.append(contentsOf: repeatElement(0, count: Scanner.padding))
    self.text = text
    self.offsets = offsets
  }

  /// Returns where bytes of the text stand in the source.
  func source(of range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  /// Whether a per cent sign and two hexadecimal digits stand at an offset.
  static func isEscape(_ text: Span<UInt8>, _ position: Int) -> Bool {
    Hex.value(text[position + 1]) != nil && Hex.value(text[position + 2]) != nil
  }

  /// Returns the stretches without white space, quotes and angle brackets in which those offsets lie.
  static func ranges(_ text: Span<UInt8>, _ count: Int, holding offsets: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var floor = 0
    for offset in offsets.sorted() where offset >= floor {
      var (start, end) = (offset, offset)
      while start > floor, !isEnd(text[start - 1]) { start -= 1 }
      while end < count, !isEnd(text[end]) { end += 1 }
      ranges.append(start..<end)
      floor = end
    }
    return ranges
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}
