internal import JSONText

// What each keyword demands.

extension SchemaCompiler {
  /// Keywords that say something about a schema and demand nothing of a value; the last three are those of vendors' plans.
  private static let annotations: Set<String> = [
    "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly",
    "$schema", "$id", "id", "labels", "eventMetadata",
  ]

  /// All keywords that demand something, for messages.
  private static let keywords = [
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "pattern",
    "minLength",
    "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    "anyOf",
    "oneOf", "allOf", "not", "$ref", "format", "$defs", "definitions",
  ]

  /// Reads a keyword that needs no other.
  mutating func read(
    _ key: String, _ value: JSONValue, at schema: [String], into demands: inout SchemaNode.Demands
  ) throws(PlanFault) {
    let pointer = schema + [key]
    switch key {
    case "type": demands.types = try types(value, at: pointer)
    case "items":
      if value.arrayValue != nil {
        throw PlanFault(
          "a list of items with one schema each is not supported", at: pointer,
          fix: "write one schema for all items")
      }
      demands.items = index(of: value, at: pointer)
    case "enum":
      // With `const` beside it both count.
      let values = try array(value, at: pointer)
      try restrict(&demands, to: values, at: pointer)
    case "const": try restrict(&demands, to: [value], at: pointer)
    case "minItems": demands.itemCount.least = try count(value, at: pointer)
    case "maxItems": demands.itemCount.most = try count(value, at: pointer)
    case "minLength": demands.textLength.least = try count(value, at: pointer)
    case "maxLength": demands.textLength.most = try count(value, at: pointer)
    case "pattern": demands.pattern = try pattern(value, at: pointer)
    case "format": demands.format = try format(value, at: pointer)
    case "allOf": demands.allOf += try schemas(value, at: pointer)
    case "anyOf": demands.anyOf = try schemas(value, at: pointer)
    case "oneOf": demands.oneOf = try schemas(value, at: pointer)
    case "not": demands.not = index(of: value, at: pointer)
    case "$ref": demands.reference = try index(ofReference: value, at: pointer)
    case "$id": noteID(value, at: schema)
    case "$schema": try checkDraft(value, at: schema)
    case "$defs", "definitions", "properties", "required", "additionalProperties": break
    default: try readBound(key, value, at: schema, into: &demands)
    }
  }

  private func readBound(
    _ key: String, _ value: JSONValue, at schema: [String], into demands: inout SchemaNode.Demands
  ) throws(PlanFault) {
    guard let side = NumberBound.Side(rawValue: key) else {
      if Self.annotations.contains(key) { return }
      throw PlanFault(
        "the keyword \"\(key)\" is not supported", at: schema,
        fix: NearestName.among(Self.keywords, to: key).map {
          "remove it, or write \"\($0)\" if you mean that keyword"
        }
          ?? "remove it, or use the keywords that Docs/plans.md lists")
    }
    guard let number = value.numberValue else {
      throw PlanFault(
        "expected a number", at: schema + [key],
        fix: value.boolValue == nil ? nil : "write the limit itself, as in draft 06 and later")
    }
    demands.bounds.append(NumberBound(side: side, limit: ExactNumber(number), text: number.text))
  }

  /// Reads what is demanded of members, which several keywords say together.
  mutating func readMembers(
    _ keywords: JSONObject, at schema: [String], into demands: inout SchemaNode.Demands
  ) throws(PlanFault) {
    var (names, indices) = ([String](), [[UInt8]: Int]())
    var members = MemberDemands()
    for (name, value) in try object(keywords["properties"], at: schema + ["properties"]) {
      indices[Array(name.utf8)] = names.count
      names.append(name)
      members.named.append((index(of: value, at: schema + ["properties", name]), nil, true))
    }
    for name in try required(keywords["required"], at: schema + ["required"]) {
      let place = indices[Array(name.utf8)] ?? names.count
      if place == names.count {
        indices[Array(name.utf8)] = place
        names.append(name)
        members.named.append((nil, nil, false))
      }
      guard members.named[place].required == nil else { continue }
      members.named[place].required = members.required.count
      members.required.append(name)
    }
    switch keywords["additionalProperties"] {
    case nil, .bool(true): break
    case .bool(false): members.others = .refused
    case let value?: members.others = .schema(index(of: value, at: schema + ["additionalProperties"]))
    }
    members.names = NameTable(names)
    if case .allowed = members.others, names.isEmpty { return }
    demands.members = members
  }

