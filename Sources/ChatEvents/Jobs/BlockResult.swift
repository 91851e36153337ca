public import JSONText

/// The result of processing a block of a source.
public struct BlockResult: Sendable {
  /// The output, one event or record per line.
  public let events: WrittenBytes
  /// The rejected records, in order.
  public let rejects: [Reject]
  /// The records with findings of validation, in order.
  public let checked: [CheckedRecord]
  /// The exported records, in order.
  public let exported: [ExportedRecord]
  /// The counts of all records.
  public let balance: Balance
  /// The number of bytes of the source that were consumed.
  public let count: Int

  /// Where reading is after the stretch.
  let position: ReadingPosition
  /// How the stretch is laid out; nil if it held no record.
  let hint: SplitHint?
  /// Whether the stretch needs to know something of the source before it that was only guessed.
  let isVoid: Bool
  /// Whether a record was rejected and the run stops at rejects.
  public let hasStopped: Bool
}

extension BlockResult {
  init(_ events: WrittenBytes, _ ledger: Ledger, _ reader: RecordReader, hint: SplitHint?) {
    let end = reader.end()
    self.init(
      events: events, rejects: ledger.rejects, checked: ledger.checked, exported: ledger.exported,
      balance: ledger.balance, count: end.count, position: end.position, hint: hint, isVoid: reader.isVoid,
      hasStopped: ledger.hasStopped)
  }

  /// Returns the same with the places in the source, if they were counted from `base`.
  func moved(to base: ReadingPosition) -> BlockResult {
    BlockResult(
      events: events, rejects: rejects.map { $0.moved(to: base) },
      checked: checked.map { $0.moved(to: base) },
      exported: exported.map { $0.moved(to: base) }, balance: balance.moved { $0.moved(to: base) },
      count: count,
      position: position.moved(to: base), hint: hint, isVoid: isVoid, hasStopped: hasStopped)
  }
}

/// Takes blocks of a source, and returns what became of the records in them.
protocol BlockProcessor: Sendable {
  /// Processes the records that end inside a block.
  ///
  /// What it leaves of the block belongs to a record that is not complete: the caller adds bytes after it and calls again. If the
  /// source has ended, nothing is left.
  ///
  /// Cost: one pass over the bytes; an incomplete record is read again from its start.
  ///
  /// - Parameter position: where reading is at the block's start.
  mutating func process(
    _ block: borrowing JSONBlock, at position: ReadingPosition, isLast: Bool
  ) -> BlockResult

  /// How many records of a block are read at most.
  var limit: Int { get set }

  /// Returns the same for another task: what one task alone can write to, each has of its own.
  func separate() -> Self
}

extension CheckedRecord {
  /// Returns the same with the places in the source, where they were counted from `base`.
  func moved(to base: ReadingPosition) -> CheckedRecord { moved { $0.moved(to: base) } }

  /// Returns the same with each place replaced.
  func moved(_ place: (JSONPlace) -> JSONPlace) -> CheckedRecord {
    var moved = self
    moved.place = place(self.place)
    for index in findings.indices { moved.findings[index].move(place) }
    for index in identities.indices { moved.identities[index].repetition.move(place) }
    return moved
  }
}

extension LocatedDiagnostic {
  /// Replaces its place, and the column of what stands there.
  fileprivate mutating func move(_ place: (JSONPlace) -> JSONPlace) {
    let moved = place(self.place)
    if moved.column != self.place.column { excerpt?.characterColumn = nil }
    excerpt?.column += moved.column - self.place.column
    self.place = moved
  }
}

extension Reject {
  /// Returns the same with the places in the source, where they were counted from `base`.
  func moved(to base: ReadingPosition) -> Reject {
    var moved = self
    moved.place = place.moved(to: base)
    moved.diagnostic.place = diagnostic.place.moved(to: base)
    moved.offset += base.offset
    moved.range = range.lowerBound + base.offset..<range.upperBound + base.offset
    return moved
  }
}
