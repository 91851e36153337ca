internal import JSONText

/// Finds the records of a source in its bytes, block by block, whatever is around them.
///
/// It alone knows arrays and form bodies, the marks between records, and where reading resumes after a broken record.
///
/// A record that is not complete in a block is left: the caller adds bytes after it and makes a reader again.
struct RecordReader: Sendable {
  /// What was found.
  enum Item: Sendable {
    /// A JSON object, whose members are in the slots.
    case document(Document, RecordRange)
    /// A form body, with its document still to be scanned.
    case form(FormBody.Decoded, RecordRange)
    /// A JSON value that is not an object, so not a record.
    case other(RecordRange)
    /// Text that is broken, or a record that is too long.
    case broken(Diagnostic, RecordRange)
    /// A fault between records, or the end of one that began in an earlier block.
    case fault(Reject)
  }

  /// Where reading was at the block's start; with ``end()`` where it is after the block.
  var position: ReadingPosition

  /// Walks over the block, and counts its lines.
  var scanner: Scanner

  /// The offset in the block up to which reading has come.
  var offset = 0

  /// Whether the source ends with the block.
  let isLast: Bool

  /// The largest record, in bytes.
  let recordLimit: Int

  /// Whether the block needs to know something of the source before it that was only guessed, or does not look like what was
  /// guessed. Then nothing more is read of it.
  var isVoid = false

  /// How many things in a row were no records.
  private var strays = 0

  /// The offsets between which no field `data` of a form starts, and whether none that comes after them is one of the same form.
  private var formless = (range: 0..<0, isClosed: false)

  /// From where to where the text was read of the last record that turned out to be broken, and what is known of it once another
  /// record starts there.
  private var doubtful = 0..<0
  private var doubtfulPlace = JSONPlace(line: 1, column: 1)
  private var brokenText: BrokenText?

  /// Where elements of the broken text end, from the one that was asked for first on, as seen from a fault.
  private var balances: (fault: Int, outermost: Int, ends: [Resynchronisation.Answer])?

  /// The offsets of the last two records of the block, and of the line on which the last one starts.
  private var lastRecord: (start: Int, before: Int?, lineStart: Int)?

  /// Starts with a block.
  ///
  /// - Parameters:
  ///   - position: where reading is in the source.
  ///   - end: the number of the block's bytes.
  init(at position: ReadingPosition, end: Int, isLast: Bool, recordLimit: Int) {
    self.position = position
    self.isLast = isLast
    self.recordLimit = recordLimit
    scanner = Scanner(end: end)
    scanner.lineStart = position.lineStart - position.offset
  }

  /// Returns the next thing that the block holds; nil if nothing in it is complete.
  ///
  /// - Parameters:
  ///   - plan: what is wanted of a document.
  ///   - slots: receives it.
  mutating func next(_ bytes: Span<UInt8>, _ plan: ReadPlan, into slots: inout Slots) -> Item? {
    if offset == 0, position.discarded != nil, let fault = passDiscarded(bytes) { return .fault(fault) }
    switch moveToRecord(bytes) {
    case .fault(let fault):
      position.hasBegun = true
      return .fault(fault)
    case .record:
      let item = record(bytes, plan, into: &slots)
      if item != nil || position.discarded != nil { position.hasBegun = true }
      return item
    case .end:
      return finish().map(Item.fault)
    }
  }

  /// Returns where reading is after the block, and how many of its bytes were used.
  func end() -> (position: ReadingPosition, count: Int) {
    var next = position
    next.line += scanner.lines
    next.lineStart = position.offset + scanner.lineStart
    next.offset += offset
    return (next, offset)
  }

  /// How the block is laid out; nil if it held no record.
  func hint(_ bytes: Span<UInt8>) -> SplitHint? {
    lastRecord.map { SplitHint(bytes, last: $0.start, beforeThat: $0.before, lineStart: $0.lineStart) }
  }

