/// Cuts a message into blocks of sixteen big-endian words, and pads the last: 0x80, zeros, room for the count of bits.
enum MessageBlocks {
  /// Returns how many blocks a message of that many bytes has.
  static func count(_ bytes: Int) -> Int { (bytes + 9 + 63) / 64 }

  /// Loads one block.
  static func load(
    _ block: Int, of message: Span<UInt8>, prefix: (UInt64, UInt64)? = nil, into words: inout [16 of UInt32]
  ) {
    var first = 0
    var offset = block * 64
    if let prefix {
      offset -= 16
      if block == 0 {
        words[0] = UInt32(truncatingIfNeeded: prefix.0 >> 32)
        words[1] = UInt32(truncatingIfNeeded: prefix.0)
        words[2] = UInt32(truncatingIfNeeded: prefix.1 >> 32)
        words[3] = UInt32(truncatingIfNeeded: prefix.1)
        (first, offset) = (4, 0)
      }
    }
    for index in first..<16 {
      words[index] = word(message, offset)
      offset += 4
    }
  }

  @inline(__always)
  private static func word(_ message: Span<UInt8>, _ offset: Int) -> UInt32 {
    if offset + 4 <= message.count {
      return unsafe UInt32(
        bigEndian: message.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    var word: UInt32 = 0
    for byte in offset..<offset + 4 {
      let next: UInt8 = byte < message.count ? message[byte] : byte == message.count ? 0x80 : 0
      word = word &<< 8 | UInt32(next)
    }
    return word
  }
}

/// Returns a word whose bits moved that many places to the left, the highest ones to the right end.
@inline(__always)
func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &<< count | word &>> (32 &- count) }
