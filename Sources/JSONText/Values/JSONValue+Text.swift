extension JSONValue {
  /// Parses a JSON text strictly by RFC 8259; a leading byte order mark is skipped.
  ///
  /// - Throws: the first fault of the text: invalid JSON, nesting deeper than 512 levels, or an unpaired
  ///   surrogate, which a Swift string cannot contain.
  public init(parsing text: [UInt8]) throws(JSONError) {
    let tape = try JSONTape(parsing: text)
    do throws(JSONFault) {
      self = try tape.value(0)
    } catch {
      throw tape.error(error.reason.code, error.reason.message, at: error.offset)
    }
  }

  /// Parses a JSON text from any collection of UTF-8 bytes, such as Foundation's `Data`. Cost: a copy of the bytes.
  ///
  /// - Throws: the same errors as for an array of bytes.
  public init(parsing text: some Collection<UInt8>) throws(JSONError) { try self.init(parsing: Array(text)) }

  /// Parses a JSON text.
  ///
  /// - Throws: the same errors as for an array of bytes.
  public init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }

  /// The value as JSON without white space, in UTF-8.
  public var utf8: [UInt8] {
    var output = Output(capacity: 256)
    write(to: &output)
    return output.written
  }

  /// Writes the value as JSON without white space.
  package func write(to output: inout Output) {
    switch self {
    case .null: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .number(let value): output.append(contentsOf: Array(value.text.utf8))
    case .string(let value): output.appendQuoted(value)
    case .array(let elements): output.append(array: elements) { $1.write(to: &$0) }
    case .object(let members): output.append(object: members) { $1.write(to: &$0) }
    }
  }

  /// Whether objects and arrays are nested deeper than that many levels.
  func isDeeper(than limit: Int) -> Bool {
    switch self {
    case .null, .bool, .number, .string: false
    case .array(let elements): limit == 0 || elements.contains { $0.isDeeper(than: limit - 1) }
    case .object(let members): limit == 0 || members.contains { $0.value.isDeeper(than: limit - 1) }
    }
  }
}

extension Output {
  /// Writes an array, each element by a function.
  package mutating func append<Element, Failure: Error>(
    array elements: some Sequence<Element>, _ write: (inout Output, Element) throws(Failure) -> Void
  ) throws(Failure) {
    append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      try write(&self, element)
    }
    append(UInt8(ascii: "]"))
  }

  /// Writes an object, each value by a function.
  package mutating func append<Value, Failure: Error>(
    object members: some Sequence<(key: String, value: Value)>,
    _ write: (inout Output, Value) throws(Failure) -> Void
  ) throws(Failure) {
    append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendQuoted(member.key)
      append(UInt8(ascii: ":"))
      try write(&self, member.value)
    }
    append(UInt8(ascii: "}"))
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON without white space.
  public var description: String { String(decoding: utf8, as: UTF8.self) }
}

extension JSONMap: CustomStringConvertible where Value == JSONValue {
  /// The object as JSON without white space.
  public var description: String { JSONValue.object(self).description }
}