  /// Returns the place of an offset after all lines that the scanner has counted.
  func place(_ offset: Int) -> JSONPlace {
    JSONPlace(line: position.line + scanner.lines, column: offset - scanner.lineStart + 1)
  }

  /// Notes whether what was returned last turned out to be a record.
  ///
  /// Inside a string or an object nearly everything looks like something else. A guess that leads there is given up after a few,
  /// so that it costs neither time nor memory; what is certain is never given up.
  mutating func note(isRecord: Bool) {
    strays = isRecord ? 0 : strays + 1
    if position.isGuess, strays > Self.strayLimit { isVoid = true }
  }

  /// How many things that are no records a guess survives in a row.
  private static var strayLimit: Int { 64 }
}

extension RecordReader {
  /// Reads the record at the current offset; returns nil if its end has not been read yet.
  private mutating func record(_ bytes: Span<UInt8>, _ plan: ReadPlan, into slots: inout Slots) -> Item? {
    let start = offset
    if position.container == .arraySeparator, let fault = missingComma(bytes, start) { return .fault(fault) }
    let lines = LineCount(scanner)
    lastRecord = (start, lastRecord?.start, lines.lineStart)
    var record = RecordRange(bytes: start..<start, place: place(start))
    if !position.hasBegun, bytes[start] != UInt8(ascii: "{") {
      switch ForeignFormat.of(bytes, from: start, end: scanner.end, isLast: isLast) {
      case .format(let foreign):
        return self.broken(bytes, record, JSONFault(.expectedValue, at: start), about: foreign)
      case .unknownYet: return nil
      case .none: break
      }
    }
    // A bracket between documents is come to only if a line of a log begins with it.
    let isLogLine = position.container == .documents && bytes[start] == UInt8(ascii: "[")
    if !isLogLine, start < doubtful.upperBound, let broken = knownToBeBroken(bytes, start) {
      return self.broken(bytes, record, broken.fault, broken)
    }
    do throws(JSONFault) {
      if position.container == .arraySeparator, !Self.startsValue(bytes[start]) {
        throw JSONFault(.expectedCommaOrBracket, at: start)
      }
      if bytes[start] == UInt8(ascii: "{") {
        let document = try Document(bytes, start, plan, &scanner, into: &slots)
        record.bytes = document.range
        if document.range.count > recordLimit {
          throw JSONFault(.unexpectedEnd, at: document.range.upperBound)
        }
        pass(to: document.range.upperBound)
        return .document(document, record)
      }
      if position.container == .documents {
        switch form(bytes, record) {
        case .passed(let item): return item
        case .incomplete: return nil
        case .noForm: break
        }
        switch startsLogLine(bytes, start) {
        case true?: return logLines(bytes, record)
        case nil: return nil
        case false?: break
        }
      }
      // Only an object is a record; another value still must be read to know where it ends.
      let end = try scanner.value(bytes, start, depth: 0)
      if end >= scanner.end, !isLast { throw JSONFault(.unexpectedEnd, at: end) }
      if end - start > recordLimit { throw JSONFault(.unexpectedEnd, at: end) }
      record.bytes = start..<end
      pass(to: end)
      return .other(record)
    } catch {
      lines.restore(&scanner)
      if error.offset >= doubtful.upperBound {
        (doubtful, doubtfulPlace, brokenText) = (start..<max(start, error.offset), record.place, nil)
      }
      return broken(bytes, record, error)
    }
  }

  /// Goes on after a value.
  private mutating func pass(to end: Int) {
    offset = end
    if position.container.isArray { position.container = .arraySeparator }
  }

  /// What became of a line that could be a form body.
  private enum FormOutcome {
    case noForm
    case incomplete
    case passed(Item)
  }

