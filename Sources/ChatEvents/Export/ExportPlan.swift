internal import JSONText

/// What is handed over of records of one format, compiled.
final class ExportPlan: Sendable {
  /// What is read of the records.
  let reading: FormatPlan
  private let settings: ExportSettings
  private let format: Format
  private let selection: SelectionPlan
  private let batch: Batch?

  init(_ format: Format, _ settings: ExportSettings) {
    let inputs = SelectionPlan.inputs(of: format) + Batch.calls(of: format) + Batch.otherMembers(of: format)
    reading = FormatPlan(format, format.record, FormatPlan.Wanted(noted: inputs), knowsWritten: true)
    self.settings = settings
    self.format = format
    selection = SelectionPlan(settings.selection, format, reading: reading.members)
    batch = Batch(format, reading.members)
  }

  /// Returns what is handed over of a sound document: itself, those of its calls that are meant where it is a batch, or nothing.
  func records(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, noting tally: inout SelectionTally
  ) -> [ExportedRecord] {
    guard let batch, let calls = batch.list(in: found) else {
      return selection.includes(bytes, found, noting: &tally) ? [record(bytes, found.document)] : []
    }
    let context = batch.shared(in: found).context
    let sharedEmail = selection.sharedEmail(of: found)
    var records: [ExportedRecord] = []
    Batch.forEach(of: calls.elements(bytes), bytes, reading.members, end: end) { _, element, call in
      if selection.includes(bytes, call, shared: sharedEmail, noting: &tally) {
        records.append(record(bytes, element, in: context))
      }
    }
    return records
  }

  /// Returns what is odd about the times of a record.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    selection.oddities(bytes, found)
  }

  private func record(
    _ bytes: Span<UInt8>, _ document: Slice, in context: Slice = .absent
  ) -> ExportedRecord {
    switch settings.form {
    case .csv:
      let messages = format.messages(document, bytes, settings.selection.zone)
      return ExportedRecord(content: .messages(messages))
    case .json:
      var profile = Profile()
      format.profile(&profile, document, bytes)
      if context.isPresent { batch?.facts.profile(&profile, context, bytes) }
      return ExportedRecord(
        content: .whole(
          text: document.tokens(bytes), batchContext: context.isPresent ? context.tokens(bytes) : [],
          profile: profile))
    }
  }
}
