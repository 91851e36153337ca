/// The ids of all validated records, to find duplicates.
///
/// Memory: 16 bytes per id, plus the overhead of a hash table.
public struct UniqueIDs: Sendable {
  private var names: Set<UUIDBytes> = []

  public init() {}

  /// Adds a finding to a record if its id, or that of one of its calls, is a duplicate.
  public mutating func pass(_ record: inout CheckedRecord) {
    for identity in record.identities where !names.insert(identity.name).inserted {
      let repetition = identity.repetition
      let index = record.findings.firstIndex { repetition.place < $0.place } ?? record.findings.endIndex
      record.findings.insert(repetition, at: index)
    }
  }
}
