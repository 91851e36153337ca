/// The ids of all records that were validated, by which one that comes twice is found.
///
/// Memory: 16 bytes an id, and what a hash table needs around them.
public struct UniqueIDs: Sendable {
  private var names: Set<UUIDBytes> = []

  public init() {}

  /// Adds to a record's findings that its id, or that of one of its calls, came before, where it did.
  public mutating func pass(_ record: inout CheckedRecord) {
    for identity in record.identities where !names.insert(identity.name).inserted {
      let repetition = identity.repetition
      let index = record.findings.firstIndex { repetition.place < $0.place } ?? record.findings.endIndex
      record.findings.insert(repetition, at: index)
    }
  }
}
