internal import JSONText

/// The values that `enum` or `const` allows.
struct SchemaValues: Sendable {
  /// The values as messages name them.
  let words: String

  private var texts: Set<[UInt8]> = []
  private var others: [ComparableValue] = []

  /// How many of many values messages name, and how long these may be.
  private static let most = (values: 8, characters: 200)

  init(_ values: [JSONValue]) {
    for value in values {
      if let text = value.stringValue {
        texts.insert(Array(text.utf8))
      } else {
        others.append(ComparableValue(value))
      }
    }
    var words = values.prefix(Self.most.values).map(\.description).joined(separator: ", ")
    if words.count > Self.most.characters { words = words.prefix(Self.most.characters) + "…" }
    if values.count > Self.most.values { words += " or \(values.count - Self.most.values) more" }
    self.words = values.isEmpty ? "no value" : words
  }

  /// Whether a value is one of them.
  func include(_ value: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>) -> Bool {
    let slice = tape.nodes[value].slice
    if slice.kind == .string { return texts.contains(Text.unescaped(bytes, slice.content)) }
    for other in others where other.isSame(as: value, of: tape, bytes) { return true }
    return false
  }
}

/// A value of a plan that values of records are compared with: numbers by what they are worth, objects without an order.
private indirect enum ComparableValue: Sendable {
  case null
  case bool(Bool)
  case number(ExactNumber)
  case text([UInt8])
  case array([ComparableValue])
  case object([[UInt8]: ComparableValue])

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

  func isSame(as value: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>) -> Bool {
    let slice = tape.nodes[value].slice
    switch (self, slice.kind) {
    case (.null, .null): return true
    case (.bool(let own), .bool): return own == slice.isTrue(bytes)
    case (.number(let own), .integer), (.number(let own), .number): return own == ExactNumber(slice, bytes)
    case (.text(let own), .string): return Text.unescaped(bytes, slice.content) == own
    case (.array(let own), .array): return Self.areSame(own, value, of: tape, bytes)
    case (.object(let own), .object): return Self.areSame(own, value, of: tape, bytes)
    default: return false
    }
  }

  private static func areSame(
    _ own: [ComparableValue], _ array: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>
  ) -> Bool {
    var element = array + 1
    for value in own {
      guard element < tape.nodes[array].after, value.isSame(as: element, of: tape, bytes) else {
        return false
      }
      element = Int(tape.nodes[element].after)
    }
    return element == tape.nodes[array].after
  }

  private static func areSame(
    _ own: [[UInt8]: ComparableValue], _ object: Int, of tape: borrowing RecordTape, _ bytes: Span<UInt8>
  ) -> Bool {
    var seen: Set<[UInt8]> = []
    var key = object + 1
    while key < tape.nodes[object].after {
      let name = Text.unescaped(bytes, tape.nodes[key].slice.content)
      guard let value = own[name], value.isSame(as: key + 1, of: tape, bytes) else { return false }
      seen.insert(name)
      key = Int(tape.nodes[key + 1].after)
    }
    return seen.count == own.count
  }
}
