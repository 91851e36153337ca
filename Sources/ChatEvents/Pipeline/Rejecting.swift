internal import JSONText

// Stage 4, the other outcome: records that are kept as they came, with their places.

extension Converter {
  /// Keeps a record that cannot be converted.
  ///
  /// - Parameters:
  ///   - range: its offsets in the block.
  ///   - begun: the lines counted before it.
  mutating func reject(_ bytes: Span<UInt8>, _ range: Range<Int>, _ begun: LineCount, _ complaint: Complaint)
  {
    var reject = rejection(bytes, range, begun, complaint)
    if isTelling { return tell(reject, bytes, range) }
    if !isRedacting, range.count <= options.recordLimit {
      reject.record = range.map { bytes[$0] }
    }
    self.reject(reject)
  }

  /// Notes that something was read that is no record.
  ///
  /// Inside a string or an object nearly everything looks like that. A guess that leads there is given up after a few, so that it
  /// costs neither time nor memory; what is certain is never given up.
  mutating func noteStray() {
    strays += 1
    if reading.isGuess, strays > Self.strayLimit { isVoid = true }
  }

  /// How many of them in a row a guess survives.
  private static var strayLimit: Int { 64 }

  mutating func reject(_ reject: Reject) {
    if isTelling {
      tell(CheckedRecord(reject))
    } else {
      rejects.append(reject)
    }
    if options.stopsAtReject { hasStopped = true }
  }

  private func rejection(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ begun: LineCount, _ complaint: Complaint
  ) -> Reject {
    let start = range.lowerBound
    let offset = complaint.offset ?? start
    let place = JSONPlace(line: reading.line + begun.lines, column: start - begun.lineStart + 1)
    return Reject(
      place: place,
      at: place.advanced(over: bytes, from: start, to: offset),
      // The names of members can be personal too.
      pointer: isRedacting
        ? JSONPointer()
        : complaint.pointer ?? JSONPointer.to(offset, in: bytes, from: start, end: scanner.end),
      code: complaint.code,
      detail: complaint.message,
      fix: complaint.fix,
      range: reading.offset + start..<reading.offset + range.upperBound,
      offset: reading.offset + offset,
      record: nil)
  }

  /// Gives up a broken record of which too much was read already: its bytes are passed until a line starts like a record.
  ///
  /// - Returns: the offset up to which they are passed in this block.
  mutating func discard(_ bytes: Span<UInt8>, _ start: Int, _ complaint: Complaint) -> Int {
    reading.discarded = rejection(bytes, start..<scanner.end, lineCount, complaint)
    let end = max(start, scanner.end - Self.startMarkLength)
    countLines(bytes, start..<end)
    return end
  }

  /// Passes more of a record that was given up.
  ///
  /// - Returns: the offset behind it, where it ends in this block.
  mutating func passDiscarded(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    guard var discarded = reading.discarded else { return 0 }
    let answer = Resynchronisation.nextStart(bytes, after: 0, end: scanner.end, isLast: isLast)
    let end: Int
    switch answer {
    case .at(let line): end = line
    case .nowhere: end = scanner.end
    case .unknownYet: end = max(0, scanner.end - Self.startMarkLength)
    }
    countLines(bytes, 0..<end)
    if answer != .unknownYet {
      discarded.range = discarded.range.lowerBound..<reading.offset + end
      reading.discarded = nil
      if answer == .nowhere { reading.container = .documents }
      if reading.container.isArray { reading.container = .arrayStart }
      reject(discarded)
    }
    return end
  }

  /// How many bytes decide whether a line starts like a record, its line feed included.
  private static var startMarkLength: Int { 6 }
}
