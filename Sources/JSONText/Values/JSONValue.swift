/// Any JSON value, without loss: numbers keep their text, objects keep their order and duplicate keys.
///
/// Strings are equal if all their code points are.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue: Hashable {
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): isSame(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

extension JSONValue {
  /// The type of the value.
  package var kind: Slice.Kind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number(let number): number.isInteger ? .integer : .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether it is `null`.
  public var isNull: Bool { kind == .null }

  /// The truth value; nil if the value is not `true` or `false`.
  public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The number; nil if the value is not a number.
  public var numberValue: JSONNumber? { if case .number(let value) = self { value } else { nil } }

  /// The text; nil if the value is not a string.
  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The elements; nil if the value is not an array.
  public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members; nil if the value is not an object.
  public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The last value of a key; nil if the key is absent or the value is not an object.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(JSONObject(members.map { (key: $0.0, value: $0.1) }))
  }
}
