internal import JSONText

/// What becomes of records of one format, compiled.
final class Redaction: Sendable {
  /// What is read of the records.
  let reading: FormatPlan
  let settings: RedactionSettings
  private let format: Format
  private let model: FieldRedaction
  /// What becomes of documents of the format's other side, by the members by which they are known.
  private let written: (marks: [ReadPlan.Slot], model: FieldRedaction)?
  private let text: TextRedaction
  private let selection: SelectionPlan
  private let context: ContextSlots
  /// What finds batches, and what becomes of the members around their calls; nil for a format without batches.
  private let batch: (finder: Batch, model: FieldRedaction)?

  /// The members of a record that decide about others.
  private struct ContextSlots: Sendable {
    let visitorName, operatorsRecord: ReadPlan.Slot?
    let ids: (userID: ReadPlan.Slot, anonymousID: ReadPlan.Slot, made: ReadPlan.Slot)?

    static func members(of format: Format) -> [Path] {
      [format.authors.visitorName, format.authors.operatorsRecord.map { Path($0.member) }].compactMap(\.self)
        + (format.madeIDs.map { [$0.userID, $0.anonymousID, $0.made] } ?? [])
    }

    init(_ format: Format, _ plan: ReadPlan) {
      visitorName = format.authors.visitorName.map(plan.slot)
      operatorsRecord = format.authors.operatorsRecord.map { plan.slot(Path($0.member)) }
      ids = format.madeIDs.map { (plan.slot($0.userID), plan.slot($0.anonymousID), plan.slot($0.made)) }
    }
  }

  init(_ format: Format, _ settings: RedactionSettings) {
    let inputs =
      ContextSlots.members(of: format) + SelectionPlan.inputs(of: format) + Batch.calls(of: format)
      + Batch.otherMembers(of: format)
    reading = FormatPlan(format, format.record, FormatPlan.Wanted(noted: inputs), knowsWritten: true)
    let plan = reading.members
    self.settings = settings
    self.format = format
    model = FieldRedaction(format.recordAsSent)
    text = TextRedaction(settings)
    selection = SelectionPlan(settings.selection, format, reading: plan)
    context = ContextSlots(format, plan)
    written = format.written.map { written in
      (written.marks.map { plan.slot(Path($0.member)) }, FieldRedaction(written.model()))
    }
    batch = Batch(format, plan).map { batch in
      let around = batch.facts.model().without(batch.facts.calls).joined(withOthersOf: format.recordAsSent)
      return (batch, FieldRedaction(around))
    }
  }

  /// Returns the part of a way that may be told: the names behind it are the record's own text.
  func toldPart(of pointer: JSONPointer) -> JSONPointer {
    let parts = format.models.map { $0.knownPart(of: pointer.tokens[...]) }
    return JSONPointer(parts.max { $0.count < $1.count } ?? [])
  }

