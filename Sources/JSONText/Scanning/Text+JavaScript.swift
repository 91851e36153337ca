// Values as JavaScript handles them, on their JSON text: a string that is not changed keeps its spelling.

extension Text {
  /// Returns what is left of a string's content without the white space at both ends, as `String.prototype.trim` has it.
  ///
  /// Source: ECMA-262, "White Space" and "Line Terminators". Read in November 2026.
  package static func trimmed(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Range<Int> {
    var (start, end) = (content.upperBound, content.upperBound)
    var position = content.lowerBound
    while position < content.upperBound {
      let next = character(bytes, position)
      if next.scalar.map(isWhiteSpace) != true {
        if start == content.upperBound { start = position }
        end = next.end
      }
      position = next.end
    }
    return start..<max(start, end)
  }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0d, 0x20, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff:
      true
    default: false
    }
  }

  /// Returns the character at an offset of a string's content, and the offset behind it; nil for half of a surrogate pair.
  package static func character(
    _ bytes: Span<UInt8>, _ position: Int
  ) -> (scalar: Unicode.Scalar?, end: Int) {
    if bytes[position] < 0x80, bytes[position] != UInt8(ascii: "\\") {
      return (Unicode.Scalar(bytes[position]), position + 1)
    }
    var text: [UInt8] = []
    var end = appendCharacter(bytes, position, to: &text)
    if bytes[position] == UInt8(ascii: "\\") {
      let isHalf = text == [0xef, 0xbf, 0xbd] && loneSurrogate(bytes, position..<end) != nil
      if isHalf { return (nil, end) }
    } else {
      while bytes[end] & 0xc0 == 0x80 {
        text.append(bytes[end])
        end += 1
      }
    }
    return (String(decoding: text, as: UTF8.self).unicodeScalars.first, end)
  }
}

extension Slice {
  /// Whether JavaScript takes the value for true: anything but `null`, `false`, a number that is 0, and empty text.
  package func isTrueInJavaScript(_ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .absent, .null: return false
    case .bool: return isTrue(bytes)
    case .string: return !content.isEmpty
    case .object, .array: return true
    case .integer, .number:
      for position in range {
        switch bytes[position] {
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return true
        case UInt8(ascii: "e"), UInt8(ascii: "E"): return false
        default: break
        }
      }
      return false
    }
  }
}

/// A text put together of JSON strings, for changes that depend on what stands around a character.
package struct Characters: Sendable {
  /// The text as the content of a JSON string, and zeros behind it.
  private var content: [UInt8] = []

  /// Whether every byte of it is a character of its own: neither an escape nor a part of a longer one.
  private var isPlain = true

  package init() {}

  /// Adds plain text, of ASCII characters that need no escape.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes in unsafe content.append(contentsOf: bytes) }
  }

  /// Adds a quote.
  package mutating func appendQuote() {
    content.append(UInt8(ascii: "\\"))
    content.append(UInt8(ascii: "\""))
  }

  /// Adds the content of a string.
  package mutating func append(_ bytes: Span<UInt8>, _ content: Range<Int>) {
    for position in content {
      let byte = bytes[position]
      if byte >= 0x80 || byte == UInt8(ascii: "\\") { isPlain = false }
      self.content.append(byte)
    }
  }

  /// Returns the text in lower case, as `String.prototype.toLowerCase` has it, as the content of a JSON string.
  ///
  /// A character that stays keeps its spelling.
  ///
  /// Source: Unicode, "Default Case Conversion", with the final sigma of `SpecialCasing.txt`. Read in November 2026.
  package func lowercased() -> [UInt8] {
    if isPlain {
      return content.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    }
    let characters = spelledCharacters
    var text: [UInt8] = []
    for (index, character) in characters.enumerated() {
      guard let scalar = character.scalar else {
        text += character.spelling
        continue
      }
      let mapping =
        scalar == "\u{3a3}" && Self.isAtEndOfWord(index, characters)
        ? "\u{3c2}" : scalar.properties.lowercaseMapping
      text += mapping.unicodeScalars.elementsEqual([scalar]) ? character.spelling : Array(mapping.utf8)
    }
    return text
  }

  /// A character, nil for half of a surrogate pair, and how it was written.
  private typealias Spelled = (scalar: Unicode.Scalar?, spelling: [UInt8])

  private var spelledCharacters: [Spelled] {
    let padded = content + [UInt8](repeating: 0, count: Scanner.padding)
    var characters: [Spelled] = []
    var position = 0
    while position < content.count {
      let next = Text.character(padded.span, position)
      characters.append((next.scalar, Array(content[position..<next.end])))
      position = next.end
    }
    return characters
  }

  /// Whether a letter with case stands before a character and none behind it, apart from what casing ignores.
  private static func isAtEndOfWord(_ index: Int, _ characters: [Spelled]) -> Bool {
    func isCased(_ characters: some Sequence<Spelled>) -> Bool {
      for (scalar, _) in characters {
        guard let scalar else { return false }
        if scalar.properties.isCaseIgnorable { continue }
        return scalar.properties.isCased
      }
      return false
    }
    return isCased(characters[..<index].reversed()) && !isCased(characters[(index + 1)...])
  }
}
