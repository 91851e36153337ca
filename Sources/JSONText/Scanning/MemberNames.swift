/// The names of an object's members, in which the keys of a text are looked up: mostly they come in the order of the names.
public struct MemberNames: Sendable {
  /// The names, eight bytes a word, the first byte in the lowest bits; zeros behind a name fill up its last word.
  @usableFromInline let words: [UInt64]
  /// The first word of each name, and the number of its bytes.
  @usableFromInline let places: [(word: Int, count: Int)]

  package init(_ names: [String]) {
    var words: [UInt64] = []
    var places: [(word: Int, count: Int)] = []
    for name in names {
      let bytes = Array(name.utf8)
      places.append((words.count, bytes.count))
      for word in stride(from: 0, to: bytes.count, by: 8) {
        words.append(bytes[word...].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
      }
    }
    (self.words, self.places) = (words, places)
  }

  /// Returns the index of the member that a key names, or -1.
  ///
  /// - Parameter next: the index of the one that is expected.
  @inlinable @inline(__always)
  public func index(of key: Slice, _ bytes: Span<UInt8>, expecting next: Int) -> Int {
    index(of: key.content, isEscaped: key.flags.isEscaped, bytes, expecting: next)
  }

  /// Returns the index of the member that a key names, or -1.
  ///
  /// - Parameters:
  ///   - key: the offsets of the key's characters, without its quotes.
  ///   - next: the index of the one that is expected.
  @inlinable @inline(__always)
  public func index(of key: Range<Int>, isEscaped: Bool, _ bytes: Span<UInt8>, expecting next: Int) -> Int {
    if next < places.count, !isEscaped, isNamed(next, bytes, key) { return next }
    return lookUp(key, isEscaped: isEscaped, bytes)
  }

  @usableFromInline @inline(never)
  func lookUp(_ key: Range<Int>, isEscaped: Bool, _ bytes: Span<UInt8>) -> Int {
    if isEscaped {
      let name = Text.unescaped(bytes, key)
      let padded = name + [UInt8](repeating: 0, count: Scanner.padding)
      for index in places.indices where isNamed(index, padded.span, 0..<name.count) { return index }
    } else {
      for index in places.indices where isNamed(index, bytes, key) { return index }
    }
    return -1
  }

  @inlinable @inline(__always)
  func isNamed(_ index: Int, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Bool {
    let (first, count) = places[index]
    guard key.count == count else { return false }
    var offset = 0
    while offset < count {
      let left = count &- offset
      let mask = left >= 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1
      if bytes.word(key.lowerBound &+ offset) & mask != words[first &+ offset / 8] { return false }
      offset &+= 8
    }
    return true
  }
}
