internal import CVectors

/// What stands out among 32 bytes of a text, one bit a byte, the first in the lowest bit.
package struct TextMarks {
  /// The decimal digits of ASCII.
  package let digits: UInt32

  /// The colons.
  package let colons: UInt32

  /// The at signs.
  package let ats: UInt32

  /// The characters that others may hide behind: per cent signs, backslashes and ampersands.
  package let escapes: UInt32

  /// The bytes of characters outside ASCII.
  package let others: UInt32
}

extension Span<UInt8> {
  /// Returns what stands out among the 32 bytes at that offset.
  package func textMarks(_ offset: Int) -> TextMarks {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
      return unsafe TextMarks(
        digits: vectors_digits32(bytes),
        colons: vectors_equal32(bytes, UInt8(ascii: ":")),
        ats: vectors_equal32(bytes, UInt8(ascii: "@")),
        escapes: vectors_equal32(bytes, UInt8(ascii: "%")) | vectors_equal32(bytes, UInt8(ascii: "\\"))
          | vectors_equal32(bytes, UInt8(ascii: "&")),
        others: vectors_others32(bytes))
    }
  }

  /// Returns which of the 32 bytes at that offset are one of two.
  package func marks(_ offset: Int, of one: UInt8, or other: UInt8) -> UInt32 {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
      return unsafe vectors_equal32(bytes, one) | vectors_equal32(bytes, other)
    }
  }

  /// Returns the first offset in a range where two bytes stand side by side, each of which may also be another; its end if they
  /// stand nowhere.
  ///
  /// - Parameters:
  ///   - first: the first byte, or the first.
  ///   - second: the byte behind it, or that one.
  ///   - range: the offsets of the first byte; at least 64 bytes stand behind them.
  package func firstPair(
    _ first: (UInt8, UInt8), _ second: (UInt8, UInt8), in range: Range<Int>
  ) -> Int {
    precondition(range.upperBound &+ 64 <= count)
    return unsafe withUnsafeBytes { buffer in
      var offset = range.lowerBound
      while offset < range.upperBound {
        let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
        let here = unsafe vectors_equal32(bytes, first.0) | vectors_equal32(bytes, first.1)
        if here != 0 {
          let next = unsafe bytes + 1
          let both = unsafe here & (vectors_equal32(next, second.0) | vectors_equal32(next, second.1))
          if both != 0 { return Swift.min(offset &+ both.trailingZeroBitCount, range.upperBound) }
        }
        offset &+= 32
      }
      return range.upperBound
    }
  }

  /// Returns, among the 32 bytes at that offset, the first bytes of characters among which are digits of other scripts and
  /// other forms of ASCII: Arabic and N'Ko (0xd9, 0xdb, 0xdf), India and its neighbours (0xe0, 0xe1), scripts of Africa and
  /// Asia (0xea), full-width (0xef), mathematical (0xf0).
  package func leadMarks(_ offset: Int) -> UInt32 {
    marks(offset, of: [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0])
  }

  /// Returns the first bytes of characters among which are others that are not seen, and marks on letters: a hyphen that may be
  /// (0xc2), marks (0xcc, 0xcd), what joins and directs (0xe2), Korean fillers (0xe3), tags (0xf3).
  package func otherLeadMarks(_ offset: Int) -> UInt32 {
    marks(offset, of: [0xc2, 0xcc, 0xcd, 0xe2, 0xe3, 0xf3, 0xf3, 0xf3])
  }

  @inline(__always)
  private func marks(_ offset: Int, of leads: [8 of UInt8]) -> UInt32 {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
      var marks: UInt32 = 0
      for index in leads.indices {
        marks |= unsafe vectors_equal32(bytes, leads[index])
      }
      return marks
    }
  }
}
