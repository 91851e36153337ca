/// The elements of an array that is being encoded.
struct TreeUnkeyedContainer: UnkeyedEncodingContainer {
  let encoder: TreeEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.node.count }

  func encodeNil() throws { put(.null) }
  func encode(_ value: Bool) throws { put(.bool(value)) }
  func encode(_ value: String) throws { put(.string(value)) }
  func encode(_ value: some JSONReal) throws { put(try encoder.inner(key).number(value)) }
  func encode(_ value: some JSONInteger) throws { put(.number(JSONNumber(value))) }
  func encode(_ value: Int128) throws { put(.number(JSONNumber(value))) }
  func encode(_ value: UInt128) throws { put(.number(JSONNumber(value))) }
  func encode<T: Encodable>(_ value: T) throws { encoder.node.append(try encoder.inner(key).part(of: value)) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    child().container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }

  func superEncoder() -> any Encoder { child() }

  private var key: JSONKey { .index(count) }

  private func put(_ value: JSONValue) { encoder.node.append(.value(value)) }

  /// Returns the encoder of an element that is filled later.
  private func child() -> TreeEncoder {
    let inner = encoder.inner(key)
    encoder.node.append(.node(inner.node))
    return inner
  }
}
