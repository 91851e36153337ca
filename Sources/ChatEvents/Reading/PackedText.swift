internal import JSONText

/// A text that is in a string or in a field of a form, decoded. Each of its bytes comes from a place in the source.
struct PackedText: Sendable {
  /// The decoded text, without padding.
  let bytes: [UInt8]

  /// The offsets of what it was decoded from.
  let content: Range<Int>

  /// How it was written there.
  let coding: Coding

  enum Coding: Sendable {
    /// As a JSON string.
    case escapes
    /// As a value of a form body.
    case form
    /// As base64, of which no byte has a place of its own.
    case base64
  }

  /// Returns the offset in the source of a byte of the text; in base64 that of the string.
  ///
  /// Cost: a look at each byte up to there.
  func sourceOffset(of offset: Int, _ source: Span<UInt8>) -> Int {
    var origin = Origin(of: self, at: JSONPlace(line: 1, column: 1))
    return origin.move(to: offset, source).offset
  }

  /// Goes along the source of a packed text, and finds where its bytes come from.
  ///
  /// Cost: for offsets in ascending order, one look at each byte of the source in all.
  struct Origin {
    private let text: PackedText
    private let start: JSONPlace
    private var decoded = 0
    private var position: Int
    private var place: JSONPlace

    /// - Parameter start: the place in the source at which the text's content begins.
    init(of text: PackedText, at start: JSONPlace) {
      (self.text, self.start) = (text, start)
      (position, place) = (text.content.lowerBound, start)
    }

    /// Returns where a byte of the text comes from.
    mutating func move(to offset: Int, _ source: Span<UInt8>) -> (offset: Int, place: JSONPlace) {
      if text.coding == .base64 { return (text.content.lowerBound, start) }
      if offset < decoded { (decoded, position, place) = (0, text.content.lowerBound, start) }
      let before = position
      var character: [UInt8] = []
      while position < text.content.upperBound {
        character.removeAll(keepingCapacity: true)
        guard let next = text.append(source, position, to: &character),
          decoded + character.count <= offset
        else { break }
        decoded += character.count
        position = next
      }
      place = place.advanced(over: source, from: before, to: position)
      return (position, place)
    }
  }

  /// Appends what is at an offset of the source, and returns the offset after it; nil if it cannot be decoded.
  private func append(_ source: Span<UInt8>, _ position: Int, to text: inout [UInt8]) -> Int? {
    coding == .form
      ? try? FormBody.appendByte(source, position, content.upperBound, to: &text)
      : Text.appendCharacter(source, position, to: &text)
  }
}

extension PackedText {
  /// Decodes a JSON string; half of a surrogate pair becomes U+FFFD.
  init(string: Slice, _ source: Span<UInt8>) {
    self.init(bytes: Text.unescaped(source, string.content), content: string.content, coding: .escapes)
  }

  /// Decodes a JSON string of base64, or of base64url (RFC 4648, 4 and 5), with or without padding and line feeds.
  ///
  /// - Returns: nil for any other string, and for an empty one.
  init?(base64 string: Slice, _ source: Span<UInt8>) {
    guard let bytes = Base64.leniently(decoded: Text.unescaped(source, string.content)), !bytes.isEmpty
    else { return nil }
    self.init(bytes: bytes, content: string.range, coding: .base64)
  }

  /// Takes the value of a form body.
  init(_ form: FormBody.Decoded) {
    self.init(bytes: form.text, content: form.value, coding: .form)
  }
}
