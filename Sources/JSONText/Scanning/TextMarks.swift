internal import CVectors

/// What stands out among 32 bytes of a text, one bit a byte, the first in the lowest bit.
package struct TextMarks {
  /// The decimal digits of ASCII.
  package let digits: UInt32

  /// The colons.
  package let colons: UInt32

  /// The at signs.
  package let ats: UInt32

  /// The characters that others may hide behind: per cent signs and backslashes.
  package let escapes: UInt32

  /// The first bytes of characters among which are the decimal digits of other scripts: Arabic-Indic (0xd9, 0xdb)
  /// and full-width (0xef).
  package let otherDigits: UInt32
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
        escapes: vectors_equal32(bytes, UInt8(ascii: "%")) | vectors_equal32(bytes, UInt8(ascii: "\\")),
        otherDigits: vectors_equal32(bytes, 0xd9) | vectors_equal32(bytes, 0xdb)
          | vectors_equal32(bytes, 0xef))
    }
  }
}
