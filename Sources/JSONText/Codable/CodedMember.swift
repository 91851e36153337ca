/// One member of a JSON object, and the property that holds its value.
package struct CodedMember<Object: Sendable>: Sendable {
  /// The exact name on the wire.
  package let name: String

  let coding: MemberCoding

  /// Where the property lies in the object.
  let offset: Int

  /// A member that may be absent or `null`; both are nil.
  ///
  /// - Parameter isWhole: whether a number with a fraction is refused.
  /// - Precondition: the property is a stored one, as it is for the others.
  package init<Value: Codable & Sendable>(
    _ name: String, _ property: any WritableKeyPath<Object, Value?> & Sendable, isWhole: Bool = false
  ) {
    self.name = name
    offset = Self.offset(of: property, name)
    // What nearly all members are is coded without a decoder or an encoder of its own.
    coding =
      if Value.self == String.self {
        MemberCoding(scalar: { try $0.decode(String.self) }, { .string($0) })
      } else if Value.self == Bool.self {
        MemberCoding(scalar: { try $0.decode(Bool.self) }, { .bool($0) })
      } else if isWhole, Value.self == JSONNumber.self {
        MemberCoding(
          scalar: JSONNumber.init(wholeFrom:), any: JSONNumber.init(wholeFrom:), { .number($0) })
      } else if Value.self == JSONNumber.self {
        MemberCoding(scalar: { JSONNumber(checked: try $0.numberText()) }, { .number($0) })
      } else {
        MemberCoding(optional: Value.self)
      }
  }

  /// A member without which an object is not decoded.
  package init<Value: Codable & Sendable>(
    required name: String, _ property: any WritableKeyPath<Object, Value> & Sendable
  ) {
    self.name = name
    offset = Self.offset(of: property, name)
    coding = MemberCoding(required: Value.self)
  }

  /// A member of a part of the object: of a property that is no member itself, and holds several.
  package init<Part: Sendable>(
    _ member: CodedMember<Part>, of part: any WritableKeyPath<Object, Part> & Sendable
  ) {
    name = member.name
    offset = Self.offset(of: part, name) + member.offset
    coding = member.coding
  }

  private static func offset(of property: PartialKeyPath<Object>, _ name: String) -> Int {
    guard let offset = MemoryLayout<Object>.offset(of: property) else {
      preconditionFailure("the key path of \(name) is not a stored property")
    }
    return offset
  }
}

/// How a member's value comes into its property, and out of it. What a closure is given is the property's memory.
struct MemberCoding: Sendable {
  /// Whether an object is not decoded without the member.
  let isRequired: Bool

  /// Decodes a value, which is not `null` unless the member is required.
  let decode: @Sendable (TapeDecoder, ObjectMemory) throws -> Void
  let decodeAny: @Sendable (any Decoder, ObjectMemory) throws -> Void

  /// Returns what is encoded for the value; nil without one.
  let part: @Sendable (ObjectMemory, JSONKey, TreeEncoder) throws -> EncodedPart?

  /// Encodes the value, if there is one, with an encoder that is asked for then.
  let encode: @Sendable (ObjectMemory, () -> any Encoder) throws -> Void

  init<Value: Codable & Sendable>(
    scalar decode: @escaping @Sendable (TapeDecoder) throws -> Value,
    any decodeAny: @escaping @Sendable (any Decoder) throws -> Value = { try Value(from: $0) },
    _ json: @escaping @Sendable (Value) -> JSONValue
  ) {
    isRequired = false
    self.decode = { $1.set(Optional(try decode($0))) }
    self.decodeAny = { $1.set(Optional(try decodeAny($0))) }
    part = { memory, _, _ in memory.value(Value?.self).map { .value(json($0)) } }
    encode = { try $0.value(Value?.self)?.encode(to: $1()) }
  }

  init<Value: Codable & Sendable>(optional type: Value.Type) {
    isRequired = false
    decode = { $1.set(Optional(try $0.decode(Value.self))) }
    decodeAny = { $1.set(Optional(try Value(from: $0))) }
    part = { memory, key, encoder in
      guard let value = memory.value(Value?.self) else { return nil }
      return try encoder.inner(key).part(of: value)
    }
    encode = { try $0.value(Value?.self)?.encode(to: $1()) }
  }

  init<Value: Codable & Sendable>(required type: Value.Type) {
    isRequired = true
    decode = { $1.set(try $0.decode(Value.self)) }
    decodeAny = { $1.set(try Value(from: $0)) }
    part = { try $2.inner($1).part(of: $0.value(Value.self)) }
    encode = { try $0.value(Value.self).encode(to: $1()) }
  }
}

extension JSONNumber {
  /// Decodes a number without a fraction, and keeps its text.
  ///
  /// - Throws: `type-mismatch` for anything else.
  fileprivate init(wholeFrom decoder: any Decoder) throws {
    switch try JSONValue(from: decoder) {
    case .number(let number) where number.isWhole: self = number
    case let other: throw decoder.mismatch("expected an integer", other)
    }
  }
}
