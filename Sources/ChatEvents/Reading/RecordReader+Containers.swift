internal import JSONText

// What is between records: arrays with their brackets and commas, and marks of what wrote them.

extension RecordReader {
  /// What reading comes to.
  enum Move {
    case record
    case fault(Reject)
    case end
  }

  /// Passes white space, and the brackets and commas of an open array, up to the start of a record.
  mutating func moveToRecord(_ bytes: Span<UInt8>) -> Move {
    if offset == 0, position.offset == 0, !position.isGuess {
      guard ForeignFormat.showsEncoding(bytes, end: scanner.end, isLast: isLast) else { return .end }
      position.encoding = ForeignFormat.encoding(of: bytes, end: scanner.end)
    }
    while !isVoid, position.discarded == nil {
      offset = scanner.space(bytes, offset)
      guard offset < scanner.end else { return .end }
      let here = offset
      switch (position.container, bytes[here]) {
      case (.documents, UInt8(ascii: "[")):
        switch startsLogLine(bytes, here) {
        case true?: return .record
        case nil: return .end
        case false?: break
        }
        (position.container, position.missesComma) = (.arrayStart, false)
      case (.documents, UInt8(ascii: "{")):
        return .record
      case (.arrayStart, UInt8(ascii: "]")), (.arraySeparator, UInt8(ascii: "]")):
        position.container = .documents
      case (.arraySeparator, UInt8(ascii: ",")):
        position.container = .arrayElement(comma: position.offset + here, place: place(here))
      case (.arrayStart, UInt8(ascii: ",")):
        offset += 1
        return .fault(missingElement(comma: position.offset + here, place(here)))
      case (.arrayElement(let comma, let place), UInt8(ascii: "]")):
        position.container = .documents
        offset += 1
        return .fault(missingElement(comma: comma, place))
      case (.arrayElement(let comma, let place), UInt8(ascii: ",")):
        position.container = .arrayElement(comma: position.offset + here, place: self.place(here))
        offset += 1
        return .fault(missingElement(comma: comma, place))
      default:
        guard let length = markLength(bytes, here) else { return .end }
        if length == 0 { return .record }
        offset += length - 1
      }
      offset += 1
    }
    return .end
  }

  /// Returns how many bytes a mark has that stands there: a byte order mark, a record separator (RFC 7464), a line feed, a
  /// carriage return or a tab as an escape; outside of an array also a zero byte that a log's rotation left.
  ///
  /// - Returns: 0 for anything else; nil where too little of it was read to tell.
  private func markLength(_ bytes: Span<UInt8>, _ here: Int) -> Int? {
    switch bytes[here] {
    case 0:
      // One at the very start, or behind a bracket, is half of a character of UTF-16.
      let isAtStart = position.offset + here == 0 && !position.isGuess
      return position.container.isArray || isAtStart && bytes[1] != 0 ? 0 : 1
    case Resynchronisation.recordSeparator: return 1
    case Resynchronisation.byteOrderMark[0]:
      return Resynchronisation.isByteOrderMark(bytes, here, end: scanner.end, isLast: isLast)
        .map { $0 ? Resynchronisation.byteOrderMark.count : 0 }
    case UInt8(ascii: "\\"):
      guard here + 1 < scanner.end else { return isLast ? 0 : nil }
      return [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(bytes[here + 1]) ? 2 : 0
    default: return 0
    }
  }

  /// Returns what is missing at the source's end.
  mutating func finish() -> Reject? {
    guard isLast, !isVoid else { return nil }
    let wasOpen = position.container.isArray
    position.container = .documents
    if let discarded = position.discarded {
      position.discarded = nil
      return discarded.reject
    }
    guard wasOpen else { return nil }
    let end = position.offset + scanner.end
    return Reject(
      Diagnostic(
        code: Code(.unexpectedEnd), message: "the input ends inside an array",
        fix: "close the array with ], or fetch the rest of the input"),
      at: place(scanner.end), end..<end)
  }

  private mutating func missingElement(comma: Int, _ place: JSONPlace) -> Reject {
    if comma < 0 { isVoid = true }
    return Reject(
      Diagnostic(code: .missingElement), at: place, comma..<comma + 1, record: [UInt8(ascii: ",")])
  }

  /// Returns a report, once for an array, that an element follows another without a comma; it is read all the same.
  mutating func missingComma(_ bytes: Span<UInt8>, _ here: Int) -> Reject? {
    if position.missesComma || !Self.startsValue(bytes[here]) { return nil }
    position.missesComma = true
    let offset = position.offset + here
    return Reject(Diagnostic(code: .missingComma), at: place(here), offset..<offset)
  }
}
