/// The members of a kind of JSON object, by which its objects are decoded and encoded.
package struct MemberTable<Object: Sendable>: Sendable {
  private let rows: MemberRows

  package init(_ members: [CodedMember<Object>]) {
    rows = MemberRows(
      members.map { MemberRows.Row(key: JSONKey($0.name), coding: $0.coding, offset: $0.offset) })
  }

  /// Decodes the members of an object, in the order of the table.
  ///
  /// - Returns: the members that the table does not name, and those that it names and that came as `null`, in their order: the
  ///   latter are nil in the object, and written back as the `null` that they were, so that a member that is absent stays
  ///   absent. A repeated key is kept, unless the table names it: then it is an error.
  package func decode(_ object: inout Object, from decoder: any Decoder) throws -> JSONObject {
    try ObjectMemory.of(&object) { memory in
      if let decoder = decoder as? TapeDecoder { return try rows.decode(decoder, into: memory) }
      return try rows.decode(any: decoder, into: memory)
    }
  }

  /// Encodes the members of an object, in the order of the table, and after them those that it kept.
  ///
  /// A kept member for which the object has a value is left out. Other encoders than this module's may order them otherwise.
  package func encode(
    _ object: borrowing Object, keeping unknown: JSONObject, to encoder: any Encoder
  ) throws {
    try ObjectMemory.reading(object) { memory in
      if let encoder = encoder as? TreeEncoder {
        try rows.encode(memory, keeping: unknown, to: encoder)
      } else {
        try rows.encode(memory, keeping: unknown, toAny: encoder)
      }
    }
  }
}

/// A table without the type of its objects: the code that runs for each member is compiled once for all types.
private final class MemberRows: Sendable {
  private let rows: [Row]
  private let names: MemberNames

  struct Row: Sendable {
    let key: JSONKey
    let coding: MemberCoding
    let offset: Int
  }

  init(_ rows: [Row]) {
    self.rows = rows
    names = MemberNames(rows.map(\.key.stringValue))
  }

  func decode(_ decoder: TapeDecoder, into memory: ObjectMemory) throws -> JSONObject {
    let found = try FoundMembers(names, rows.count, of: decoder)
    let path = decoder.path
    let tape = decoder.tape
    for (index, row) in rows.enumerated() {
      let value = found.values[index]
      if value == 0 {
        guard row.coding.isRequired else { continue }
        throw decoder.missing(row.key)
      }
      if let key = found.repeatedKeys[index] {
        let offset = tape.nodes[key].range.lowerBound
        throw decoder.failure(
          JSONFault.Reason.repeatedKey.code, JSONFault.Reason.repeatedKey.message, at: offset)
      }
      if tape.nodes[value].kind == .null, !row.coding.isRequired { continue }
      let inner = TapeDecoder(tape: tape, node: value, parent: path, key: row.key)
      try row.coding.decode(inner, memory.at(row.offset))
    }
    var unknown = JSONObject()
    for key in found.others {
      try decoder.checked { (tape, _) throws(JSONFault) in
        unknown.append(try tape.string(key), try tape.value(key + 1))
      }
    }
    return unknown
  }

  func decode(any decoder: any Decoder, into memory: ObjectMemory) throws -> JSONObject {
    let container = try decoder.container(keyedBy: JSONKey.self)
    for row in rows {
      if !container.contains(row.key) {
        guard row.coding.isRequired else { continue }
        throw DecodingError.keyNotFound(
          row.key, .init(codingPath: decoder.codingPath, debugDescription: "expected a member"))
      }
      if !row.coding.isRequired, try container.decodeNil(forKey: row.key) { continue }
      try row.coding.decodeAny(try container.superDecoder(forKey: row.key), memory.at(row.offset))
    }
    var unknown = JSONObject()
    for key in container.allKeys {
      let isNamed = rows.contains { isSame($0.key.stringValue, key.stringValue) }
      if isNamed, try !container.decodeNil(forKey: key) { continue }
      unknown.append(key.stringValue, try container.decode(JSONValue.self, forKey: key))
    }
    return unknown
  }

  func encode(_ memory: ObjectMemory, keeping unknown: JSONObject, to encoder: TreeEncoder) throws {
    encoder.node.becomeObject()
    encoder.node.keep(unknown)
    for row in rows {
      guard let part = try row.coding.part(memory.at(row.offset), row.key, encoder) else { continue }
      encoder.node.set(row.key.stringValue, part)
    }
  }

  func encode(_ memory: ObjectMemory, keeping unknown: JSONObject, toAny encoder: any Encoder) throws {
    // The kept ones come first, so that a named member takes the place of the `null` that was kept.
    var container = encoder.container(keyedBy: JSONKey.self)
    for (key, value) in unknown { try container.encode(value, forKey: JSONKey(key)) }
    for row in rows {
      try row.coding.encode(memory.at(row.offset)) { container.superEncoder(forKey: row.key) }
    }
  }
}

/// Which of a table's members an object of a tape has.
private struct FoundMembers {
  /// The node of each member's value, by the table's order; 0, which is no member's, without one.
  var values: [Int]
  /// The second key of members that are there twice, by the table's order.
  var repeatedKeys: [Int: Int] = [:]
  /// The keys that the table does not name, and those of members that are `null`.
  var others: [Int] = []

  init(_ names: MemberNames, _ count: Int, of decoder: TapeDecoder) throws {
    try decoder.expect(.object, [String: Any].self)
    values = [Int](repeating: 0, count: count)
    let tape = decoder.tape
    let bytes = tape.bytes
    let end = tape.nodes[decoder.node].after
    var next = 0
    var key = decoder.node + 1
    while key < end {
      let node = tape.nodes[key]
      if node.isEscaped { try decoder.checked { (tape, _) throws(JSONFault) in _ = try tape.string(key) } }
      let content = node.range.lowerBound + 1..<node.range.upperBound - 1
      let index = names.index(of: content, isEscaped: node.isEscaped, bytes.span, expecting: next)
      if index >= 0 {
        next = index + 1
        if values[index] == 0 {
          values[index] = key + 1
        } else if repeatedKeys[index] == nil {
          repeatedKeys[index] = key
        }
      }
      if index < 0 || tape.nodes[key + 1].kind == .null { others.append(key) }
      key = tape.nodes[key + 1].after
    }
  }
}
