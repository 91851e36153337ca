internal import JSONText

extension KnownValues {
  /// Finds where a value of a document may stand a second time in it: no place where it does is missing, if
  /// ``mayHideWords(_:_:besides:)`` is false for the document and for the value.
  ///
  /// Looks for the value's words in the document as it is written, at the speed of memory: nearly every record has its values where
  /// they belong, and nowhere else.
  ///
  /// - Parameters:
  ///   - value: the offsets of the value's characters.
  ///   - text: what it is read in, with something behind it: the document, or a text without escapes.
  ///   - document: the offsets of the document; at least 64 bytes stand behind it.
  ///   - isReplaced: whether what stands at an offset is replaced already.
  ///   - places: gets an offset in each of them, in any order.
  /// - Returns: false if it may stand anywhere, for it has words without two letters of ASCII.
  package static func find(
    _ value: Range<Int>, of text: Span<UInt8>, _ kind: Kind, in bytes: Span<UInt8>, _ document: Range<Int>,
    besides isReplaced: (Int) -> Bool, into places: inout [Int]
  ) -> Bool {
    if kind == .phone {
      return find(digits: value, of: text, in: bytes, document, besides: isReplaced, into: &places)
    }
    var isLookedFor = false
    var longest = value.lowerBound..<value.lowerBound
    // A name without digits may stand in part; of everything else that has many words the longest tells.
    let isOfLetters = kind == .name && !value.contains { TextCharacter.isDigit(text[$0]) }
    var position = value.lowerBound
    while position < value.upperBound {
      var end = position
      while end < value.upperBound, TextCharacter.isLetterOrDigit(text[end]) { end += 1 }
      let run = position..<end
      if run.count > longest.count { longest = run }
      // Beside a letter of another script two are a part of a word.
      let isPart =
        end < value.upperBound && text[end] >= 0x80
        || position > value.lowerBound && text[position - 1] >= 0x80
      if isOfLetters, run.count >= (isPart ? 2 : 3) {
        isLookedFor = true
        find(run, of: text, in: bytes, document, besides: isReplaced, into: &places)
      }
      while end < value.upperBound, text[end] >= 0x80 { end += 1 }
      // Three characters may be a word of their own.
      if isOfLetters, end - run.upperBound >= 6 { return false }
      position = max(end, position + 1)
    }
    if isLookedFor { return true }
    // What has no word of ASCII may be written in many ways.
    guard longest.count > 1 else { return false }
    find(longest, of: text, in: bytes, document, besides: isReplaced, into: &places)
    return true
  }

  /// Whether a text has no escapes, and nothing hides its letters and digits.
  package static func isPlain(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    !text.contains { HiddenWords.mayBegin(bytes[$0]) } && !mayHideWords(bytes, text) { _ in false }
  }

  /// Whether a letter or a digit of ASCII may stand in a text in another way: escaped, as another form of it, with a mark that makes it
  /// another letter; or whether something that nobody sees is beside one.
  ///
  /// - Parameter isReplaced: whether what stands at an offset does not count.
  package static func mayHideWords(
    _ bytes: Span<UInt8>, _ text: Range<Int>, besides isReplaced: (Int) -> Bool
  ) -> Bool {
    for block in stride(from: text.lowerBound, to: text.upperBound, by: 32) {
      var marks = bytes.hidingMarks(block)
      if marks != 0 { marks &= ~bytes.ordinaryEscapeMarks(block) }
      while marks != 0 {
        let place = block + marks.trailingZeroBitCount
        marks &= marks - 1
        if place < text.upperBound, HiddenWords.hides(bytes, place), !isReplaced(place) { return true }
      }
    }
    return false
  }

  /// Finds where a word stands elsewhere, whatever the case of its letters, with no letter or digit beside it.
  private static func find(
    _ word: Range<Int>, of text: Span<UInt8>, in bytes: Span<UInt8>, _ document: Range<Int>,
    besides isReplaced: (Int) -> Bool, into places: inout [Int]
  ) {
    let pair = rarestPair(text, word)
    let (first, second) = (text[word.lowerBound + pair], text[word.lowerBound + pair + 1])
    var position = document.lowerBound
    while position < document.upperBound {
      let place = bytes.firstPair(first, second, in: position..<document.upperBound)
      let start = place - pair
      position = place + 1
      if start > document.lowerBound, start + word.count <= document.upperBound,
        isSame(bytes, start, word, of: text), !isReplaced(start)
      {
        places.append(start)
      }
    }
  }

