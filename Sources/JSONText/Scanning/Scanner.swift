/// Walks over JSON text in one pass, checks it strictly against RFC 8259, and remembers what a report needs.
///
/// The bytes travel as a parameter beside it, and everything it keeps is an offset into them. The span must
/// reach at least ``padding`` bytes behind ``end``, and those bytes must be zero: a zero byte fits nowhere in
/// JSON outside a string, and inside one it is a control character, so the inner loops need no check for the
/// end of the text; where one stops at ``end`` or behind, the text was too short.
package struct Scanner: Sendable {
  /// How many zero bytes must follow the text.
  package static let padding = 64

  /// How deep objects and arrays may be nested.
  package static let depthLimit = 512

  /// How deep they may be nested without an objection; deeper ones are passed all the same, up to ``depthLimit``.
  var depthAllowed = Scanner.depthLimit

  /// The offset behind the last byte of the text.
  package var end: Int

  /// How many line feeds were passed between tokens since the caller last set this to 0.
  package var lines = 0

  /// The offset behind the last line feed that was passed; -1 while there was none.
  package var lineStart = -1

  /// The number of times that white space was passed; two equal readings mean that none lay between.
  @usableFromInline package var gaps = 0

  /// The number of slots that the document has filled so far.
  var usedSlots = 0

  /// Whether the walk stopped because a document has more rows than there is room for.
  var needsSlots = false

  /// The first thing found that is well-formed JSON, and not what the plan allows.
  package var objection: JSONFault?

  package init(end: Int) {
    self.end = end
  }

  /// Remembers that something is well-formed and still not what the reader expects, unless an earlier one was.
  mutating func object(_ reason: JSONFault.Reason, at offset: Int) {
    if objection == nil { objection = JSONFault(reason, at: offset) }
  }

  /// Takes note that an object or an array begins.
  ///
  /// - Parameter depth: how many others it is in.
  @inline(__always)
  mutating func enter(_ depth: Int, at start: Int) throws(JSONFault) {
    if depth < depthAllowed { return }
    guard depth < Self.depthLimit else { throw JSONFault(.tooDeep, at: start) }
    object(.tooDeep, at: start)
  }

  /// Returns the fault of a byte that does not belong where it stands.
  func fault(_ reason: JSONFault.Reason, at offset: Int) -> JSONFault {
    offset >= end ? JSONFault(.unexpectedEnd, at: end) : JSONFault(reason, at: offset)
  }
}

extension Scanner {
  /// Skips white space, and returns the offset of the first other byte.
  @inline(__always)
  package mutating func space(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    if bytes[position] > 0x20 { return position }
    // One space is what most writers put between tokens.
    if bytes[position] == 0x20, bytes[position + 1] > 0x20 {
      gaps &+= 1
      return position + 1
    }
    return spaceRun(bytes, position)
  }

  /// Passes the rest of a run of white space, counting lines.
  @inline(never)
  mutating func spaceRun(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while true {
      switch bytes[position] {
      case UInt8(ascii: " "):
        position += 1
        // Indentation comes in long runs of one character.
        while bytes.word(position) == 0x2020_2020_2020_2020 { position += 8 }
      case UInt8(ascii: "\n"):
        position += 1
        lines += 1
        lineStart = position
      case UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        position += 1
      default:
        if position != start { gaps += 1 }
        return position
      }
    }
  }

  /// Passes one value of any type, and returns the offset behind it.
  ///
  /// - Parameter depth: the number of objects and arrays around the value.
  /// - Throws: the first fault in it.
  package mutating func value(
    _ bytes: Span<UInt8>, _ position: Int, depth: Int
  ) throws(JSONFault) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "\""):
      return try string(bytes, position).end
    case UInt8(ascii: "{"):
      return try object(bytes, position, depth: depth)
    case UInt8(ascii: "["):
      return try array(bytes, position, depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(bytes, position).end
    default:
      return try literal(bytes, position).end
    }
  }

  /// Passes one value and says what it is.
  @inline(__always)
  package mutating func slice(
    _ bytes: Span<UInt8>, _ position: Int, depth: Int
  ) throws(JSONFault) -> Slice {
    switch bytes[position] {
    case UInt8(ascii: "\""):
      let found = try string(bytes, position)
      return Slice(
        start: position, count: found.end - position, kind: .string,
        flags: found.escaped ? .escaped : [])
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let before = gaps
      let end = try value(bytes, position, depth: depth)
      return Slice(
        start: position, count: end - position,
        kind: bytes[position] == UInt8(ascii: "{") ? .object : .array,
        flags: gaps == before ? [] : .spaced)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let found = try number(bytes, position)
      return Slice(
        start: position, count: found.end - position, kind: found.isInteger ? .integer : .number)
    default:
      let found = try literal(bytes, position)
      return Slice(start: position, count: found.end - position, kind: found.kind)
    }
  }

  /// Passes an object of which nothing is wanted.
  mutating func object(
    _ bytes: Span<UInt8>, _ start: Int, depth: Int
  ) throws(JSONFault) -> Int {
    try enter(depth, at: start)
    var position = space(bytes, start + 1)
    if bytes[position] == UInt8(ascii: "}") { return position + 1 }
    while true {
      guard bytes[position] == UInt8(ascii: "\"") else { throw fault(.expectedKey, at: position) }
      position = try colon(bytes, string(bytes, position).end)
      position = space(bytes, try value(bytes, position, depth: depth + 1))
      switch bytes[position] {
      case UInt8(ascii: ","): position = space(bytes, position + 1)
      case UInt8(ascii: "}"): return position + 1
      default: throw fault(.expectedCommaOrBrace, at: position)
      }
    }
  }

  /// Passes an array of which nothing is wanted.
  mutating func array(
    _ bytes: Span<UInt8>, _ start: Int, depth: Int
  ) throws(JSONFault) -> Int {
    try enter(depth, at: start)
    var position = space(bytes, start + 1)
    if bytes[position] == UInt8(ascii: "]") { return position + 1 }
    while true {
      position = space(bytes, try value(bytes, position, depth: depth + 1))
      switch bytes[position] {
      case UInt8(ascii: ","): position = space(bytes, position + 1)
      case UInt8(ascii: "]"): return position + 1
      default: throw fault(.expectedCommaOrBracket, at: position)
      }
    }
  }

  /// Skips the colon after a key and the white space on both sides.
  @inline(__always)
  package mutating func colon(_ bytes: Span<UInt8>, _ position: Int) throws(JSONFault) -> Int {
    let found = space(bytes, position)
    guard bytes[found] == UInt8(ascii: ":") else { throw fault(.expectedColon, at: found) }
    return space(bytes, found + 1)
  }
}
