internal import JSONText

/// The values of a sound text in their order, so that a schema can look at one of them several times without reading it again.
struct RecordTape: Sendable {
  /// One value or key.
  struct Node: Sendable {
    var slice: Slice
    /// The index of the node behind it and all that it holds.
    var after: Int32
  }

  private(set) var nodes: [Node] = []

  /// Replaces what is on the tape by a value and all that it holds.
  ///
  /// Cost: a look at each byte.
  ///
  /// - Parameter start: the offset of the value.
  mutating func read(_ bytes: Span<UInt8>, _ start: Int) {
    nodes.removeAll(keepingCapacity: true)
    _ = add(bytes, start)
  }

  /// Adds an object without members, in place of one that is absent.
  ///
  /// - Parameter place: what is around it.
  /// - Returns: its index.
  mutating func addEmptyObject(in place: Slice) -> Int {
    nodes.append(
      Node(slice: Slice(start: Int(place.start), count: 2, kind: .object), after: Int32(nodes.count + 1)))
    return nodes.count - 1
  }

  /// Adds a value, and returns the offset behind it.
  private mutating func add(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let index = nodes.count
    let end: Int
    switch bytes[start] {
    case UInt8(ascii: "{"):
      add(Slice(start: start, count: 0, kind: .object))
      end =
        SoundText.members(bytes, start) { key, value in
          add(key)
          return add(bytes, value)
        } ?? start
    case UInt8(ascii: "["):
      add(Slice(start: start, count: 0, kind: .array))
      end = SoundText.elements(bytes, start) { add(bytes, $0) }
    default:
      let slice = SoundText.slice(bytes, start)
      add(slice)
      return slice.range.upperBound
    }
    nodes[index].slice.count = Int32(truncatingIfNeeded: end - start)
    nodes[index].after = Int32(truncatingIfNeeded: nodes.count)
    return end
  }

  private mutating func add(_ slice: Slice) {
    nodes.append(Node(slice: slice, after: Int32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// Returns the index of a member's value; nil if there is no such member, or the value is not an object. Of a repeated key it is the last.
  func member(_ name: String, of object: Int, _ bytes: Span<UInt8>) -> Int? {
    var found: Int?
    forEachMember(of: object) { key, value in
      if Text.isEqual(bytes, nodes[key].slice, to: name) { found = value }
    }
    return found
  }

  /// Returns the index of the value at the end of a way; nil if the way ends before.
  func value(at way: [String], from start: Int, _ bytes: Span<UInt8>) -> Int? {
    var value = start
    for name in way {
      guard let next = member(name, of: value, bytes) else { return nil }
      value = next
    }
    return value
  }

  /// Calls a function with the key and the value of each member of an object; not at all for any other value.
  func forEachMember(of object: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    guard nodes[object].slice.kind == .object else { return }
    var key = object + 1
    while key < nodes[object].after {
      body(key, key + 1)
      key = Int(nodes[key + 1].after)
    }
  }
}
