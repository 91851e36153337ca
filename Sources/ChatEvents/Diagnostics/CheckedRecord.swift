public import JSONText

/// A record that was validated.
public struct CheckedRecord: Sendable, Hashable {
  /// The place in its source at which it starts.
  public var place: JSONPlace

  /// The name of its format; nil if it is not recognised.
  public var format: String?

  /// Its problems, in the order of the text; empty if it has none.
  public var findings: [LocatedDiagnostic]

  /// The identities of the record, or of a batch's calls, in the order of the text; empty if they were not requested,
  /// or if there is no id.
  public var identities: [RecordIdentity] = []

  /// Whether this concerns a record; false for a fault between records that affects none of them.
  public var isRecord: Bool {
    findings.first.map { $0.code != .missingComma && $0.code != .emptyEnvelope } ?? true
  }

  /// Whether it has no errors; warnings are allowed.
  public var isValid: Bool { !findings.contains { $0.severity == .error } }
}

/// What identifies a record, and where that is in its text.
public struct RecordIdentity: Sendable, Hashable {
  /// Derived from its format and its id; equal for records with equal ids.
  public var name: UUIDBytes

  /// The diagnostic to report if an earlier record had the same identity.
  public var repetition: LocatedDiagnostic
}

extension CheckedRecord {
  /// Makes the report of what is not a record.
  init(_ reject: Reject) {
    self.init(place: reject.place, format: nil, findings: [reject.diagnostic])
  }
}
