internal import JSONText

// Stage 1: where records start, and the arrays that they stand in.

extension Converter {
  /// Returns where a block's first record can start: behind a byte order mark, and behind what is still to be discarded.
  mutating func start(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    if reading.discarded != nil { return passDiscarded(bytes, isLast: isLast) }
    let isMarked =
      reading.offset == 0 && !reading.isGuess && scanner.end >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb
      && bytes[2] == 0xbf
    return isMarked ? 3 : 0
  }

  /// Passes white space, and the brackets and commas of an open array, up to the start of a record.
  ///
  /// - Returns: whether there is one in this block.
  mutating func moveToRecord(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    while !hasStopped, !isVoid, reading.discarded == nil {
      position = scanner.space(bytes, position)
      guard position < scanner.end else { return false }
      switch (reading.container, bytes[position]) {
      case (.documents, UInt8(ascii: "[")):
        (reading.container, reading.missesComma) = (.arrayStart, false)
      case (.documents, _):
        return true
      case (.arrayStart, UInt8(ascii: "]")), (.arraySeparator, UInt8(ascii: "]")):
        reading.container = .documents
      case (.arraySeparator, UInt8(ascii: ",")):
        reading.container = .arrayElement(comma: reading.offset + position, place: place(position))
      case (.arrayStart, UInt8(ascii: ",")):
        rejectMissingElement(comma: reading.offset + position, place(position))
      case (.arrayElement(let comma, let place), UInt8(ascii: "]")):
        rejectMissingElement(comma: comma, place)
        reading.container = .documents
      case (.arrayElement(let comma, let place), UInt8(ascii: ",")):
        rejectMissingElement(comma: comma, place)
        reading.container = .arrayElement(comma: reading.offset + position, place: self.place(position))
      default:
        return true
      }
      position += 1
    }
    return false
  }

  /// Reports what is missing where the source has ended.
  mutating func finish(_ bytes: Span<UInt8>, _ position: Int) {
    if let discarded = reading.discarded {
      reading.discarded = nil
      reject(discarded)
    } else if reading.container.isArray, position >= scanner.end {
      reject(
        Reject(
          place: place(scanner.end), at: place(scanner.end), pointer: JSONPointer(),
          code: Code(.unexpectedEnd), detail: "the input ends, and an array is still open",
          fix: "close the array with ], or fetch the rest of it",
          range: reading.offset + scanner.end..<reading.offset + scanner.end,
          offset: reading.offset + scanner.end, record: []))
    }
    reading.container = .documents
  }

  /// Returns the place of an offset behind all lines that the scanner has counted.
  func place(_ position: Int) -> JSONPlace {
    JSONPlace(line: reading.line + scanner.lines, column: position - scanner.lineStart + 1)
  }

  /// Reports, once for an array, that an element follows another without a comma; it is read all the same.
  mutating func reportMissingComma(_ position: Int) {
    if reading.missesComma { return }
    reading.missesComma = true
    let offset = reading.offset + position
    let report = Reject(
      place: place(position), at: place(position), pointer: JSONPointer(), code: .missingComma, detail: nil,
      fix: nil, range: offset..<offset, offset: offset, record: [])
    if isTelling { checked.append(CheckedRecord(report)) } else { rejects.append(report) }
  }

  private mutating func rejectMissingElement(comma: Int, _ place: JSONPlace) {
    if comma < 0 { isVoid = true }
    noteStray()
    reject(
      Reject(
        place: place, at: place, pointer: JSONPointer(), code: .missingElement, detail: nil, fix: nil,
        range: comma..<comma + 1, offset: comma, record: [UInt8(ascii: ",")]))
  }
}