  /// Reads a line that is a form body.
  private mutating func form(_ bytes: Span<UInt8>, _ record: RecordRange) -> FormOutcome {
    let start = record.bytes.lowerBound
    guard let isOne = isForm(bytes, start) else { return .incomplete }
    guard isOne else { return .noForm }
    let lineFeed = Resynchronisation.firstLineFeed(bytes, from: start, end: scanner.end)
    if lineFeed == nil, !isLast, !hasReadEnough(from: start) { return .incomplete }
    var end = lineFeed ?? scanner.end
    if bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end - start > recordLimit {
      return giveUp(bytes, record, Diagnostic(code: .recordTooLong, offset: start), .overLine)
        .map(FormOutcome.passed) ?? .incomplete
    }
    var record = record
    record.bytes = start..<end
    offset = end
    do throws(JSONFault) {
      return .passed(.form(try FormBody.decode(bytes, start..<end), record))
    } catch {
      return .passed(.broken(FormBody.diagnostic(about: error), record))
    }
  }

  /// Whether a form body starts at an offset; nil if that depends on bytes that have not been read yet.
  ///
  /// Cost: many records may share a line; what was searched for one of them is not searched again for the next.
  private mutating func isForm(_ bytes: Span<UInt8>, _ start: Int) -> Bool? {
    if FormBody.isData(bytes, start, end: scanner.end) { return true }
    var from = start
    if formless.range.contains(start) {
      if formless.isClosed { return false }
      from = formless.range.upperBound
    }
    let limit = start + FormBody.searchLimit
    let end = min(scanner.end, limit)
    let (isOne, stop) = FormBody.search(bytes, start, from: from, end: end)
    if isOne { return true }
    if stop == scanner.end, stop < limit, !isLast { return nil }
    let isClosed = stop < end
    // A field that begins there may end after the limit.
    formless = (start..<max(start, isClosed ? stop : stop - FormBody.mark.count), isClosed)
    return false
  }
}

extension RecordReader {
  /// Reads over a broken record to where reading resumes; returns nil if that has not been read yet.
  ///
  /// - Parameters:
  ///   - known: what is known of it without having been read again; nil for a record that was read.
  ///   - foreign: what the input is in place of JSON, if that is known.
  private mutating func broken(
    _ bytes: Span<UInt8>, _ record: RecordRange, _ fault: JSONFault, _ known: BrokenText.Broken? = nil,
    about foreign: ForeignFormat? = nil
  ) -> Item? {
    let start = record.bytes.lowerBound
    let limit = start + recordLimit
    let isCut = fault.reason == .unexpectedEnd && fault.offset >= scanner.end
    if isCut, !isLast, !hasReadEnough(from: start) { return nil }
    // What is wrong after the limit may not have been read when the record is given up.
    if fault.offset > limit || isCut && scanner.end > limit {
      return giveUp(bytes, record, Diagnostic(code: .recordTooLong, offset: start), .overValue)
    }
    if !isLast, NearJSON.mayGoOn(bytes, failingAt: fault, end: scanner.end) { return nil }
    var diagnostic =
      foreign.map {
        Diagnostic(
          code: .foreignFormat, offset: start, message: "the input is \($0.name), not JSON", fix: $0.fix)
      } ?? diagnostic(about: fault, bytes, start)
    if let known {
      (diagnostic.knownPlace, diagnostic.knownPointer) = (known.place, known.pointer)
    }
    if isCut {
      // The line is known only where nothing before it was guessed.
      if position.isGuess { isVoid = true }
      diagnostic.message = "the record that begins on line \(record.place.line) ends inside a value"
    }
    if position.container.isArray {
      let answer =
        diagnostic.knownPlace == nil
        ? Resynchronisation.balance(
          bytes, from: start, startsLine: start == scanner.lineStart, fault: diagnostic.offset ?? start,
          end: min(scanner.end, limit + Self.lookahead),
          isLast: isLast && scanner.end <= limit + Self.lookahead)
        : knownBalance(bytes, fault.offset)
      switch answer {
      case .at(let end) where end <= limit:
        position.container = .arraySeparator
        return reject(bytes, record, upTo: end, diagnostic)
      case .unknownYet where !hasReadEnough(from: start):
        return nil
      default:
        break
      }
    }
    return giveUp(bytes, record, diagnostic, .toStart)
  }

