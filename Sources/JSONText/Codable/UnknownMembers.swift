// What a model keeps of an object beyond the members that it names. Both halves belong together: what the one returns, the
// other takes.

extension Decoder {
  /// Returns the members that a type does not name, and those that it names and that came as `null`, in their order.
  ///
  /// The latter are nil in the model, and written back as the `null` that they were, so that a member that is absent stays
  /// absent. A repeated key is kept.
  package func unknownMembers<Key: CodingKey & CaseIterable>(besides keys: Key.Type) throws -> JSONObject {
    func isNamed(_ name: String) -> Bool {
      Key(stringValue: name).map { isSame($0.stringValue, name) } ?? false
    }
    if let decoder = self as? TapeDecoder { return try decoder.membersWithoutValue(isNamed) }
    let container = try container(keyedBy: JSONKey.self)
    var unknown = JSONObject()
    for key in container.allKeys {
      if isNamed(key.stringValue), try !container.decodeNil(forKey: key) { continue }
      unknown.append(key.stringValue, try container.decode(JSONValue.self, forKey: key))
    }
    return unknown
  }
}

extension TapeDecoder {
  /// Returns the members that have no value of their own in a model.
  fileprivate func membersWithoutValue(_ isNamed: (String) -> Bool) throws -> JSONObject {
    var unknown = JSONObject()
    for member in try membersOfObject() {
      if isNamed(member.name), tape.nodes[member.value].kind != .null { continue }
      unknown.append(member.name, try checked { (tape, _) throws(JSONFault) in try tape.value(member.value) })
    }
    return unknown
  }
}

extension Encoder {
  /// Returns a container for the members that a type names, beside which what it kept is written.
  ///
  /// Kept members come behind the named ones; one that the container is given a value for is left out. Other encoders than
  /// this module's may order them otherwise.
  package func container<Key: CodingKey>(
    keyedBy type: Key.Type, keeping unknown: JSONObject
  ) throws -> KeyedEncodingContainer<Key> {
    if let encoder = self as? TreeEncoder {
      encoder.node.keep(unknown)
    } else {
      // They come first, so that a named member takes the place of the `null` that was kept.
      var container = container(keyedBy: JSONKey.self)
      for (key, value) in unknown { try container.encode(value, forKey: JSONKey(key)) }
    }
    return container(keyedBy: type)
  }
}
