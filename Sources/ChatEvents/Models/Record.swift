public import JSONText
internal import Synchronization

/// A JSON object that one table describes: its members, the properties that store them, and their meaning.
///
/// Absent and `null` are both nil. The table decodes and encodes the record; validation, schemas, documents and redaction use
/// it too.
public protocol Record: Codable, Hashable, Sendable {
  /// Makes a record without members; the text of one that it cannot be without is empty, unless the type gives it.
  init()

  /// The description of the type, its members in the order in which they usually come on the wire.
  static var table: RecordTable<Self> { get }

  /// Members that were sent and that the table does not name, and those that came as `null`; written back verbatim.
  var unknown: JSONObject { get set }
}

extension Record {
  /// Creates a record, and sets its members: `OlarkVisitor { $0.id = "visitor-1" }`.
  public init(_ set: (inout Self) throws -> Void) rethrows {
    self.init()
    try set(&self)
  }

  /// The description of such an object.
  public static var model: Model { table.model }

  public init(from decoder: any Decoder) throws {
    self.init()
    unknown = try Self.table.coding.decode(&self, from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try Self.table.coding.encode(self, keeping: unknown, to: encoder)
  }
}

/// The description of a record type, compiled once; a class, so that it is passed around as one reference.
public final class RecordTable<Object: Sendable>: Sendable {
  /// The description of such an object for validation, schemas, documents and redaction.
  public let model: Model

  private let members: [Member<Object>]

  /// How values are decoded and encoded; nil until a value is. Only the typed API needs it, and key paths take time to make.
  private let compiled = Mutex<MemberTable<Object>?>(nil)

  /// - Parameters:
  ///   - needed: members that a record must have to be valid, besides those without which it is not decoded.
  ///   - needsOneOf: groups of members of which one must be there, and be neither `null` nor an empty string.
  init(
    _ name: String, _ summary: String, source: String, needed: [String] = [], needsOneOf: [[String]] = [],
    _ members: [Member<Object>]
  ) {
    model = Model(
      name, summary, source: source, required: members.filter(\.isRequired).map(\.field.name) + needed,
      needsOneOf: needsOneOf, members.map(\.field))
    self.members = members
  }

  var coding: MemberTable<Object> {
    compiled.withLock { compiled in
      if let compiled { return compiled }
      let table = MemberTable(members.map { $0.coded() })
      compiled = table
      return table
    }
  }
}

/// One row of a record's table: what is known of a member, and the property that holds it.
struct Member<Object: Sendable>: Sendable {
  let field: Field
  let isRequired: Bool
  /// Compiles how the property is decoded and encoded.
  let coded: @Sendable () -> CodedMember<Object>

  init<Value: Codable & Sendable>(
    _ name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Object, Value?> & Sendable,
    _ type: FieldType, _ fact: Fact, _ meaning: String
  ) {
    field = Field(name, type, fact, meaning)
    isRequired = false
    coded = { CodedMember(name, property(), isWhole: type.isInteger) }
  }

  /// A member without which the record is not decoded.
  init<Value: Codable & Sendable>(
    required name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Object, Value> & Sendable,
    _ type: FieldType, _ fact: Fact, _ meaning: String
  ) {
    field = Field(name, type, fact, meaning)
    isRequired = true
    coded = { CodedMember(required: name, property()) }
  }

  /// A member of a part of the record, which several types share.
  init<Part: Sendable>(_ member: Member<Part>, of part: any WritableKeyPath<Object, Part> & Sendable) {
    field = member.field
    isRequired = member.isRequired
    coded = { CodedMember(member.coded(), of: part) }
  }
}
