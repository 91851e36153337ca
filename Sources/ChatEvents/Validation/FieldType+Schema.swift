internal import JSONText

extension FieldType {
  /// The type as a schema; what a schema cannot say (that there is such a day, how a number is spelled) is left out.
  ///
  /// An empty array is as good as an object without members, as PHP writes it.
  ///
  /// - Parameter orNull: whether it may be `null` as well.
  func schema(orNull: Bool) -> JSONObject {
    func typed(_ types: String..., also: JSONObject = [:]) -> JSONObject {
      let names = (types + (orNull ? ["null"] : [])).map(JSONValue.string)
      let type: JSONObject = ["type": names.count == 1 ? names[0] : .array(names)]
      return JSONObject(Array(type) + Array(also))
    }
    func referring(to model: Model) -> JSONObject { ["$ref": .string("#/$defs/\(model.name)")] }
    switch self {
    case .text: return typed("string")
    case .nonEmptyText: return typed("string", also: ["minLength": 1])
    case .constant(let text): return orNull ? ["enum": [.string(text), nil]] : ["const": .string(text)]
    case .inAnyCase(let text):
      return typed("string", also: ["pattern": .string("^\(SchemaPattern.inAnyCase(text))$")])
    case .oneOf(let texts): return ["enum": .array(texts.map(JSONValue.string) + (orNull ? [nil] : []))]
    case .id: return typed("string", "integer")
    case .timestamp:
      return typed("string", "number", also: ["pattern": .string("^\(SchemaPattern.decimal)$")])
    case .dateTime: return typed("string", also: ["format": "date-time"])
    case .localTime:
      let pattern = "^\(SchemaPattern.time)(\(SchemaPattern.zone))?$"
      return typed("string", also: ["pattern": .string(pattern)])
    case .recordedTime:
      let pattern = "^(\(SchemaPattern.time)(\(SchemaPattern.zone))|\(SchemaPattern.decimal))$"
      return typed("string", "number", also: ["pattern": .string(pattern)])
    case .textOrNumber: return typed("string", "number")
    case .number: return typed("number")
    case .integer: return typed("integer")
    case .numberIn(let limits):
      return typed(
        "number",
        also: [
          "minimum": .number(JSONNumber(limits.lowerBound)),
          "maximum": .number(JSONNumber(limits.upperBound)),
        ])
    case .flag: return typed("boolean")
    case .texts: return typed("array", also: ["items": ["type": "string"]])
    case .values: return typed("array")
    case .free, .open: return typed("object", "array", also: ["maxItems": 0])
    case .object(let model):
      return orNull
        ? ["anyOf": [.object(referring(to: model)), ["type": "null"]]] : referring(to: model)
    case .list(let model): return typed("array", also: ["items": .object(referring(to: model))])
    case .map(let model):
      let values: JSONValue = ["anyOf": [.object(referring(to: model)), ["type": "null"]]]
      return typed("object", "array", also: ["maxItems": 0, "additionalProperties": values])
    }
  }
}

/// Regular expressions for texts, as JavaScript understands them, without the marks of beginning and end.
private enum SchemaPattern {
  /// A decimal number without an exponent.
  static let decimal = #"-?[0-9]+(\.[0-9]+)?"#

  /// A date and a time of day, as ``WrittenTime`` reads it.
  static let time =
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]"
    + #"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"#

  /// A zone behind it.
  static let zone = "[Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9]"

  /// The letters of a word, each large or small.
  static func inAnyCase(_ word: String) -> String {
    word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined()
  }
}
