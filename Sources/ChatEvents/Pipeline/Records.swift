internal import JSONText

// Stage 2: one record, from its first byte to its last.

/// How many lines a scanner had counted at some offset; what a failed scan counted behind it is taken back.
struct LineCount: Sendable {
  var lines: Int
  var lineStart: Int
}

extension Converter {
  /// The lines counted so far.
  var lineCount: LineCount {
    get { LineCount(lines: scanner.lines, lineStart: scanner.lineStart) }
    set { (scanner.lines, scanner.lineStart) = (newValue.lines, newValue.lineStart) }
  }

  /// Converts or rejects the record that starts at an offset.
  ///
  /// - Returns: the offset behind it, or nil where its end has not been read yet.
  mutating func passRecord(_ bytes: Span<UInt8>, _ start: Int, isLast: Bool) -> Int? {
    let begun = lineCount
    lastRecord = (start, lastRecord?.start, begun.lineStart)
    recordLine = reading.line + begun.lines
    do throws(JSONFault) {
      if reading.container == .arraySeparator {
        guard startsValue(bytes[start]) else { throw JSONFault(.expectedCommaOrBracket, at: start) }
        reportMissingComma(start)
      }
      let end: Int
      if bytes[start] == UInt8(ascii: "{") {
        let gaps = scanner.gaps
        end = try scanner.document(bytes, start, lane.plan, into: &found.slots)
        isSpaced = scanner.gaps != gaps
        if end - start > options.recordLimit {
          reject(bytes, start..<end, begun, Complaint(code: .recordTooLong, offset: start))
        } else if passRejected(bytes, start..<end, begun) {
          // What it holds has been counted as if it stood here.
        } else if let complaint = accept(bytes, start..<end, isWrapped: false) {
          reject(bytes, start..<end, begun, complaint)
          if complaint.code == .unknownShape { noteStray() } else { strays = 0 }
        } else {
          strays = 0
          if isTelling { tell(bytes, start..<end, begun) }
        }
      } else {
        if reading.container == .documents {
          switch passForm(bytes, start, isLast: isLast) {
          case .passed(let end): return end
          case .incomplete: return nil
          case .noForm: break
          }
        }
        // No value but an object is a record; it still must be read to know where it ends.
        end = try scanner.value(bytes, start, depth: 0)
        if end >= scanner.end, !isLast { throw JSONFault(.unexpectedEnd, at: end) }
        reject(bytes, start..<end, begun, unknownShape())
        noteStray()
      }
      if reading.container.isArray { reading.container = .arraySeparator }
      return end
    } catch {
      lineCount = begun
      return passBroken(bytes, start, error, isLast: isLast)
    }
  }

  /// Rejects a broken record, and finds where reading goes on.
  ///
  /// - Returns: that offset, or nil where it has not been read yet.
  private mutating func passBroken(
    _ bytes: Span<UInt8>, _ start: Int, _ fault: JSONFault, isLast: Bool
  ) -> Int? {
    let isCut = fault.reason == .unexpectedEnd && fault.offset >= scanner.end
    let isTooLong = scanner.end - start > options.recordLimit
    if isCut, !isLast, !isTooLong { return nil }
    var complaint = complaint(about: fault, bytes, start)
    if isCut, !isLast { complaint = Complaint(code: .recordTooLong, offset: start) }

    if reading.container.isArray {
      switch Resynchronisation.balance(
        bytes, from: start, startsLine: start == scanner.lineStart, fault: complaint.offset ?? start,
        end: scanner.end, isLast: isLast || isTooLong)
      {
      case .at(let end):
        reading.container = .arraySeparator
        return rejectBroken(bytes, start, end, complaint)
      case .unknownYet:
        return nil
      case .nowhere:
        break
      }
    }
    switch Resynchronisation.nextStart(bytes, after: start, end: scanner.end, isLast: isLast) {
    case .at(let line):
      if reading.container.isArray { reading.container = .arrayStart }
      return rejectBroken(bytes, start, line, complaint)
    case .nowhere:
      reading.container = .documents
      return rejectBroken(bytes, start, scanner.end, complaint)
    case .unknownYet:
      return isTooLong ? discard(bytes, start, complaint) : nil
    }
  }

  /// Rejects a broken record that ends where reading goes on, and counts its lines.
  private mutating func rejectBroken(
    _ bytes: Span<UInt8>, _ start: Int, _ next: Int, _ complaint: Complaint
  ) -> Int {
    var end = next
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    reject(bytes, start..<end, lineCount, complaint)
    noteStray()
    countLines(bytes, start..<next)
    return next
  }

  /// Counts the lines of bytes that no scanner has passed.
  mutating func countLines(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while let lineFeed = Resynchronisation.firstLineFeed(bytes, from: position, end: range.upperBound) {
      scanner.lines += 1
      scanner.lineStart = lineFeed + 1
      position = lineFeed + 1
    }
  }

  /// Whether a JSON value can start with a byte.
  private func startsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t")
  }

  /// The complaint about a text that is no JSON, in the words that fit where it stands.
  private func complaint(about fault: JSONFault, _ bytes: Span<UInt8>, _ start: Int) -> Complaint {
    var complaint = Complaint(code: Code(fault.reason), offset: fault.offset)
    if reading.offset == 0, !reading.isGuess, scanner.end >= 2 {
      let mark = (bytes[0], bytes[1])
      let isMarked = mark == (0xff, 0xfe) || mark == (0xfe, 0xff) || (mark.0 == 0) != (mark.1 == 0)
      if isMarked { complaint.code = .utf16 }
    }
    switch fault.reason {
    case .controlCharacter where bytes[fault.offset] == UInt8(ascii: "\n"):
      complaint.message = "the string does not end on its line"
      complaint.fix = "close it, or fetch the record again: it may be cut off"
    case .expectedValue where fault.offset == start && complaint.code != .utf16:
      complaint.message =
        "expected a record: a JSON object, an array of them, or a form body with the field data"
      complaint.fix = "remove what stands here"
    default:
      break
    }
    return complaint
  }
}
