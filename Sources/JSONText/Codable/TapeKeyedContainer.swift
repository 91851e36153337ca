/// The members of an object, by their keys.
struct TapeKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: TapeMembers
  let path: CodingPath?

  var codingPath: [any CodingKey] { path?.keys ?? [] }

  /// The keys that the type knows, in the order of the text.
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { members.contains(key.stringValue) }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).decode(type) }
  func decode<T: JSONReal>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }
  func decode<T: JSONInteger>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }
  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try member(key).decode(type) }
  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try member(key).decode(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try member(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try member(JSONKey("super")) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

  /// Returns the decoder of a member's value.
  private func member(_ key: some CodingKey) throws -> TapeDecoder {
    let object = TapeDecoder(tape: members.tape, node: members.object, parent: path)
    let found = try object.checked { (_, _) throws(JSONFault) in try members.value(of: key.stringValue) }
    guard let found else { throw object.missing(key) }
    return TapeDecoder(tape: members.tape, node: found, parent: path, key: key)
  }
}
