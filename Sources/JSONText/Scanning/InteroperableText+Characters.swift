// The characters of a text, one by one.

extension InteroperableText {
  /// Returns the first character of a text that should not be there; nil without one.
  static func offence(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Finding? {
    let end = content.upperBound
    var position = suspect(bytes, from: content.lowerBound, before: end)
    while position < end {
      let piece = Piece.at(position, bytes, end)
      if let fault = piece.fault { return Finding(fault: fault, offset: position) }
      position = suspect(bytes, from: piece.end, before: end)
    }
    return nil
  }

  /// Returns the offset of the first byte from an offset on with which something can begin that is wrong: a backslash, or the first of
  /// three or four bytes; `end` where there is none before it.
  private static func suspect(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var position = start
    while position &+ 8 <= end {
      let word = bytes.word(position)
      // The three highest bits of a byte are all set.
      let long = word & (word &<< 1) & (word &<< 2) & Word.highs
      let marks = Word.equal(word, UInt8(ascii: "\\")) | long
      if marks != 0 { return position &+ Word.firstByte(marks) }
      position &+= 8
    }
    while position < end, bytes[position] != UInt8(ascii: "\\"), bytes[position] < 0xe0 { position &+= 1 }
    return min(position, end)
  }

  /// Returns a text's characters without escapes, as ``append(_:to:)`` writes them.
  static func cleaned(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var output = Output(capacity: content.count)
    append(bytes, content, to: &output)
    let text = output.written + [UInt8](repeating: 0, count: Scanner.padding)
    return Text.unescaped(text.span, 0..<output.count)
  }

  /// Rewrites what was written behind an offset: U+FFFD for each half of a surrogate pair and each noncharacter, in the spelling that
  /// they had, and nothing for U+0000.
  package static func clean(_ output: inout Output, from start: Int) {
    let isClean = output.withTail(from: start) { tail in offence(tail, 0..<tail.count) == nil }
    if isClean { return }
    let text = output.withTail(from: start) { tail in tail.copied(0..<tail.count) }
    output.truncate(to: start)
    append(text.span, 0..<text.count, to: &output)
  }

  private static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout Output) {
    let end = range.upperBound
    var copied = range.lowerBound
    var position = suspect(bytes, from: copied, before: end)
    while position < end {
      let piece = Piece.at(position, bytes, end)
      if let fault = piece.fault {
        output.append(copying: bytes.extracting(copied..<position))
        if fault != .zero {
          output.append(bytes[position] == UInt8(ascii: "\\") ? #"\ufffd"# : "\u{fffd}")
        }
        copied = piece.end
      }
      position = suspect(bytes, from: piece.end, before: end)
    }
    output.append(copying: bytes.extracting(copied..<end))
  }

  /// A byte of a text, an escape, or a character that may be wrong: where it ends, and what is wrong with it.
  private struct Piece {
    let end: Int
    var fault: Fault?

    /// Returns what begins at an offset.
    @inline(__always)
    static func at(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      let first = bytes[start]
      if first == UInt8(ascii: "\\") { return escape(start, bytes, limit) }
      return first >= 0xef ? longCharacter(start, bytes, limit) : Piece(end: start + 1)
    }

    private static func escape(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      guard bytes[start + 1] == UInt8(ascii: "u") else { return Piece(end: start + 2) }
      let unit = Text.codeUnit(bytes, start + 2)
      if unit & 0xfc00 == 0xd800, start + 12 <= limit, bytes[start + 6] == UInt8(ascii: "\\"),
        bytes[start + 7] == UInt8(ascii: "u")
      {
        let low = Text.codeUnit(bytes, start + 8)
        if low & 0xfc00 == 0xdc00 {
          let scalar = 0x10000 + ((unit & 0x3ff) << 10 | low & 0x3ff)
          return Piece(end: start + 12, fault: scalar.isNoncharacter ? .noncharacter : nil)
        }
      }
      if unit == 0 { return Piece(end: start + 6, fault: .zero) }
      if unit & 0xf800 == 0xd800 { return Piece(end: start + 6, fault: .loneSurrogate) }
      return Piece(end: start + 6, fault: unit.isNoncharacter ? .noncharacter : nil)
    }

    /// Of three bytes from U+F000 on, or of four.
    private static func longCharacter(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      let isThree = bytes[start] == 0xef
      let end = start + (isThree ? 3 : 4)
      guard end <= limit else { return Piece(end: limit) }
      var scalar = UInt32(bytes[start]) & (isThree ? 0x0f : 0x07)
      for index in start + 1..<end { scalar = scalar << 6 | UInt32(bytes[index]) & 0x3f }
      return Piece(end: end, fault: scalar.isNoncharacter ? .noncharacter : nil)
    }
  }
}

extension UInt32 {
  /// Whether a character will never be one: U+FDD0 to U+FDEF, and the last two of each plane.
  fileprivate var isNoncharacter: Bool { self & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(self) }
}
