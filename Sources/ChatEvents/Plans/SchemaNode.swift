internal import JSONText

/// A JSON Schema compiled: its parts, which name each other by their indices.
struct CompiledSchemas: Sendable {
  var nodes: [SchemaNode] = []
  var patterns: [TextPattern] = []
}

/// One schema, with what each keyword of it demands. What is nil or empty demands nothing.
final class SchemaNode: Sendable {
  /// The index of a schema among all that are compiled.
  typealias Index = Int

  let demands: Demands

  /// Whether other schemas look at the same value because of this one.
  let hasParts: Bool

  init(_ demands: Demands) {
    self.demands = demands
    hasParts = !demands.ofSameValue.isEmpty
  }

  struct Demands: Sendable {
    /// Whether it is the schema `false`, which nothing fits.
    var isNever = false
    /// Whether several schemas refer to it, so that a value may come to it on several ways.
    var isShared = false

    var types: SchemaTypes?
    var values: SchemaValues?

    var members: MemberDemands?
    var items: Index?
    var itemCount = CountLimits()

    var textLength = CountLimits()
    var pattern: Int?
    var format: TextFormat?

    var bounds: [NumberBound] = []

    var reference: Index?
    var allOf: [Index] = []
    var anyOf: [Index] = []
    var oneOf: [Index] = []
    var not: Index?

    /// The schemas that look at the same value.
    var ofSameValue: [Index] {
      allOf + anyOf + oneOf + [not, reference].compactMap(\.self)
    }
  }
}

/// The types of JSON Schema. A number without a fraction is an integer, however it is written.
struct SchemaTypes: OptionSet, Sendable {
  let rawValue: UInt8

  /// In the order in which messages name them.
  private static let all: [(name: String, words: String)] = [
    ("string", "a string"), ("integer", "an integer"), ("number", "a number"), ("boolean", "true or false"),
    ("object", "an object"), ("array", "an array"), ("null", "null"),
  ]

  static let string = SchemaTypes(name: "string")
  static let integer = SchemaTypes(name: "integer")
  static let number = SchemaTypes(name: "number")
  static let boolean = SchemaTypes(name: "boolean")
  static let object = SchemaTypes(name: "object")
  static let array = SchemaTypes(name: "array")
  static let null = SchemaTypes(name: "null")

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private init(name: String) {
    rawValue = Self.all.firstIndex { $0.name == name }.map { 1 << UInt8($0) } ?? 0
  }

  /// Makes the type of a name; nil if there is no such type.
  init?(named name: String) {
    self.init(name: name)
    if isEmpty { return nil }
  }

  static var names: String { all.map(\.name).joined(separator: ", ") }

  /// The types in words, each with its article.
  var words: String {
    let words = Self.all.enumerated().filter { rawValue & 1 << UInt8($0.offset) != 0 }.map(\.element.words)
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The type of a value that has none of the types, in words.
  func phrase(of value: Slice) -> String {
    value.kind == .number && contains(.integer) ? "a number with a fraction" : value.kind.phrase
  }

  /// Whether a value has one of the types.
  func include(_ value: Slice, _ bytes: Span<UInt8>) -> Bool {
    switch value.kind {
    case .absent: false
    case .null: contains(.null)
    case .string: contains(.string)
    case .bool: contains(.boolean)
    case .object: contains(.object)
    case .array: contains(.array)
    case .integer: !isDisjoint(with: [.integer, .number])
    case .number: contains(.number) || contains(.integer) && ExactNumber(value, bytes).isWhole
    }
  }
}

/// How many there may be of something.
struct CountLimits: Sendable {
  var least: Int?
  var most: Int?

  var isEmpty: Bool { least == nil && most == nil }

  func allow(_ count: Int) -> Bool { count >= least ?? 0 && count <= most ?? .max }

  /// The limits in words: `at least 2 characters`.
  func words(_ one: String, _ many: String) -> String {
    func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
    return switch (least, most) {
    case (let least?, nil): "at least \(counted(least))"
    case (nil, let most?): "at most \(counted(most))"
    case (let least?, let most?): least == most ? counted(most) : "\(least) to \(counted(most))"
    case (nil, nil): "any number of \(many)"
    }
  }
}

/// A limit of numbers.
struct NumberBound: Sendable {
  enum Side: String, Sendable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum
  }

  let side: Side
  let limit: ExactNumber
  /// The limit as the plan writes it.
  let text: String

  func allows(_ number: ExactNumber) -> Bool {
    switch side {
    case .minimum: !(number < limit)
    case .maximum: !(limit < number)
    case .exclusiveMinimum: limit < number
    case .exclusiveMaximum: number < limit
    }
  }

  var words: String {
    switch side {
    case .minimum: "a number of at least \(text)"
    case .maximum: "a number of at most \(text)"
    case .exclusiveMinimum: "a number greater than \(text)"
    case .exclusiveMaximum: "a number less than \(text)"
    }
  }
}

/// What an object's members must be.
struct MemberDemands: Sendable {
  /// The members that are named, and for each the schema of its value, if it has one, and its place among those that must be there.
  var names = NameTable([])
  var named: [(schema: SchemaNode.Index?, required: Int?, isProperty: Bool)] = []
  var required: [String] = []
  var others = Others.allowed

  /// What becomes of members that have no schema of their own.
  enum Others: Sendable {
    case allowed
    case refused
    case schema(SchemaNode.Index)
  }
}

/// Names in which the keys of a text are looked up, any number of them.
struct NameTable: Sendable {
  private let names: MemberNames
  /// The names by their bytes, if they are many.
  private let table: [[UInt8]: Int]

  /// How many names are not many.
  private static let few = 250

  init(_ names: [String]) {
    let areFew = names.count <= Self.few
    self.names = MemberNames(areFew ? names : [])
    table = areFew ? [:] : Dictionary(names.enumerated().map { (Array($1.utf8), $0) }) { first, _ in first }
  }

  /// Returns the index of the name that a key is; nil if it is none.
  ///
  /// - Parameter next: the index of the member that is expected next.
  func index(of key: Slice, _ bytes: Span<UInt8>, expecting next: Int) -> Int? {
    guard table.isEmpty else { return table[Text.unescaped(bytes, key.content)] }
    let index = names.index(of: key, bytes, expecting: next)
    return index >= 0 ? index : nil
  }
}
