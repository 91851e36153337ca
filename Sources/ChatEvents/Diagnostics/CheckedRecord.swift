public import JSONText

/// A record that was validated.
public struct CheckedRecord: Sendable, Hashable {
  /// The place at which it starts in its source.
  public var place: JSONPlace

  /// The name of its format; nil where that cannot be told.
  public var format: String?

  /// What is wrong with it, in the order of its text; nothing where it is as it should be.
  public var findings: [LocatedDiagnostic]

  /// What tells it from all other records, and of a batch its calls, in the order of its text; nothing where nobody asked,
  /// or nothing has an id.
  public var identities: [RecordIdentity] = []

  /// Whether this is about a record; false for a fault beside records that costs none of them.
  public var isRecord: Bool {
    findings.first.map { $0.code != .missingComma && $0.code != .emptyEnvelope } ?? true
  }

  /// Whether nothing is wrong but what is worth a warning.
  public var isValid: Bool { !findings.contains { $0.severity == .error } }
}

/// What tells a record from all others, and where it says so.
public struct RecordIdentity: Sendable, Hashable {
  /// Made of its format and its id; two records have the same where their ids are.
  public var name: UUIDBytes

  /// What is reported where another record had the same before.
  public var repetition: LocatedDiagnostic
}

extension CheckedRecord {
  /// Makes the report of what is not a record.
  init(_ reject: Reject) {
    self.init(place: reject.place, format: nil, findings: [reject.diagnostic])
  }
}