  /// Whether so much was read from a record's start on that more of it changes nothing in what is known of as many bytes as a record
  /// may have.
  private func hasReadEnough(from start: Int) -> Bool { scanner.end > start + recordLimit + Self.lookahead }

  /// How many bytes behind another may decide whether something is wrong with it.
  private static var lookahead: Int { 64 }

  /// Returns what is wrong with a record that starts in text which was read for another one, if it was open at the fault.
  private mutating func knownToBeBroken(_ bytes: Span<UInt8>, _ start: Int) -> BrokenText.Broken? {
    if brokenText == nil {
      brokenText = BrokenText(from: doubtful.lowerBound, at: doubtfulPlace, end: scanner.end)
      balances = nil
    }
    guard let broken = brokenText?.broken(bytes, at: start) else { return nil }
    doubtful = doubtful.lowerBound..<max(start + 1, broken.fault.offset)
    return broken
  }

  /// Returns where such a record ends in an array, as ``Resynchronisation`` would find it from the record's start on.
  private mutating func knownBalance(_ bytes: Span<UInt8>, _ fault: Int) -> Resynchronisation.Answer {
    guard let brokenText else { return .nowhere }
    let depth = brokenText.base
    if let balances, balances.fault == fault { return balances.ends[depth - balances.outermost] }
    let (from, closing) = brokenText.resumption(bytes)
    let ends = Resynchronisation.balances(
      bytes, from: from, closing: closing, fault: fault, end: scanner.end, isLast: isLast)
    balances = (fault, depth, ends)
    return ends[0]
  }

  /// Rejects a broken record that ends where reading resumes, and counts its lines.
  mutating func reject(
    _ bytes: Span<UInt8>, _ record: RecordRange, upTo next: Int, _ diagnostic: Diagnostic
  ) -> Item {
    let start = record.bytes.lowerBound
    countLines(bytes, start..<next)
    offset = next
    return .broken(
      diagnostic, RecordRange(bytes: trimmed(bytes, start..<next), place: record.place, resumption: next))
  }

  /// The diagnostic about text that is not JSON, in the words that fit it.
  private func diagnostic(about fault: JSONFault, _ bytes: Span<UInt8>, _ start: Int) -> Diagnostic {
    // Only the first record tells; what follows it is judged for itself.
    if !position.hasBegun, let encoding = position.encoding {
      return Diagnostic(
        code: .utf16, offset: fault.offset, message: "the input is \(encoding), but JSON must be UTF-8",
        fix: "convert it first: iconv -f \(encoding) -t UTF-8")
    }
    var diagnostic = Diagnostic(code: Code(fault.reason), offset: fault.offset)
    if let near = NearJSON.of(bytes, failingAt: fault, from: start, end: scanner.end) {
      (diagnostic.message, diagnostic.fix) = (near.message, near.fix)
      return diagnostic
    }
    switch fault.reason {
    case .controlCharacter where bytes[fault.offset] == UInt8(ascii: "\n"):
      diagnostic.message = "unterminated string"
      diagnostic.fix = "close it, or fetch the record again: it may be truncated"
    case .expectedValue where fault.offset == start:
      diagnostic.message =
        "expected a record: a JSON object, an array of them, or a form body with the field data"
      diagnostic.fix = "remove this text"
    default:
      break
    }
    return diagnostic
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

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t")
  }

  /// Whether a JSON value can start with a byte.
  static func startsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

/// The lines that a scanner had counted at some offset; what a failed scan counted after it is taken back.
private struct LineCount {
  let lines: Int
  let lineStart: Int

  init(_ scanner: Scanner) { (lines, lineStart) = (scanner.lines, scanner.lineStart) }

  func restore(_ scanner: inout Scanner) { (scanner.lines, scanner.lineStart) = (lines, lineStart) }
}