  private static func isSame(
    _ bytes: Span<UInt8>, _ start: Int, _ word: Range<Int>, of text: Span<UInt8>
  ) -> Bool {
    for offset in 0..<word.count {
      let (one, other) = (bytes[start + offset], text[word.lowerBound + offset])
      if one != other, one != otherCase(other) { return false }
    }
    if TextCharacter.isLetterOrDigit(bytes[start + word.count]) { return false }
    guard TextCharacter.isLetterOrDigit(bytes[start - 1]) else { return true }
    // It may be the end of an escape.
    return (2...10).contains { start >= $0 && HiddenWords.mayBegin(bytes[start - $0]) }
  }

  private static func otherCase(_ byte: UInt8) -> UInt8 { TextCharacter.isLetter(byte) ? byte ^ 0x20 : byte }

  /// Returns where in a word the two letters stand that are rarest in texts.
  private static func rarestPair(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
    var (best, rank) = (0, Int.max)
    for offset in 0..<word.count - 1 {
      let here = frequency(bytes[word.lowerBound + offset]) + frequency(bytes[word.lowerBound + offset + 1])
      if here < rank { (best, rank) = (offset, here) }
    }
    return best
  }

  /// How common a letter is in the languages of Europe, roughly; of digits there are many in every record.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte | 0x20 {
    case UInt8(ascii: "e"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "t"),
      UInt8(ascii: "o"), UInt8(ascii: "s"), UInt8(ascii: "r"):
      8
    case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "c"), UInt8(ascii: "u"), UInt8(ascii: "m"): 5
    case UInt8(ascii: "j"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "w"), UInt8(ascii: "x"),
      UInt8(ascii: "y"), UInt8(ascii: "z"):
      1
    default: TextCharacter.isDigit(byte) ? 6 : 3
    }
  }

  /// Finds where the last seven digits of a phone number, or all of a shorter one, stand elsewhere, whatever is between them.
  private static func find(
    digits value: Range<Int>, of text: Span<UInt8>, in bytes: Span<UInt8>, _ document: Range<Int>,
    besides isReplaced: (Int) -> Bool, into places: inout [Int]
  ) -> Bool {
    guard let last = value.last(where: { TextCharacter.isDigit(text[$0]) }) else { return false }
    // Two digits of a number stand together nearly always; else anything may.
    guard last > value.lowerBound, TextCharacter.isDigit(text[last - 1]) else { return false }
    let (before, end) = (text[last - 1], text[last])
    var position = document.lowerBound
    while position < document.upperBound {
      let place = bytes.firstPair(before, end, in: position..<document.upperBound) + 1
      position = place
      if place < document.upperBound, !TextCharacter.isDigit(bytes[place + 1]),
        isSame(bytes, place, text, last, downTo: value.lowerBound), !isReplaced(place)
      {
        places.append(place)
      }
    }
    return true
  }

  /// Whether the same digits stand before two offsets, up to seven of them.
  private static func isSame(
    _ bytes: Span<UInt8>, _ place: Int, _ text: Span<UInt8>, _ last: Int, downTo start: Int
  ) -> Bool {
    var (one, other) = (place, last)
    for _ in 0..<7 {
      guard let next = digit(text, upTo: other, downTo: start) else { return true }
      guard let same = digit(bytes, upTo: one, downTo: max(0, one - 6)), bytes[same] == text[next] else {
        return false
      }
      (one, other) = (same - 1, next - 1)
    }
    return true
  }

  private static func digit(_ bytes: Span<UInt8>, upTo place: Int, downTo start: Int) -> Int? {
    var place = place
    while place >= start, !TextCharacter.isDigit(bytes[place]) { place -= 1 }
    return place >= start ? place : nil
  }
}
