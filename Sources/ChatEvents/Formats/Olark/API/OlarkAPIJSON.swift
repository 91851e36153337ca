public import JSONText

extension OlarkAPI.Entry {
  /// The complete entry, as JSON.
  ///
  /// Types have the names of JSON Schema if it has one: `type`, `enum`, `items`, `anyOf`. An object
  /// has its `members`, a function its `parameters`, each with `name`, `required`, its type and `meaning`.
  public var json: JSONValue {
    var object: JSONObject = [
      "name": .string(name),
      "kind": .string(kind.rawValue),
      "category": .string(category),
      "titles": .array(titles.map(JSONValue.string)),
      "meaning": .string(meaning),
      "arguments": .array(arguments.map(\.json)),
      "javascript": .string(javaScript),
    ]
    if let standard { object["default"] = .string(standard) }
    if let precondition { object["needs"] = .string(precondition) }
    if let example { object["example"] = example }
    object["source"] = .string(source)
    return .object(object)
  }
}

extension OlarkAPI.Member {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["name": .string(name), "required": .bool(isRequired)]
    for (key, value) in type.json { object[key] = value }
    object["meaning"] = .string(meaning)
    return .object(object)
  }
}

extension OlarkAPI.ValueType {
  fileprivate var json: JSONObject {
    switch self {
    case .string: ["type": "string"]
    case .integer: ["type": "integer"]
    case .size: ["type": "integer", "minimum": 0]
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .color: ["type": "string", "format": "color"]
    case .oneOf(let values): ["type": "string", "enum": .array(values.map(JSONValue.string))]
    case .array(let element): ["type": "array", "items": .object(element.json)]
    case .either(let types): ["anyOf": .array(types.map { .object($0.json) })]
    case .object(let members): ["type": "object", "members": .array(members.map(\.json))]
    case .dictionary: ["type": "object"]
    case .function(let parameters): ["type": "function", "parameters": .array(parameters.map(\.json))]
    }
  }
}
