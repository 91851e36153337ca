// The message digests that ids are made of. None of them protects anything here: they turn names into short, equal ids.

/// MD5 (RFC 1321).
enum MD5 {
  /// The digest's sixteen bytes, as four little-endian words.
  typealias Digest = (UInt32, UInt32, UInt32, UInt32)

  /// The integer part of 2³² times the sine of 1 to 64 (RFC 1321, 3.4).
  private static let sines: [64 of UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]

  /// Returns the digest of a message.
  static func digest(_ message: Span<UInt8>) -> Digest {
    var state: Digest = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
    var words = [16 of UInt32](repeating: 0)
    for block in 0..<MessageBlocks.count(message.count) {
      MessageBlocks.load(block, of: message, prefix: nil, into: &words)
      if block == MessageBlocks.count(message.count) - 1 {
        let bits = UInt64(message.count) &* 8
        words[14] = UInt32(truncatingIfNeeded: bits).byteSwapped
        words[15] = UInt32(truncatingIfNeeded: bits >> 32).byteSwapped
      }
      add(words, to: &state)
    }
    return state
  }

  private static func add(_ words: [16 of UInt32], to state: inout Digest) {
    var (a, b, c, d) = state
    // Four steps at a time, so that the four words change their roles and not their places.
    for index in stride(from: 0, to: 16, by: 4) {
      step(&a, b, (b & c) | (~b & d), words[index], sines[index], 7)
      step(&d, a, (a & b) | (~a & c), words[index &+ 1], sines[index &+ 1], 12)
      step(&c, d, (d & a) | (~d & b), words[index &+ 2], sines[index &+ 2], 17)
      step(&b, c, (c & d) | (~c & a), words[index &+ 3], sines[index &+ 3], 22)
    }
    for index in stride(from: 16, to: 32, by: 4) {
      step(&a, b, (d & b) | (~d & c), words[(5 &* index &+ 1) & 15], sines[index], 5)
      step(&d, a, (c & a) | (~c & b), words[(5 &* index &+ 6) & 15], sines[index &+ 1], 9)
      step(&c, d, (b & d) | (~b & a), words[(5 &* index &+ 11) & 15], sines[index &+ 2], 14)
      step(&b, c, (a & c) | (~a & d), words[(5 &* index) & 15], sines[index &+ 3], 20)
    }
    for index in stride(from: 32, to: 48, by: 4) {
      step(&a, b, b ^ c ^ d, words[(3 &* index &+ 5) & 15], sines[index], 4)
      step(&d, a, a ^ b ^ c, words[(3 &* index &+ 8) & 15], sines[index &+ 1], 11)
      step(&c, d, d ^ a ^ b, words[(3 &* index &+ 11) & 15], sines[index &+ 2], 16)
      step(&b, c, c ^ d ^ a, words[(3 &* index &+ 14) & 15], sines[index &+ 3], 23)
    }
    for index in stride(from: 48, to: 64, by: 4) {
      step(&a, b, c ^ (b | ~d), words[(7 &* index) & 15], sines[index], 6)
      step(&d, a, b ^ (a | ~c), words[(7 &* index &+ 7) & 15], sines[index &+ 1], 10)
      step(&c, d, a ^ (d | ~b), words[(7 &* index &+ 14) & 15], sines[index &+ 2], 15)
      step(&b, c, d ^ (c | ~a), words[(7 &* index &+ 5) & 15], sines[index &+ 3], 21)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
  }

  @inline(__always)
  private static func step(
    _ a: inout UInt32, _ b: UInt32, _ mixed: UInt32, _ word: UInt32, _ sine: UInt32, _ count: UInt32
  ) {
    a = b &+ rotated(a &+ mixed &+ sine &+ word.byteSwapped, count)
  }
}

/// SHA-1 (RFC 3174).
enum SHA1 {
  /// The digest's twenty bytes, as five big-endian words.
  typealias Digest = (UInt32, UInt32, UInt32, UInt32, UInt32)

