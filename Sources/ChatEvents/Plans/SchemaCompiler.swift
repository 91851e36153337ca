internal import JSONText

/// Compiles the JSON Schemas of a plan: the keywords that plans use. Any other is an error.
///
/// No function calls itself, so that a plan may nest and refer as deep as it likes.
///
/// Source: JSON Schema drafts 07 and 2020-12, "Core" and "Validation". Read in November 2026.
struct SchemaCompiler {
  var patterns: [TextPattern] = []

  /// What each schema demands, in the order in which they were come to.
  var demands: [SchemaNode.Demands] = []
  /// Where each schema is in the plan.
  private var pointers: [[String]] = []
  /// By the bytes of the pointers: a composed and a decomposed "é" are two names.
  private var indices: [[UInt8]: SchemaNode.Index] = [:]
  /// The members of large objects that references lead through, by the ways to them.
  private var tables: [[UInt8]: [[UInt8]: JSONValue]] = [:]
  private var pending: [(index: SchemaNode.Index, value: JSONValue)] = []

  /// The schema that is compiled, to whose parts references lead: the whole of it, where it is, its draft.
  var root: (value: JSONValue, pointer: [String], draft: SchemaDraft) = (.null, [], .draft202012)
  /// The first part with an id of its own, and the first reference.
  var (ownID, firstReference): ([String]?, [String]?)

  /// How many schemas may look at one value, one because of another.
  static let longestChain = 100

  /// Compiles a schema, and returns its index.
  ///
  /// - Parameters:
  ///   - pointer: where it is in the plan.
  ///   - draft: the draft of one that names none.
  mutating func add(_ schema: JSONValue, at pointer: [String], draft: SchemaDraft) throws(PlanFault)
    -> SchemaNode.Index
  {
    (indices, tables) = ([:], [:])
    (ownID, firstReference) = (nil, nil)
    root = (schema, pointer, try SchemaDraft(of: schema, at: pointer) ?? draft)
    let first = demands.count
    let index = self.index(of: schema, at: pointer)
    while let next = pending.popLast() { try compile(next.value, next.index) }
    if let ownID, firstReference != nil {
      throw PlanFault(
        "$id inside a schema with references is not supported", at: ownID + ["$id"],
        fix: "remove the inner $id, and refer to \"#/$defs/…\"")
    }
    try checkChains(from: first)
    return index
  }

  /// What was compiled.
  var compiled: CompiledSchemas {
    CompiledSchemas(nodes: demands.map(SchemaNode.init), patterns: patterns)
  }

  /// Returns the index of a schema, which is compiled later if it is new.
  mutating func index(of schema: JSONValue, at pointer: [String]) -> SchemaNode.Index {
    let place = Array(JSONPointer(pointer).description.utf8)
    if let index = indices[place] {
      demands[index].isShared = true
      return index
    }
    indices[place] = demands.count
    pending.append((demands.count, schema))
    demands.append(SchemaNode.Demands())
    pointers.append(pointer)
    return demands.count - 1
  }

  /// Adds what another keyword of a schema demands of the same value.
  mutating func index(ofDemands other: SchemaNode.Demands, at pointer: [String]) -> SchemaNode.Index {
    demands.append(other)
    pointers.append(pointer)
    return demands.count - 1
  }

  private mutating func compile(_ schema: JSONValue, _ index: SchemaNode.Index) throws(PlanFault) {
    let pointer = pointers[index]
    var demands = SchemaNode.Demands()
    switch schema {
    case .bool(let allows): demands.isNever = !allows
    case .object(let keywords): try read(keywords, at: pointer, into: &demands)
    default:
      throw PlanFault("expected a schema", at: pointer, fix: "write an object, true or false")
    }
    demands.isShared = self.demands[index].isShared
    self.demands[index] = demands
  }

  private mutating func read(
    _ keywords: JSONObject, at pointer: [String], into demands: inout SchemaNode.Demands
  ) throws(PlanFault) {
    if root.draft == .draft07, let reference = keywords["$ref"] {
      demands.reference = try index(ofReference: reference, at: pointer + ["$ref"])
      return
    }
    for (key, value) in keywords {
      try read(key, value, at: pointer, into: &demands)
    }
    try readMembers(keywords, at: pointer, into: &demands)
  }

