internal import JSONText

extension Output {
  /// Writes what stands between a string's quotes, as it was written, or the digits of a number.
  mutating func append(content slice: Slice, of bytes: Span<UInt8>) {
    switch slice.kind {
    case .string: append(bytes, slice.content)
    case .integer, .number: append(bytes, slice.range)
    default: break
    }
  }

  /// Writes the characters of a string, or the digits of a number, without quotes and escapes.
  mutating func append(characters slice: Slice, of bytes: Span<UInt8>) {
    switch slice.kind {
    case .string where slice.flags.isEscaped: append(contentsOf: Text.unescaped(bytes, slice.content))
    case .string: append(bytes, slice.content)
    case .integer, .number: append(bytes, slice.range)
    default: break
    }
  }

  /// Writes a string that is not empty, or an integer as a string; nothing for any other value.
  mutating func append(filled value: Slice, of bytes: Span<UInt8>) {
    switch value.kind {
    case .string where value.count > 2: append(value, of: bytes)
    case .integer:
      append(UInt8(ascii: "\""))
      append(bytes, value.range)
      append(UInt8(ascii: "\""))
    default: break
    }
  }
}
