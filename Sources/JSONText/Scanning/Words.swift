internal import CVectors

// Eight bytes at a time: the loads that the scanner is made of, and the arithmetic that finds a byte in a word.

extension Span<UInt8> {
  /// Returns the eight bytes at that offset, the first one in the lowest bits.
  ///
  /// The span's own bounds hold: a load behind its end traps.
  @inlinable @inline(__always)
  public func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns the four bytes at that offset, the first one in the lowest bits.
  @inlinable @inline(__always)
  public func halfWord(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Returns a bit for each of the 32 bytes at that offset that is no plain character of a string, the first in the
  /// lowest bit: a quote, a backslash, a control character, or a byte of a longer UTF-8 sequence.
  @inline(__always)
  func specials(_ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      unsafe vectors_specials32(buffer.baseAddress.unsafelyUnwrapped + offset)
    }
  }
}

/// Arithmetic on eight bytes at once.
public enum Word {
  @inlinable @inline(__always)
  public static var lows: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always)
  public static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Returns a word whose lowest set bit is the high bit of the first byte that is not a decimal digit.
  @inlinable @inline(__always)
  public static func nonDigits(_ word: UInt64) -> UInt64 {
    let above = word &+ 0x4646_4646_4646_4646  // a byte over "9" reaches 0x80
    let below = word &- 0x3030_3030_3030_3030  // a byte under "0" borrows
    return (above | below | word) & highs
  }

  /// Returns the eight lower-case hexadecimal digits of a number, the highest in the lowest byte.
  @inlinable @inline(__always)
  public static func hexDigits(_ number: UInt32) -> UInt64 {
    // One half byte to each byte: spread out twice, then halve once more.
    var word = UInt64(number)
    word = (word &<< 16 | word) & 0x0000_ffff_0000_ffff
    word = (word &<< 8 | word) & 0x00ff_00ff_00ff_00ff
    word = (word &<< 4 | word) & 0x0f0f_0f0f_0f0f_0f0f
    let isLetter = (word &+ 0x0606_0606_0606_0606) &>> 4 & lows
    return (word &+ 0x3030_3030_3030_3030 &+ isLetter &* 0x27).byteSwapped
  }

  /// Returns the index of the byte in which the lowest set bit lies.
  @inlinable @inline(__always)
  public static func firstByte(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }
}
