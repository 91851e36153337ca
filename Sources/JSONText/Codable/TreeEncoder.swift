/// The encoder of one value: it fills a node.
struct TreeEncoder: Encoder {
  let node: EncodedNode
  let codingPath: [any CodingKey]

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(TreeKeyedContainer(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return TreeUnkeyedContainer(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// Returns the encoder of a value inside this one.
  func inner(_ key: some CodingKey, _ node: EncodedNode = EncodedNode()) -> TreeEncoder {
    TreeEncoder(node: node, codingPath: codingPath + [key])
  }

  /// Makes the node a value that is known.
  func put(_ value: JSONValue) throws { node.set(.value(value)) }

  /// Makes the node an object of members in their order, repeated keys kept.
  func put<Value: Encodable>(_ members: [(key: String, value: Value)]) throws {
    node.becomeObject()
    for (key, value) in members { node.append(key, try inner(JSONKey(key)).part(of: value)) }
  }

  /// Encodes a value, and returns what came of it.
  func part(of value: some Encodable) throws -> EncodedPart {
    guard codingPath.count <= Scanner.depthLimit else { throw EncodedNode.tooDeep(value, codingPath) }
    try value.encode(to: self)
    return node.part
  }

  /// Returns a floating-point number as JSON writes it.
  func number(_ value: some JSONReal) throws -> JSONValue {
    guard let number = JSONNumber(value) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "the number cannot be written as JSON"))
    }
    return .number(number)
  }
}

extension TreeEncoder: SingleValueEncodingContainer {
  func encodeNil() throws { try put(.null) }
  func encode(_ value: Bool) throws { try put(.bool(value)) }
  func encode(_ value: String) throws { try put(.string(value)) }
  func encode(_ value: some JSONReal) throws { try put(try number(value)) }
  func encode(_ value: some JSONInteger) throws { try put(.number(JSONNumber(value))) }
  func encode(_ value: Int128) throws { try put(.number(JSONNumber(value))) }
  func encode(_ value: UInt128) throws { try put(.number(JSONNumber(value))) }
  func encode<T: Encodable>(_ value: T) throws { try value.encode(to: self) }
}
