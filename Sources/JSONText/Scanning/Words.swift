// Eight bytes at a time: the loads that the scanner is made of, and the arithmetic that finds a byte in a word.

extension Span<UInt8> {
  /// Returns the eight bytes at that offset, the first one in the lowest bits.
  ///
  /// The span's own bounds hold: a load behind its end traps.
  @inlinable @inline(__always)
  package func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns the four bytes at that offset, the first one in the lowest bits.
  @inlinable @inline(__always)
  package func halfWord(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Returns the sixteen bytes at that offset.
  @inlinable @inline(__always)
  package func sixteen(_ offset: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }
}

/// Arithmetic on eight bytes at once.
package enum Word {
  @inlinable @inline(__always)
  package static var lows: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always)
  package static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Returns a word whose lowest set bit is the high bit of the first byte that ends a run of plain
  /// string characters: a quote, a backslash, a control character, or a byte of a longer UTF-8 sequence.
  @inlinable @inline(__always)
  package static func specials(_ word: UInt64) -> UInt64 {
    let control = word &- 0x2020_2020_2020_2020
    let quote = (word ^ 0x2222_2222_2222_2222) &- lows
    let backslash = (word ^ 0x5c5c_5c5c_5c5c_5c5c) &- lows
    return (control | quote | backslash | word) & highs
  }

  /// Returns a word whose lowest set bit is the high bit of the first byte that is not a decimal digit.
  @inlinable @inline(__always)
  package static func nonDigits(_ word: UInt64) -> UInt64 {
    let above = word &+ 0x4646_4646_4646_4646  // a byte over "9" reaches 0x80
    let below = word &- 0x3030_3030_3030_3030  // a byte under "0" borrows
    return (above | below | word) & highs
  }

  /// Returns the index of the byte in which the lowest set bit lies.
  @inlinable @inline(__always)
  package static func firstByte(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }
}
