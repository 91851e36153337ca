// The values as `Codable` sees them. Through this module's own coders they lose nothing; others are asked for what they
// can give.

extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? TapeDecoder {
      self = try decoder.checked { (tape, node) throws(JSONFault) in try tape.value(node) }
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(JSONNumber.self) {
      self = .number(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode(JSONObject.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? TreeEncoder {
      try encoder.put(self)
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONNumber: Codable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? TapeDecoder {
      self = JSONNumber(checked: try decoder.numberText())
      return
    }
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int64.self) {
      self.init(value)
    } else if let value = try? container.decode(UInt64.self) {
      self.init(value)
    } else {
      let value = try container.decode(Double.self)
      guard let number = JSONNumber(value) else {
        throw decoder.refusal(JSONError.invalidValue, "the number cannot be written as JSON")
      }
      self = number
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? TreeEncoder {
      try encoder.put(.number(self))
      return
    }
    var container = encoder.singleValueContainer()
    if let value = Int64(text) {
      try container.encode(value)
    } else if let value = UInt64(text) {
      try container.encode(value)
    } else if let value = doubleValue {
      try container.encode(value)
    } else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: "the number is too large for a Double"))
    }
  }
}

extension JSONMap: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? TapeDecoder {
      members = try decoder.members(Value.self)
      return
    }
    members = []
    let container = try decoder.container(keyedBy: JSONKey.self)
    for key in container.allKeys { append(key.stringValue, try container.decode(Value.self, forKey: key)) }
  }
}

extension JSONMap: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? TreeEncoder {
      try encoder.put(members)
      return
    }
    var container = encoder.container(keyedBy: JSONKey.self)
    for (key, value) in members { try container.encode(value, forKey: JSONKey(key)) }
  }
}
