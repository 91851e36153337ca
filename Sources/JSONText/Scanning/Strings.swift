internal import CVectors

// Strings: what most bytes of a transcript are, hence the loop that decides the speed.

extension Scanner {
  /// Passes a string, from its opening quote, and says whether it holds an escape.
  @inline(__always)
  package func string(
    _ bytes: Span<UInt8>, _ quote: Int
  ) throws(JSONFault) -> (end: Int, escaped: Bool) {
    // Most strings are short, and end within the first look.
    let start = quote + 1
    let marks = bytes.specials(start)
    if marks != 0 {
      let position = start + marks.trailingZeroBitCount
      if bytes[position] == UInt8(ascii: "\"") { return (position + 1, false) }
      return try restOfString(bytes, position)
    }
    return try restOfString(bytes, start + 32)
  }

  /// Passes the rest of a string, from a byte inside it at which no escape or character goes on.
  @inline(never)
  func restOfString(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(JSONFault) -> (end: Int, escaped: Bool) {
    let found = bytes.stringEnd(from: start)
    if found.end != 0 { return (Int(found.end), found.has_escape != 0) }
    return try faultyRestOfString(bytes, Int(found.resume), isEscaped: found.has_escape != 0)
  }

  /// Passes the rest of a string in which something is wrong, byte by byte, and finds out what.
  func faultyRestOfString(
    _ bytes: Span<UInt8>, _ start: Int, isEscaped: Bool
  ) throws(JSONFault) -> (end: Int, escaped: Bool) {
    var position = start
    var escaped = isEscaped
    while true {
      switch bytes[position] {
      case UInt8(ascii: "\""): return (position + 1, escaped)
      case UInt8(ascii: "\\"):
        position = try escape(bytes, position)
        escaped = true
      case 0..<0x20: throw fault(.controlCharacter, at: position)
      case 0x80...: position = try longCharacter(bytes, position)
      default: position += 1
      }
    }
  }

  /// Passes one escape, from its backslash.
  @inline(__always)
  private func escape(_ bytes: Span<UInt8>, _ backslash: Int) throws(JSONFault) -> Int {
    switch bytes[backslash + 1] {
    case UInt8(ascii: "u"):
      let digits = bytes.halfWord(backslash + 2)
      if Hex.areDigits(digits) { return backslash + 6 }
      var position = backslash + 2
      while Hex.value(bytes[position]) != nil { position += 1 }
      throw fault(.invalidEscape, at: position)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return backslash + 2
    default:
      throw fault(.invalidEscape, at: backslash + 1)
    }
  }

  /// Passes one character of two to four bytes.
  ///
  /// - Throws: ``JSONFault/Reason/invalidUTF8`` at the character's first byte; overlong forms, surrogates
  ///   and values over U+10FFFF are no UTF-8 (RFC 3629).
  @inline(__always)
  private func longCharacter(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    let lead = bytes[start]
    let second = bytes[start + 1]
    let isSecond: Bool
    let length: Int
    switch lead {
    case 0xc2...0xdf:
      if second & 0xc0 == 0x80 { return start + 2 }
      (isSecond, length) = (false, 2)
    case 0xe0: (isSecond, length) = (second & 0xe0 == 0xa0, 3)
    case 0xed: (isSecond, length) = (second & 0xe0 == 0x80, 3)
    case 0xe1...0xef: (isSecond, length) = (second & 0xc0 == 0x80, 3)
    case 0xf0: (isSecond, length) = (second >= 0x90 && second <= 0xbf, 4)
    case 0xf1...0xf3: (isSecond, length) = (second & 0xc0 == 0x80, 4)
    case 0xf4: (isSecond, length) = (second & 0xf0 == 0x80, 4)
    default: throw fault(.invalidUTF8, at: start)
    }
    guard isSecond else { throw cutShort(start, 1, .invalidUTF8) }
    for index in 2..<max(length, 2) where bytes[start + index] & 0xc0 != 0x80 {
      throw cutShort(start, index, .invalidUTF8)
    }
    return start + length
  }

  /// Returns the fault of a sequence whose byte `index` is wrong: that the text ends, where it does.
  private func cutShort(_ start: Int, _ index: Int, _ reason: JSONFault.Reason) -> JSONFault {
    start + index >= end ? JSONFault(.unexpectedEnd, at: end) : JSONFault(reason, at: start)
  }
}

/// Hexadecimal digits.
public enum Hex {
  /// Returns the value of a digit, or nil where the byte is none.
  @inlinable public static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }

  /// Whether each of four bytes is a hexadecimal digit of either case.
  @inlinable @inline(__always)
  public static func areDigits(_ word: UInt32) -> Bool {
    let highs: UInt32 = 0x8080_8080
    guard word & highs == 0 else { return false }
    // Each sum reaches 0x80 in a byte that is over the limit; no byte carries into the next.
    let lower = word | 0x2020_2020
    let atLeastZero = word &+ 0x5050_5050
    let overNine = word &+ 0x4646_4646
    let atLeastA = lower &+ 0x1f1f_1f1f
    let overF = lower &+ 0x1919_1919
    let isDigit = atLeastZero & ~overNine
    let isLetter = atLeastA & ~overF
    return (isDigit | isLetter) & highs == highs
  }

  /// Returns the number that four hexadecimal digits write; of other bytes any number below 0x10000.
  ///
  /// - Parameter word: the digits, the first in the lowest byte.
  @inlinable @inline(__always)
  public static func number(_ word: UInt32) -> UInt32 {
    // A letter's low bits are its value less nine.
    let values = (word & 0x0f0f_0f0f) &+ (word >> 6 & 0x0101_0101) &* 9
    return (values & 0xf) << 12 | (values >> 8 & 0xf) << 8 | (values >> 16 & 0xf) << 4 | values >> 24
  }
}
