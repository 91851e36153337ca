internal import JSONText

/// The values that `enum` or `const` allows.
struct SchemaValues: Sendable {
  /// The values as messages name them.
  let words: String

  private let values: Set<ComparableValue>
  /// The types of these values; of any other type none is one of them.
  private let kinds: Kinds

  /// How many of many values messages name, and how long these may be.
  private static let most = (values: 8, characters: 200)

  init(_ values: [JSONValue]) {
    self.values = Set(values.map(ComparableValue.init))
    kinds = values.reduce(into: []) { kinds, value in
      kinds.formUnion(value.numberValue == nil ? Kinds(value.kind) : .number)
    }
    var words = values.prefix(Self.most.values).map(\.description).joined(separator: ", ")
    if words.count > Self.most.characters { words = words.prefix(Self.most.characters) + "…" }
    if values.count > Self.most.values { words += " or \(values.count - Self.most.values) more" }
    self.words = values.isEmpty ? "no value" : words
  }

  /// Whether a value is one of them.
  ///
  /// Cost: a look at each byte of the value, however many there are.
  func include(_ value: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>) -> Bool {
    kinds.allows(tape.nodes[value].slice.kind) && values.contains(ComparableValue(value, of: tape, bytes))
  }
}

/// A value as JSON Schema compares it: numbers by what they are worth, objects without an order.
private indirect enum ComparableValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(ExactNumber)
  case text([UInt8])
  case array([ComparableValue])
  case object([[UInt8]: ComparableValue])

  /// Takes a value of a plan.
  init(_ value: JSONValue) {
    self =
      switch value {
      case .null: .null
      case .bool(let value): .bool(value)
      case .number(let number): .number(ExactNumber(number))
      case .string(let text): .text(Array(text.utf8))
      case .array(let elements): .array(elements.map(ComparableValue.init))
      case .object(let members):
        .object(
          Dictionary(members.map { (Array($0.key.utf8), ComparableValue($0.value)) }) { _, last in last })
      }
  }

  /// Takes a value of a record; of a repeated key the last one.
  init(_ value: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>) {
    let slice = tape.nodes[value].slice
    switch slice.kind {
    case .absent, .null: self = .null
    case .bool: self = .bool(slice.isTrue(bytes))
    case .integer, .number: self = .number(ExactNumber(slice, bytes))
    case .string: self = .text(Text.unescaped(bytes, slice.content))
    case .array:
      var elements: [ComparableValue] = []
      var element = value + 1
      while element < tape.nodes[value].after {
        elements.append(ComparableValue(element, of: tape, bytes))
        element = Int(tape.nodes[element].after)
      }
      self = .array(elements)
    case .object:
      var members: [[UInt8]: ComparableValue] = [:]
      var key = value + 1
      while key < tape.nodes[value].after {
        let name = Text.unescaped(bytes, tape.nodes[key].slice.content)
        members[name] = ComparableValue(key + 1, of: tape, bytes)
        key = Int(tape.nodes[key + 1].after)
      }
      self = .object(members)
    }
  }
}
