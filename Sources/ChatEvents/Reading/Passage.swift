internal import JSONText

/// The way over a record that is given up, block by block, to the place where reading resumes.
///
/// It keeps nothing of what it passes, so that a record of any length takes no memory; and what it answers does not depend on
/// the blocks.
struct Passage: Sendable, Hashable {
  /// What ends the record.
  private enum Goal: Hashable {
    /// Its last bracket or quote, unless a line that starts like a record, or something that fits nowhere, comes before.
    case end
    /// A line that starts like a record.
    case start
    /// The same, unless it is one more line of a log.
    case jsonLine
    /// The end of its line.
    case line
  }

  /// What is known of a place where reading may resume.
  enum Step: Equatable {
    /// Reading resumes there: after a whole value, or at a line that starts like a record.
    case resumes(at: Int, afterValue: Bool)
    /// The record goes on to the source's end.
    case nowhere
    /// That depends on bytes that have not been read yet. What comes before this offset is not needed again.
    case wants(from: Int)
  }

  private var goal: Goal
  /// The brackets that must close, the outermost first.
  private var open: [UInt8] = []
  private var isInString = false
  private var hasBegun = false

  /// The way over a JSON value, to where it ends.
  static let overValue = Passage(goal: .end)
  /// The way to a line that starts like a record.
  static let toStart = Passage(goal: .start)
  /// The way over lines of a log.
  static let overLog = Passage(goal: .jsonLine)
  /// The way to the line's end.
  static let overLine = Passage(goal: .line)

  private init(goal: Goal) { self.goal = goal }

  /// Deeper values are passed to the next line that starts like a record.
  private static var depthLimit: Int { 1 << 16 }

  /// How many bytes decide whether a line starts like a record, its line feed included.
  private static var startMarkLength: Int { 10 }

  /// Passes bytes, and returns where they lead.
  ///
  /// After `.wants(from:)` call again with the bytes from there on and more of them.
  ///
  /// - Parameter isLast: whether the source ends at `end`.
  mutating func pass(_ bytes: Span<UInt8>, from start: Int, end: Int, isLast: Bool) -> Step {
    var position = start
    if goal == .end {
      switch passValue(bytes, &position, end: end, isLast: isLast) {
      case let step?: return step
      case nil: goal = .start
      }
    }
    if goal == .line {
      guard let lineFeed = Resynchronisation.firstLineFeed(bytes, from: position, end: end) else {
        return isLast ? .nowhere : .wants(from: end)
      }
      return .resumes(at: lineFeed, afterValue: false)
    }
    while true {
      switch Resynchronisation.nextStart(bytes, after: position, end: end, isLast: isLast) {
      case .at(let line):
        guard goal == .jsonLine, bytes[line] == UInt8(ascii: "[") else {
          return .resumes(at: line, afterValue: false)
        }
        switch LogLine.begins(bytes, at: line, end: end, isLast: isLast) {
        case true?: position = line
        case false?: return .resumes(at: line, afterValue: false)
        case nil: return .wants(from: line - 1)
        }
      case .nowhere: return .nowhere
      case .unknownYet: return .wants(from: max(position, end - Self.startMarkLength))
      }
    }
  }

