/// A JSON text that was checked, and the place of every value in it: what the decoder's containers stand on.
///
/// The nodes lie in the order of the text; a container's members and elements stand behind it, each member as a key and a
/// value. `Codable`'s containers must outlive the call that makes them, hence the tape owns its bytes.
final class JSONTape: Sendable {
  /// The text, with the scanner's padding behind it.
  let bytes: [UInt8]

  /// The offset at which the text starts: behind a byte order mark, if there is one.
  let start: Int

  /// The offset behind the text.
  let end: Int

  /// Every value and key; the first is the text's own value.
  let nodes: [Node]

  /// One value or key.
  struct Node: Sendable {
    /// The offsets of its bytes.
    var range: Range<Int>
    var kind: Slice.Kind
    /// Whether it is a string that holds a backslash escape.
    var isEscaped = false
    /// The number of its members or elements.
    var count = 0
    /// The index of the node behind it and all that it holds.
    var after: Int
  }

  /// Checks a text.
  init(parsing text: [UInt8]) throws(JSONError) {
    let bytes = text + [UInt8](repeating: 0, count: Scanner.padding)
    self.bytes = bytes
    start = text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    end = text.count
    var builder = Builder(scanner: Scanner(end: end))
    do throws(JSONFault) {
      try builder.document(bytes.span, start)
    } catch {
      throw JSONError(
        code: error.reason.code, message: error.reason.message, at: error.offset,
        in: bytes.span, from: start, end: end)
    }
    nodes = builder.nodes
  }

  /// The nodes of an object's keys; the node of each one's value is the next.
  struct Keys: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var key: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard key < end else { return nil }
      defer { key = nodes[key + 1].after }
      return key
    }
  }

  /// Returns the keys of an object, in the order of the text.
  func keys(of object: Int) -> Keys { Keys(nodes: nodes, key: object + 1, end: nodes[object].after) }

  /// Returns the error of something wrong at an offset.
  func error(_ code: String, _ message: String, at offset: Int) -> JSONError {
    let bytes = bytes  // a span cannot be taken of an object's property
    return JSONError(code: code, message: message, at: offset, in: bytes.span, from: start, end: end)
  }
}

/// Walks over a text and lays down its nodes.
private struct Builder {
  var scanner: Scanner
  var nodes: [JSONTape.Node] = []

  mutating func document(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) {
    nodes.reserveCapacity((scanner.end - start) / 16)
    let root = scanner.space(bytes, start)
    let behind = scanner.space(bytes, try value(bytes, root, depth: 0))
    guard behind == scanner.end else { throw JSONFault(.expectedEnd, at: behind) }
  }

  private mutating func value(_ bytes: Span<UInt8>, _ position: Int, depth: Int) throws(JSONFault) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "{"):
      return try container(bytes, position, .object, UInt8(ascii: "}"), .expectedCommaOrBrace, depth)
    case UInt8(ascii: "["):
      return try container(bytes, position, .array, UInt8(ascii: "]"), .expectedCommaOrBracket, depth)
    case UInt8(ascii: "\""):
      return try string(bytes, position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let found = try scanner.number(bytes, position)
      add(position..<found.end, found.isInteger ? .integer : .number)
      return found.end
    default:
      let found = try scanner.literal(bytes, position)
      add(position..<found.end, found.kind)
      return found.end
    }
  }

  private mutating func container(
    _ bytes: Span<UInt8>, _ start: Int, _ kind: Slice.Kind, _ close: UInt8, _ reason: JSONFault.Reason,
    _ depth: Int
  ) throws(JSONFault) -> Int {
    guard depth < Scanner.depthLimit else { throw JSONFault(.tooDeep, at: start) }
    let index = nodes.count
    add(start..<start, kind)
    var count = 0
    var position = scanner.space(bytes, start + 1)
    while count > 0 || bytes[position] != close {
      if kind == .object {
        guard bytes[position] == UInt8(ascii: "\"") else { throw scanner.fault(.expectedKey, at: position) }
        position = try scanner.colon(bytes, try string(bytes, position))
      }
      position = scanner.space(bytes, try value(bytes, position, depth: depth + 1))
      count += 1
      if bytes[position] == close { break }
      guard bytes[position] == UInt8(ascii: ",") else { throw scanner.fault(reason, at: position) }
      position = scanner.space(bytes, position + 1)
    }
    nodes[index].range = start..<position + 1
    nodes[index].count = count
    nodes[index].after = nodes.count
    return position + 1
  }

  private mutating func string(_ bytes: Span<UInt8>, _ position: Int) throws(JSONFault) -> Int {
    let found = try scanner.string(bytes, position)
    add(position..<found.end, .string, isEscaped: found.escaped)
    return found.end
  }

  private mutating func add(_ range: Range<Int>, _ kind: Slice.Kind, isEscaped: Bool = false) {
    nodes.append(JSONTape.Node(range: range, kind: kind, isEscaped: isEscaped, after: nodes.count + 1))
  }
}
