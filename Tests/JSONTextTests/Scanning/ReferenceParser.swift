import JSONText

/// A second JSON parser, as slow and as close to RFC 8259 as it can be: a rule of the grammar is a function.
struct ReferenceParser {
  private var rest: ArraySlice<UInt8>

  /// A text that does not follow the grammar.
  private struct Refusal: Error {}

  /// Returns a text's value; nil where it is no JSON.
  ///
  /// - Precondition: the text holds no escape for half of a surrogate pair.
  static func parse(_ text: [UInt8]) -> JSONValue? {
    guard String(validating: text, as: UTF8.self) != nil else { return nil }
    var parser = ReferenceParser(rest: text[...])
    return try? parser.document()
  }

  // JSON-text = ws value ws
  private mutating func document() throws -> JSONValue {
    space()
    let value = try value(depth: 0)
    space()
    guard rest.isEmpty else { throw Refusal() }
    return value
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    switch rest.first {
    case UInt8(ascii: "{"): return .object(JSONObject(try members(depth: depth + 1)))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try name("true", .bool(true))
    case UInt8(ascii: "f"): return try name("false", .bool(false))
    case UInt8(ascii: "n"): return try name("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws -> [(key: String, value: JSONValue)] {
    guard depth <= 512 else { throw Refusal() }
    try take("{")
    space()
    if passes("}") { return [] }
    var members: [(key: String, value: JSONValue)] = []
    repeat {
      space()
      let key = try string()
      space()
      try take(":")
      space()
      members.append((key: key, value: try value(depth: depth)))
      space()
    } while passes(",")
    try take("}")
    return members
  }

  private mutating func elements(depth: Int) throws -> [JSONValue] {
    guard depth <= 512 else { throw Refusal() }
    try take("[")
    space()
    if passes("]") { return [] }
    var elements: [JSONValue] = []
    repeat {
      space()
      elements.append(try value(depth: depth))
      space()
    } while passes(",")
    try take("]")
    return elements
  }

  private mutating func string() throws -> String {
    try take("\"")
    var units: [UInt16] = []
    var run: [UInt8] = []
    func plain() -> [UInt16] { Array(String(decoding: run, as: UTF8.self).utf16) }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return String(decoding: units + plain(), as: UTF16.self) }
      guard byte >= 0x20 else { throw Refusal() }
      if byte == UInt8(ascii: "\\") {
        units += plain()
        run = []
        units.append(try escape())
      } else {
        run.append(byte)
      }
    }
    throw Refusal()
  }

  private mutating func escape() throws -> UInt16 {
    let plain: [Character: UInt16] = [
      "\"": 0x22, "\\": 0x5c, "/": 0x2f, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    guard let byte = rest.popFirst() else { throw Refusal() }
    let character = Character(Unicode.Scalar(byte))
    if let unit = plain[character] { return unit }
    let digits = rest.prefix(4)
    let areDigits = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard character == "u", digits.count == 4, areDigits,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Refusal() }
    rest = rest.dropFirst(4)
    return unit
  }

  // number = [ minus ] int [ frac ] [ exp ]
  private mutating func number() throws -> JSONNumber {
    let start = rest
    _ = passes("-")
    if !passes("0") { try digits() }
    if passes(".") { try digits() }
    if passes("e") || passes("E") {
      if !passes("+") { _ = passes("-") }
      try digits()
    }
    guard let number = JSONNumber(String(decoding: start[..<rest.startIndex], as: UTF8.self)) else {
      throw Refusal()
    }
    return number
  }

  private mutating func digits() throws {
    let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    guard count > 0 else { throw Refusal() }
    rest = rest.dropFirst(count)
  }

  private mutating func name(_ name: String, _ value: JSONValue) throws -> JSONValue {
    guard rest.starts(with: name.utf8) else { throw Refusal() }
    rest = rest.dropFirst(name.utf8.count)
    return value
  }

  private mutating func space() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }

  private mutating func passes(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func take(_ character: Unicode.Scalar) throws {
    guard passes(character) else { throw Refusal() }
  }
}
