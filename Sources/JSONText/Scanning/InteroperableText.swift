/// What keeps sound JSON from being read alike by all programs.
///
/// Some programs refuse it, others read something else than its sender meant: jq and DuckDB stop at half of a surrogate pair,
/// PostgreSQL at U+0000, and of a repeated key one takes the first value and another the last.
///
/// Source: RFC 7493, "The I-JSON Message Format", sections 2.1 to 2.3, read 2026-11-26. It allows U+0000, which PostgreSQL's `text`
/// cannot hold.
package struct InteroperableText: Sendable {
  /// What is wrong at a place.
  package enum Fault: Sendable, Hashable, CaseIterable {
    case loneSurrogate, noncharacter, zero, repeatedKey, numberTooLarge
  }

  /// Something that is wrong, and the offset at which it is: of a key its quote, of a text the character, of a number its start.
  package struct Finding: Sendable, Hashable {
    package let fault: Fault
    package let offset: Int
  }

  /// What was found, in the order of the places: of each string the first character, of each key one thing.
  package private(set) var findings: [Finding] = []

  /// An object or an array that is open.
  private struct Container {
    let isObject: Bool
    /// Where its keys begin among those of all that are open.
    let firstKey: Int
    /// Whether its keys are in ``known``, since they are many, or escaped.
    var isKnown = false
  }

  /// A key without escapes.
  private struct Key {
    let content: Range<Int>
    /// Its first eight bytes; zeros after the last of a shorter one.
    let word: UInt64
  }

  private var open: [Container] = []
  private var keys: [Key] = []
  /// The keys as programs compare them, by the depth of their object.
  private var known: [Int: Set<[UInt8]>] = [:]

  /// So many keys are compared one by one.
  private static let mostCompared = 24

  package init() {}

  /// Looks through a sound document.
  ///
  /// Cost: a look at each byte; at each key of a small object also one at the other keys.
  ///
  /// - Parameters:
  ///   - document: the offsets of its bytes, with at least 32 readable ones behind them.
  package mutating func check(_ bytes: Span<UInt8>, _ document: Range<Int>) {
    findings.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    known.removeAll()
    let end = document.upperBound
    let mayBeNoncharacter = Self.mayHoldNoncharacter(bytes, document)
    var isInObject = false
    var position = document.lowerBound
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let string = bytes.soundString(position)
        let content = position &+ 1..<string.end &- 1
        let offence = string.isEscaped || mayBeNoncharacter ? Self.offence(bytes, content) : nil
        if isInObject, Self.isKey(bytes, string.end, end) {
          if isRepeated(bytes, content, isPlain: !string.isEscaped && offence == nil) {
            findings.append(Finding(fault: .repeatedKey, offset: position))
          } else if let offence {
            findings.append(Finding(fault: offence.fault, offset: position))
          }
        } else if let offence {
          findings.append(offence)
        }
        position = string.end
        continue
      case UInt8(ascii: "{"):
        open.append(Container(isObject: true, firstKey: keys.count))
        isInObject = true
      case UInt8(ascii: "["):
        open.append(Container(isObject: false, firstKey: keys.count))
        isInObject = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        close()
        isInObject = open.last?.isObject ?? false
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = SoundText.slice(bytes, position)
        if Self.isTooLarge(bytes, number) {
          findings.append(Finding(fault: .numberTooLarge, offset: position))
        }
        position = number.range.upperBound
        continue
      default: break
      }
      position &+= 1
    }
  }

  /// Whether the bytes of a noncharacter may be there: EF B7, of U+FDC0 to U+FDFF, or BF and then BE or BF, with which all others end.
  private static func mayHoldNoncharacter(_ bytes: Span<UInt8>, _ document: Range<Int>) -> Bool {
    isThere(bytes, document, 0xbf, before: 0xbe...0xbf) || isThere(bytes, document, 0xef, before: 0xb7...0xb7)
  }

  /// Whether a byte is somewhere before one of some others.
  private static func isThere(
    _ bytes: Span<UInt8>, _ document: Range<Int>, _ first: UInt8, before second: ClosedRange<UInt8>
  ) -> Bool {
    let end = document.upperBound
    var position = bytes.firstIndex(of: first, from: document.lowerBound, before: end)
    while position < end {
      if second.contains(bytes[position &+ 1]) { return true }
      position = bytes.firstIndex(of: first, from: position &+ 1, before: end)
    }
    return false
  }

  /// Forgets the object or array that is open, and its keys.
  private mutating func close() {
    guard let closed = open.popLast() else { return }
    keys.removeLast(keys.count - closed.firstKey)
    if closed.isKnown { known[open.count] = nil }
  }

  /// Whether a colon follows a string.
  private static func isKey(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    var position = position
    while position < end, bytes[position] <= 0x20 { position &+= 1 }
    return position < end && bytes[position] == UInt8(ascii: ":")
  }

  /// Whether the object that is open has a key already; remembers it.
  private mutating func isRepeated(_ bytes: Span<UInt8>, _ key: Range<Int>, isPlain: Bool) -> Bool {
    let last = open.count - 1
    let first = open[last].firstKey
    if !open[last].isKnown, !isPlain || keys.count - first == Self.mostCompared {
      open[last].isKnown = true
      known[last] = Set(keys[first...].map { Self.cleaned(bytes, $0.content) })
    }
    if open[last].isKnown {
      return known[last, default: []].insert(Self.cleaned(bytes, key)).inserted == false
    }
    var word = bytes.word(key.lowerBound)
    if key.count < 8 { word &= 1 &<< UInt64(key.count &* 8) &- 1 }
    var place = first
    while place < keys.count {
      let other = keys[place]
      if other.word == word, other.content.count == key.count, Self.areEqual(bytes, other.content, key) {
        return true
      }
      place &+= 1
    }
    keys.append(Key(content: key, word: word))
    return false
  }

  /// Whether two texts of the same length are the same.
  private static func areEqual(_ bytes: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    for index in 0..<one.count where bytes[one.lowerBound + index] != bytes[other.lowerBound + index] {
      return false
    }
    return true
  }

  /// Whether a number is beyond what a double holds.
  private static func isTooLarge(_ bytes: Span<UInt8>, _ number: Slice) -> Bool {
    // The largest double has 309 digits.
    guard number.kind == .number || number.range.count > 300 else { return false }
    return Double(String(decoding: bytes.copied(number.range), as: UTF8.self))?.isInfinite ?? false
  }
}

