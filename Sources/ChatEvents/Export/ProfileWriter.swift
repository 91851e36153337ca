public import JSONText

/// Writes the facts about the visitor in exported records incrementally: a table with one row per fact.
///
/// A fact that a member has in several records is one row, with the first record. So memory grows only with the number of
/// different facts.
public struct ProfileWriter: Sendable {
  private var table: TableWriter
  private var known: Set<Told> = []

  /// A fact, and what tells it.
  private struct Told: Hashable {
    let kind: Profile.Kind
    let field, value: [UInt8]
    let member: JSONPointer
    let isOfBatch: Bool

    init(_ fact: Profile.Fact) {
      (kind, field, value) = (fact.kind, fact.field, fact.value)
      (member, isOfBatch) = (fact.member, fact.isOfBatch)
    }
  }

  public init(_ form: TableForm = TableForm()) {
    table = TableWriter(
      form, ["kind", "field", "value", "member", "conversation_id", "time", "source", "line"])
  }

  /// Returns rows for the facts that are new in further records, preceded by the names of the columns for the first of them.
  ///
  /// - Parameters:
  ///   - records: the records, in the order of the file.
  ///   - source: the name of the file that they come from.
  public mutating func text(of records: [ExportedRecord], source: String) -> WrittenBytes {
    var output = Output()
    table.begin(&output)
    for record in records {
      for fact in record.profile.facts where known.insert(Told(fact)).inserted {
        table.write(
          [
            Array(fact.kind.rawValue.utf8), fact.field, fact.characters,
            Array("\(fact.isOfBatch ? "batch " : "")\(fact.member)".utf8),
            record.messages.first?.conversationID ?? [],
            record.messages.lazy.compactMap(\.time).first?.characters ?? [], Array(source.utf8),
            TableWriter.cell(record.line),
          ], to: &output)
      }
    }
    return output.take()
  }

  /// Returns the end of the table: the names of the columns, if nothing else was written.
  public mutating func end() -> WrittenBytes {
    var output = Output(capacity: 128)
    table.begin(&output)
    return output.take()
  }
}

extension Profile.Fact {
  /// The value as a person reads it: a string without quotes, anything else as JSON.
  fileprivate var characters: [UInt8] {
    guard kind == .field, value.first == UInt8(ascii: "\"") else { return value }
    let padded = value + [UInt8](repeating: 0, count: Scanner.padding)
    return Text.characters(padded.span, SoundText.slice(padded.span, 0))
  }
}
