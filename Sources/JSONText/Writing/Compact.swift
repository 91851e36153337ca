extension Output {
  /// Copies a sound value as it was written, without the white space between its tokens.
  public mutating func append(_ slice: Slice, of bytes: Span<UInt8>) {
    if slice.flags.isSpaced {
      appendCompact(bytes, slice.range)
    } else {
      append(bytes, slice.range)
    }
  }

  /// Copies tokens without the white space between them.
  ///
  /// The tokens were checked before: strings end, and nothing but white space stands between tokens.
  public mutating func appendCompact(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position = Self.endOfString(bytes, position)
      } else if byte <= 0x20 {
        if position > start { append(bytes, start..<position) }
        repeat { position += 1 } while position < range.upperBound && bytes[position] <= 0x20
        start = position
      } else {
        position += 1
      }
    }
    if position > start { append(bytes, start..<position) }
  }

  /// Returns the offset behind a sound string that starts with the quote at an offset.
  private static func endOfString(_ bytes: Span<UInt8>, _ quote: Int) -> Int {
    var position = quote + 1
    while true {
      let marks = Word.specials(bytes.word(position))
      if marks == 0 {
        position += 8
        continue
      }
      position += Word.firstByte(marks)
      switch bytes[position] {
      case UInt8(ascii: "\""): return position + 1
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
  }
}
