internal import JSONText

/// What records tell of a visitor: each value once, in the order in which they come.
///
/// Its size is that of the different values, whatever the number of records.
struct Profile: Sendable {
  /// What is told, by its name in the export.
  enum Fact: String, Sendable, CaseIterable {
    case names
    case emailAddresses = "email_addresses"
    case phoneNumbers = "phone_numbers"
    case ids
    case ipAddresses = "ip_addresses"
    case cities
  }

  /// The values of each fact, as characters.
  private var facts: [Fact: DistinctValues] = [:]

  /// The names of the fields that the site made up, as characters.
  private var fieldNames = DistinctValues()

  /// The values of each of those, as JSON.
  private var fields: [[UInt8]: DistinctValues] = [:]

  /// Adds a value; one without a visible character tells nothing.
  mutating func add(_ fact: Fact, _ characters: [UInt8]) {
    guard characters.contains(where: { $0 > 0x20 }) else { return }
    facts[fact, default: DistinctValues()].insert(characters)
  }

  /// Adds the value of a field that the site made up; an empty one tells nothing.
  mutating func addField(_ name: [UInt8], _ value: Slice, _ bytes: Span<UInt8>) {
    guard value.isPresent, value.kind != .string || !value.content.isEmpty else { return }
    fieldNames.insert(name)
    fields[name, default: DistinctValues()].insert(value.tokens(bytes))
  }

  /// Adds what other records tell.
  mutating func merge(_ other: Profile) {
    for (fact, values) in other.facts { facts[fact, default: DistinctValues()].merge(values) }
    fieldNames.merge(other.fieldNames)
    for (name, values) in other.fields { fields[name, default: DistinctValues()].merge(values) }
  }

  /// Writes all of it as a JSON object.
  func write(to output: inout Output) {
    output.append("{")
    for fact in Fact.allCases {
      output.appendQuoted(fact.rawValue)
      output.append(":")
      output.append(array: facts[fact]?.list ?? []) { $0.appendQuoted($1) }
      output.append(",")
    }
    output.append(#""custom_fields":{"#)
    for (index, name) in fieldNames.list.enumerated() {
      if index > 0 { output.append(",") }
      output.appendQuoted(name)
      output.append(":")
      output.append(array: fields[name]?.list ?? []) { $0.append(contentsOf: $1) }
    }
    output.append("}}")
  }
}

extension Profile {
  /// Where a fact stands.
  typealias Place = (path: Path, fact: Fact)

  /// Adds what some places in an object tell.
  mutating func add(_ places: [Place], in object: Slice, _ bytes: Span<UInt8>) {
    for place in places { add(place.fact, object.text(at: place.path, bytes)) }
  }

  /// Adds the members of an object whose names the site made up.
  mutating func addFields(_ object: Slice, but known: [String] = [], _ bytes: Span<UInt8>) {
    for (key, value) in object.members(bytes)
    where !known.contains(where: { Text.isEqual(bytes, key, to: $0) }) {
      addField(Text.characters(bytes, key), value, bytes)
    }
  }
}

/// Values in the order in which they first come.
private struct DistinctValues: Sendable {
  private(set) var list: [[UInt8]] = []
  private var known: Set<[UInt8]> = []

  mutating func insert(_ value: [UInt8]) {
    if known.insert(value).inserted { list.append(value) }
  }

  mutating func merge(_ other: DistinctValues) {
    for value in other.list { insert(value) }
  }
}
