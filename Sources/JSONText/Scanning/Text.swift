/// What the characters of a JSON string are, once its escapes are read.
package enum Text {
  /// Whether a range of bytes is that name.
  @inlinable
  package static func areEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ name: [UInt8]) -> Bool {
    guard range.count == name.count else { return false }
    for index in 0..<name.count where bytes[range.lowerBound + index] != name[index] { return false }
    return true
  }

  /// Whether a slice is a string of those characters, however it is written.
  package static func isEqual(_ bytes: Span<UInt8>, _ slice: Slice, to name: String) -> Bool {
    guard slice.kind == .string else { return false }
    if slice.flags.isEscaped { return unescaped(bytes, slice.content).elementsEqual(name.utf8) }
    guard slice.content.count == name.utf8.count else { return false }
    let start = slice.content.lowerBound
    var name = name
    return name.withUTF8 { name in
      for index in name.indices where unsafe bytes[start &+ index] != name[index] { return false }
      return true
    }
  }

  /// Whether a slice is a string that starts with those characters.
  package static func starts(_ bytes: Span<UInt8>, _ slice: Slice, with prefix: String) -> Bool {
    slice.kind == .string && unescaped(bytes, slice.content).starts(with: prefix.utf8)
  }

  /// Returns the characters of a string whose escapes were checked, as UTF-8.
  ///
  /// Half of a surrogate pair becomes U+FFFD, as it does in every encoder that writes UTF-8.
  ///
  /// - Parameter content: the offsets between the string's quotes.
  package static func unescaped(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    // Some callers put zeros behind it, as scanners need.
    text.reserveCapacity(content.count + Scanner.padding)
    var position = content.lowerBound
    while position < content.upperBound {
      let start = position
      if content.upperBound + 32 <= bytes.count {
        position = bytes.firstIndex(of: UInt8(ascii: "\\"), from: start, before: content.upperBound)
      } else {
        while position < content.upperBound, bytes[position] != UInt8(ascii: "\\") { position += 1 }
      }
      if position > start {
        unsafe bytes.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0[start..<position]) }
      }
      if position < content.upperBound { position = appendCharacter(bytes, position, to: &text) }
    }
    return text
  }

  /// Returns the characters of a string as UTF-8, or the digits of a number; nothing for any other value.
  package static func characters(_ bytes: Span<UInt8>, _ slice: Slice) -> [UInt8] {
    switch slice.kind {
    case .string: unescaped(bytes, slice.content)
    case .integer, .number: bytes.copied(slice.range)
    default: []
    }
  }

  /// Returns the characters of a string; half of a surrogate pair is U+FFFD, and counts for one.
  package static func scalars(_ bytes: Span<UInt8>, _ slice: Slice) -> String.UnicodeScalarView {
    String(decoding: unescaped(bytes, slice.content), as: UTF8.self).unicodeScalars
  }

  /// Returns the number of a string's characters; half of a surrogate pair counts for one.
  package static func scalarCount(_ bytes: Span<UInt8>, _ slice: Slice) -> Int {
    var (count, position) = (0, slice.content.lowerBound)
    let end = slice.content.upperBound
    while position < end {
      let next =
        slice.flags.isEscaped ? bytes.firstIndex(of: UInt8(ascii: "\\"), from: position, before: end) : end
      count += next - position - bytes.continuations(position..<next)
      position = next
      if position < end {
        position = endOfEscape(bytes, position)
        count += 1
      }
    }
    return count
  }

  /// Returns the offset behind an escape; both halves of a surrogate pair are one.
  private static func endOfEscape(_ bytes: Span<UInt8>, _ backslash: Int) -> Int {
    guard bytes[backslash + 1] == UInt8(ascii: "u") else { return backslash + 2 }
    let isPair =
      codeUnit(bytes, backslash + 2) & 0xfc00 == 0xd800
      && bytes.halfWord(backslash + 6) & 0xffff == 0x755c  // a backslash and a u
      && codeUnit(bytes, backslash + 8) & 0xfc00 == 0xdc00
    return backslash + (isPair ? 12 : 6)
  }

  /// Appends what stands at an offset, a byte or an escape, and returns the offset behind it.
  ///
  /// Used by readers that must know which byte of the text came from where.
  package static func appendCharacter(
    _ bytes: Span<UInt8>, _ position: Int, to text: inout [UInt8]
  ) -> Int {
    guard bytes[position] == UInt8(ascii: "\\") else {
      text.append(bytes[position])
      return position + 1
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"): return appendScalar(bytes, position, to: &text)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case let other: text.append(other)
    }
    return position + 2
  }

  private static func appendScalar(
    _ bytes: Span<UInt8>, _ position: Int, to text: inout [UInt8]
  ) -> Int {
    let unit = codeUnit(bytes, position + 2)
    if unit & 0xfc00 == 0xd800, bytes.halfWord(position + 6) & 0xffff == 0x755c {  // a backslash and a u
      let low = codeUnit(bytes, position + 8)
      if low & 0xfc00 == 0xdc00 {
        append(0x10000 + ((unit & 0x3ff) << 10 | low & 0x3ff), to: &text)
        return position + 12
      }
    }
    append(unit & 0xf800 == 0xd800 ? 0xfffd : unit, to: &text)
    return position + 6
  }

  /// Appends a character as UTF-8.
  @inline(__always)
  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    if value < 0x80 { return text.append(UInt8(truncatingIfNeeded: value)) }
    // How many bytes follow the first, each with six bits, and what the first says of that.
    let (following, mark): (UInt32, UInt32) =
      value < 0x800 ? (1, 0xc0) : value < 0x10000 ? (2, 0xe0) : (3, 0xf0)
    text.append(UInt8(truncatingIfNeeded: mark | value >> (6 * following)))
    for place in (0..<following).reversed() {
      text.append(UInt8(truncatingIfNeeded: 0x80 | value >> (6 * place) & 0x3f))
    }
  }

  /// Returns the offset of the first half of a surrogate pair that stands alone, or nil where there is none.
  package static func loneSurrogate(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Int? {
    var position = content.lowerBound
    while position < content.upperBound {
      guard bytes[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      guard bytes[position + 1] == UInt8(ascii: "u") else {
        position += 2
        continue
      }
      let unit = codeUnit(bytes, position + 2)
      if unit & 0xf800 != 0xd800 {
        position += 6
        continue
      }
      guard unit & 0xfc00 == 0xd800, position + 12 <= content.upperBound,
        bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
        codeUnit(bytes, position + 8) & 0xfc00 == 0xdc00
      else { return position }
      position += 12
    }
    return nil
  }

  /// Returns the offset at which the character stands that became a byte of the unescaped text.
  package static func sourceOffset(of offset: Int, in content: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var text: [UInt8] = []
    var position = content.lowerBound
    while position < content.upperBound {
      let next = appendCharacter(bytes, position, to: &text)
      if text.count > offset { break }
      position = next
    }
    return position
  }

  /// Returns the value of four hexadecimal digits; of other bytes any code unit.
  @inline(__always)
  static func codeUnit(_ bytes: Span<UInt8>, _ position: Int) -> UInt32 {
    Hex.number(bytes.halfWord(position))
  }
}
