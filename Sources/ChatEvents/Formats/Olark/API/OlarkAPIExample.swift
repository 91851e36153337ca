public import JSONText

extension OlarkAPI.Entry {
  /// The call or the setting as a record that is valid by ``OlarkAPI/problems(in:)``; nil if it requires a function.
  public var example: JSONValue? {
    guard !needsFunction else { return nil }
    let values = arguments.compactMap(\.type.example)
    if kind == .setting { return values.first.map { ["setting": .string(name), "value": $0] } }
    return ["call": .string(name), "arguments": .array(values)]
  }

  /// The call or the setting as JavaScript for a page.
  public var javaScript: String {
    let function = kind == .setting ? "olark.configure" : "olark"
    return "\(function)(" + (["'\(name)'"] + arguments.map(\.type.javaScript)).joined(separator: ", ") + ");"
  }
}

extension OlarkAPI.ValueType {
  /// A value of the type; nil for a function.
  fileprivate var example: JSONValue? {
    switch self {
    case .string: "…"
    case .integer, .size: 100
    case .number: 1
    case .boolean: true
    case .color: "#744da8"
    case .oneOf(let values): values.first.map(JSONValue.string)
    case .array(let element): element.example.map { [$0] }
    case .either(let types): types.first?.example
    case .object(let members):
      .object(
        JSONObject(members.compactMap { member in member.type.example.map { (key: member.name, value: $0) } })
      )
    case .dictionary: ["customerNumber": "…"]
    case .function: nil
    }
  }

  /// A value of the type as JavaScript writes it.
  fileprivate var javaScript: String {
    switch self {
    case .function(let parameters):
      "function (\(parameters.map(\.name).joined(separator: ", "))) { … }"
    case .object(let members):
      "{" + members.map { "\($0.name): \($0.type.javaScript)" }.joined(separator: ", ") + "}"
    case .string, .integer, .size, .number, .boolean, .color, .oneOf, .array, .either, .dictionary:
      example?.description ?? ""
    }
  }
}
