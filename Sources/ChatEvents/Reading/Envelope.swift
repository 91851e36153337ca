internal import JSONText

/// A document, or a string that stands alone, that is no record itself and holds some.
struct Envelope: Sendable {
  /// What reports call it, with the way to what it holds: `SQS events (/Records/*/body)`.
  let title: String

  /// What it holds, in the order of the text; nothing if a pointer leads to an empty array.
  let contents: [Content]

  /// A value in an envelope. An array's elements are contents, each of its own.
  struct Content: Sendable {
    /// The object, or the string that holds a text. Any other value is no record.
    let value: Slice
    /// What a string is.
    let packing: Packing
    /// Whether it is an element of an array that lacks what a pointer leads to.
    var isMissed = false
  }

  /// How a string holds a text.
  enum Packing: Sendable {
    case text
    case base64
    /// As base64 if what that gives begins like records, else as text.
    case either
  }

  /// How many of them may be around a record.
  static let layerLimit = 4
}

extension Envelope.Content {
  /// Returns the contents that a value is.
  static func of(_ value: Slice, _ packing: Envelope.Packing, _ bytes: Span<UInt8>) -> [Envelope.Content] {
    guard value.kind == .array else { return [Envelope.Content(value: value, packing: packing)] }
    return value.elements(bytes).map { Envelope.Content(value: $0, packing: packing) }
  }

  /// Returns the text in a string.
  ///
  /// - Throws: that it is no base64 where it must be, or a character that cannot be decoded.
  func text(_ bytes: Span<UInt8>) throws(Diagnostic) -> PackedText {
    switch packing {
    case .base64:
      guard let packed = PackedText(base64: value, bytes) else {
        throw Diagnostic(
          code: .invalidBase64, offset: Int(value.start), message: "the string is not valid base64",
          fix: "re-encode with base64 -w0")
      }
      return packed
    case .either:
      if let packed = PackedText(base64: value, bytes), packed.beginsLikeRecords { return packed }
    case .text: break
    }
    if let half = Text.loneSurrogate(bytes, value.content) {
      throw Diagnostic(code: Code(.loneSurrogate), offset: half)
    }
    return PackedText(string: value, bytes)
  }
}

extension PackedText {
  /// Whether what follows white space and marks begins an object, an array, a JSON string or a form body.
  var beginsLikeRecords: Bool {
    var first = 0
    while first < bytes.count, let length = lengthBetweenRecords(first) { first += length }
    guard first < bytes.count else { return false }
    switch bytes[first] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
    default: return FormBody.search(bytes.span, first, end: bytes.count).isOne
    }
  }

  /// Returns how many bytes of white space or of a mark are there; nil if there is something else.
  private func lengthBetweenRecords(_ offset: Int) -> Int? {
    switch bytes[offset] {
    case 0...0x20: return 1
    case UInt8(ascii: "\\") where offset + 1 < bytes.count:
      return [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(bytes[offset + 1]) ? 2 : nil
    case let byte: return Resynchronisation.byteOrderMark.contains(byte) ? 1 : nil
    }
  }
}
