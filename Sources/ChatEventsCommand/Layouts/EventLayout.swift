internal import ChatEvents
internal import JSONText

/// How events are laid out.
enum EventLayout: Sendable, Hashable {
  /// One event a line.
  case lines
  /// One array.
  case array
  /// Indented, one after the other.
  case indented
  /// The bodies of requests to a service's batch address, one a line, within its limits.
  case batches(ServiceLimits)
  /// JavaScript statements, one a line, which may stand inside a `<script>` element.
  case statements
}

/// Lays out events that stand one a line.
struct LayoutWriter: Sendable {
  private let layout: EventLayout
  private var isFirst = true
  /// The batch that is being filled, and how many events it holds.
  private var batch: [UInt8] = []
  private var count = 0

  init(_ layout: EventLayout) { self.layout = layout }

  /// Returns what can be written now that some more events are there; nil where they are laid out already.
  ///
  /// A batch is kept until it is full, whatever the pieces in which its events arrive: the same events always give the same
  /// batches.
  mutating func text(of events: ArraySlice<UInt8>) -> [UInt8]? {
    switch layout {
    case .lines:
      return nil
    case .indented:
      return PrettyPrinter.lines(events)
    case .array:
      var text: [UInt8] = isFirst ? Array("[\n".utf8) : Array(",\n".utf8)
      isFirst = false
      for byte in events.dropLast() {
        if byte == UInt8(ascii: "\n") { text.append(UInt8(ascii: ",")) }
        text.append(byte)
      }
      return text
    case .batches(let limits):
      var text: [UInt8] = []
      for event in events.split(separator: UInt8(ascii: "\n")) { add(event, limits, &text) }
      return text
    case .statements:
      var text: [UInt8] = []
      for event in events.split(separator: UInt8(ascii: "\n")) { Statement.append(event, to: &text) }
      return text
    }
  }

  /// Returns what stands behind the last event.
  mutating func end() -> [UInt8] {
    switch layout {
    case .array: return Array((isFirst ? "[]\n" : "\n]\n").utf8)
    case .batches:
      var text: [UInt8] = []
      endBatch(&text)
      return text
    case .lines, .indented, .statements: return []
    }
  }

  private static let opening = Array(#"{"batch":["#.utf8)
  private static let closing = Array("]}\n".utf8)

  /// Adds an event to the batch, and ends the one before where it would not fit in.
  private mutating func add(_ event: ArraySlice<UInt8>, _ limits: ServiceLimits, _ text: inout [UInt8]) {
    // The line feed is no part of the body; the comma takes its place in the sum.
    let size = batch.count + 1 + event.count + Self.closing.count - 1
    if count > 0, size > limits.batch || count == limits.eventsInBatch ?? .max { endBatch(&text) }
    batch.append(contentsOf: count == 0 ? Self.opening[...] : [UInt8(ascii: ",")])
    batch.append(contentsOf: event)
    count += 1
  }

  private mutating func endBatch(_ text: inout [UInt8]) {
    guard count > 0 else { return }
    text.append(contentsOf: batch)
    text.append(contentsOf: Self.closing)
    batch.removeAll(keepingCapacity: true)
    count = 0
  }
}

/// A line of output as a JavaScript statement.
private enum Statement {
  private static let call = Array(#"{"call":""#.utf8)
  private static let arguments = Array(#"","arguments":["#.utf8)

  /// Writes a call as a call of `olark`, and anything else as the data of Userlike's widget.
  static func append(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    if line.starts(with: call), line.count > call.count,
      let end = line.dropFirst(call.count).firstIndex(of: UInt8(ascii: "\""))
    {
      text.append(contentsOf: "olark('".utf8)
      text.append(contentsOf: line[(line.startIndex + call.count)..<end])
      text.append(contentsOf: "', ".utf8)
      appendSafely(line[(end + arguments.count)...].dropLast(2), to: &text)
      text.append(contentsOf: ");\n".utf8)
    } else {
      text.append(contentsOf: "window.userlikeData = ".utf8)
      appendSafely(line, to: &text)
      text.append(contentsOf: ";\n".utf8)
    }
  }

  /// Writes JSON so that it can stand in a script inside a page: what could end the script, or a line of it, is escaped.
  ///
  /// All of these characters stand inside strings, where JSON has them escaped as well as not.
  ///
  /// Source: WHATWG, "HTML: Restrictions for contents of script elements"; ECMA-262, "Line Terminators". Read in November 2026.
  private static func appendSafely(_ json: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var position = json.startIndex
    while position < json.endIndex {
      guard json[position] == UInt8(ascii: "\"") else {
        text.append(json[position])
        position += 1
        continue
      }
      var end = position + 1
      while json[end] != UInt8(ascii: "\"") { end += json[end] == UInt8(ascii: "\\") ? 2 : 1 }
      let string = json[position...end]
      // In an object literal this key would set the prototype; in brackets it is a member like any other.
      let isPrototype =
        end + 1 < json.endIndex && json[end + 1] == UInt8(ascii: ":") && names(string, "__proto__")
      if isPrototype { text.append(UInt8(ascii: "[")) }
      appendString(string, to: &text)
      if isPrototype { text.append(UInt8(ascii: "]")) }
      position = end + 1
    }
  }

  private static func names(_ string: ArraySlice<UInt8>, _ name: String) -> Bool {
    guard string.count >= name.utf8.count + 2 else { return false }
    let padded = Array(string) + [UInt8](repeating: 0, count: Scanner.padding)
    return Text.unescaped(padded.span, 1..<string.count - 1).elementsEqual(name.utf8)
  }

  private static func appendString(_ string: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var position = string.startIndex
    while position < string.endIndex {
      switch string[position] {
      case UInt8(ascii: "<"): text.append(contentsOf: "\\u003c".utf8)
      case UInt8(ascii: ">"): text.append(contentsOf: "\\u003e".utf8)
      case UInt8(ascii: "&"): text.append(contentsOf: "\\u0026".utf8)
      case 0xe2 where string[position...].starts(with: [0xe2, 0x80, 0xa8]):
        text.append(contentsOf: "\\u2028".utf8)
        position += 2
      case 0xe2 where string[position...].starts(with: [0xe2, 0x80, 0xa9]):
        text.append(contentsOf: "\\u2029".utf8)
        position += 2
      case let byte: text.append(byte)
      }
      position += 1
    }
  }
}
