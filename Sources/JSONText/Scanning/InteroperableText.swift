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

  /// An object that is open.
  private struct Object {
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

  private var open: [Object] = []
  private var keys: [Key] = []
  /// The keys as programs compare them, by the depth of their object.
  private var known: [Int: Set<[UInt8]>] = [:]
  /// Whether the bytes of a noncharacter are somewhere in the document.
  private var mayHoldNoncharacter = false
  /// Whether what is shown is looked at.
  private var isOn = true

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
    begin(bytes, document)
    _ = pass(bytes, document.lowerBound)
  }

  /// Begins with a sound document, whose parts are then shown by a walk over it.
  package mutating func begin(_ bytes: Span<UInt8>, _ document: Range<Int>) {
    findings.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    known.removeAll()
    mayHoldNoncharacter = Self.mayHoldNoncharacter(bytes, document)
  }

  /// Looks at nothing while some work is done: what it shows was looked at before.
  package mutating func pause(_ work: (inout InteroperableText) -> Void) {
    isOn = false
    work(&self)
    isOn = true
  }

  /// Looks at a value that holds no others.
  @inline(__always)
  package mutating func look(_ bytes: Span<UInt8>, at scalar: Slice) {
    switch scalar.kind {
    case .string where scalar.flags.isEscaped || mayHoldNoncharacter:
      if isOn, let offence = Self.offence(bytes, scalar.content) { findings.append(offence) }
    case .number, .integer:
      if isOn, Self.isTooLarge(bytes, scalar) {
        findings.append(Finding(fault: .numberTooLarge, offset: Int(scalar.start)))
      }
    default: break
    }
  }

  /// Looks at a key that nobody compares with those before it in its object.
  ///
  /// - Returns: whether it may be one that was compared, as programs read it: it holds U+0000.
  package mutating func look(_ bytes: Span<UInt8>, atKey key: Slice) -> Bool {
    guard isOn else { return false }
    let offence = key.flags.isEscaped || mayHoldNoncharacter ? Self.offence(bytes, key.content) : nil
    if isRepeated(bytes, key.content, isPlain: !key.flags.isEscaped && offence == nil) {
      findings.append(Finding(fault: .repeatedKey, offset: Int(key.start)))
    } else if let offence {
      findings.append(Finding(fault: offence.fault, offset: Int(key.start)))
    }
    return offence?.fault == .zero
  }

  /// Looks at a value with all that is in it, and returns the offset behind it.
  package mutating func pass(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "{") where isOn:
      enter()
      let end = SoundText.members(bytes, start) { key, value in
        _ = look(bytes, atKey: key)
        return pass(bytes, value)
      }
      leave()
      return end ?? start
    case UInt8(ascii: "[") where isOn:
      return SoundText.elements(bytes, start) { pass(bytes, $0) }
    default:
      let value = SoundText.slice(bytes, start)
      look(bytes, at: value)
      return value.range.upperBound
    }
  }

  /// Begins with an object, whose keys are compared from now on.
  package mutating func enter() { open.append(Object(firstKey: keys.count)) }

  /// Forgets the object that is open, and its keys.
  package mutating func leave() {
    guard let closed = open.popLast() else { return }
    keys.removeLast(keys.count - closed.firstKey)
    if closed.isKnown { known[open.count] = nil }
  }

  /// Takes an object anew in which a key was seen that programs may read like one that was not shown.
  package mutating func lookAgain(_ bytes: Span<UInt8>, at start: Int) {
    findings.removeAll { $0.offset > start }
    _ = pass(bytes, start)
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

  private static func hasExponent(_ bytes: Span<UInt8>, _ number: Slice) -> Bool {
    for position in number.range where bytes[position] | 0x20 == UInt8(ascii: "e") { return true }
    return false
  }

  /// Whether a number is beyond what a double holds.
  private static func isTooLarge(_ bytes: Span<UInt8>, _ number: Slice) -> Bool {
    // The largest double has 309 digits; a shorter number needs an exponent to be beyond it.
    guard number.range.count > 300 || number.kind == .number && hasExponent(bytes, number) else {
      return false
    }
    return Double(String(decoding: bytes.copied(number.range), as: UTF8.self))?.isInfinite ?? false
  }
}
