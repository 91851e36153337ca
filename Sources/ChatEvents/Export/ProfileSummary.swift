internal import JSONText

/// What records tell of a visitor: each value once, in the order in which they come.
///
/// Its size is that of the different values, whatever the number of records.
struct ProfileSummary: Sendable {
  /// The lists in the order in which they are written.
  private static let lists: [(name: String, kind: Profile.Kind)] = [
    ("names", .name), ("email_addresses", .email), ("phone_numbers", .phone), ("ids", .id),
    ("ip_addresses", .address), ("cities", .city), ("regions", .region), ("countries", .country),
    ("organizations", .organization), ("referrers", .referrer),
  ]

  /// The values of each kind, as characters.
  private var values: [Profile.Kind: DistinctValues] = [:]

  /// The names of the fields that the site made up, as characters.
  private var fieldNames = DistinctValues()

  /// The values of each of those, as JSON.
  private var fields: [[UInt8]: DistinctValues] = [:]

  /// Adds what a record tells.
  mutating func add(_ profile: Profile) {
    for fact in profile.facts {
      if fact.kind == .field {
        fieldNames.insert(fact.field)
        fields[fact.field, default: DistinctValues()].insert(fact.value)
      } else {
        values[fact.kind, default: DistinctValues()].insert(fact.value)
      }
    }
  }

  /// Writes all of it as a JSON object.
  func write(to output: inout Output) {
    output.append("{")
    for (name, kind) in Self.lists {
      output.appendQuoted(name)
      output.append(":")
      output.append(array: values[kind]?.list ?? []) { $0.appendQuoted($1) }
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

/// Values in the order in which they first come.
private struct DistinctValues: Sendable {
  private(set) var list: [[UInt8]] = []
  private var known: Set<[UInt8]> = []

  mutating func insert(_ value: [UInt8]) {
    if known.insert(value).inserted { list.append(value) }
  }
}