  private func required(_ value: JSONValue?, at pointer: [String]) throws(PlanFault) -> [String] {
    guard let value else { return [] }
    var names: [String] = []
    for (index, name) in try array(value, at: pointer).enumerated() {
      guard let name = name.stringValue else {
        throw PlanFault("expected the name of a member", at: pointer + [String(index)])
      }
      names.append(name)
    }
    return names
  }

  private func types(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> SchemaTypes {
    var types: SchemaTypes = []
    for name in value.arrayValue ?? [value] {
      guard let type = name.stringValue.flatMap(SchemaTypes.init(named:)) else {
        throw PlanFault("unknown type", at: pointer, fix: "use one of \(SchemaTypes.names)")
      }
      types.insert(type)
    }
    return types
  }

  /// Demands that a value is one of some; where another list is there already, one of both.
  private mutating func restrict(
    _ demands: inout SchemaNode.Demands, to values: [JSONValue], at pointer: [String]
  ) throws(PlanFault) {
    guard demands.values != nil else { return demands.values = SchemaValues(values) }
    var other = SchemaNode.Demands()
    other.values = SchemaValues(values)
    demands.allOf.append(index(ofDemands: other, at: pointer))
  }

  private mutating func pattern(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> Int {
    guard let source = value.stringValue else { throw PlanFault("expected a string", at: pointer) }
    do throws(TextPatternError) {
      patterns.append(try TextPattern(anywhere: source))
    } catch {
      throw PlanFault(
        "the pattern \"\(source)\" cannot be read: \(error)", at: pointer,
        fix: "Docs/patterns.md lists the supported syntax")
    }
    return patterns.count - 1
  }

  private func format(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> TextFormat {
    guard let format = value.stringValue.flatMap(TextFormat.init(rawValue:)) else {
      throw PlanFault(
        "the format is not supported", at: pointer,
        fix: "use \(TextFormat.allCases.map(\.rawValue).joined(separator: ", ")), or remove it")
    }
    return format
  }

  private func count(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> Int {
    guard let count = value.numberValue.flatMap({ ExactNumber($0).count }) else {
      throw PlanFault("expected a non-negative integer", at: pointer)
    }
    return count
  }

  private mutating func schemas(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> [SchemaNode
    .Index]
  {
    let list = try array(value, at: pointer)
    if list.isEmpty {
      throw PlanFault("expected at least one schema", at: pointer, fix: "remove the keyword")
    }
    return list.enumerated().map { index(of: $0.element, at: pointer + [String($0.offset)]) }
  }

  private func array(_ value: JSONValue, at pointer: [String]) throws(PlanFault) -> [JSONValue] {
    guard let array = value.arrayValue else { throw PlanFault("expected an array", at: pointer) }
    return array
  }

  private func object(_ value: JSONValue?, at pointer: [String]) throws(PlanFault) -> JSONObject {
    guard let value else { return [:] }
    guard let object = value.objectValue else { throw PlanFault("expected an object", at: pointer) }
    return object
  }

  /// Notes an id inside of the schema, against which references count there. One that begins with # only names a place, in draft 07.
  private mutating func noteID(_ value: JSONValue, at schema: [String]) {
    if schema != root.pointer, value.stringValue?.hasPrefix("#") != true { ownID = ownID ?? schema }
  }

  private func checkDraft(_ value: JSONValue, at schema: [String]) throws(PlanFault) {
    guard try SchemaDraft(of: ["$schema": value], at: schema) != root.draft, schema != root.pointer else {
      return
    }
    throw PlanFault(
      "part of the schema uses a different draft", at: schema + ["$schema"],
      fix: "use one draft for the whole schema")
  }
}
