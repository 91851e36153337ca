// What lies inside a value that a scan has passed and checked already.

extension Slice {
  /// Returns an array's elements; none for any other value.
  ///
  /// Cost: a look at each byte of the array.
  package func elements(_ bytes: Span<UInt8>) -> [Slice] {
    guard kind == .array else { return [] }
    var scanner = Scanner(end: range.upperBound)
    var elements: [Slice] = []
    var position = scanner.space(bytes, Int(start) + 1)
    while position < range.upperBound - 1, let element = try? scanner.slice(bytes, position, depth: 1) {
      elements.append(element)
      position = scanner.space(bytes, element.range.upperBound)
      if bytes[position] == UInt8(ascii: ",") { position = scanner.space(bytes, position + 1) }
    }
    return elements
  }

  /// Returns an object's members, each with its key; none for any other value.
  ///
  /// Cost: a look at each byte of the object.
  package func members(_ bytes: Span<UInt8>) -> [(key: Slice, value: Slice)] {
    guard kind == .object else { return [] }
    var scanner = Scanner(end: range.upperBound)
    var members: [(key: Slice, value: Slice)] = []
    var position = scanner.space(bytes, Int(start) + 1)
    while position < range.upperBound - 1, let key = try? scanner.slice(bytes, position, depth: 1),
      let behind = try? scanner.colon(bytes, key.range.upperBound),
      let value = try? scanner.slice(bytes, behind, depth: 1)
    {
      members.append((key, value))
      position = scanner.space(bytes, value.range.upperBound)
      if bytes[position] == UInt8(ascii: ",") { position = scanner.space(bytes, position + 1) }
    }
    return members
  }

  /// Whether it is the literal `true`.
  package func isTrue(_ bytes: Span<UInt8>) -> Bool {
    kind == .bool && bytes[Int(start)] == UInt8(ascii: "t")
  }
}
