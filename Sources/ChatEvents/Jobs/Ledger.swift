internal import JSONText

/// Keeps account of what became of records. It alone counts them.
struct Ledger: Sendable {
  /// The rejected records, in order.
  private(set) var rejects: [Reject] = []

  /// The records with findings of validation, in order.
  private(set) var checked: [CheckedRecord] = []

  /// The exported records, in order.
  private(set) var exported: [ExportedRecord] = []

  /// The counts of all records.
  var balance = Balance()

  /// Whether a record was rejected and the run stops at rejects.
  private(set) var hasStopped = false

  private let reporting: Reporting
  private let stopsAtReject: Bool
  private let recordLimit: Int
  /// How many records are read at most.
  let limit: Int

  /// The offset in the source of the bytes' start.
  private let base: Int

  init(_ reporting: Reporting, stopsAtReject: Bool, recordLimit: Int, limit: Int, base: Int) {
    self.reporting = reporting
    self.limit = limit
    self.stopsAtReject = stopsAtReject
    self.recordLimit = recordLimit
    self.base = base
  }

  /// Whether no further record is read.
  var isDone: Bool { hasStopped || balance.read >= limit }

  /// Records what became of a document.
  mutating func record(_ outcome: Outcome, _ record: RecordRange, _ bytes: Span<UInt8>, end: Int) {
    if balance.warnings.count > balance.firstPlaces.count { balance.notePlaces(record.place) }
    switch outcome {
    case .converted:
      balance.converted += 1
    case .skipped:
      balance.skipped += 1
    case .rewritten(let how):
      balance.outcomes[how, default: 0] += 1
      balance.converted += 1
    case .rejected(let diagnostic):
      reject(diagnostic, record, bytes, end: end)
    case .examined(let examined):
      report(examined, record, bytes)
    case .exported(let records):
      for var exported in records {
        exported.line = record.place.line
        self.exported.append(exported)
      }
      if records.isEmpty { balance.skipped += 1 } else { balance.converted += 1 }
    }
  }

  /// Rejects a record.
  mutating func reject(_ diagnostic: Diagnostic, _ record: RecordRange, _ bytes: Span<UInt8>, end: Int) {
    var reject = Reject(diagnostic, record, bytes, end: end, from: base, hasPointer: reporting.quotes)
    guard !reporting.asFindings else {
      var checked = CheckedRecord(reject)
      if reporting.quotes, record.isKept(within: recordLimit) {
        checked.findings[0].excerpt = Excerpt(
          around: reject.offset - base, bytes, column: reject.diagnostic.place.column, in: record.bytes)
      }
      return add(checked)
    }
    if reporting.quotes, record.isKept(within: recordLimit) {
      reject.record = bytes.copied(record.bytes)
    }
    self.reject(reject)
  }

  /// Rejects what is known already.
  mutating func reject(_ reject: Reject) {
    var reject = reject
    if !reporting.quotes { reject.diagnostic.pointer = JSONPointer() }
    if reporting.asFindings { return add(CheckedRecord(reject)) }
    rejects.append(reject)
    if reject.isRecord {
      balance.rejected += 1
      balance.reasons[reject.code.name, default: 0] += 1
      if stopsAtReject { hasStopped = true }
    } else {
      balance.faults[reject.code.name, default: 0] += 1
    }
  }

  /// Adds a ledger of records that were in a text inside one record, as if they were in the source.
  ///
  /// - Parameters:
  ///   - text: the text that the other ledger is about.
  ///   - start: the place at which that text's content begins.
  ///   - record: the record that holds it.
  mutating func add(
    _ inner: Ledger, of text: PackedText, at start: JSONPlace, in record: RecordRange, _ bytes: Span<UInt8>
  ) {
    for var exported in inner.exported {
      exported.line = record.place.line
      self.exported.append(exported)
    }
    let counted = reporting.asFindings ? inner.balance : inner.balance.withoutRejects
    balance += counted.moved { _ in record.place }
    var origin = PackedText.Origin(of: text, at: start)
    for var reject in inner.rejects {
      let place = origin.move(to: reject.range.lowerBound, bytes).place
      var there = origin
      let fault = there.move(to: reject.offset, bytes)
      reject.place = place
      reject.diagnostic.place = fault.place
      reject.offset = base + fault.offset
      reject.range = base + record.bytes.lowerBound..<base + record.bytes.upperBound
      self.reject(reject)
    }
    if !inner.checked.isEmpty {
      let lines = LineStarts(text.bytes)
      for checked in inner.checked {
        self.checked.append(checked.moved { origin.move(to: lines.offset(of: $0), bytes).place })
      }
    }
    if inner.hasStopped { hasStopped = true }
  }

  /// Reports, or counts, that there is nothing in an envelope.
  mutating func warn(_ diagnostic: Diagnostic, _ record: RecordRange) {
    guard reporting.asFindings else { return balance.warnings[diagnostic.withoutPlace, default: 0] += 1 }
    checked.append(
      CheckedRecord(
        place: record.place, format: nil, findings: [LocatedDiagnostic(diagnostic, at: record.place)]))
  }
}

/// Where the lines of a text begin.
private struct LineStarts {
  private var starts = [0]

  init(_ text: [UInt8]) {
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
  }

  /// Returns the offset of a place in the text.
  func offset(of place: JSONPlace) -> Int {
    starts[min(place.line, starts.count) - 1] + place.column - 1
  }
}

extension Ledger {
  /// Records what was found in a record, with the places.
  private mutating func report(_ examined: ExaminedRecord, _ record: RecordRange, _ bytes: Span<UInt8>) {
    if examined.diagnostics.isEmpty, !reporting.reportsAll, examined.identities.isEmpty {
      balance.converted += 1
      return
    }
    let start = record.bytes.lowerBound
    var (last, lastOffset) = (record.place, start)
    var checked = CheckedRecord(place: record.place, format: examined.format, findings: [])
    for diagnostic in examined.diagnostics {
      let offset = diagnostic.offset ?? start
      last = last.advanced(over: bytes, from: lastOffset, to: offset)
      lastOffset = max(offset, lastOffset)
      checked.findings.append(finding(diagnostic, at: last, offset, bytes, record))
    }
    var (there, before) = (record.place, start)
    for identity in examined.identities {
      there = there.advanced(over: bytes, from: before, to: identity.offset)
      before = identity.offset
      let repetition = Diagnostic(code: .duplicateID, offset: identity.offset, pointer: identity.pointer)
      checked.identities.append(
        RecordIdentity(
          name: identity.name, repetition: finding(repetition, at: there, identity.offset, bytes, record)))
    }
    add(checked)
  }

  private mutating func add(_ record: CheckedRecord) {
    checked.append(record)
    guard record.isRecord else { return }
    if record.isValid {
      balance.converted += 1
    } else {
      balance.rejected += 1
      if stopsAtReject { hasStopped = true }
    }
  }

  private func finding(
    _ diagnostic: Diagnostic, at place: JSONPlace, _ offset: Int, _ bytes: Span<UInt8>, _ record: RecordRange
  ) -> LocatedDiagnostic {
    LocatedDiagnostic(
      diagnostic, at: place,
      excerpt: reporting.quotes
        ? Excerpt(around: offset, bytes, column: place.column, in: record.bytes) : nil)
  }
}
