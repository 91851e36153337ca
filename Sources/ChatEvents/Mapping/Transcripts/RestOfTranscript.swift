internal import JSONText

extension TranscriptOperation {
  /// Writes a document without the members that have some values.
  static func writeRest(
    of document: Slice, without values: [Slice], _ bytes: Span<UInt8>, to output: inout Output
  ) {
    let omitted = values.filter(\.isPresent).sorted { $0.start < $1.start }
    let start = output.count
    output.append(UInt8(ascii: "{"))
    var position = Int(document.start) + 1
    for value in omitted {
      appendMembers(bytes, position..<key(of: value, bytes), since: start, &output)
      position = value.range.upperBound
    }
    appendMembers(bytes, position..<document.range.upperBound - 1, since: start, &output)
    output.append(UInt8(ascii: "}"))
  }

  /// Copies the members between two offsets, without the commas and the white space around them.
  private static func appendMembers(
    _ bytes: Span<UInt8>, _ range: Range<Int>, since start: Int, _ output: inout Output
  ) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBetweenMembers(bytes[lower]) { lower += 1 }
    while lower < upper, isBetweenMembers(bytes[upper - 1]) { upper -= 1 }
    guard lower < upper else { return }
    if output.count > start + 1 { output.append(UInt8(ascii: ",")) }
    output.appendCompact(bytes, lower..<upper)
  }

  private static func isBetweenMembers(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }

  /// Returns the offset at which a value's key starts: a key that names a known member holds no quote.
  private static func key(of value: Slice, _ bytes: Span<UInt8>) -> Int {
    var position = Int(value.start) - 1
    while bytes[position] != UInt8(ascii: "\"") { position -= 1 }
    position -= 1
    while bytes[position] != UInt8(ascii: "\"") { position -= 1 }
    return position
  }
}
