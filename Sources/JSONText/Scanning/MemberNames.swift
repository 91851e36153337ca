/// The names of an object's members, in which the keys of a text are looked up: mostly they come in the order of the names.
public struct MemberNames: Sendable {
  /// The names, one after the other.
  @usableFromInline let characters: [UInt8]
  /// The offset after each of them.
  @usableFromInline let ends: [Int]

  package init(_ names: [String]) {
    var characters: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      characters += Array(name.utf8)
      ends.append(characters.count)
    }
    (self.characters, self.ends) = (characters, ends)
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
    if next < ends.count, !isEscaped, isNamed(next, bytes, key) { return next }
    return lookUp(key, isEscaped: isEscaped, bytes)
  }

  @usableFromInline @inline(never)
  func lookUp(_ key: Range<Int>, isEscaped: Bool, _ bytes: Span<UInt8>) -> Int {
    if isEscaped {
      let name = Text.unescaped(bytes, key)
      for index in ends.indices where isNamed(index, name.span, 0..<name.count) { return index }
    } else {
      for index in ends.indices where isNamed(index, bytes, key) { return index }
    }
    return -1
  }

  @inlinable @inline(__always)
  func isNamed(_ index: Int, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard key.count == ends[index] - start else { return false }
    for offset in 0..<key.count where bytes[key.lowerBound + offset] != characters[start + offset] {
      return false
    }
    return true
  }
}
