/// The elements of an array, one after the other.
struct TapeUnkeyedContainer: UnkeyedDecodingContainer {
  let tape: JSONTape

  /// The array's index among the tape's nodes.
  let array: Int
  let path: CodingPath?

  var currentIndex = 0

  /// The node of the next element.
  var next: Int

  var codingPath: [any CodingKey] { path?.keys ?? [] }
  var count: Int? { tape.nodes[array].count }
  var isAtEnd: Bool { next >= tape.nodes[array].after }

  mutating func decodeNil() throws -> Bool {
    guard try element(Any?.self).decodeNil() else { return false }
    advance()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try step { try $0.decode(type) } }
  mutating func decode(_ type: String.Type) throws -> String { try step { try $0.decode(type) } }
  mutating func decode<T: JSONReal>(_ type: T.Type) throws -> T { try step { try $0.decode(type) } }
  mutating func decode<T: JSONInteger>(_ type: T.Type) throws -> T { try step { try $0.decode(type) } }
  mutating func decode(_ type: Int128.Type) throws -> Int128 { try step { try $0.decode(type) } }
  mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try step { try $0.decode(type) } }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try step { try $0.decode(type) } }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try step { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try step { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try step { $0 } }

  /// Hands the next element's decoder to a function, and goes on to the element behind it unless that throws.
  private mutating func step<T>(_ body: (TapeDecoder) throws -> T) throws -> T {
    let result = try body(try element(T.self))
    advance()
    return result
  }

  private func element(_ type: Any.Type) throws -> TapeDecoder {
    guard !isAtEnd else {
      let array = TapeDecoder(tape: tape, node: array, parent: path)
      throw DecodingError.valueNotFound(
        type, array.context(JSONError.missingMember, "expected another element, found the end of the array"))
    }
    return TapeDecoder(tape: tape, node: next, parent: path, key: JSONKey.index(currentIndex))
  }

  private mutating func advance() {
    next = tape.nodes[next].after
    currentIndex += 1
  }
}
