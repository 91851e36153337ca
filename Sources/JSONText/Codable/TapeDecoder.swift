/// The decoder of one value of a tape.
struct TapeDecoder: Decoder {
  let tape: JSONTape

  /// The value's index among the tape's nodes.
  let node: Int

  /// The way to what holds the value, and the value's own key.
  var parent: CodingPath?
  var key: (any CodingKey)?

  var codingPath: [any CodingKey] { path?.keys ?? [] }

  /// The way to the value, as containers inside it share it.
  var path: CodingPath? { key.map { CodingPath(parent, $0) } ?? parent }

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try TapeKeyedContainer<Key>(members: membersOfObject(), path: path))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try expect(.array, [Any].self)
    return TapeUnkeyedContainer(tape: tape, array: node, path: path, next: node + 1)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// Returns the members of the object that the value is.
  func membersOfObject() throws -> TapeMembers {
    try expect(.object, [String: Any].self)
    return try checked { (tape, node) throws(JSONFault) in try TapeMembers(tape: tape, object: node) }
  }

  /// Returns the members in their order, each value decoded as a type.
  func members<Value: Decodable>(_ type: Value.Type) throws -> [(key: String, value: Value)] {
    let members = try membersOfObject()
    let path = path
    var decoded: [(key: String, value: Value)] = []
    decoded.reserveCapacity(members.count)
    for member in members {
      let inner = TapeDecoder(tape: tape, node: member.value, parent: path, key: JSONKey(member.name))
      decoded.append((key: member.name, value: try inner.decode(type)))
    }
    return decoded
  }
}

extension TapeDecoder {
  /// Runs a function over the value, and gives its fault this value's coding path.
  func checked<T>(_ body: (JSONTape, Int) throws(JSONFault) -> T) throws -> T {
    do throws(JSONFault) {
      return try body(tape, node)
    } catch {
      throw failure(error.reason.code, error.reason.message, at: error.offset)
    }
  }

  /// Demands that the value be of a kind; inside a document, an empty array is an empty object, as PHP writes it.
  func expect(_ kind: Slice.Kind, _ type: Any.Type) throws {
    let found = tape.nodes[node]
    if found.kind == kind { return }
    let isEmptyObject = kind == .object && found.kind == .array && found.count == 0 && node > 0
    if !isEmptyObject { throw mismatch("expected \(kind.phrase)", type) }
  }

  /// Returns the error of a value of another type than the one asked for.
  func mismatch(_ expectation: String, _ type: Any.Type) -> DecodingError {
    let found = tape.nodes[node].kind
    let context = context(JSONFault.Reason.typeMismatch.code, "\(expectation), found \(found.phrase)")
    return found == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  /// Returns the error of something wrong in the value, at its start where no offset is given.
  func failure(_ code: String, _ message: String, at offset: Int? = nil) -> DecodingError {
    .dataCorrupted(context(code, message, at: offset))
  }

  /// Returns the error of an object that lacks a member.
  func missing(_ key: some CodingKey) -> DecodingError {
    .keyNotFound(key, context(JSONError.missingMember, "expected a member \"\(key.stringValue)\""))
  }

  func context(_ code: String, _ message: String, at offset: Int? = nil) -> DecodingError.Context {
    let offset = offset ?? tape.nodes[node].range.lowerBound
    return DecodingError.Context(
      codingPath: codingPath, debugDescription: message,
      underlyingError: DecodingFault(code: code, message: message, offset: offset))
  }
}
