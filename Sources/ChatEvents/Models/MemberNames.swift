internal import JSONText

/// The names of a model's members, in which the keys of an object are looked up: mostly they come in the model's order.
struct MemberNames: Sendable {
  /// The names, one behind the other.
  private let characters: [UInt8]
  /// The offset behind each of them.
  private let ends: [Int]

  init(_ fields: [Field]) {
    var characters: [UInt8] = []
    var ends: [Int] = []
    for field in fields {
      characters += Array(field.name.utf8)
      ends.append(characters.count)
    }
    (self.characters, self.ends) = (characters, ends)
  }

  /// Returns the index of the member that a key names, or -1.
  ///
  /// - Parameter next: the index of the one that is expected.
  @inline(__always)
  func index(of key: Slice, _ bytes: Span<UInt8>, expecting next: Int) -> Int {
    if next < ends.count, !key.flags.isEscaped, isNamed(next, bytes, key.content) { return next }
    return lookUp(key, bytes)
  }

  @inline(never)
  private func lookUp(_ key: Slice, _ bytes: Span<UInt8>) -> Int {
    if key.flags.isEscaped {
      let name = Text.unescaped(bytes, key.content)
      for index in ends.indices where isNamed(index, name.span, 0..<name.count) { return index }
    } else {
      for index in ends.indices where isNamed(index, bytes, key.content) { return index }
    }
    return -1
  }

  @inline(__always)
  private func isNamed(_ index: Int, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard key.count == ends[index] - start else { return false }
    for offset in 0..<key.count where bytes[key.lowerBound + offset] != characters[start + offset] {
      return false
    }
    return true
  }
}
