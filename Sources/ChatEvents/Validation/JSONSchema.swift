public import JSONText

/// The JSON Schema of one model, generated from its field table.
///
/// Source: JSON Schema, draft 2020-12. Read in November 2026.
public struct JSONSchema: Sendable {
  /// The table that it is made from.
  let model: Model

  /// The name of the model, in kebab case.
  public var name: String { model.name }

  /// A description of such an object: one phrase, without a full stop.
  public var summary: String { model.summary }

  /// All schemas: first those of whole records, then those of their members, in order.
  public static let all: [JSONSchema] = {
    var models = records
    for record in records { record.collectInnerModels(into: &models) }
    return models.map(JSONSchema.init)
  }()

  /// What is sent or recorded as a whole, one vendor after the other.
  private static let records: [Model] = {
    var vendors: [String] = []
    for format in Format.all where !vendors.contains(format.vendor) { vendors.append(format.vendor) }
    return vendors.flatMap { vendor in Format.all.filter { $0.vendor == vendor }.flatMap(\.models) }
  }()

  /// Returns the schema with a name; nil if there is none.
  public static func named(_ name: String) -> JSONSchema? { all.first { $0.name == name } }

  /// The names and descriptions, one per line.
  public static var list: String {
    let width = all.map(\.name.count).max() ?? 0
    return all.map { "\($0.name.padded(to: width))  \($0.summary)\n" }.joined()
  }

  /// The schema as a self-contained document.
  public var json: JSONValue {
    var schema: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string("\(ChatEventsVersion.schemas)\(ChatEventsVersion.current)/\(name).json"),
    ]
    for member in model.schema(isPart: false) { schema.append(member.key, member.value) }
    var inner: [Model] = []
    model.collectInnerModels(into: &inner)
    if !inner.isEmpty {
      schema["$defs"] = .object(
        JSONObject(inner.map { (key: $0.name, value: .object($0.schema(isPart: true))) }))
    }
    return .object(schema)
  }

  /// The document as indented text, with a final line feed.
  public var text: String {
    let compact = json.utf8 + [UInt8](repeating: 0, count: Scanner.padding)
    var output = Output(capacity: compact.count * 2)
    PrettyPrinter.append(compact.span, 0..<compact.count - Scanner.padding, to: &output)
    return String(decoding: output.written, as: UTF8.self) + "\n"
  }
}

extension Model {
  /// Adds the models of what it holds, each behind the one that holds it first; those that are there stay where they are.
  fileprivate func collectInnerModels(into models: inout [Model]) {
    for model in variants.map({ $0.models.map(\.model) }) ?? fields.compactMap(\.type.model) {
      if models.contains(where: { $0.name == model.name }) { continue }
      models.append(model)
      model.collectInnerModels(into: &models)
    }
  }
}

extension FieldType {
  /// The model of the object, or of each object, that the value holds.
  fileprivate var model: Model? {
    switch self {
    case .object(let model), .list(let model), .map(let model): model
    default: nil
    }
  }
}
