internal import JSONText
internal import PersonalData

/// What becomes of records of one format, compiled.
final class Redaction: Sendable {
  /// What is read of the records.
  let reading: FormatPlan
  let settings: RedactionSettings
  let format: Format
  private let model: FieldRedaction
  /// What becomes of documents of the format's other side, by the members by which they are known.
  private let written: (marks: [ReadPlan.Slot], model: FieldRedaction)?
  let text: TextRedaction
  let selection: SelectionPlan
  /// What replaces and keeps members that the caller names; nil if there are none.
  let choices: MemberChoices?
  /// What looks for values that must not be left; nil if nothing does.
  private let proof: ProofSearch?
  private let context: ContextSlots
  /// What finds batches, and what becomes of the members around their calls; nil for a format without batches.
  let batch: (finder: Batch, model: FieldRedaction)?

  /// The members of a record that decide about others.
  private struct ContextSlots: Sendable {
    let visitorName, operatorsRecord: ReadPlan.Slot?
    let ids: (userID: ReadPlan.Slot, anonymousID: ReadPlan.Slot, made: ReadPlan.Slot)?
    let people, conversation: [ReadPlan.Slot]

    static func members(of format: Format) -> [Path] {
      [format.authors.visitorName, format.authors.operatorsRecord.map { Path($0.member) }].compactMap(\.self)
        + (format.madeIDs.map { [$0.userID, $0.anonymousID, $0.made] } ?? [])
        + format.people.ids + format.conversation
    }

    init(_ format: Format, _ plan: ReadPlan) {
      visitorName = format.authors.visitorName.map(plan.slot)
      operatorsRecord = format.authors.operatorsRecord.map { plan.slot(Path($0.member)) }
      ids = format.madeIDs.map { (plan.slot($0.userID), plan.slot($0.anonymousID), plan.slot($0.made)) }
      people = format.people.ids.map(plan.slot)
      conversation = format.conversation.map(plan.slot)
    }
  }

