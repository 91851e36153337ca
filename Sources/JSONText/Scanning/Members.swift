// What lies inside a value that a scan has passed and checked already.

extension Slice {
  /// Whether it is an array without elements: PHP writes an object without members so.
  package func isEmptyArray(_ bytes: Span<UInt8>) -> Bool {
    kind == .array && SoundText.space(bytes, Int(start) &+ 1) == range.upperBound &- 1
  }

  /// Returns an array's elements; none for any other value.
  ///
  /// Cost: a look at each byte of the array.
  package func elements(_ bytes: Span<UInt8>) -> [Slice] {
    guard kind == .array else { return [] }
    var elements: [Slice] = []
    SoundText.elements(bytes, Int(start)) { position in
      let element = SoundText.slice(bytes, position)
      elements.append(element)
      return element.range.upperBound
    }
    return elements
  }

  /// Calls a function with each member of an object, the key first; not at all for any other value.
  ///
  /// Cost: a look at each byte of the object.
  @inline(__always)
  package func forEachMember(_ bytes: Span<UInt8>, _ body: (_ key: Slice, _ value: Slice) -> Void) {
    guard kind == .object else { return }
    SoundText.members(bytes, Int(start)) { key, position in
      let value = SoundText.slice(bytes, position)
      body(key, value)
      return value.range.upperBound
    }
  }

  /// Returns an object's members, each with its key; none for any other value.
  ///
  /// Cost: a look at each byte of the object.
  package func members(_ bytes: Span<UInt8>) -> [(key: Slice, value: Slice)] {
    var members: [(key: Slice, value: Slice)] = []
    forEachMember(bytes) { members.append(($0, $1)) }
    return members
  }

  /// Returns the keys of an object that are that name; none for any other value.
  package func keys(named name: String, _ bytes: Span<UInt8>) -> [Slice] {
    members(bytes).map(\.key).filter { Text.isEqual(bytes, $0, to: name) }
  }

  /// Returns the values of an object's members of that name; none for any other value.
  package func values(of name: String, _ bytes: Span<UInt8>) -> [Slice] {
    members(bytes).filter { Text.isEqual(bytes, $0.key, to: name) }.map(\.value)
  }

  /// Returns the offset of the value to which a pointer leads, or of the last one on the way to it that is there.
  ///
  /// Of members that stand twice the last counts.
  package func offset(of pointer: JSONPointer, _ bytes: Span<UInt8>) -> Int {
    var value = self
    for token in pointer.tokens {
      let next: Slice? =
        if value.kind == .array {
          Int(token).flatMap { index in
            let elements = value.elements(bytes)
            return elements.indices.contains(index) ? elements[index] : nil
          }
        } else {
          value.values(of: token, bytes).last
        }
      guard let next else { break }
      value = next
    }
    return Int(value.start)
  }

  /// Whether it is the literal `true`.
  package func isTrue(_ bytes: Span<UInt8>) -> Bool {
    kind == .bool && bytes[Int(start)] == UInt8(ascii: "t")
  }
}
