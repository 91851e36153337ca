/// The names of an object's members, for looking up the keys of a text; fastest if the keys have the order of the names.
public struct MemberNames: Sendable {
  /// The names, eight bytes a word, the first byte in the lowest bits; zeros behind a name fill up its last word.
  @usableFromInline let words: [UInt64]
  /// The first word of each name, and the number of its bytes.
  @usableFromInline let places: [(word: Int, count: Int)]
  /// For each hash of a key, the first name that has it, counted from 1, and for each name the next one; 0 for none.
  private let firstOfHash, nextOfHash: [UInt8]

  package init(_ names: [String]) {
    precondition(names.count < 255, "more members than a byte counts")
    var words: [UInt64] = []
    var places: [(word: Int, count: Int)] = []
    var firstOfHash = [UInt8](repeating: 0, count: 128)
    var nextOfHash: [UInt8] = []
    for name in names {
      let bytes = Array(name.utf8)
      let hash = Self.hash(bytes.span, bytes.indices)
      nextOfHash.append(firstOfHash[hash])
      firstOfHash[hash] = UInt8(places.count + 1)
      places.append((words.count, bytes.count))
      for word in stride(from: 0, to: bytes.count, by: 8) {
        words.append(bytes[word...].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
      }
    }
    (self.words, self.places) = (words, places)
    (self.firstOfHash, self.nextOfHash) = (firstOfHash, nextOfHash)
  }

  /// Returns the index of the member that a key names, or -1.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - bytes: the bytes that the key refers to.
  ///   - next: the index of the member that is expected next.
  @inlinable @inline(__always)
  public func index(of key: Slice, _ bytes: Span<UInt8>, expecting next: Int) -> Int {
    index(of: key.content, isEscaped: key.flags.isEscaped, bytes, expecting: next)
  }

  /// Returns the index of the member that a key names, or -1.
  ///
  /// - Parameters:
  ///   - key: the offsets of the key's characters, without its quotes.
  ///   - isEscaped: whether there is a backslash in the key.
  ///   - bytes: the bytes that the key refers to.
  ///   - next: the index of the member that is expected next.
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
      return lookUp(name.indices, isEscaped: false, padded.span)
    }
    var candidate = Int(firstOfHash[Self.hash(bytes, key)])
    while candidate > 0, !isNamed(candidate - 1, bytes, key) { candidate = Int(nextOfHash[candidate - 1]) }
    return candidate - 1
  }

  /// A number below 128 for a name: names of one object differ mostly in their length, their first or their last byte.
  private static func hash(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int {
    guard let last = name.last else { return 0 }
    return (name.count &* 5 &+ Int(bytes[name.lowerBound]) &* 3 &+ Int(bytes[last])) & 127
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
