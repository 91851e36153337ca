internal import JSONText

/// A text in which characters stand as ASCII that people take for ASCII: digits of all scripts, full-width forms, the spaces and
/// hyphens of Unicode; without the characters that nobody sees.
///
/// The forms of addresses and numbers are described for ASCII alone; this is what they are looked for in.
enum FoldedText {
  /// What becomes of a character.
  enum Fold {
    case same
    case ascii(UInt8)

    /// A dot, between two digits.
    case dot

    /// Nothing.
    case nothing

    /// Nothing; or that byte, for whoever puts it where a number has a mark.
    case unseen(UInt8)
  }

  /// Returns the text, or nil where it is the same.
  ///
  /// - Parameter breaks: whether a character that nobody sees, and that allows or forbids a break, becomes a mark.
  static func folded(_ source: Span<UInt8>, _ count: Int, breaks: Bool) -> (
    text: DerivedText, isBroken: Bool
  )? {
    guard var position = firstOther(source, count) else { return nil }
    var text = DerivedText(capacity: count)
    for offset in 0..<position { text.append(source[offset], from: offset) }
    var isSame = true
    var isBroken = false
    while position < count {
      let first = source[position]
      if first < 0x80 {
        text.append(first, from: position)
        position += 1
        continue
      }
      let length = min(TextCharacter.length(source, position), count - position)
      switch fold(TextCharacter.scalar(source, position, length)) {
      case .ascii(let byte):
        isSame = false
        text.append(byte, from: position)
      case .dot where isBetweenDigits(source, text, position + length):
        isSame = false
        text.append(UInt8(ascii: "."), from: position)
      case .same, .dot:
        for offset in position..<position + length { text.append(source[offset], from: offset) }
      case .nothing: isSame = false
      case .unseen(let byte):
        (isSame, isBroken) = (false, true)
        if breaks { text.append(byte, from: position) }
      }
      position += length
    }
    if isSame { return nil }
    text.end(at: count)
    return (text, isBroken)
  }

  private static func firstOther(_ text: Span<UInt8>, _ count: Int) -> Int? {
    for block in stride(from: 0, to: count, by: 32) {
      let others = text.otherMarks(block)
      if others == 0 { continue }
      let position = block + others.trailingZeroBitCount
      return position < count ? position : nil
    }
    return nil
  }

  private static func isBetweenDigits(_ source: Span<UInt8>, _ text: DerivedText, _ next: Int) -> Bool {
    guard let last = text.text.last, TextCharacter.isDigit(last) else { return false }
    if source[next] < 0x80 { return TextCharacter.isDigit(source[next]) }
    guard case .ascii(let byte) = fold(TextCharacter.scalar(source, next, TextCharacter.length(source, next)))
    else { return false }
    return TextCharacter.isDigit(byte)
  }

  /// Returns what becomes of a character.
  static func fold(_ scalar: UInt32) -> Fold {
    switch scalar {
    // ASCII; letters of Latin, Greek, Cyrillic and Hebrew; Chinese, Japanese and Korean signs: nearly all that texts have.
    case 0..<0x80, 0xb8..<0x034f, 0x0350..<0x061c, 0x3165..<0xa620, 0xac00..<0xfe00: return .same
    case 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: return .ascii(UInt8(ascii: " "))
    case 0x2028, 0x2029: return .ascii(UInt8(ascii: "\n"))
    case 0xad: return .unseen(UInt8(ascii: "-"))
    case 0x061c, 0x180e, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff:
      return .unseen(UInt8(ascii: " "))
    // Joiners, selectors of a glyph, the frame of a key, tags.
    case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180d, 0x180f, 0x20e3, 0x3164, 0xfe00...0xfe0f,
      0xffa0,
      0xfff9...0xfffb, 0xe0000...0xe0fff:
      return .nothing
    case 0x2010...0x2015, 0x2043, 0x2212, 0xfe58, 0xfe63: return .ascii(UInt8(ascii: "-"))
    case 0xb7, 0x2022, 0x2219, 0x22c5, 0x30fb: return .dot
    case 0x2024, 0xfe52: return .ascii(UInt8(ascii: "."))
    case 0x2044, 0x2215: return .ascii(UInt8(ascii: "/"))
    case 0xa789, 0xfe55: return .ascii(UInt8(ascii: ":"))
    case 0x2795, 0xfe62: return .ascii(UInt8(ascii: "+"))
    case 0xfe59: return .ascii(UInt8(ascii: "("))
    case 0xfe5a: return .ascii(UInt8(ascii: ")"))
    case 0xfe60: return .ascii(UInt8(ascii: "&"))
    case 0xfe6a: return .ascii(UInt8(ascii: "%"))
    case 0xfe6b: return .ascii(UInt8(ascii: "@"))
    case 0xff01...0xff5e: return isPart(scalar) ? .ascii(UInt8(truncatingIfNeeded: scalar &- 0xfee0)) : .same
    case 0x1d7ce...0x1d7ff:
      return .ascii(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: (scalar - 0x1d7ce) % 10))
    default:
      guard let value = digit(scalar) else { return .same }
      return .ascii(UInt8(ascii: "0") + value)
    }
  }

  /// Whether a full-width form is a letter, a digit, or a mark that addresses and numbers have: the others end a sentence.
  private static func isPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    // With the colon and the at sign; then #%&()+-./=_.
    case 0xff10...0xff1a, 0xff20...0xff3a, 0xff41...0xff5a: true
    case 0xff03, 0xff05, 0xff06, 0xff08, 0xff09, 0xff0b, 0xff0d...0xff0f, 0xff1d, 0xff3f: true
    default: false
    }
  }

  /// Returns the value of a decimal digit outside ASCII; of the full-width ones and the mathematical ones others are asked.
  private static func digit(_ scalar: UInt32) -> UInt8? {
    var (low, high) = (0, zeros.count)
    while low < high {
      let middle = (low + high) / 2
      if zeros[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    guard low > 0, scalar - zeros[low - 1] < 10 else { return nil }
    return UInt8(truncatingIfNeeded: scalar - zeros[low - 1])
  }

  /// The zeros of the scripts that have decimal digits of their own and are in use (Unicode, General_Category=Nd).
  private static let zeros: [UInt32] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
    0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
  ]
}
