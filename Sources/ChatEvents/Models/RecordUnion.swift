public import JSONText

/// A record that has one of several types, by the value of one member.
public protocol RecordUnion: Codable, Hashable, Sendable {
  /// Its types, and the member that decides.
  static var table: UnionTable<Self> { get }

  /// A record for which there is no type, verbatim.
  static func other(_ members: JSONObject) -> Self

  /// The record itself.
  var record: any Encodable { get }
}

extension RecordUnion {
  /// The description of an object of any of the types: the members of all of them.
  public static var model: Model { table.model }

  /// The model of each type, by the value of the deciding member.
  public static var models: [(type: String, model: Model)] { table.types.map { ($0.value, $0.model) } }

  /// Decodes a record.
  ///
  /// - Throws: `missing-member` without the deciding member; else the errors of the record's type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: JSONKey.self)
    let value = try container.decode(String.self, forKey: JSONKey(Self.table.member))
    if let type = Self.table.types.first(where: { $0.value == value }) {
      self = try type.decode(decoder)
    } else {
      self = .other(try JSONObject(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
}

/// The types of a record that has one of several.
public struct UnionTable<Union>: Sendable {
  /// The description of an object of any of them.
  public let model: Model

  let member: String
  let types: [RecordType]

  /// One type, and the value of the deciding member that stands for it.
  struct RecordType: Sendable {
    let value: String
    let model: Model
    let decode: @Sendable (any Decoder) throws -> Union

    init<Object: Record>(_ value: String, _ make: @escaping @Sendable (Object) -> Union) {
      self.value = value
      model = Object.model
      decode = { make(try Object(from: $0)) }
    }
  }

  /// - Parameter field: the deciding member.
  init(_ name: String, _ summary: String, source: String, by field: Field, _ types: [RecordType]) {
    model = Model(name, summary, source: source, by: field, types.map { ($0.value, $0.model) })
    member = field.name
    self.types = types
  }
}
