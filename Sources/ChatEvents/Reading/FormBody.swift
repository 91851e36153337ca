internal import JSONText

/// Olark's webhook as it is posted: `application/x-www-form-urlencoded`, the transcript in the field `data`.
///
/// Source: Olark, "Webhooks", read in November 2026; the encoding: WHATWG, "URL", 5.1.
enum FormBody {
  /// How far behind the start of a form its field `data` is looked for.
  static var searchLimit: Int { 1 << 16 }

  /// What the field begins with.
  static let mark = Array("data=".utf8)

  /// Looks for a field `data` in a line, up to a byte before which no field can stand.
  ///
  /// - Parameters:
  ///   - start: where the form starts.
  ///   - from: where to look from, if what comes before was searched already.
  /// - Returns: whether the line is a form body from `start` on, and the offset of that field, or else of that byte. At `end`
  ///   that byte has not been read yet.
  static func search(
    _ bytes: Span<UInt8>, _ start: Int, from: Int? = nil, end: Int
  ) -> (isOne: Bool, stop: Int) {
    var position = from ?? start
    var startsField = position == start || bytes[position - 1] == UInt8(ascii: "&")
    while position < end {
      if startsField, isData(bytes, position, end: end) { return (true, position) }
      let byte = bytes[position]
      if byte <= 0x20 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "\"")
      {
        return (false, position)
      }
      startsField = byte == UInt8(ascii: "&")
      position += 1
    }
    return (false, end)
  }

  /// The text of the field `data`, and where it came from.
  struct Decoded: Sendable {
    /// The decoded text.
    var text: [UInt8]
    /// The offsets of the field's value.
    var value: Range<Int>

    /// The only value in the text, with the padded text; nil if it is not JSON, or something follows.
    var document: (bytes: [UInt8], value: Slice)? {
      let bytes = text + [UInt8](repeating: 0, count: Scanner.padding)
      var scanner = Scanner(end: text.count)
      let start = scanner.space(bytes.span, text.starts(with: Resynchronisation.byteOrderMark) ? 3 : 0)
      guard let value = try? scanner.slice(bytes.span, start, depth: 0),
        scanner.space(bytes.span, value.range.upperBound) == text.count
      else { return nil }
      return (bytes, value)
    }
  }

  /// Decodes the field `data` of a line.
  ///
  /// - Throws: the offset of a percent sign that two hexadecimal digits do not follow, or of a second such field.
  static func decode(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(JSONFault) -> Decoded {
    var value: Range<Int>?
    var position = line.lowerBound
    while position < line.upperBound {
      var end = position
      while end < line.upperBound, bytes[end] != UInt8(ascii: "&") { end += 1 }
      if isData(bytes, position, end: line.upperBound) {
        guard value == nil else { throw JSONFault(.repeatedKey, at: position) }
        value = position + 5..<end
      }
      position = end + 1
    }
    let range = value ?? line.upperBound..<line.upperBound
    var text: [UInt8] = []
    text.reserveCapacity(range.count + Scanner.padding)
    position = range.lowerBound
    while position < range.upperBound {
      position = try appendByte(bytes, position, range.upperBound, to: &text)
    }
    return Decoded(text: text, value: range)
  }

  /// The diagnostic about a body that cannot be decoded.
  static func diagnostic(about fault: JSONFault) -> Diagnostic {
    var diagnostic = Diagnostic(code: .invalidForm, offset: fault.offset, pointer: JSONPointer())
    if fault.reason == .repeatedKey {
      diagnostic.message = "duplicate field data in the form body"
      diagnostic.fix = "send one data field per body"
    }
    return diagnostic
  }

  /// Appends the byte that is at an offset, or that an escape stands for, and returns the offset after it.
  ///
  /// - Throws: the offset of a percent sign without two digits.
  static func appendByte(
    _ bytes: Span<UInt8>, _ position: Int, _ end: Int, to text: inout [UInt8]
  ) throws(JSONFault) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "+"):
      text.append(UInt8(ascii: " "))
      return position + 1
    case UInt8(ascii: "%"):
      guard position + 2 < end, let high = Hex.value(bytes[position + 1]),
        let low = Hex.value(bytes[position + 2])
      else { throw JSONFault(.invalidEscape, at: position) }
      text.append(high << 4 | low)
      return position + 3
    case let byte:
      text.append(byte)
      return position + 1
    }
  }

  /// Whether the field `data` starts at an offset.
  static func isData(_ bytes: Span<UInt8>, _ position: Int, end: Int) -> Bool {
    position + 5 <= end && bytes.halfWord(position) == 0x6174_6164  // "data"
      && bytes[position + 4] == UInt8(ascii: "=")
  }
}