extension InteroperableText {
  /// Returns the first character of a text that should not be there; nil without one.
  private static func offence(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Finding? {
    let end = content.upperBound
    var position = suspect(bytes, from: content.lowerBound, before: end)
    while position < end {
      let piece = Piece.at(position, bytes, end)
      if let fault = piece.fault { return Finding(fault: fault, offset: position) }
      position = suspect(bytes, from: piece.end, before: end)
    }
    return nil
  }

  /// Returns the offset of the first byte from an offset on with which something can begin that is wrong: a backslash, or the first of
  /// three or four bytes; `end` where there is none before it.
  private static func suspect(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var position = start
    while position &+ 8 <= end {
      let word = bytes.word(position)
      // The three highest bits of a byte are all set.
      let long = word & (word &<< 1) & (word &<< 2) & Word.highs
      let marks = Word.equal(word, UInt8(ascii: "\\")) | long
      if marks != 0 { return position &+ Word.firstByte(marks) }
      position &+= 8
    }
    while position < end, bytes[position] != UInt8(ascii: "\\"), bytes[position] < 0xe0 { position &+= 1 }
    return min(position, end)
  }

  /// Returns a text's characters without escapes, as ``append(_:to:)`` writes them.
  private static func cleaned(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var output = Output(capacity: content.count)
    append(bytes, content, to: &output)
    let text = output.written + [UInt8](repeating: 0, count: Scanner.padding)
    return Text.unescaped(text.span, 0..<output.count)
  }

  /// Rewrites what was written behind an offset: U+FFFD for each half of a surrogate pair and each noncharacter, in the spelling that
  /// they had, and nothing for U+0000.
  package static func clean(_ output: inout Output, from start: Int) {
    let isClean = output.withTail(from: start) { tail in offence(tail, 0..<tail.count) == nil }
    if isClean { return }
    let text = output.withTail(from: start) { tail in tail.copied(0..<tail.count) }
    output.truncate(to: start)
    append(text.span, 0..<text.count, to: &output)
  }

  private static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout Output) {
    let end = range.upperBound
    var copied = range.lowerBound
    var position = suspect(bytes, from: copied, before: end)
    while position < end {
      let piece = Piece.at(position, bytes, end)
      if let fault = piece.fault {
        output.append(copying: bytes.extracting(copied..<position))
        if fault != .zero {
          output.append(bytes[position] == UInt8(ascii: "\\") ? #"\ufffd"# : "\u{fffd}")
        }
        copied = piece.end
      }
      position = suspect(bytes, from: piece.end, before: end)
    }
    output.append(copying: bytes.extracting(copied..<end))
  }

  /// A byte of a text, an escape, or a character that may be wrong: where it ends, and what is wrong with it.
  private struct Piece {
    let end: Int
    var fault: Fault?

    /// Returns what begins at an offset.
    @inline(__always)
    static func at(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      let first = bytes[start]
      if first == UInt8(ascii: "\\") { return escape(start, bytes, limit) }
      return first >= 0xef ? longCharacter(start, bytes, limit) : Piece(end: start + 1)
    }

    private static func escape(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      guard bytes[start + 1] == UInt8(ascii: "u") else { return Piece(end: start + 2) }
      let unit = Text.codeUnit(bytes, start + 2)
      if unit & 0xfc00 == 0xd800, start + 12 <= limit, bytes[start + 6] == UInt8(ascii: "\\"),
        bytes[start + 7] == UInt8(ascii: "u")
      {
        let low = Text.codeUnit(bytes, start + 8)
        if low & 0xfc00 == 0xdc00 {
          let scalar = 0x10000 + ((unit & 0x3ff) << 10 | low & 0x3ff)
          return Piece(end: start + 12, fault: scalar.isNoncharacter ? .noncharacter : nil)
        }
      }
      if unit == 0 { return Piece(end: start + 6, fault: .zero) }
      if unit & 0xf800 == 0xd800 { return Piece(end: start + 6, fault: .loneSurrogate) }
      return Piece(end: start + 6, fault: unit.isNoncharacter ? .noncharacter : nil)
    }

    /// Of three bytes from U+F000 on, or of four.
    private static func longCharacter(_ start: Int, _ bytes: Span<UInt8>, _ limit: Int) -> Piece {
      let isThree = bytes[start] == 0xef
      let end = start + (isThree ? 3 : 4)
      guard end <= limit else { return Piece(end: limit) }
      var scalar = UInt32(bytes[start]) & (isThree ? 0x0f : 0x07)
      for index in start + 1..<end { scalar = scalar << 6 | UInt32(bytes[index]) & 0x3f }
      return Piece(end: end, fault: scalar.isNoncharacter ? .noncharacter : nil)
    }
  }
}

extension UInt32 {
  /// Whether a character will never be one: U+FDD0 to U+FDEF, and the last two of each plane.
  fileprivate var isNoncharacter: Bool { self & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(self) }
}
