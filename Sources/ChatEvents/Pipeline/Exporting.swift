internal import JSONText

// Stages 3 and 4 for an export: a record that is meant is handed over, with the place at which it stands.

extension Converter {
  /// Keeps what is handed over of the document that was scanned last.
  mutating func export(_ bytes: Span<UInt8>, _ range: Range<Int>, _ export: ExportPlan) {
    found.document = Slice(
      start: range.lowerBound, count: range.count, kind: .object, flags: isSpaced ? .spaced : [])
    let records = export.records(
      bytes, found, lane.plan, end: scanner.end, line: recordLine, noting: &balance.selection)
    exported += records
    if records.isEmpty { balance.skipped += 1 } else { balance.converted += 1 }
  }
}
