internal import JSONText

/// A line of a log whose JSON comes after something else: a time, a level, a host.
enum LogLine {
  /// How much of a line is looked at.
  private static let limit = 4096

  /// Whether a line that starts at an offset begins with text that is no JSON, and goes on with an object.
  ///
  /// Values of JSON before an object are no such text: they are records that nobody knows.
  ///
  /// Cost: a look at 4 KiB at most.
  ///
  /// - Returns: nil where the answer depends on bytes that have not been read yet.
  static func begins(_ bytes: Span<UInt8>, at start: Int, end: Int, isLast: Bool) -> Bool? {
    let stop = min(end, start + limit)
    var position = start
    var isText = false
    while position < stop {
      switch bytes[position] {
      case UInt8(ascii: "\n"): return false
      case UInt8(ascii: "{"):
        // A brace of a text is followed by something else.
        guard position + 1 < end else { return isLast ? false : nil }
        if isText, opens(bytes[position + 1]) { return true }
        if !isText { return false }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        break
      default:
        guard !isText else { break }
        var scanner = Scanner(end: stop)
        do throws(JSONFault) {
          let next = try scanner.value(bytes, position, depth: 0)
          if next >= stop || isEnd(bytes[next]) {
            position = next
            continue
          }
        } catch {
          // A value that is longer than what is looked at, or was read so far.
          if error.reason == .unexpectedEnd, stop == start + limit { return false }
          if error.reason == .unexpectedEnd, !isLast { return nil }
        }
        isText = true
      }
      position += 1
    }
    return isLast || stop == start + limit ? false : nil
  }

  /// Whether an object that opens goes on with a byte.
  private static func opens(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: " "), UInt8(ascii: "}")]
      .contains(byte)
  }

  /// Whether a value of JSON can end before a byte.
  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte)
  }
}

extension RecordReader {
  /// Whether a line of a log begins at an offset; nil where too little of it was read to tell.
  mutating func startsLogLine(_ bytes: Span<UInt8>, _ start: Int) -> Bool? {
    guard start == scanner.lineStart, bytes[start] != UInt8(ascii: "{"), bytes[start] != UInt8(ascii: "\"")
    else { return false }
    let begins = LogLine.begins(bytes, at: start, end: scanner.end, isLast: isLast)
    // That a block starts a line was only guessed.
    if begins == true, position.isGuess, scanner.lines == 0 { isVoid = true }
    return isVoid ? nil : begins
  }

  /// Rejects a line of a log, with all that follows it up to a line with which a record can begin; nil if that was not read yet.
  mutating func logLines(_ bytes: Span<UInt8>, _ record: RecordRange) -> Item? {
    giveUp(bytes, record, Diagnostic(code: .textBeforeJSON, offset: record.bytes.lowerBound), .overLog)
  }
}