  init(_ format: Format, _ settings: RedactionSettings) {
    let inputs =
      ContextSlots.members(of: format) + SelectionPlan.inputs(of: format, settings.selection)
      + Batch.calls(of: format) + Batch.otherMembers(of: format)
    reading = FormatPlan(format, format.record, FormatPlan.Wanted(noted: inputs), knowsWritten: true)
    let plan = reading.members
    self.settings = settings
    self.format = format
    model = FieldRedaction(format.recordAsSent, takesText: format.takesText)
    text = TextRedaction(settings)
    choices = MemberChoices(settings, text)
    selection = SelectionPlan(settings.selection, format, reading: plan)
    proof = settings.proof.map { ProofSearch($0) }
    context = ContextSlots(format, plan)
    written = format.written.map { written in
      (
        written.marks.map { plan.slot(Path($0.member)) },
        FieldRedaction(written.modelAsSent(), takesText: .everywhere)
      )
    }
    batch = Batch(format, plan).map { batch in
      let around = batch.facts.model().without(batch.facts.calls).joined(withOthersOf: format.recordAsSent)
      return (batch, FieldRedaction(around, takesText: format.takesText))
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

  /// Whether what would be replaced is a leftover: not if only values are looked for.
  var verifiesSelected: Bool { settings.proof == nil || settings.selection.namesPeople }

  /// Returns the values that must not be left and are there.
  ///
  /// Of records that a time leaves out nothing is demanded.
  func valuesLeft(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [Diagnostic] {
    guard let proof else { return [] }
    if batch?.finder.list(in: found) == nil, treatment(of: selection.timeFit(bytes, found)) == .keep {
      return []
    }
    return proof.leftovers(bytes, found.document.range)
  }

  /// What becomes of a record.
  enum Outcome: Sendable {
    /// It was not meant.
    case passedOver
    /// It is left out.
    case dropped
    /// This is replaced in it, or nothing.
    case edited
    /// It is a batch of which some calls are meant, and not what it says of all: that is to be shared out first.
    case sharing
  }

  /// What becomes of a record by how it fits the selection.
  enum Treatment: Sendable {
    case keep, redact, drop
  }

  func treatment(of fit: SelectionPlan.Fit) -> Treatment {
    switch fit {
    case .no: .keep
    case .yes: settings.drops ? .drop : .redact
    case .undated:
      switch settings.undated {
      case .keep: .keep
      case .redact: .redact
      case .drop: .drop
      }
    }
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
    switch treatment(of: selection.fit(bytes, found, noting: &tally)) {
    case .keep: return .passedOver
    case .drop: return .dropped
    case .redact:
      redactMembers(bytes, found, into: &edits)
      return .edited
    }
  }

  /// Notes what is to be replaced in a record, or in a call of a batch.
  ///
  /// Where a value that is a person's may stand elsewhere in the record, all its texts are looked through once more for it.
  ///
  /// - Parameters:
  ///   - way: the way from the document to the record; empty for the document itself.
  ///   - shared: what the batch says of the person of all its calls.
  func redactMembers(
    _ bytes: Span<UInt8>, _ found: borrowing Found, at way: [String] = [],
    knowing shared: (values: [PersonsValues.Value], edits: Edits) = ([], Edits()),
    into edits: inout Edits
  ) {
    var around = FieldRedaction.Context(text: text, authors: format.authors)
    if let slot = context.visitorName { around.visitorName = found.slice(slot) }
    if let slot = context.operatorsRecord, let sign = format.authors.operatorsRecord {
      around.isOperators = Text.isEqual(bytes, found.slice(slot), to: sign.value)
    }
    if let ids = context.ids {
      around.remade = found.slice(ids.made)
    }
    around.ids = context.people.map { found.slice($0) }
    around.token = token(bytes, found)
    var isWritten = false
    for mark in written?.marks ?? [] where found.slice(mark).kind != .absent { isWritten = true }
    let model = isWritten ? written?.model ?? model : model
    _ = model.redact(bytes, Int(found.document.start), around, into: &edits)
    replaceIDs(bytes, found, by: around.token, in: &edits)
    let own = edits.takeKnown().distinct(bytes)
    if let places = edits.places(of: own + shared.values, bytes, found.document.range) {
      var known = PersonsValues()
      known.add(own, bytes, edits, text.replacement)
      known.add(shared.values, bytes, shared.edits, text.replacement)
      if !known.values.isEmpty {
        around.text = text.knowing(known, at: places)
        edits.add(secondLook(bytes, found, model, around))
        replaceIDs(bytes, found, by: around.token, in: &edits)
      }
    }
    choices?.apply(bytes, found.document, at: way, to: &edits)
    remakeID(bytes, found, into: &edits)
  }

  /// Returns what is replaced of the known values; links to files were counted before.
  private func secondLook(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ model: FieldRedaction, _ around: FieldRedaction.Context
  ) -> Edits {
    // Each by itself in its place among the others would be a move of all behind it.
    var edits = Edits()
    _ = model.redact(bytes, Int(found.document.start), around, into: &edits)
    edits.fileLinks = []
    return edits
  }

  /// Returns what stands in place of the person's ids; nil where there are none, or where each has its own pseudonym.
  func token(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [UInt8]? {
    guard !text.replacement.tellsValuesApart,
      context.people.contains(where: { found.slice($0).isPresent })
    else { return nil }
    for slot in context.conversation {
      let id = Text.characters(bytes, found.slice(slot))
      if !id.isEmpty { return Replacement.personsID(in: id.span) }
    }
    // White space between tokens is the container's.
    return Replacement.personsID(in: found.document.tokens(bytes).span)
  }

  /// Puts the token in place of the person's ids that are replaced, so that people stay apart; an id that a route takes for an
  /// address stays one.
  func replaceIDs(
    _ bytes: Span<UInt8>, _ found: borrowing Found, by token: [UInt8]?, in edits: inout Edits
  ) {
    for slot in context.people {
      let id = found.slice(slot)
      let range = id.kind == .string ? id.content : id.range
      // An id in a list or an object is nobody's.
      guard id.kind != .array, id.kind != .object, let edit = edits.all(in: id.range).first,
        edit.range == range,
        // Where no text is taken, a number stands in place of a number.
        edit.text.first.map({ $0 &- UInt8(ascii: "0") > 9 }) ?? false
      else { continue }
      let old = edit.range == id.range ? Array(edit.text.dropFirst().dropLast()) : edit.text
      var new = token ?? old
      if id.isEmailAddress(bytes), !new.contains(UInt8(ascii: "@")) { new = Replacement.address(of: new) }
      let quote = edit.range == id.range ? [UInt8(ascii: "\"")] : []
      edits.add(edit.range, quote + new + quote, edit.kind)
    }
  }

  /// Makes the id that is made of the person's ids anew, of what stands in their place.
  private func remakeID(_ bytes: Span<UInt8>, _ found: borrowing Found, into edits: inout Edits) {
    guard let ids = context.ids else { return }
    let old = found.slice(ids.made)
    guard old.isPresent, !edits.chosen.contains(where: { $0.clamped(to: old.range) == old.range }) else {
      return
    }
    var name = Output(capacity: 128)
    name.append(contentsOf: Slice.gatewayCharacters(remainingText(of: found.slice(ids.userID), bytes, edits)))
    name.append(UInt8(ascii: ":"))
    name.append(
      contentsOf: Slice.gatewayCharacters(remainingText(of: found.slice(ids.anonymousID), bytes, edits)))
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
}

extension Format {
  /// Where its readers take text in place of a number: what a service refuses is checked by rules alone, but for messages.
  fileprivate var takesText: FieldRedaction.TextTaken {
    if case .rules = demand { .outsideOfLists } else { .nowhere }
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
      fields.map { field in field.name == name ? Field(name, .values, .agent(.none), field.meaning) : field })
  }
}
