internal import CVectors

// Eight bytes at a time: the loads that the scanner is made of, and the arithmetic that finds a byte in a word.

extension Span<UInt8> {
  /// Returns the eight bytes at that offset, the first one in the lowest bits.
  ///
  /// A load beyond the end of the span traps.
  @inlinable @inline(__always)
  public func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns the four bytes at that offset, the first one in the lowest bits.
  @inlinable @inline(__always)
  public func halfWord(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Passes the rest of a JSON string, 64 bytes at a time.
  ///
  /// - Parameters:
  ///   - start: an offset inside the string, at which no escape or character goes on.
  ///   - version: one of the versions that the processor can run; the best of them where none is named.
  func stringEnd(from start: Int, version: Int32? = nil) -> vectors_string {
    unsafe lookAhead(from: start) { bytes, start, limit in
      if let version { return unsafe vectors_string_end_by(version, bytes, start, limit) }
      return unsafe vectors_string_end(bytes, start, limit)
    }
  }

  /// Calls C with an offset and with the last one at which 64 bytes can be read; where that is before it, there is no end.
  @inline(__always)
  private func lookAhead(
    from start: Int, _ body: (UnsafePointer<UInt8>, UInt64, UInt64) -> vectors_string
  ) -> vectors_string {
    precondition(start >= 0)
    guard count >= start + 64 else {
      return vectors_string(end: 0, resume: UInt64(start), has_escape: 0)
    }
    return unsafe withUnsafeBufferPointer { buffer in
      unsafe body(buffer.baseAddress.unsafelyUnwrapped, UInt64(start), UInt64(count - 64))
    }
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

  /// Returns a bit for each of the 32 bytes at that offset that is a quote or a backslash.
  @inline(__always)
  func quotes(_ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      unsafe vectors_quotes32(buffer.baseAddress.unsafelyUnwrapped + offset)
    }
  }

  /// Returns a copy of a range of the bytes.
  package func copied(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }

  /// Returns the number of bytes that continue a character of UTF-8, which start with the bits 10.
  ///
  /// At least 8 readable bytes follow the range.
  func continuations(_ range: Range<Int>) -> Int {
    var (count, position) = (0, range.lowerBound)
    while position < range.upperBound {
      let word = word(position)
      var marks = word & ~(word &<< 1) & Word.highs
      let left = range.upperBound - position
      if left < 8 { marks &= (1 &<< UInt64(left * 8)) &- 1 }
      count += marks.nonzeroBitCount
      position += 8
    }
    return count
  }

  /// Returns the offset of the first byte of that value from an offset on; `end` where there is none before it.
  ///
  /// At least 32 readable bytes follow `end`.
  package func firstIndex(of byte: UInt8, from start: Int, before end: Int) -> Int {
    precondition(start >= 0 && end &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in
      var position = start
      while position < end {
        let marks = unsafe vectors_equal32(buffer.baseAddress.unsafelyUnwrapped + position, byte)
        if marks != 0 { return Swift.min(position &+ marks.trailingZeroBitCount, end) }
        position &+= 32
      }
      return end
    }
  }

  /// Returns the offset behind the string that begins at a quote, in text that was checked before.
  ///
  /// At least 32 readable bytes follow the string.
  package func endOfSoundString(_ quote: Int) -> Int { soundString(quote).end }

  /// The same, and whether the string holds an escape.
  func soundString(_ quote: Int) -> (end: Int, isEscaped: Bool) {
    // Most strings are short, and end within the first look.
    let marks = quotes(quote &+ 1)
    let first = quote &+ 1 &+ marks.trailingZeroBitCount
    if marks != 0, self[first] == UInt8(ascii: "\"") { return (first &+ 1, false) }
    let found = soundStringEnd(from: marks == 0 ? quote &+ 33 : first)
    if found.end != 0 { return (Int(found.end), found.has_escape != 0) }
    // The bytes end soon: the last ones are looked at one by one.
    var position = first
    var isEscaped = false
    while self[position] != UInt8(ascii: "\"") {
      let isEscape = self[position] == UInt8(ascii: "\\")
      isEscaped = isEscaped || isEscape
      position &+= isEscape ? 2 : 1
    }
    return (position &+ 1, isEscaped)
  }

  /// Looks for the end of a sound string, 64 bytes at a time.
  ///
  /// - Parameters:
  ///   - start: an offset inside the string, at which no escape goes on.
  ///   - version: one of the versions that the processor can run; the best of them where none is named.
  func soundStringEnd(from start: Int, version: Int32? = nil) -> vectors_string {
    unsafe lookAhead(from: start) { bytes, start, limit in
      if let version { return unsafe vectors_sound_string_end_by(version, bytes, start, limit) }
      return unsafe vectors_sound_string_end(bytes, start, limit)
    }
  }
}

/// Arithmetic on eight bytes at once.
public enum Word {
  @inlinable @inline(__always)
  public static var lows: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always)
  public static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Returns a word whose lowest set bit is the high bit of the first byte that a JSON string must escape: a quote, a backslash
  /// or a control character.
  @inlinable @inline(__always)
  public static func escapes(_ word: UInt64) -> UInt64 {
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5c5c_5c5c_5c5c_5c5c
    let control = (word &- 0x2020_2020_2020_2020) & ~word
    return (control | (quote &- lows) & ~quote | (backslash &- lows) & ~backslash) & highs
  }

  /// Returns a word whose lowest set bit is the high bit of the first byte that is not a decimal digit.
  @inlinable @inline(__always)
  public static func nonDigits(_ word: UInt64) -> UInt64 {
    let above = word &+ 0x4646_4646_4646_4646  // a byte over "9" reaches 0x80
    let below = word &- 0x3030_3030_3030_3030  // a byte under "0" borrows
    return (above | below | word) & highs
  }

  /// Returns the number in the first `count` bytes of a word, which must be decimal digits, at most eight; 0 if `count` is 0.
  @inlinable @inline(__always)
  public static func decimal(_ word: UInt64, count: Int) -> UInt64 {
    // The digits are moved to the word's upper end, behind zeros; then pairs, fours and eights are put together.
    var sum = (word & 0x0f0f_0f0f_0f0f_0f0f) << UInt64((8 &- count) &* 8)
    sum = (sum &* 2561) &>> 8 & 0x00ff_00ff_00ff_00ff
    sum = (sum &* 6_553_601) &>> 16 & 0x0000_ffff_0000_ffff
    return (sum &* 42_949_672_960_001) &>> 32
  }

  /// Returns a word whose lowest set bit is the high bit of the first byte of that value.
  @inlinable @inline(__always)
  public static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (UInt64(byte) &* lows)
    return (difference &- lows) & ~difference & highs
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

  /// Returns the index of the byte that contains the lowest set bit.
  @inlinable @inline(__always)
  public static func firstByte(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }
}
