internal import JSONText

/// Where reading goes on behind a record that is broken.
///
/// At the top level that is the first line, after the one on which the record began, that starts like a record. Inside an
/// array it is where the broken element balances, if it does before such a line.
enum Resynchronisation {
  /// The answer to a search that may need bytes which have not been read yet.
  enum Answer: Equatable {
    case at(Int)
    case nowhere
    case unknownYet
  }

  /// Returns the first line that starts like a record, among those that start behind an offset.
  static func nextStart(_ bytes: Span<UInt8>, after offset: Int, end: Int, isLast: Bool) -> Answer {
    var position = offset
    while let lineFeed = firstLineFeed(bytes, from: position, end: end) {
      switch isStart(bytes, lineFeed + 1, end: end, isLast: isLast) {
      case .some(true): return .at(lineFeed + 1)
      case .some(false): position = lineFeed + 1
      case .none: return .unknownYet
      }
    }
    return isLast ? .nowhere : .unknownYet
  }

  /// What stands before each record of a sequence (RFC 7464, 2.2).
  static var recordSeparator: UInt8 { 0x1e }

  /// The byte order mark of UTF-8.
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Whether a byte order mark stands there; nil where too little was read to tell.
  static func isByteOrderMark(_ bytes: Span<UInt8>, _ position: Int, end: Int, isLast: Bool) -> Bool? {
    for index in byteOrderMark.indices {
      if position + index >= end { return isLast ? false : nil }
      if bytes[position + index] != byteOrderMark[index] { return false }
    }
    return true
  }

  /// Whether a line that starts there starts like a record, behind one of these marks or without; nil where too little of it was
  /// read.
  static func isStart(_ bytes: Span<UInt8>, _ line: Int, end: Int, isLast: Bool) -> Bool? {
    var position = line
    if position < end, bytes[position] == recordSeparator { position += 1 }
    if position < end, bytes[position] == byteOrderMark[0] {
      guard let isMark = isByteOrderMark(bytes, position, end: end, isLast: isLast) else { return nil }
      if !isMark { return false }
      position += byteOrderMark.count
    }
    if position >= end { return isLast ? false : nil }
    if bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[") { return true }
    for index in FormBody.mark.indices {
      if position + index >= end { return isLast ? false : nil }
      if bytes[position + index] != FormBody.mark[index] { return false }
    }
    return true
  }

  /// Returns where a broken element of an array ends: at the comma or bracket behind it.
  ///
  /// Strings are passed with their escapes, and brackets must match in kind. The search gives up where a string holds a
  /// line feed, at a bracket that matches none, and at a line that starts like a record and does not lie before the fault.
  ///
  /// - Parameter startsLine: whether the element itself starts a line.
  static func balance(
    _ bytes: Span<UInt8>, from start: Int, startsLine: Bool, fault: Int, end: Int, isLast: Bool
  ) -> Answer {
    if start >= fault, startsLine {
      switch isStart(bytes, start, end: end, isLast: isLast) {
      case .some(true): return .nowhere
      case .some(false): break
      case .none: return .unknownYet
      }
    }
    return balances(bytes, from: start, closing: [], fault: fault, end: end, isLast: isLast)[0]
  }

  /// Returns where elements end that lie in each other: for each bracket that must close, the end of what it closes.
  ///
  /// - Parameters:
  ///   - start: an offset inside all of them, not in a string. Without brackets: the start of the only one.
  ///   - closing: the brackets that must close, the outermost first.
  static func balances(
    _ bytes: Span<UInt8>, from start: Int, closing: [UInt8], fault: Int, end: Int, isLast: Bool
  ) -> [Answer] {
    var ends = [Answer?](repeating: nil, count: max(1, closing.count))
    let rest = balance(bytes, from: start, closing, &ends, fault: fault, end: end, isLast: isLast)
    return ends.map { $0 ?? rest }
  }

  /// Notes the ends that are found before the search gives up, and returns how it does.
  private static func balance(
    _ bytes: Span<UInt8>, from start: Int, _ closing: [UInt8], _ ends: inout [Answer?], fault: Int, end: Int,
    isLast: Bool
  ) -> Answer {
    var open = closing
    var position = start
    func note(_ answer: Answer) {
      if open.count < ends.count, ends[open.count] == nil { ends[open.count] = answer }
    }
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        switch endOfString(bytes, position, end: end) {
        case .at(let behind): position = behind
        case .nowhere: return .nowhere
        case .unknownYet: return isLast ? .nowhere : .unknownYet
        }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(byte + 2)  // in ASCII each closing bracket is two behind its opening one
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        note(byte == UInt8(ascii: "]") ? .at(position) : .nowhere)
        if open.popLast() != byte { return .nowhere }
      case UInt8(ascii: ","):
        note(.at(position))
        if open.isEmpty { return .nowhere }
      case UInt8(ascii: "\n") where position + 1 >= fault:
        switch isStart(bytes, position + 1, end: end, isLast: isLast) {
        case .some(true): return .nowhere
        case .some(false): break
        case .none: return .unknownYet
        }
      default:
        break
      }
      position += 1
    }
    return isLast ? .nowhere : .unknownYet
  }

  /// Returns the offset behind a string that may be broken, or that it holds a line feed.
  private static func endOfString(_ bytes: Span<UInt8>, _ quote: Int, end: Int) -> Answer {
    var position = quote + 1
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""): return .at(position + 1)
      case UInt8(ascii: "\n"): return .nowhere
      case UInt8(ascii: "\\") where position + 1 < end && bytes[position + 1] != UInt8(ascii: "\n"):
        position += 2
      default: position += 1
      }
    }
    return .unknownYet
  }

  /// Returns the offset of the first line feed, or nil where there is none.
  static func firstLineFeed(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int? {
    var position = start
    while position < end {
      // A byte that is a line feed becomes zero, and a zero byte borrows.
      let word = bytes.word(position) ^ 0x0a0a_0a0a_0a0a_0a0a
      let marks = (word &- Word.lows) & ~word & Word.highs
      if marks != 0 {
        position += Word.firstByte(marks)
        return position < end ? position : nil
      }
      position += 8
    }
    return nil
  }
}
