internal import JSONText

/// A text in words: letters and digits that stand together. Of scripts that part no words by spaces each character is one.
struct WordText {
  struct Word {
    /// The offsets of its bytes in the text.
    let range: Range<Int>
    /// The number of its characters.
    let length: Int

    var isASCII: Bool { range.count == length }

    /// Returns the word as it is written, each letter with its marks as one character.
    func written(_ text: Span<UInt8>) -> [UInt8] {
      isASCII ? text.copied(range) : Array(ComposedText.composed(scalars(text)).utf8)
    }

    /// Returns the word with small letters, each letter with its marks as one character.
    func folded(_ text: Span<UInt8>) -> [UInt8] {
      isASCII
        ? text.copied(range).map(NormalForm.lowercased)
        : Array(ComposedText.composed(NormalForm.lowercased(scalars(text))).utf8)
    }

    private func scalars(_ text: Span<UInt8>) -> [Unicode.Scalar] {
      Array(String(decoding: text.copied(range), as: UTF8.self).unicodeScalars)
    }
  }

  private(set) var words: [Word] = []

  /// - Parameter text: characters as UTF-8, and 64 zero bytes behind them.
  init(_ text: Span<UInt8>, _ count: Int) {
    var start = -1
    var length = 0
    var position = 0
    func end(_ place: Int) {
      if start >= 0 { words.append(Word(range: start..<place, length: length)) }
      (start, length) = (-1, 0)
    }
    while position < count {
      let byte = text[position]
      let size = byte < 0x80 ? 1 : min(TextCharacter.length(text, position), count - position)
      switch Self.part(text, position, size) {
      case .none: end(position)
      case .word:
        end(position)
        words.append(Word(range: position..<position + size, length: 1))
      case .letter:
        if start < 0 { start = position }
        length += 1
      }
      position += size
    }
    end(count)
  }

  /// What a character is to the word that it is part of.
  private enum Part {
    case none, letter
    /// A word of its own.
    case word
  }

  private static func part(_ text: Span<UInt8>, _ position: Int, _ size: Int) -> Part {
    let byte = text[position]
    if byte < 0x80 { return TextCharacter.isLetterOrDigit(byte) ? .letter : .none }
    guard let scalar = Unicode.Scalar(TextCharacter.scalar(text, position, size)) else { return .none }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      break
    default: return .none
    }
    switch scalar.value {
    // Thai and Lao, Burmese, Khmer; Chinese and Japanese; Korean, whose particles touch a name.
    case 0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x2e80...0x9fff, 0xac00...0xd7af, 0xf900...0xfaff,
      0x20000...0x3ffff:
      return .word
    default: return .letter
    }
  }

  /// Returns the offsets of what stands between a word and the one before it.
  func gap(before index: Int) -> Range<Int> {
    words[index - 1].range.upperBound..<words[index].range.lowerBound
  }

  /// Whether a point or a comma joins digits at an end of some words with digits beside them.
  func isPartOfNumber(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    func isPoint(_ place: Int) -> Bool {
      place > 0 && (text[place] == UInt8(ascii: ".") || text[place] == UInt8(ascii: ","))
        && TextCharacter.isDigit(text[place - 1]) && TextCharacter.isDigit(text[place + 1])
    }
    return isPoint(words[range.lowerBound].range.lowerBound - 1)
      || isPoint(words[range.upperBound - 1].range.upperBound)
  }
}

/// How some words begin, to pass nearly all others at a glance.
struct WordStarts {
  /// A bit each for the first four letters of ASCII, small ones.
  private var bits: [4 of UInt64] = [0, 0, 0, 0]
  /// Whether one has another character among the first five.
  private var hasOthers = false

  /// Adds a word with small letters.
  mutating func add(_ folded: [UInt8]) {
    let padded = folded + [UInt8](repeating: 0, count: 5)
    guard let bit = Self.bit(padded.span, 0) else {
      hasOthers = true
      return
    }
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether one of the words may begin at an offset, where a word does.
  func mayBegin(_ text: Span<UInt8>, _ position: Int) -> Bool {
    guard let bit = Self.bit(text, position) else {
      // The sign for kelvin is a small k. Behind a letter of ASCII may stand one that is part of the word or not.
      return hasOthers || text[position] < 0x80 || text[position] == 0xe2
    }
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether one of the words may begin somewhere in a text.
  func mayBegin(in text: Span<UInt8>, _ count: Int) -> Bool {
    var isInWord = false
    for position in 0..<count {
      let byte = text[position]
      if byte >= 0x80 {
        // A letter or a mark: nothing tells yet whether a word begins or ends.
        if mayBegin(text, position) { return true }
        isInWord = false
      } else if TextCharacter.isLetterOrDigit(byte) {
        if !isInWord, mayBegin(text, position) { return true }
        isInWord = true
      } else {
        isInWord = false
      }
    }
    return false
  }

  /// Returns the bit of a word by its first four letters; nil if one of the first five characters is not ASCII.
  private static func bit(_ text: Span<UInt8>, _ position: Int) -> Int? {
    var key: UInt32 = 0
    for offset in 0..<5 {
      let byte = text[position + offset]
      if byte >= 0x80 { return nil }
      guard TextCharacter.isLetterOrDigit(byte) else { break }
      if offset < 4 { key = key << 8 | UInt32(NormalForm.lowercased(byte)) }
    }
    return Int((key &* 0x9e37_79b1) >> 24)
  }
}
