internal import JSONText

/// The document that a gateway put into `data`, as a string or the only one of an array.
///
/// Source: rudder-server, gateway: a form body becomes an object of arrays of strings. AWS Lambda's and Express's
/// parsers give a string. Read in November 2026.
struct UnpackedForm: Sendable {
  /// The document's text.
  let text: PackedText

  /// Opens a form.
  ///
  /// - Returns: nil if the value holds no string, or more than one.
  /// - Throws: what is wrong with the string.
  init?(_ bytes: Span<UInt8>, _ data: Slice, end: Int) throws(JSONFault) {
    guard let string = Self.string(bytes, data, end: end) else { return nil }
    if let half = Text.loneSurrogate(bytes, string.content) { throw JSONFault(.loneSurrogate, at: half) }
    text = PackedText(string: string, bytes)
  }

  /// Returns the string that a value is, or the only one in an array; nil for anything else.
  static func string(_ bytes: Span<UInt8>, _ data: Slice, end: Int) -> Slice? {
    if data.kind == .string { return data }
    guard data.kind == .array else { return nil }
    var scanner = Scanner(end: end)
    let first = scanner.space(bytes, Int(data.start) + 1)
    guard bytes[first] == UInt8(ascii: "\""), let only = try? scanner.slice(bytes, first, depth: 1),
      scanner.space(bytes, only.range.upperBound) == data.range.upperBound - 1
    else { return nil }
    return only
  }
}
