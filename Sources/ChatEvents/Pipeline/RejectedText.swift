internal import JSONText

// Stage 3 for a line of a rejects file: what was rejected is read again, as if it stood in the source.

extension Converter {
  /// Converts what the last scanned document keeps of rejected records, if it is a line of a rejects file.
  ///
  /// The text may hold any number of records, in any container but this one.
  ///
  /// - Returns: whether it is such a line.
  mutating func passRejected(_ bytes: Span<UInt8>, _ range: Range<Int>, _ begun: LineCount) -> Bool {
    let line = lane.rejected
    guard readsRejected, !lane.isMarked(found), found.slice(line.code).kind == .string else {
      return false
    }
    let text = found.slice(line.text)
    let base64 = found.slice(line.base64)
    let isKept = text.kind == .string || base64.kind == .string
    guard isKept || found.slice(line.bytes).kind == .array,
      recogniser.format(of: bytes, range.lowerBound, end: scanner.end) == nil
    else { return false }
    if !isKept {
      reject(bytes, range, begun, Complaint(code: .recordNotKept))
    } else if text.kind == .string {
      convertAgain(Text.unescaped(bytes, text.content), bytes, range, begun) { offset, bytes in
        Text.sourceOffset(of: offset, in: text.content, bytes)
      }
    } else if let packed = Base64.decoded(Text.unescaped(bytes, base64.content)) {
      convertAgain(packed, bytes, range, begun) { _, _ in Int(base64.start) }
    } else {
      reject(bytes, range, begun, Complaint(code: .invalidBase64, offset: Int(base64.start)))
    }
    return true
  }

  /// Converts a text as a source of its own, and takes over what comes out.
  ///
  /// - Parameter sourceOffset: tells where in this source a byte of the text stands.
  private mutating func convertAgain(
    _ text: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>, _ begun: LineCount,
    _ sourceOffset: (_ offset: Int, _ bytes: Span<UInt8>) -> Int
  ) {
    var inner = self
    inner.reading = Reading()
    inner.readsRejected = false
    let block = JSONBlock(text)
    _ = inner.convert(block, isLast: true)
    output.append(contentsOf: inner.output.written)
    for var record in inner.exported {
      record.line = recordLine
      exported.append(record)
    }
    balance += isTelling ? inner.balance : inner.balance.withoutRejects
    for var reject in inner.rejects {
      let start = place(of: sourceOffset(reject.range.lowerBound, bytes), bytes, range.lowerBound, begun)
      reject.at = place(of: sourceOffset(reject.offset, bytes), bytes, range.lowerBound, begun)
      reject.place = start
      reject.offset = reading.offset + sourceOffset(reject.offset, bytes)
      reject.range = reading.offset + range.lowerBound..<reading.offset + range.upperBound
      self.reject(reject)
    }
    // What is wrong inside is told at the line that holds the text.
    let line = place(of: range.lowerBound, bytes, range.lowerBound, begun)
    checked += inner.checked.map { record in record.moved { _ in line } }
    if inner.hasStopped { hasStopped = true }
  }

  /// Returns the place of an offset in a record.
  private func place(of offset: Int, _ bytes: Span<UInt8>, _ start: Int, _ begun: LineCount) -> JSONPlace {
    JSONPlace(line: reading.line + begun.lines, column: start - begun.lineStart + 1)
      .advanced(over: bytes, from: start, to: offset)
  }
}
