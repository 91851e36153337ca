/// A short text to compare strings of a document with, such as the value of `type`.
public struct KnownText: Sendable, Hashable {
  /// How many bytes it may have.
  package static let limit = 48

  /// The bytes, the first one in the lowest bits, with zeros behind them.
  @usableFromInline let words: InlineArray<6, UInt64>

  /// The number of bytes.
  public let count: Int

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(bytes.count <= Self.limit, "\(text) is longer than \(Self.limit) bytes")
    words = InlineArray { word in
      bytes.dropFirst(word * 8).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    count = bytes.count
  }

  public static func == (left: KnownText, right: KnownText) -> Bool {
    left.count == right.count && left.words.indices.allSatisfy { left.words[$0] == right.words[$0] }
  }

  public func hash(into hasher: inout Hasher) {
    for index in words.indices { hasher.combine(words[index]) }
  }

  /// Whether a slice is a string of these characters, escaped or not.
  @inlinable @inline(__always)
  public func isText(of slice: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard slice.kind == .string else { return false }
    if slice.flags.isEscaped { return isEscapedText(of: slice, bytes) }
    guard Int(slice.count) == count &+ 2 else { return false }
    // At least 32 bytes can be read behind each value.
    let start = Int(slice.start) &+ 1
    var word = 0
    while word &* 8 < count {
      let left = count &- word &* 8
      let mask = left >= 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1
      if bytes.word(start &+ word &* 8) & mask != words[word] { return false }
      word &+= 1
    }
    return true
  }

  @usableFromInline @inline(never)
  func isEscapedText(of slice: Slice, _ bytes: Span<UInt8>) -> Bool {
    let text = Text.unescaped(bytes, slice.content)
    return text.count == count
      && text.indices.allSatisfy { text[$0] == UInt8(truncatingIfNeeded: words[$0 / 8] >> ($0 % 8 * 8)) }
  }
}
