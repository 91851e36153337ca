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
    unsafe at32(offset) { bytes in
      unsafe TextMarks(
        digits: vectors_digits32(bytes),
        colons: vectors_equal32(bytes, UInt8(ascii: ":")),
        ats: vectors_equal32(bytes, UInt8(ascii: "@")),
        escapes: vectors_equal32(bytes, UInt8(ascii: "%")) | vectors_equal32(bytes, UInt8(ascii: "\\"))
          | vectors_equal32(bytes, UInt8(ascii: "&")),
        others: vectors_others32(bytes))
    }
  }

  /// Returns which of the 32 bytes at that offset are decimal digits of ASCII.
  package func digitMarks(_ offset: Int) -> UInt32 {
    unsafe at32(offset) { unsafe vectors_digits32($0) }
  }

  /// Returns which of the 32 bytes at that offset are digits or colons.
  package func numberMarks(_ offset: Int) -> UInt32 {
    unsafe at32(offset) { bytes in
      unsafe vectors_digits32(bytes) | vectors_equal32(bytes, UInt8(ascii: ":"))
    }
  }

  /// Returns which of the 32 bytes at that offset belong to characters outside ASCII.
  package func otherMarks(_ offset: Int) -> UInt32 {
    unsafe at32(offset) { unsafe vectors_others32($0) }
  }

  /// Returns behind which of the 32 bytes at that offset letters or digits may hide: ``TextMarks/escapes``, and the first bytes of
  /// some characters outside ASCII (``leadMarks(_:)``, ``otherLeadMarks(_:)``).
  package func hidingMarks(_ offset: Int) -> UInt32 {
    let (escapes, others) = unsafe at32(offset) { bytes in
      unsafe (
        vectors_equal32(bytes, UInt8(ascii: "%")) | vectors_equal32(bytes, UInt8(ascii: "\\"))
          | vectors_equal32(bytes, UInt8(ascii: "&")),
        vectors_others32(bytes)
      )
    }
    return others == 0 ? escapes : escapes | leadMarks(offset) | otherLeadMarks(offset)
  }

  /// Returns which of the 32 bytes at that offset begin an escape of a character that stands for nothing but itself: a letter of
  /// Latin, Cyrillic, Armenian or Hebrew, or a Chinese character (U+00C0 to U+02FF, U+0400 to U+05FF, U+4000 to U+9FFF).
  ///
  /// Two digits are not looked at, nor whether the backslash is escaped. At least 36 bytes follow the offset.
  package func ordinaryEscapeMarks(_ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 36 <= count)
    return unsafe at32(offset) { unsafe vectors_ordinary_escapes32($0) }
  }

  /// Returns which of the 32 bytes at that offset are one of two.
  package func marks(_ offset: Int, of one: UInt8, or other: UInt8) -> UInt32 {
    unsafe at32(offset) { bytes in
      unsafe vectors_equal32(bytes, one) | vectors_equal32(bytes, other)
    }
  }

  /// Returns the first offset in a range where two bytes stand side by side; its end if they stand nowhere.
  ///
  /// - Parameters:
  ///   - first: the first byte; of a letter of ASCII the case is ignored.
  ///   - second: the byte behind it, in the same way.
  ///   - range: the offsets of the first byte; at least 64 bytes stand behind them.
  ///   - version: one of the versions that the processor can run; the best of them where none is named.
  package func firstPair(
    _ first: UInt8, _ second: UInt8, in range: Range<Int>, version: Int32? = nil
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound &+ 64 <= count)
    func caseOf(_ byte: UInt8) -> UInt8 {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 ? 0x20 : 0
    }
    let pair = vectors_pair(
      first: first | caseOf(first), first_case: caseOf(first), second: second | caseOf(second),
      second_case: caseOf(second))
    return unsafe withUnsafeBufferPointer { buffer in
      let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped
      let (start, end) = (UInt64(range.lowerBound), UInt64(range.upperBound))
      if let version { return unsafe Int(vectors_pair_search_by(version, bytes, start, end, pair)) }
      return unsafe Int(vectors_pair_search(bytes, start, end, pair))
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
  private func otherLeadMarks(_ offset: Int) -> UInt32 {
    marks(offset, of: [0xc2, 0xcc, 0xcd, 0xe2, 0xe3, 0xf3, 0xf3, 0xf3])
  }

  @inline(__always)
  private func marks(_ offset: Int, of leads: [8 of UInt8]) -> UInt32 {
    unsafe at32(offset) { bytes in
      var marks: UInt32 = 0
      for index in leads.indices {
        marks |= unsafe vectors_equal32(bytes, leads[index])
      }
      return marks
    }
  }

  /// Calls a function with the 32 bytes at that offset.
  @inline(__always)
  private func at32<Marks>(_ offset: Int, _ body: (UnsafeRawPointer) -> Marks) -> Marks {
    precondition(offset >= 0 && offset &+ 32 <= count)
    return unsafe withUnsafeBytes { buffer in unsafe body(buffer.baseAddress.unsafelyUnwrapped + offset) }
  }
}
