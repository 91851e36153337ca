internal import JSONText

extension Model {
  /// The model as a schema that refers to those of other models as `#/$defs/NAME`.
  ///
  /// Members that the table does not name may be anything.
  ///
  /// - Parameter isPart: whether the object is inside a record, where PHP writes one without members as an empty array.
  func schema(isPart: Bool) -> JSONObject {
    var schema: JSONObject = ["title": .string(name), "description": .string(summary)]
    if let source { schema["$comment"] = .string("Source: \(source)") }
    if isPart, required.isEmpty, needsOneOf.isEmpty {
      (schema["type"], schema["maxItems"]) = (["object", "array"], 0)
    } else {
      schema["type"] = "object"
    }
    // What else an object of several kinds holds, the schema of its kind says.
    let told = fields.filter { variants == nil || $0.name == variants?.member }
    schema["properties"] = .object(
      JSONObject(told.map { (key: $0.name, value: .object(self.schema(of: $0))) }))
    if !required.isEmpty { schema["required"] = .array(required.map(JSONValue.string)) }
    let conditions = needsOneOf.map(Self.demand) + (variants?.schemas ?? [])
    if !conditions.isEmpty { schema["allOf"] = .array(conditions) }
    return schema
  }

  private func schema(of field: Field) -> JSONObject {
    var schema: JSONObject = ["description": .string(field.meaning)]
    for member in field.type.schema(orNull: !required.contains(field.name)) {
      schema.append(member.key, member.value)
    }
    return schema
  }

  /// One of the members is there, and is neither `null` nor an empty string.
  private static func demand(oneOf names: [String]) -> JSONValue {
    [
      "anyOf": .array(
        names.map { name in
          ["properties": [name: ["not": ["enum": [nil, ""]]]], "required": [.string(name)]]
        })
    ]
  }
}

extension Model.Variants {
  /// For each kind: an object that says that it is of this kind is as the kind's model has it.
  fileprivate var schemas: [JSONValue] {
    models.map { value, model in
      [
        "if": ["properties": [member: ["const": .string(value)]], "required": [.string(member)]],
        "then": ["$ref": .string("#/$defs/\(model.name)")],
      ]
    }
  }
}
