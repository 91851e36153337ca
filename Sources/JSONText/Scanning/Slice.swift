/// The location of one value in the scanned bytes, with what the scanner learned about it.
///
/// A slice is an offset, never a pointer: it can be stored, sent and compared, but is meaningful only
/// together with the scanned bytes.
public struct Slice: Sendable, Hashable {
  /// The offset of the value's first byte. For a list of rows: the index of the first row's first slot.
  public var start: Int32

  /// The number of bytes, quotes and brackets included. For a list of rows: the number of rows.
  public var count: Int32

  /// The type of the value; ``Kind/absent`` if there is none.
  public var kind: Kind

  /// Properties of the text that copies and comparisons need.
  public var flags: Flags

  @inlinable @inline(__always) public init(start: Int, count: Int, kind: Kind, flags: Flags = []) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
    self.kind = kind
    self.flags = flags
  }

  /// No value: the member was not there.
  @inlinable @inline(__always) public static var absent: Slice { Slice(start: 0, count: 0, kind: .absent) }

  /// Whether there is a value, and one other than `null`.
  @inlinable @inline(__always) public var isPresent: Bool { kind.rawValue > Kind.null.rawValue }

  /// The offsets of the value's bytes.
  @inlinable @inline(__always) public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

  /// The offsets of a string's characters, without its quotes.
  @inlinable @inline(__always) public var content: Range<Int> { Int(start) + 1..<Int(start) + Int(count) - 1 }

  /// The type of a value.
  public enum Kind: UInt8, Sendable, Hashable {
    case absent, null, string, integer, number, bool, object, array
  }

  /// Properties of a value's text that copies and comparisons need.
  public struct Flags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    @inlinable @inline(__always) public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Whether the string holds at least one backslash escape.
    @inlinable @inline(__always) public var isEscaped: Bool { rawValue & 1 != 0 }
    /// Whether the object or array holds white space between its tokens.
    @inlinable @inline(__always) public var isSpaced: Bool { rawValue & 2 != 0 }

    /// A string that holds at least one backslash escape.
    @inlinable @inline(__always) public static var escaped: Flags { Flags(rawValue: 1) }
    /// An object or array that holds white space between its tokens.
    @inlinable @inline(__always) public static var spaced: Flags { Flags(rawValue: 2) }
  }
}

/// A set of value types that are allowed for a member.
public struct Kinds: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable @inline(__always) public init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable @inline(__always) public init(_ kind: Slice.Kind) { rawValue = 1 << kind.rawValue }

  public static let string = Kinds(.string)
  public static let integer = Kinds(.integer)
  public static let number: Kinds = [Kinds(.number), Kinds(.integer)]
  public static let bool = Kinds(.bool)
  public static let object = Kinds(.object)
  public static let array = Kinds(.array)
  public static let null = Kinds(.null)
  public static let any = Kinds(rawValue: 0xff)

  /// Whether a value of that type is allowed.
  @inlinable @inline(__always) public func allows(_ kind: Slice.Kind) -> Bool {
    rawValue & (1 << kind.rawValue) != 0
  }
}