  /// Returns what is odd about the times by which records are selected.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    selection.oddities(bytes, found)
  }

  /// What becomes of a record.
  enum Outcome: Sendable {
    /// It was not meant.
    case passedOver
    /// It is left out.
    case dropped
    /// This is replaced in it, or nothing.
    case edited
  }

  /// Works out what is to be replaced in a sound document.
  func redact(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, into edits: inout Edits,
    noting tally: inout SelectionTally
  ) -> Outcome {
    edits.removeAll()
    if let batch, let calls = batch.finder.list(in: found) {
      return redact(calls, of: batch, bytes, found, end: end, into: &edits, noting: &tally)
    }
    guard selection.includes(bytes, found, noting: &tally) else { return .passedOver }
    if settings.drops { return .dropped }
    redactMembers(bytes, found, into: &edits)
    return .edited
  }

  private func redactMembers(_ bytes: Span<UInt8>, _ found: borrowing Found, into edits: inout Edits) {
    var around = FieldRedaction.Context(text: text, authors: format.authors)
    if let slot = context.visitorName { around.visitorName = found.slice(slot) }
    if let slot = context.operatorsRecord, let sign = format.authors.operatorsRecord {
      around.isOperators = Text.isEqual(bytes, found.slice(slot), to: sign.value)
    }
    if let ids = context.ids {
      around.ids = [found.slice(ids.anonymousID), found.slice(ids.userID)]
      around.remade = found.slice(ids.made)
    }
    var isWritten = false
    for mark in written?.marks ?? [] where found.slice(mark).kind != .absent { isWritten = true }
    _ = (isWritten ? written?.model ?? model : model)
      .redact(bytes, Int(found.document.start), around, into: &edits)
    remakeID(bytes, found, into: &edits)
  }

  /// Makes the id that is made of the person's ids anew, of what stands in their place.
  private func remakeID(_ bytes: Span<UInt8>, _ found: borrowing Found, into edits: inout Edits) {
    guard let ids = context.ids else { return }
    let old = found.slice(ids.made)
    guard old.isPresent else { return }
    var name = Output(capacity: 128)
    name.append(contentsOf: remainingText(of: found.slice(ids.userID), bytes, edits))
    name.append(UInt8(ascii: ":"))
    name.append(contentsOf: remainingText(of: found.slice(ids.anonymousID), bytes, edits))
    var id = Output(capacity: 64)
    id.append(quoted: name.withTail(from: 0) { UUIDBytes.rudderID(of: $0) })
    let new = id.written
    if new != bytes.copied(old.range) { edits.add(old.range, new, .consequence) }
  }

  /// The characters of an id as it will be written; none of what is no text and no number.
  private func remainingText(of id: Slice, _ bytes: Span<UInt8>, _ edits: Edits) -> [UInt8] {
    switch id.kind {
    case .string, .integer, .number: break
    case .absent, .null, .bool, .object, .array: return []
    }
    let changes = edits.all(in: id.range)
    if changes.isEmpty { return Text.characters(bytes, id) }
    let content = id.kind == .string ? id.content : id.range
    var text: [UInt8] = []
    var position = content.lowerBound
    // Text that is looked through may lose parts of it only.
    for change in changes {
      text += Text.unescaped(bytes, position..<change.range.lowerBound)
      text += change.text.filter { $0 != UInt8(ascii: "\"") }
      position = change.range.upperBound
    }
    return text + Text.unescaped(bytes, position..<content.upperBound)
  }

  /// Works out what is to be replaced in a batch: each call is a record of its own to the selection.
  private func redact(
    _ list: Slice, of batch: (finder: Batch, model: FieldRedaction), _ bytes: Span<UInt8>,
    _ found: borrowing Found, end: Int, into edits: inout Edits, noting tally: inout SelectionTally
  ) -> Outcome {
    let calls = list.elements(bytes)
    var meant: [Slice] = []
    let isEverything = settings.selection.isEverything
    let sharedEmail = selection.sharedEmail(of: found)
    Batch.forEach(of: calls, bytes, reading.members, end: end) { _, element, call in
      guard selection.includes(bytes, call, shared: sharedEmail, noting: &tally) else { return }
      meant.append(element)
      if !settings.drops { redactMembers(bytes, call, into: &edits) }
    } other: { element in
      // What is no call is nobody's, and goes with all the others.
      if isEverything { LooseRedaction.value(bytes, element, text, into: &edits) }
    }
    if meant.isEmpty, !isEverything { return .passedOver }
    let isWhole = isEverything || meant.count == calls.count
    if settings.drops {
      if isWhole { return .dropped }
      leaveOut(meant, of: calls, into: &edits)
      return .edited
    }
    // What the batch says of all its calls is personal where all of them are meant.
    if isWhole {
      let around = FieldRedaction.Context(text: text, authors: format.authors)
      var shared = Edits()
      _ = batch.model.redact(bytes, Int(found.document.start), around, into: &shared)
      // Of a member that stands twice, the last is the batch; no route takes such a one.
      found.document.forEachMember(bytes) { key, value in
        guard Text.isEqual(bytes, key, to: batch.finder.facts.calls), value.start != list.start else {
          return
        }
        LooseRedaction.value(bytes, value, text, into: &shared)
      }
      edits.add(shared)
    }
    return .edited
  }

  /// Removes some of a batch's calls, each with a comma beside it.
  private func leaveOut(_ meant: [Slice], of calls: [Slice], into edits: inout Edits) {
    var kept = false
    for (index, call) in calls.enumerated() {
      guard meant.contains(call) else {
        kept = true
        continue
      }
      let range =
        kept
        ? calls[index - 1].range.upperBound..<call.range.upperBound
        : call.range
          .lowerBound..<(index + 1 < calls.count ? calls[index + 1].range.lowerBound : call.range.upperBound)
      edits.add(range, [], .consequence)
    }
  }
}

extension Model {
  /// Returns the part of a way that leads through members which the model names, and through elements of lists.
  fileprivate func knownPart(of tokens: ArraySlice<String>) -> [String] {
    guard let name = tokens.first, let field = fields.first(where: { $0.name == name }) else { return [] }
    let rest = tokens.dropFirst()
    switch field.type {
    case .object(let inner), .open(let inner): return [name] + inner.knownPart(of: rest)
    case .list(let inner):
      // An object may stand in place of the list; so long a number could be the name of its member.
      guard let index = rest.first, index.count < 6, index.utf8.allSatisfy({ 48...57 ~= $0 }) else {
        return [name]
      }
      return [name, index] + inner.knownPart(of: rest.dropFirst())
    default: return [name]
    }
  }

  /// The same without a member, which somebody else looks after.
  fileprivate func without(_ name: String) -> Model {
    Model(
      self.name, summary,
      fields.map { field in field.name == name ? Field(name, .values, .none, field.meaning) : field })
  }
}
