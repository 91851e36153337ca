// The message digests that ids are made of. None of them protects anything here: they turn names into short, equal ids.

/// MD5 (RFC 1321).
enum MD5 {
  private static let shifts: [[UInt32]] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

  /// The integer part of 2³² times the sine of 1 to 64 (RFC 1321, 3.4).
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]

  /// Returns the digest's sixteen bytes.
  static func digest(_ message: Span<UInt8>) -> [UInt8] {
    var state: (UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
    var block = MessageBlocks(countIsBigEndian: false)
    block.forEach(prefix: [], message) { words in
      var (a, b, c, d) = state
      for index in 0..<64 {
        let mixed: UInt32
        let word: Int
        switch index >> 4 {
        case 0: (mixed, word) = ((b & c) | (~b & d), index)
        case 1: (mixed, word) = ((d & b) | (~d & c), (5 &* index &+ 1) & 15)
        case 2: (mixed, word) = (b ^ c ^ d, (3 &* index &+ 5) & 15)
        default: (mixed, word) = (c ^ (b | ~d), (7 &* index) & 15)
        }
        let sum = a &+ mixed &+ sines[index] &+ words[word].byteSwapped
        (a, d, c, b) = (d, c, b, b &+ rotated(sum, shifts[index >> 4][index & 3]))
      }
      state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
    }
    return [state.0, state.1, state.2, state.3].flatMap { bytes(of: $0.byteSwapped) }
  }
}

/// SHA-1 (RFC 3174).
enum SHA1 {
  /// Returns the digest's twenty bytes.
  ///
  /// - Parameter prefix: what stands before the message.
  static func digest(prefix: [UInt8] = [], _ message: Span<UInt8>) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    var block = MessageBlocks(countIsBigEndian: true)
    block.forEach(prefix: prefix, message) { words in
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for index in 0..<80 {
        let slot = index & 15
        if index >= 16 {
          words[slot] = rotated(
            words[(slot &+ 13) & 15] ^ words[(slot &+ 8) & 15] ^ words[(slot &+ 2) & 15] ^ words[slot], 1)
        }
        let mixed: UInt32
        switch index {
        case 0..<20: mixed = ((b & c) | (~b & d)) &+ 0x5a82_7999
        case 20..<40: mixed = (b ^ c ^ d) &+ 0x6ed9_eba1
        case 40..<60: mixed = ((b & c) | (b & d) | (c & d)) &+ 0x8f1b_bcdc
        default: mixed = (b ^ c ^ d) &+ 0xca62_c1d6
        }
        let sum = rotated(a, 5) &+ mixed &+ e &+ words[slot]
        (e, d, c, b, a) = (d, c, rotated(b, 30), a, sum)
      }
      for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
    }
    return state.flatMap(bytes(of:))
  }
}

/// Cuts a message into blocks of sixteen big-endian words and pads the last, as MD5 and SHA-1 both demand.
private struct MessageBlocks {
  let countIsBigEndian: Bool

  /// Calls a function with each block; it may use the words as it likes.
  mutating func forEach(
    prefix: [UInt8], _ message: Span<UInt8>, _ body: (inout InlineArray<16, UInt32>) -> Void
  ) {
    let total = prefix.count + message.count
    let blocks = (total + 9 + 63) / 64
    var words = InlineArray<16, UInt32>(repeating: 0)
    for block in 0..<blocks {
      for word in 0..<16 {
        var value: UInt32 = 0
        for byte in 0..<4 {
          let index = block * 64 + word * 4 + byte
          let next: UInt8 =
            index < prefix.count ? prefix[index] : index < total ? message[index - prefix.count]
            : index == total ? 0x80 : 0
          value = value << 8 | UInt32(next)
        }
        words[word] = value
      }
      if block == blocks - 1 {
        let bits = UInt64(total) * 8
        let (high, low) = (UInt32(truncatingIfNeeded: bits >> 32), UInt32(truncatingIfNeeded: bits))
        (words[14], words[15]) = countIsBigEndian ? (high, low) : (low.byteSwapped, high.byteSwapped)
      }
      body(&words)
    }
  }
}

@inline(__always)
private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &<< count | word &>> (32 &- count) }

private func bytes(of word: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
}