  /// Passes a value up to its end; returns nil if it has none, and then the way goes to a line that starts like a record.
  private mutating func passValue(_ bytes: Span<UInt8>, _ position: inout Int, end: Int, isLast: Bool)
    -> Step?
  {
    while position < end {
      let byte = bytes[position]
      if isInString {
        switch byte {
        case UInt8(ascii: "\""):
          isInString = false
          if open.isEmpty { return .resumes(at: position + 1, afterValue: true) }
        case UInt8(ascii: "\n"): return nil
        case UInt8(ascii: "\\"):
          // A quote is no end if it is escaped.
          guard position + 1 < end else { return isLast ? .nowhere : .wants(from: position) }
          if bytes[position + 1] != UInt8(ascii: "\n") { position += 1 }
        default: break
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""):
          if open.isEmpty, hasBegun { return .resumes(at: position, afterValue: true) }
          isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if open.isEmpty, hasBegun { return .resumes(at: position, afterValue: true) }
          if open.count == Self.depthLimit { return nil }
          open.append(byte + 2)  // in ASCII each closing bracket is two behind its opening one
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if open.isEmpty { return .resumes(at: position, afterValue: true) }
          if open.popLast() != byte { return nil }
          if open.isEmpty { return .resumes(at: position + 1, afterValue: true) }
        case UInt8(ascii: "\n") where !open.isEmpty:
          switch Resynchronisation.isStart(bytes, position + 1, end: end, isLast: isLast) {
          case true?: return .resumes(at: position + 1, afterValue: false)
          case false?: break
          case nil: return .wants(from: position)
          }
        case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
          if open.isEmpty, hasBegun { return .resumes(at: position, afterValue: true) }
        default: break
        }
      }
      hasBegun = true
      position += 1
    }
    return isLast ? .nowhere : .wants(from: end)
  }
}

/// A record that is given up, whose end is not known yet.
struct DiscardedRecord: Sendable, Hashable {
  /// What is reported of it. Its range ends after the last byte that was passed and is no white space.
  var reject: Reject
  /// The way to its end.
  var passage: Passage

  /// Returns the same in a source of which what was counted so far turned out to start at `base`.
  func moved(to base: ReadingPosition) -> DiscardedRecord {
    DiscardedRecord(reject: reject.moved(to: base), passage: passage)
  }
}

extension RecordReader {
  /// Gives up a record, and returns it if its end was read; else it is passed block by block, if it is too long to be kept.
  mutating func giveUp(
    _ bytes: Span<UInt8>, _ record: RecordRange, _ diagnostic: Diagnostic, _ way: Passage
  ) -> Item? {
    let start = record.bytes.lowerBound
    var passage = way
    switch passage.pass(bytes, from: start, end: scanner.end, isLast: isLast) {
    case .resumes(let next, let afterValue):
      resume(afterValue: afterValue)
      return reject(bytes, record, upTo: next, diagnostic)
    case .nowhere:
      position.container = .documents
      return reject(bytes, record, upTo: scanner.end, diagnostic)
    case .wants(let next):
      guard next - start > recordLimit else { return nil }
      let passed = RecordRange(bytes: trimmed(bytes, start..<next), place: record.place)
      position.discarded = DiscardedRecord(
        reject: Reject(diagnostic, passed, bytes, end: scanner.end, from: position.offset), passage: passage)
      countLines(bytes, start..<next)
      offset = next
      return nil
    }
  }

  /// Passes more of a record that was given up; returns it if it ends in this block.
  mutating func passDiscarded(_ bytes: Span<UInt8>) -> Reject? {
    guard var discarded = position.discarded else { return nil }
    let step = discarded.passage.pass(bytes, from: 0, end: scanner.end, isLast: isLast)
    switch step {
    case .resumes(let next, _), .wants(let next): offset = next
    case .nowhere: offset = scanner.end
    }
    countLines(bytes, 0..<offset)
    let passed = trimmed(bytes, 0..<offset)
    if !passed.isEmpty {
      discarded.reject.range = discarded.reject.range.lowerBound..<position.offset + passed.upperBound
    }
    position.discarded = discarded
    switch step {
    case .wants: return nil
    case .nowhere: position.container = .documents
    case .resumes(_, let afterValue): resume(afterValue: afterValue)
    }
    position.discarded = nil
    return discarded.reject
  }

  /// Goes on in the container after a record that was given up.
  private mutating func resume(afterValue: Bool) {
    if position.container.isArray { position.container = afterValue ? .arraySeparator : .arrayStart }
  }

  /// The bytes without the white space at their end.
  func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}