  /// Returns the digest of a message.
  ///
  /// - Parameter prefix: sixteen bytes that stand before the message, as two big-endian words; nil for none.
  static func digest(prefix: (UInt64, UInt64)? = nil, _ message: Span<UInt8>) -> Digest {
    var state: Digest = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0)
    var words = [16 of UInt32](repeating: 0)
    let count = message.count + (prefix == nil ? 0 : 16)
    for block in 0..<MessageBlocks.count(count) {
      MessageBlocks.load(block, of: message, prefix: prefix, into: &words)
      if block == MessageBlocks.count(count) - 1 {
        let bits = UInt64(count) &* 8
        words[14] = UInt32(truncatingIfNeeded: bits >> 32)
        words[15] = UInt32(truncatingIfNeeded: bits)
      }
      add(&words, to: &state)
    }
    return state
  }

  private static func add(_ words: inout [16 of UInt32], to state: inout Digest) {
    var (a, b, c, d, e) = state
    // Five steps at a time, so that the five words change their roles and not their places.
    for index in stride(from: 0, to: 20, by: 5) {
      step(a, &b, &e, ((b & c) | (~b & d)) &+ 0x5a82_7999, word(&words, index))
      step(e, &a, &d, ((a & b) | (~a & c)) &+ 0x5a82_7999, word(&words, index &+ 1))
      step(d, &e, &c, ((e & a) | (~e & b)) &+ 0x5a82_7999, word(&words, index &+ 2))
      step(c, &d, &b, ((d & e) | (~d & a)) &+ 0x5a82_7999, word(&words, index &+ 3))
      step(b, &c, &a, ((c & d) | (~c & e)) &+ 0x5a82_7999, word(&words, index &+ 4))
    }
    for index in stride(from: 20, to: 40, by: 5) {
      step(a, &b, &e, (b ^ c ^ d) &+ 0x6ed9_eba1, word(&words, index))
      step(e, &a, &d, (a ^ b ^ c) &+ 0x6ed9_eba1, word(&words, index &+ 1))
      step(d, &e, &c, (e ^ a ^ b) &+ 0x6ed9_eba1, word(&words, index &+ 2))
      step(c, &d, &b, (d ^ e ^ a) &+ 0x6ed9_eba1, word(&words, index &+ 3))
      step(b, &c, &a, (c ^ d ^ e) &+ 0x6ed9_eba1, word(&words, index &+ 4))
    }
    for index in stride(from: 40, to: 60, by: 5) {
      step(a, &b, &e, ((b & c) | (b & d) | (c & d)) &+ 0x8f1b_bcdc, word(&words, index))
      step(e, &a, &d, ((a & b) | (a & c) | (b & c)) &+ 0x8f1b_bcdc, word(&words, index &+ 1))
      step(d, &e, &c, ((e & a) | (e & b) | (a & b)) &+ 0x8f1b_bcdc, word(&words, index &+ 2))
      step(c, &d, &b, ((d & e) | (d & a) | (e & a)) &+ 0x8f1b_bcdc, word(&words, index &+ 3))
      step(b, &c, &a, ((c & d) | (c & e) | (d & e)) &+ 0x8f1b_bcdc, word(&words, index &+ 4))
    }
    for index in stride(from: 60, to: 80, by: 5) {
      step(a, &b, &e, (b ^ c ^ d) &+ 0xca62_c1d6, word(&words, index))
      step(e, &a, &d, (a ^ b ^ c) &+ 0xca62_c1d6, word(&words, index &+ 1))
      step(d, &e, &c, (e ^ a ^ b) &+ 0xca62_c1d6, word(&words, index &+ 2))
      step(c, &d, &b, (d ^ e ^ a) &+ 0xca62_c1d6, word(&words, index &+ 3))
      step(b, &c, &a, (c ^ d ^ e) &+ 0xca62_c1d6, word(&words, index &+ 4))
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: inout UInt32, _ e: inout UInt32, _ mixed: UInt32, _ word: UInt32
  ) {
    e = e &+ rotated(a, 5) &+ mixed &+ word
    b = rotated(b, 30)
  }

  /// Returns the schedule's word, which from the seventeenth on takes the place of the one sixteen before it.
  @inline(__always)
  private static func word(_ words: inout [16 of UInt32], _ index: Int) -> UInt32 {
    if index < 16 { return words[index] }
    let word = rotated(
      words[(index &- 3) & 15] ^ words[(index &- 8) & 15] ^ words[(index &- 14) & 15] ^ words[index & 15], 1)
    words[index & 15] = word
    return word
  }
}
