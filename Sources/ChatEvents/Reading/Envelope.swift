internal import JSONText

/// The document that a gateway put into `data`, as a string or the only one of an array.
///
/// Source: rudder-server, gateway: a form body becomes an object of arrays of strings. AWS Lambda's and Express's
/// parsers give a string. Read in November 2026.
struct Envelope: Sendable {
  /// The document's text.
  let text: [UInt8]

  /// The offsets of the string's content, of which the text was made.
  let content: Range<Int>

  /// Opens an envelope.
  ///
  /// - Returns: nil if the value holds no string, or more than one.
  /// - Throws: what is wrong with the string.
  init?(_ bytes: Span<UInt8>, _ data: Slice, end: Int) throws(JSONFault) {
    var string = data
    if data.kind == .array {
      var scanner = Scanner(end: end)
      let first = scanner.space(bytes, Int(data.start) + 1)
      guard bytes[first] == UInt8(ascii: "\""), let only = try? scanner.slice(bytes, first, depth: 1),
        scanner.space(bytes, only.range.upperBound) == data.range.upperBound - 1
      else { return nil }
      string = only
    }
    if let half = Text.loneSurrogate(bytes, string.content) { throw JSONFault(.loneSurrogate, at: half) }
    content = string.content
    text = Text.unescaped(bytes, content)
  }

  /// Returns the offset in the source of a byte of the text.
  func sourceOffset(of offset: Int, _ bytes: Span<UInt8>) -> Int {
    Text.sourceOffset(of: offset, in: content, bytes)
  }
}