  /// Refuses schemas that look at a value because of themselves, or because of too many others.
  private func checkChains(from first: SchemaNode.Index) throws(PlanFault) {
    var (waiting, causes) = ([Int: Int](), [Int: [Int]]())
    for index in first..<demands.count {
      for next in demands[index].ofSameValue {
        waiting[next, default: 0] += 1
        causes[next, default: []].append(index)
      }
    }
    var length: [Int: Int] = [:]
    var ready = (first..<demands.count).filter { waiting[$0] == nil }
    while let index = ready.popLast() {
      let own = length[index, default: 1]
      if own > Self.longestChain {
        throw PlanFault(
          "a chain of more than \(Self.longestChain) schemas applies to one value",
          at: pointers[index], fix: "refer to the last of them directly")
      }
      for next in demands[index].ofSameValue {
        length[next] = max(length[next, default: 1], own + 1)
        waiting[next, default: 0] -= 1
        if waiting[next] == 0 { ready.append(next) }
      }
    }
    guard var caught = (first..<demands.count).first(where: { waiting[$0, default: 0] > 0 }) else { return }
    // Going back from one that is never ready leads into the circle.
    for _ in first..<demands.count {
      caught = causes[caught]?.first { waiting[$0, default: 0] > 0 } ?? caught
    }
    throw PlanFault(
      "the schema refers to itself for the same value", at: pointers[caught],
      fix: "let it refer to itself only for a member or an element")
  }
}

extension SchemaCompiler {
  /// Returns the index of the schema that a reference leads to.
  mutating func index(ofReference reference: JSONValue, at pointer: [String]) throws(PlanFault)
    -> SchemaNode.Index
  {
    firstReference = firstReference ?? pointer
    guard let text = reference.stringValue else { throw PlanFault("expected a string", at: pointer) }
    let advice = "copy the referenced schema into this one, and write \"#/$defs/NAME\""
    guard text.utf8.first == UInt8(ascii: "#") else {
      throw PlanFault("only references within the same schema are supported", at: pointer, fix: advice)
    }
    guard let tokens = Self.tokens(ofFragment: text.dropFirst()) else {
      throw PlanFault("the reference is not a JSON pointer", at: pointer, fix: advice)
    }
    var value = root.value
    for (count, token) in tokens.enumerated() {
      guard let next = member(token, of: value, at: tokens.prefix(count)) else {
        throw PlanFault(
          "the reference does not resolve", at: pointer, fix: "write the path of an existing schema")
      }
      value = next
    }
    return index(of: value, at: root.pointer + tokens)
  }

  /// Returns what a token leads to from a value of the schema; nil if there is nothing.
  private mutating func member(_ token: String, of value: JSONValue, at way: ArraySlice<String>) -> JSONValue?
  {
    if let list = value.arrayValue {
      return Int(token).flatMap { list.indices.contains($0) ? list[$0] : nil }
    }
    guard let members = value.objectValue, members.count > 16 else { return value[token] }
    let place = Array(JSONPointer(Array(way)).description.utf8)
    let table =
      tables[place] ?? Dictionary(members.map { (Array($0.key.utf8), $0.value) }) { _, last in last }
    tables[place] = table
    return table[Array(token.utf8)]
  }

  /// Returns the tokens of a JSON pointer that is written as a URI's fragment (RFC 6901, section 6); nil for any other text.
  private static func tokens(ofFragment text: Substring) -> [String]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let pointer = String(validating: bytes, as: UTF8.self) else { return nil }
    guard pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      token.split(separator: "~1", omittingEmptySubsequences: false)
        .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
        .joined(separator: "/")
    }
  }
}

extension SchemaDraft {
  /// Reads which draft a schema names; nil if it names none.
  ///
  /// Drafts 04 and 06 are read as draft 07, which has the same keywords but for two: what is written as in draft 04 is refused there.
  init?(of schema: JSONValue, at pointer: [String]) throws(PlanFault) {
    guard let name = schema["$schema"] else { return nil }
    let text = name.stringValue ?? ""
    let address = text.hasSuffix("#") ? text.dropLast() : text[...]
    switch address.split(separator: "://").last {
    case "json-schema.org/draft/2020-12/schema": self = .draft202012
    case "json-schema.org/draft-07/schema", "json-schema.org/draft-06/schema",
      "json-schema.org/draft-04/schema":
      self = .draft07
    default:
      throw PlanFault(
        "this draft of JSON Schema is not supported", at: pointer + ["$schema"],
        fix:
          "write \"https://json-schema.org/draft/2020-12/schema\" or \"http://json-schema.org/draft-07/schema#\""
      )
    }
  }
}
