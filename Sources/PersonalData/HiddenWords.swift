internal import JSONText

/// Where letters and digits of ASCII may stand in a text in another way.
enum HiddenWords {
  /// Whether an escape may begin with a byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&")
  }

  /// Whether what begins at an offset hides a letter or a digit, is a mark on one, or is not seen beside one.
  ///
  /// - Parameter bytes: JSON, or its characters; at least 32 bytes stand behind the offset.
  static func hides(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "%"): hidesInLink(bytes, place)
    case UInt8(ascii: "\\"): hidesInCode(bytes, place)
    case UInt8(ascii: "&"):
      CharacterReference(bytes, place).map { hides($0.character, bytes, place + $0.length) } ?? false
    default: hidesAsItIs(bytes, place)
    }
  }

  private static func hidesInLink(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard let first = escaped(bytes, place) else { return false }
    var (value, end) = (UInt32(first), place + 3)
    if first >= 0xc0 {
      let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      value &= 0x7f >> UInt32(length)
      for _ in 1..<length {
        // A character may be cut off, or be escaped in part.
        guard let next = escaped(bytes, end), next & 0xc0 == 0x80 else { return true }
        value = value << 6 | UInt32(next & 0x3f)
        end += 3
      }
    }
    return Unicode.Scalar(value).map { hides($0, bytes, end) } ?? false
  }

  private static func escaped(_ bytes: Span<UInt8>, _ place: Int) -> UInt8? {
    guard bytes[place] == UInt8(ascii: "%"), let high = Hex.value(bytes[place + 1]),
      let low = Hex.value(bytes[place + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func hidesInCode(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard bytes[place + 1] == UInt8(ascii: "u") else { return false }
    let digits = bytes.halfWord(place + 2)
    guard Hex.areDigits(digits) else { return false }
    let value = Hex.number(digits)
    if isOrdinary(value) { return false }
    // The first halves of mathematical digits, and of tags that nobody sees.
    guard let character = Unicode.Scalar(value) else { return value == 0xd835 || value == 0xdb40 }
    return hides(character, bytes, place + 6)
  }

  /// Whether an escaped character hides something, by what stands behind it.
  private static func hides(_ character: Unicode.Scalar, _ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard character.isASCII else {
      return switch look(of: character.value) {
      case .form, .unseen: true
      case .itself: false
      }
    }
    let byte = UInt8(truncatingIfNeeded: character.value)
    // An escape that is escaped.
    if mayBegin(byte) { return bytes[end] > 0x20 && bytes[end] != UInt8(ascii: "\"") }
    return TextCharacter.isLetterOrDigit(byte)
  }

  private static func hidesAsItIs(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    let length = TextCharacter.length(bytes, place)
    let scalar = TextCharacter.scalar(bytes, place, length)
    switch look(of: scalar) {
    case .form: return true
    case .itself: return false
    case .unseen:
      return TextCharacter.isLetterOrDigit(bytes[place + length]) || mayBegin(bytes[place + length])
        || (place > 0 && TextCharacter.isLetterOrDigit(bytes[place - 1]))
    }
  }

  /// Whether a code unit of UTF-16 stands for nothing but itself, whatever is beside it.
  private static func isOrdinary(_ unit: UInt32) -> Bool {
    ordinary[Int(unit >> 6)] >> UInt64(unit & 0x3f) & 1 != 0
  }

  /// The bits of the code units of UTF-16 that are ordinary, 64 a word: texts in other scripts have an escape for each letter.
  private static let ordinary: [UInt64] = (0..<0x400).map { word in
    (0..<0x40).reduce(0) { bits, bit in
      let unit = UInt32(word << 6 | bit)
      guard unit >= 0x80, let character = Unicode.Scalar(unit), case .itself = look(of: character.value)
      else { return bits }
      return bits | 1 << UInt64(bit)
    }
  }

  /// What people see in a character beyond ASCII.
  private enum Look {
    case itself
    /// A letter, a digit or the beginning of an escape.
    case form
    /// Nothing, or a mark on the letter before it.
    case unseen
  }

  private static func look(of scalar: UInt32) -> Look {
    if 0x300...0x36f ~= scalar { return .unseen }
    // The sign for kelvin is a small k.
    if scalar == 0x212a { return .form }
    return switch FoldedText.fold(scalar) {
    case .ascii(let byte): TextCharacter.isLetterOrDigit(byte) || mayBegin(byte) ? .form : .itself
    case .nothing, .unseen: .unseen
    case .same, .dot: .itself
    }
  }
}
