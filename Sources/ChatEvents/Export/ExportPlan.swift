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
    let inputs =
      SelectionPlan.inputs(of: format, settings.selection) + Batch.calls(of: format)
      + Batch.otherMembers(of: format)
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
    let traits = selection.shared(in: found)
    var records: [ExportedRecord] = []
    Batch.forEach(of: calls.elements(bytes), bytes, reading.members, end: end) { _, element, call in
      if selection.includes(bytes, call, in: traits, noting: &tally) {
        let others = selection.isAnothers(bytes, call) ? Self.without("traits", context, bytes) : nil
        records.append(record(bytes, element, in: others ?? (context.isPresent ? context.tokens(bytes) : [])))
      }
    }
    return records
  }

  /// Returns what is odd about the times of a record.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    selection.oddities(bytes, found)
  }

  /// Returns an object's text without a member; nil if it has none, or is no object.
  private static func without(_ name: String, _ object: Slice, _ bytes: Span<UInt8>) -> [UInt8]? {
    let members = object.members(bytes)
    let kept = members.filter { !Text.isEqual(bytes, $0.key, to: name) }
    if kept.count == members.count { return nil }
    var text = Output(capacity: Int(object.count))
    for (index, member) in kept.enumerated() {
      text.append(index == 0 ? "{" : ",")
      text.append(member.key, of: bytes)
      text.append(":")
      text.append(member.value, of: bytes)
    }
    text.append(kept.isEmpty ? "{}" : "}")
    return text.written
  }

  /// - Parameter context: what the batch around the record says of it; empty without one.
  private func record(_ bytes: Span<UInt8>, _ document: Slice, in context: [UInt8] = []) -> ExportedRecord {
    var profile = Profile()
    format.profile(&profile, document, bytes)
    if context.first == UInt8(ascii: "{") {
      profile.readsBatch = true
      let padded = context + [UInt8](repeating: 0, count: Scanner.padding)
      batch?.facts.profile(&profile, SoundText.slice(padded.span, 0), padded.span)
    }
    return ExportedRecord(
      messages: format.messages(document, bytes, settings.selection.zone), profile: profile,
      whole: settings.form == .json
        ? ExportedRecord.Whole(text: document.tokens(bytes), batchContext: context) : nil)
  }
}
