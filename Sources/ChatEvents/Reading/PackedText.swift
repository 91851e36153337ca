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

  /// Goes along the source of a packed text, and finds where its bytes come from; in base64 they come from the string.
  ///
  /// Cost: for offsets in ascending order, one look at each byte of the source in all; for one before the last, at most
  /// ``stride`` bytes more.
  struct Origin {
    private let text: PackedText
    /// Where it has been: at the start, and after each stretch.
    private var marks: [Mark]
    private var mark: Mark

    /// How many bytes of the text a stretch has.
    private static let stride = 1 << 10

    /// A byte of the text, and where it comes from.
    private struct Mark {
      var decoded: Int
      var position: Int
      var place: JSONPlace
    }

    /// - Parameter start: the place in the source at which the text's content begins.
    init(of text: PackedText, at start: JSONPlace) {
      self.text = text
      mark = Mark(decoded: 0, position: text.content.lowerBound, place: start)
      marks = [mark]
    }

    /// Returns where a byte of the text comes from.
    mutating func move(to offset: Int, _ source: Span<UInt8>) -> (offset: Int, place: JSONPlace) {
      if text.coding == .base64 { return (mark.position, mark.place) }
      if offset < mark.decoded { mark = marks.last { $0.decoded <= offset } ?? marks[0] }
      var before = mark.position
      var character: [UInt8] = []
      while mark.position < text.content.upperBound {
        character.removeAll(keepingCapacity: true)
        guard let next = text.append(source, mark.position, to: &character),
          mark.decoded + character.count <= offset
        else { break }
        mark.decoded += character.count
        mark.position = next
        if mark.decoded - marks[marks.count - 1].decoded >= Self.stride {
          mark.place = mark.place.advanced(over: source, from: before, to: next)
          before = next
          marks.append(mark)
        }
      }
      mark.place = mark.place.advanced(over: source, from: before, to: mark.position)
      return (mark.position, mark.place)
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
