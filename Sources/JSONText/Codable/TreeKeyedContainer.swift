/// The members of an object that is being encoded.
struct TreeKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: TreeEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil(forKey key: Key) throws { put(.null, key) }
  func encode(_ value: Bool, forKey key: Key) throws { put(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) throws { put(.string(value), key) }
  func encode(_ value: some JSONReal, forKey key: Key) throws {
    put(try encoder.inner(key).number(value), key)
  }
  func encode(_ value: some JSONInteger, forKey key: Key) throws { put(.number(JSONNumber(value)), key) }
  func encode(_ value: Int128, forKey key: Key) throws { put(.number(JSONNumber(value)), key) }
  func encode(_ value: UInt128, forKey key: Key) throws { put(.number(JSONNumber(value)), key) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    encoder.node.set(key.stringValue, try encoder.inner(key).part(of: value))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    child(key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { child(JSONKey("super")) }

  func superEncoder(forKey key: Key) -> any Encoder { child(key) }

  private func put(_ value: JSONValue, _ key: Key) { encoder.node.set(key.stringValue, .value(value)) }

  /// Returns the encoder of a member that is filled later.
  private func child(_ key: some CodingKey) -> TreeEncoder {
    let inner = encoder.inner(key)
    encoder.node.set(key.stringValue, .node(inner.node))
    return inner
  }
}
