/// What is known of a text behind a value that is broken: the objects and arrays in it that were open where it broke.
///
/// Whoever tries one of those next meets the same fault, unless the text was only too deep; then it goes on from there. So a
/// text is read once, however many of its values are tried, where each try alone would read to the fault again.
package struct BrokenText: Sendable {
  private var scanner: Scanner

  /// Where the walk stands: at the first byte that was not passed, which is never white space.
  private var position: Int
  private var expected = Expected.value

  /// The objects and arrays that are open, the outermost first.
  private var open: [Container] = []

  /// The number of those outside the value that is asked for.
  private(set) package var base = 0

  /// Why the walk has stopped; nil before it starts, and where the value that was asked for has ended.
  private var fault: JSONFault?
  private var isOver = false

  /// The tokens of the containers from `loggedFrom` on and before `loggedUpTo`, which pointers share; nil where there are none.
  private var log: SharedTokens?
  private var loggedFrom = 0
  private var loggedUpTo = 0

  /// The place of the first byte of the text.
  private let start: (offset: Int, place: JSONPlace)

  /// An object or array that is open, and the member or element of it that is.
  private struct Container {
    let start: Int
    let isObject: Bool
    var index = 0
    /// The offsets of the key's characters; nil while an object is between two members.
    var key: Range<Int>?
    /// Whether an element of an array must begin or has begun.
    var isInElement: Bool

    /// The key or index; nil where no member or element is open.
    func token(_ bytes: Span<UInt8>) -> String? {
      if let key { return String(decoding: Text.unescaped(bytes, key), as: UTF8.self) }
      return isInElement ? String(index) : nil
    }
  }

  private enum Expected {
    case value, elementOrEnd, key, keyOrEnd, commaOrEnd
  }

  /// A value that is broken.
  package struct Broken {
    package let fault: JSONFault
    /// The place of the fault in the source.
    package let place: JSONPlace
    /// The way from the value to the fault.
    package let pointer: JSONPointer
  }

  /// Starts at a value that is broken.
  ///
  /// - Parameters:
  ///   - start: the offset at which it starts.
  ///   - place: the place of that offset in the source.
  ///   - end: the offset behind the last byte of the text.
  package init(from start: Int, at place: JSONPlace, end: Int) {
    self.start = (start, place)
    position = start
    scanner = Scanner(end: end)
  }

  /// Returns what is wrong with a value inside, where that can be told without reading it again.
  ///
  /// Values must be asked for in their order. Cost: a look at each byte of the text, for all calls together.
  ///
  /// - Returns: nil for a value that ends before the fault, or that is sound.
  package mutating func broken(_ bytes: Span<UInt8>, at value: Int) -> Broken? {
    if fault == nil, !isOver { run(bytes) }
    while base < open.count, open[base].start < value { base += 1 }
    guard base < open.count, open[base].start == value else { return nil }
    if fault?.reason == .tooDeep, open.count - base < Scanner.depthLimit {
      fault = nil
      run(bytes)
    }
    guard let fault else { return nil }
    return Broken(fault: fault, place: place(of: fault.offset), pointer: pointer(bytes))
  }

  /// Where a search for the value's end that knows no more than brackets and strings may start, with the brackets that must
  /// close before it ends, the outermost first; all before there is sound.
  package func resumption(_ bytes: Span<UInt8>) -> (offset: Int, closing: [UInt8]) {
    let closing = open[base...].map { $0.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    return (bytes[position - 1] == UInt8(ascii: "\n") ? position - 1 : position, closing)
  }

  private func place(of offset: Int) -> JSONPlace {
    let (start, place) = start
    return scanner.lines == 0
      ? JSONPlace(line: place.line, column: place.column + offset - start)
      : JSONPlace(line: place.line + scanner.lines, column: offset - scanner.lineStart + 1)
  }
}

extension BrokenText {
  /// Goes on to the next fault, or to the end of the value that is asked for.
  private mutating func run(_ bytes: Span<UInt8>) {
    do throws(JSONFault) {
      repeat { try step(bytes) } while open.count > base
      isOver = true
    } catch {
      fault = error
      // A key that stands where a comma is missing is part of the way.
      guard error.reason == .expectedCommaOrBrace, bytes[position] == UInt8(ascii: "\""),
        let key = try? scanner.string(bytes, position)
      else { return }
      open[open.count - 1].key = position + 1..<key.end - 1
    }
  }

  /// Passes one token; the state stays as it is where that is broken.
  private mutating func step(_ bytes: Span<UInt8>) throws(JSONFault) {
    let byte = bytes[position]
    let top = open.count - 1
    switch expected {
    case .elementOrEnd where byte == UInt8(ascii: "]"), .keyOrEnd where byte == UInt8(ascii: "}"):
      close(bytes)
    case .value, .elementOrEnd:
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard open.count - base < Scanner.depthLimit else { throw JSONFault(.tooDeep, at: position) }
        let isObject = byte == UInt8(ascii: "{")
        open.append(Container(start: position, isObject: isObject, isInElement: !isObject))
        position = scanner.space(bytes, position + 1)
        expected = isObject ? .keyOrEnd : .elementOrEnd
      } else {
        endValue(bytes, try scanner.value(bytes, position, depth: 0))
      }
    case .key, .keyOrEnd:
      guard byte == UInt8(ascii: "\"") else { throw scanner.fault(.expectedKey, at: position) }
      let end = try scanner.string(bytes, position).end
      open[top].key = position + 1..<end - 1
      position = end
      position = try scanner.colon(bytes, end)
      expected = .value
    case .commaOrEnd:
      if byte == UInt8(ascii: ",") {
        open[top].index += 1
        open[top].isInElement = !open[top].isObject
        position = scanner.space(bytes, position + 1)
        expected = open[top].isObject ? .key : .value
      } else if byte == (open[top].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        close(bytes)
      } else {
        throw scanner.fault(
          open[top].isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, at: position)
      }
    }
  }

  private mutating func close(_ bytes: Span<UInt8>) {
    open.removeLast()
    endValue(bytes, position + 1)
  }

  /// Notes that a value ends, whose container goes on unless that is outside what is asked for.
  private mutating func endValue(_ bytes: Span<UInt8>, _ end: Int) {
    position = end
    guard open.count > base else { return }
    let top = open.count - 1
    if top < loggedUpTo { (log, loggedUpTo) = (nil, 0) }
    open[top].key = nil
    open[top].isInElement = false
    position = scanner.space(bytes, end)
    expected = .commaOrEnd
  }

  /// Returns the way to where the walk stands, whose tokens are made once for all values that they lead through.
  private mutating func pointer(_ bytes: Span<UInt8>) -> JSONPointer {
    let tokens = log ?? SharedTokens()
    if log == nil { (log, loggedFrom, loggedUpTo) = (tokens, base, base) }
    while loggedUpTo < open.count, let token = open[loggedUpTo].token(bytes) {
      tokens.append(token)
      loggedUpTo += 1
    }
    return JSONPointer(tokens, max(0, base - loggedFrom)..<max(0, loggedUpTo - loggedFrom))
  }
}
