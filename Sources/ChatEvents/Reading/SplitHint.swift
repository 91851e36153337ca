internal import JSONText

/// What is known of how a source is laid out, so that it can be cut between two records without reading them.
///
/// A hint may be wrong: what was cut in the wrong place is found out, and converted again.
struct SplitHint: Sendable, Hashable {
  /// The number of white-space bytes in front of the last record on its line; nil where something else stands there.
  var indentation: Int?

  /// The bytes with which the last two records began, as far as they were the same; empty while that is not known.
  var prefix: [UInt8] = []

  /// Returns where to cut: behind as many records as possible, at the start of one or of its line.
  ///
  /// - Returns: nil where no such place is in sight.
  func cut(_ bytes: Span<UInt8>, end: Int) -> Int? {
    guard let first = prefix.first else {
      return lastLine(bytes, end) { position in
        Resynchronisation.isStart(bytes, position, end: end, isLast: true) == true ? true : false
      }
    }
    if let indentation {
      return lastLine(bytes, end) { line in
        let start = line + indentation
        guard start < end, bytes[start] == first else { return false }
        return (line..<start).allSatisfy { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\t") }
      }
    }
    return prefix.count < 8 ? nil : lastPrefix(bytes, end)
  }

  /// Returns the start of the last line that meets a condition; never 0, which cuts nothing off.
  private func lastLine(_ bytes: Span<UInt8>, _ end: Int, where condition: (Int) -> Bool) -> Int? {
    var position = end - 1
    while position >= 0 {
      if bytes[position] == UInt8(ascii: "\n"), position + 1 < end, condition(position + 1) {
        return position + 1
      }
      position -= 1
    }
    return nil
  }

  /// Returns where the records' common beginning stands last.
  private func lastPrefix(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    var position = end - prefix.count
    while position > 0 {
      if bytes[position] == prefix[0], Text.areEqual(bytes, position..<position + prefix.count, prefix) {
        return position
      }
      position -= 1
    }
    return nil
  }
}

extension SplitHint {
  /// How many bytes of a record are looked at.
  private static var prefixLimit: Int { 32 }

  /// Learns from the last two records that a block held.
  init(_ bytes: Span<UInt8>, last: Int, beforeThat: Int?, lineStart: Int) {
    if lineStart >= 0, lineStart <= last,
      (lineStart..<last).allSatisfy({ bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\t") })
    {
      indentation = last - lineStart
    }
    var count = 1
    if let beforeThat {
      while count < Self.prefixLimit, bytes[last + count] == bytes[beforeThat + count] { count += 1 }
    }
    prefix = bytes.copied(last..<last + count)
  }
}
