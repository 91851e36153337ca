internal import JSONText

/// What is handed over of records of one format, compiled.
struct ExportPlan: Sendable {
  private let settings: ExportSettings
  private let format: Format
  private let selection: SelectionPlan
  /// The members of a batch; nil for a format without batches.
  private let batch: (calls: ReadPlan.Slot, type: ReadPlan.Slot, context: ReadPlan.Slot)?

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    SelectionPlan.inputs(of: format) + (format.limits == nil ? [] : ["batch", "type", "context"])
  }

  init(_ format: Format, reading plan: ReadPlan, _ settings: ExportSettings) {
    self.settings = settings
    self.format = format
    selection = SelectionPlan(settings.selection, format, reading: plan)
    batch = format.limits.map { _ in (plan.slot("batch"), plan.slot("type"), plan.slot("context")) }
  }

  /// Returns what is handed over of a sound document: itself, those of its calls that are meant where it is a batch, or nothing.
  func records(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int,
    noting tally: inout SelectionTally
  ) -> [ExportedRecord] {
    guard let batch, found.slice(batch.calls).kind == .array, !found.slice(batch.type).isPresent else {
      return selection.includes(bytes, found, noting: &tally) ? [record(bytes, found.document)] : []
    }
    let context = found.slice(batch.context)
    var scanner = Scanner(end: end)
    var call = Found(settings: found.settings)
    var records: [ExportedRecord] = []
    for element in found.slice(batch.calls).elements(bytes) where element.kind == .object {
      call.document = element
      // The document was scanned already: it cannot fail.
      guard (try? scanner.document(bytes, Int(element.start), plan, into: &call.slots)) != nil,
        selection.includes(bytes, call, shared: selection.sharedEmail(of: found), noting: &tally)
      else { continue }
      records.append(record(bytes, element, in: context))
    }
    return records
  }

  private func record(
    _ bytes: Span<UInt8>, _ document: Slice, in context: Slice = .absent
  ) -> ExportedRecord {
    switch settings.form {
    case .csv:
      let messages = ExportedMessage.all(in: document, of: format, bytes, zone: settings.selection.zone)
      return ExportedRecord(content: .messages(messages))
    case .json:
      var profile = Profile()
      profile.add(document, of: format, bytes)
      if context.isPresent { profile.addContext(context, bytes) }
      return ExportedRecord(
        content: .whole(
          text: document.tokens(bytes), batchContext: context.isPresent ? context.tokens(bytes) : [],
          profile: profile))
    }
  }
}

extension Slice {
  /// The value as it was written, without the white space between its tokens.
  func tokens(_ bytes: Span<UInt8>) -> [UInt8] {
    var text = Output(capacity: Int(count))
    text.append(self, of: bytes)
    return Array(text.written)
  }

  /// Returns the value to which a way leads; of members that stand twice the last. Absent where it leads nowhere.
  func value(at path: Path, _ bytes: Span<UInt8>) -> Slice {
    var value = self
    for name in path.steps { value = value.values(of: name, bytes).last ?? .absent }
    return value
  }

  /// Returns the characters of the text to which a way leads, or the digits of the number; nothing for any other value.
  func text(at path: Path, _ bytes: Span<UInt8>) -> [UInt8] { Text.characters(bytes, value(at: path, bytes)) }
}
