extension JSONTape {
  /// Returns a value and all that it holds.
  ///
  /// - Throws: that a string or a key in it holds half of a surrogate pair.
  func value(_ index: Int) throws(JSONFault) -> JSONValue {
    let node = nodes[index]
    switch node.kind {
    case .absent, .null: return .null
    case .bool: return .bool(bool(index))
    case .integer, .number: return .number(JSONNumber(checked: plainText(index)))
    case .string: return .string(try string(index))
    case .array:
      var elements: [JSONValue] = []
      elements.reserveCapacity(node.count)
      var element = index + 1
      while element < node.after {
        elements.append(try value(element))
        element = nodes[element].after
      }
      return .array(elements)
    case .object:
      var members = JSONObject()
      members.members.reserveCapacity(node.count)
      for key in keys(of: index) { members.append(try string(key), try value(key + 1)) }
      return .object(members)
    }
  }

  /// Returns the truth value that a node is.
  func bool(_ index: Int) -> Bool { bytes[nodes[index].range.lowerBound] == UInt8(ascii: "t") }

  /// Returns a node's bytes as text: what a number is.
  func plainText(_ index: Int) -> String { String(decoding: bytes[nodes[index].range], as: UTF8.self) }

  /// Returns the characters of a string or key.
  ///
  /// - Throws: that it holds half of a surrogate pair.
  func string(_ index: Int) throws(JSONFault) -> String {
    let node = nodes[index]
    let content = node.range.lowerBound + 1..<node.range.upperBound - 1
    guard node.isEscaped else { return String(decoding: bytes[content], as: UTF8.self) }
    let bytes = bytes
    if let half = Text.loneSurrogate(bytes.span, content) { throw JSONFault(.loneSurrogate, at: half) }
    return String(decoding: Text.unescaped(bytes.span, content), as: UTF8.self)
  }

  /// Returns the deepest node on a way that there is.
  func node(at path: [any CodingKey]) -> Int {
    var index = 0
    for key in path {
      guard let next = child(of: index, key) else { return index }
      index = next
    }
    return index
  }

  private func child(of index: Int, _ key: any CodingKey) -> Int? {
    switch nodes[index].kind {
    case .array:
      guard let place = key.intValue, 0..<nodes[index].count ~= place else { return nil }
      return (0..<place).reduce(index + 1) { child, _ in nodes[child].after }
    case .object: return keys(of: index).first { hasName($0, key.stringValue) }.map { $0 + 1 }
    default: return nil
    }
  }

  /// Whether a key is that name.
  func hasName(_ key: Int, _ name: String) -> Bool {
    let node = nodes[key]
    if node.isEscaped { return (try? string(key)).map { isSame($0, name) } ?? false }
    return node.range.count == name.utf8.count + 2
      && bytes[node.range.lowerBound + 1..<node.range.upperBound - 1].elementsEqual(name.utf8)
  }
}

extension Slice.Kind {
  /// The type as messages name it.
  package var phrase: String {
    switch self {
    case .absent: "nothing"
    case .null: "null"
    case .string: "a string"
    case .integer, .number: "a number"
    case .bool: "true or false"
    case .object: "an object"
    case .array: "an array"
    }
  }
}
