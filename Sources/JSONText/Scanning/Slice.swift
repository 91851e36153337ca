/// The place of one value in the bytes that were scanned, with what the scanner learned about it.
///
/// A slice is an offset, never a pointer: it can be stored, sent and compared, and means something only
/// together with the bytes that it was taken from.
package struct Slice: Sendable, Hashable {
  /// The offset of the value's first byte. For a list of rows: the index of the first row's first slot.
  package var start: Int32

  /// The number of bytes, quotes and brackets included. For a list of rows: the number of rows.
  package var count: Int32

  /// The type of the value; ``Kind/absent`` where there is none.
  package var kind: Kind

  /// What a copy or a comparison must know about the text.
  package var flags: Flags

  @inlinable package init(start: Int, count: Int, kind: Kind, flags: Flags = []) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
    self.kind = kind
    self.flags = flags
  }

  /// No value: the member was not there.
  @inlinable package static var absent: Slice { Slice(start: 0, count: 0, kind: .absent) }

  /// Whether there is a value, and one other than `null`.
  @inlinable package var isPresent: Bool { kind.rawValue > Kind.null.rawValue }

  /// The offsets of the value's bytes.
  @inlinable package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

  /// The offsets of a string's characters, without its quotes.
  @inlinable package var content: Range<Int> { Int(start) + 1..<Int(start) + Int(count) - 1 }

  /// The type of a value.
  package enum Kind: UInt8, Sendable, Hashable {
    case absent, null, string, integer, number, bool, object, array
  }

  /// What a copy or a comparison must know about a value's text.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A string that holds at least one backslash escape.
    @inlinable package static var escaped: Flags { Flags(rawValue: 1) }
    /// An object or array that holds white space between its tokens.
    @inlinable package static var spaced: Flags { Flags(rawValue: 2) }
  }
}

/// A set of value types, as a reader allows them for a member.
package struct Kinds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package init(_ kind: Slice.Kind) { rawValue = 1 << kind.rawValue }

  package static let string = Kinds(.string)
  package static let integer = Kinds(.integer)
  package static let number: Kinds = [Kinds(.number), Kinds(.integer)]
  package static let bool = Kinds(.bool)
  package static let object = Kinds(.object)
  package static let array = Kinds(.array)
  package static let null = Kinds(.null)
  package static let any = Kinds(rawValue: 0xff)

  /// Whether a value of that type is allowed.
  @inlinable package func allows(_ kind: Slice.Kind) -> Bool { rawValue & (1 << kind.rawValue) != 0 }
}
