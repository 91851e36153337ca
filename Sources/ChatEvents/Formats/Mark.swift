internal import JSONText

/// A member of a document's outermost object by which a format is known, and what makes it the vendor's.
///
/// The member alone is a common word: it counts if its value is the vendor's, or if other members of the vendor are beside it.
struct Mark: Sendable, Hashable {
  /// The member; with `null` it counts for nothing.
  let member: String

  /// The values that are enough.
  let value: Value

  /// Lists of members that are enough if all of one list are there and not `null`, whatever the mark's value is: a record of which
  /// something is wrong is still the vendor's.
  var companions: [[Path]] = []

  /// The mark as messages show it.
  let example: String

  /// Values of a member that are a vendor's.
  enum Value: Sendable, Hashable {
    /// Any value: the member's name is no common word.
    case any
    /// An array.
    case array
    /// One of these words, in capitals or small letters.
    case words([String])
    /// A word that begins with one of these, in small letters.
    case prefixes([String])
    /// No value: other members must be there.
    case none
  }
}

/// The values of a mark, compiled: each record asks for one.
struct MarkValue: Sendable {
  private let kind: Kind

  private enum Kind: Sendable {
    case any, array, none
    case words([Word])
    case prefixes([Word])
  }

  init(_ value: Mark.Value) {
    kind =
      switch value {
      case .any: .any
      case .array: .array
      case .none: .none
      case .words(let words): .words(words.map { Word($0, ignoresCase: true) })
      case .prefixes(let prefixes): .prefixes(prefixes.map { Word($0, ignoresCase: false) })
      }
  }

  /// Whether a member's value is one of them.
  func holds(_ slice: Slice, _ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .any: return slice.isPresent
    case .array: return slice.kind == .array
    case .none: return false
    case .words, .prefixes: break
    }
    guard slice.kind == .string else { return false }
    guard !slice.flags.isEscaped else {
      let text = Text.unescaped(bytes, slice.content)
      let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
      return holds(padded.span, 0..<text.count)
    }
    return holds(bytes, slice.content)
  }

  private func holds(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    switch kind {
    case .words(let words):
      for word in words where word.count == content.count && word.isAt(content.lowerBound, bytes) {
        return true
      }
      return false
    case .prefixes(let prefixes):
      return prefixes.contains { $0.count < content.count && $0.isAt(content.lowerBound, bytes) }
    case .any, .array, .none: return false
    }
  }

  /// A word, eight bytes at a time.
  private struct Word: Sendable {
    let count: Int
    private let chunks: [Chunk]

    /// Up to eight bytes: which bits are ignored, and what the others are.
    private struct Chunk: Sendable {
      var ignored: UInt64
      var bits: UInt64
    }

    init(_ text: String, ignoresCase: Bool) {
      let bytes = Array(text.utf8)
      count = bytes.count
      chunks = stride(from: 0, to: bytes.count, by: 8).map { start in
        var chunk = Chunk(ignored: 0, bits: 0)
        for place in 0..<8 {
          let byte = start + place < bytes.count ? bytes[start + place] : nil
          let isLetter = byte.map { ($0 | 0x20) &- UInt8(ascii: "a") < 26 } ?? false
          let ignored: UInt8 = byte == nil ? 0xff : isLetter && ignoresCase ? 0x20 : 0
          chunk.ignored |= UInt64(ignored) << UInt64(place * 8)
          chunk.bits |= UInt64((byte ?? 0) | ignored) << UInt64(place * 8)
        }
        return chunk
      }
    }

    /// Whether it starts at an offset; at least eight readable bytes follow the text.
    func isAt(_ start: Int, _ bytes: Span<UInt8>) -> Bool {
      var position = start
      for chunk in chunks {
        if bytes.word(position) | chunk.ignored != chunk.bits { return false }
        position &+= 8
      }
      return true
    }
  }
}
