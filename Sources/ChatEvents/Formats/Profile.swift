internal import JSONText

/// What a record tells of its visitor, in the order in which it is read.
struct Profile: Sendable {
  /// What kind of fact it is, by its name in a table.
  enum Kind: String, Sendable, CaseIterable {
    case name, email, phone, id
    case address = "ip"
    case city, region, country, organization, referrer
    /// A field that the site made up.
    case field = "custom_field"
  }

  /// One fact.
  struct Fact: Sendable {
    let kind: Kind
    /// The name of a field that the site made up, as characters; empty for all others.
    var field: [UInt8] = []
    /// The value: characters, or JSON if it is a field's.
    let value: [UInt8]
    /// The member that tells it, with `*` for any element of a list.
    let member: JSONPointer
    /// Whether that is a member of the batch around the record.
    let isOfBatch: Bool
  }

  private(set) var facts: [Fact] = []

  /// Whether what is added is said by the batch around the record.
  var readsBatch = false

  /// Adds a value; one without a visible character tells nothing.
  mutating func add(_ kind: Kind, _ characters: [UInt8], _ member: [String]) {
    guard characters.contains(where: { $0 > 0x20 }) else { return }
    facts.append(Fact(kind: kind, value: characters, member: JSONPointer(member), isOfBatch: readsBatch))
  }

  /// Adds the value of a field that the site made up; an empty one tells nothing.
  mutating func addField(_ name: [UInt8], _ value: Slice, _ member: [String], _ bytes: Span<UInt8>) {
    guard value.isPresent, value.kind != .string || !value.content.isEmpty else { return }
    facts.append(
      Fact(
        kind: .field, field: name, value: value.tokens(bytes), member: JSONPointer(member),
        isOfBatch: readsBatch))
  }

  /// Returns the first value of a kind; nothing if there is none.
  func first(_ kind: Kind) -> [UInt8] { facts.first { $0.kind == kind }?.value ?? [] }

  /// Returns the fields that the site made up as a JSON object, each with its first value; nothing if there are none.
  var fields: [UInt8] {
    var known: Set<[UInt8]> = []
    var text = Output(capacity: 256)
    for fact in facts where fact.kind == .field && known.insert(fact.field).inserted {
      text.append(text.isEmpty ? "{" : ",")
      text.appendQuoted(fact.field)
      text.append(":")
      text.append(contentsOf: fact.value)
    }
    if !text.isEmpty { text.append("}") }
    return text.written
  }
}

extension Profile {
  /// Where a fact is.
  typealias Place = (path: Path, kind: Kind)

  /// Adds what some places in an object tell.
  ///
  /// - Parameter start: the way to the object, as the tokens of a pointer.
  mutating func add(_ places: [Place], in object: Slice, _ start: [String], _ bytes: Span<UInt8>) {
    for place in places {
      add(place.kind, object.text(at: place.path, bytes), start + place.path.steps)
    }
  }

  /// Adds the members of an object whose names the site made up.
  mutating func addFields(
    _ object: Slice, but known: [String] = [], _ start: [String], _ bytes: Span<UInt8>
  ) {
    for (key, value) in object.members(bytes)
    where !known.contains(where: { Text.isEqual(bytes, key, to: $0) }) {
      let name = Text.characters(bytes, key)
      addField(name, value, start + [String(decoding: name, as: UTF8.self)], bytes)
    }
  }
}
