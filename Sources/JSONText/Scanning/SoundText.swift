/// Walks over text that a scan has accepted: it is known to be valid JSON, so nothing is checked again.
///
/// On other text, the result is unspecified, or the walk traps at the end of the bytes. At least 32 readable
/// bytes must follow the text.
public enum SoundText {
  /// Skips white space, and returns the offset of the first other byte.
  @inlinable @inline(__always)
  public static func space(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var position = position
    while bytes[position] <= 0x20 { position &+= 1 }
    return position
  }

  /// Skips the colon after a key and the white space on both sides.
  @inlinable @inline(__always)
  public static func colon(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    space(bytes, space(bytes, position) &+ 1)
  }

  /// Returns the type and the extent of a value.
  ///
  /// Cost: linear in its length.
  public static func slice(_ bytes: Span<UInt8>, _ start: Int) -> Slice {
    switch bytes[start] {
    case UInt8(ascii: "\""):
      let found = bytes.soundString(start)
      return Slice(
        start: start, count: found.end &- start, kind: .string, flags: found.isEscaped ? .escaped : [])
    case UInt8(ascii: "{"): return container(bytes, start, .object)
    case UInt8(ascii: "["): return container(bytes, start, .array)
    case UInt8(ascii: "t"): return Slice(start: start, count: 4, kind: .bool)
    case UInt8(ascii: "f"): return Slice(start: start, count: 5, kind: .bool)
    case UInt8(ascii: "n"): return Slice(start: start, count: 4, kind: .null)
    default: return number(bytes, start)
    }
  }

  private static func container(_ bytes: Span<UInt8>, _ start: Int, _ kind: Slice.Kind) -> Slice {
    var (position, depth) = (start, 0)
    var flags = Slice.Flags()
    while true {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = bytes.endOfSoundString(position)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth &-= 1
        if depth == 0 {
          return Slice(start: start, count: position &+ 1 &- start, kind: kind, flags: flags)
        }
      case 0...0x20: flags = .spaced
      default: break
      }
      position &+= 1
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> Slice {
    var position = start
    var kind = Slice.Kind.integer
    while true {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): kind = .number
      default: return Slice(start: start, count: position &- start, kind: kind)
      }
      position &+= 1
    }
  }

  /// Calls a function for each member of an object.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - start: the offset of its brace.
  ///   - member: receives a key and the offset of its value; returns the offset after the value, or nil to stop.
  /// - Returns: the offset after the object; nil if it was stopped.
  @inlinable @inline(__always) @discardableResult
  public static func members(
    _ bytes: Span<UInt8>, _ start: Int, _ member: (_ key: Slice, _ value: Int) -> Int?
  ) -> Int? {
    var position = space(bytes, start &+ 1)
    while bytes[position] == UInt8(ascii: "\"") {
      let key = slice(bytes, position)
      guard let end = member(key, colon(bytes, key.range.upperBound)) else { return nil }
      position = space(bytes, end)
      if bytes[position] == UInt8(ascii: ",") { position = space(bytes, position &+ 1) }
    }
    return position &+ 1
  }

  /// Calls a function for each element of an array.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - start: the offset of its bracket.
  ///   - element: receives the offset of an element; returns the offset after it.
  /// - Returns: the offset after the array.
  @inlinable @inline(__always) @discardableResult
  public static func elements(_ bytes: Span<UInt8>, _ start: Int, _ element: (_ value: Int) -> Int) -> Int {
    var position = space(bytes, start &+ 1)
    while bytes[position] != UInt8(ascii: "]") {
      position = space(bytes, element(position))
      if bytes[position] == UInt8(ascii: ",") { position = space(bytes, position &+ 1) }
    }
    return position &+ 1
  }

  /// Returns the value of the first member of a name, in the object that begins at an offset; nil without one.
  ///
  /// Cost: a look at each byte up to the member.
  package static func value(of name: String, _ bytes: Span<UInt8>, _ start: Int) -> Slice? {
    var found: Slice?
    members(bytes, start) { key, position in
      let value = slice(bytes, position)
      guard Text.isEqual(bytes, key, to: name) else { return value.range.upperBound }
      found = value
      return nil
    }
    return found
  }
}
