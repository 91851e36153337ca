internal import JSONText

/// What becomes of records of one format, compiled.
struct Redaction: Sendable {
  let settings: RedactionSettings
  private let format: Format
  private let model: FieldRedaction
  /// What becomes of documents of the format's other side, by the members by which they are known.
  private let written: (marks: [ReadPlan.Slot], model: FieldRedaction)?
  private let text: TextRedaction
  private let selection: SelectionPlan
  private let context: ContextSlots
  private let batch: Batch?
  /// What records of the format are, alone and in batches.
  private let models: [Model]

  private struct ContextSlots: Sendable {
    let userID, anonymousID, rudderID, visitorName, callback: ReadPlan.Slot
  }

  private struct Batch: Sendable {
    let calls: ReadPlan.Slot
    let type: ReadPlan.Slot
    /// What becomes of the members around the calls.
    let model: FieldRedaction
  }

  private static let contextMembers: [Path] = [
    "userId", "anonymousId", "rudderId", "client_name", "callback",
  ]

  /// The members that are looked at in records of a format.
  static func inputs(of reader: Reader) -> [Path] {
    contextMembers + SelectionPlan.inputs(of: reader.format)
      + (reader.format.limits == nil ? [] : ["batch", "type"])
  }

  init(_ reader: Reader, reading plan: ReadPlan, _ settings: RedactionSettings) {
    self.settings = settings
    format = reader.format
    let records = Self.records(of: reader)
    model = FieldRedaction(records)
    text = TextRedaction(settings)
    selection = SelectionPlan(settings.selection, reader.format, reading: plan)
    let slots = Self.contextMembers.map(plan.slot)
    context = ContextSlots(
      userID: slots[0], anonymousID: slots[1], rudderID: slots[2], visitorName: slots[3], callback: slots[4])
    let otherModel: Model? =
      switch reader.format {
      case .olarkJS: OlarkCall.model
      case .userlikeJS: UserlikeData.model
      default: nil
      }
    written = otherModel.map { model in
      (reader.format.writtenMarks.map { plan.slot(Path($0)) }, FieldRedaction(model))
    }
    let batchModel = reader.format == .segment ? SegmentBatch.model : RudderStackEvent.batch
    batch =
      reader.format.limits == nil
      ? nil
      : Batch(
        calls: plan.slot("batch"), type: plan.slot("type"),
        model: FieldRedaction(batchModel.without("batch").joined(withOthersOf: records)))
    models = [reader.model] + (otherModel.map { [$0] } ?? []) + (batch == nil ? [] : [batchModel])
  }

  /// Returns what records of a format can be: of RudderStack's also those that no chat becomes, which are like Segment's.
  private static func records(of reader: Reader) -> Model {
    guard reader.format == .rudderstack, let variants = reader.model.variants else { return reader.model }
    let others = SegmentEvent.models.filter { variants.model(for: $0.type) == nil }.map {
      (value: $0.type, model: $0.model)
    }
    return Model(
      reader.model.name, reader.model.summary,
      variants: Model.Variants(member: variants.member, models: variants.models + others),
      Field.joined(with: [SegmentEvent.model, reader.model], in: reader.model.name))
  }

  /// Returns the part of a way that may be told: the names behind it are the record's own text.
  func toldPart(of pointer: JSONPointer) -> JSONPointer {
    let parts = models.map { $0.knownPart(of: pointer.tokens[...]) }
    return JSONPointer(parts.max { $0.count < $1.count } ?? [])
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
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int, into edits: inout Edits,
    noting tally: inout SelectionTally
  ) -> Outcome {
    edits.removeAll()
    if let batch, found.slice(batch.calls).kind == .array, !found.slice(batch.type).isPresent {
      return redact(batch, bytes, found, plan, end: end, into: &edits, noting: &tally)
    }
    guard selection.includes(bytes, found, noting: &tally) else { return .passedOver }
    if settings.drops { return .dropped }
    redactMembers(bytes, found, end: end, into: &edits)
    return .edited
  }

  private func redactMembers(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, into edits: inout Edits
  ) {
    var around = FieldRedaction.Context(text: text)
    around.visitorName = found.slice(context.visitorName)
    around.isOperators = Text.isEqual(bytes, found.slice(context.callback), to: "api.chat.onMessageToVisitor")
    around.ids = [found.slice(context.anonymousID), found.slice(context.userID)]
    around.remade = found.slice(context.rudderID)
    var isWritten = false
    for mark in written?.marks ?? [] where found.slice(mark).kind != .absent { isWritten = true }
    var scanner = Scanner(end: end)
    // The document was scanned already: it cannot fail.
    _ = try? (isWritten ? written?.model ?? model : model)
      .redact(bytes, Int(found.document.start), &scanner, around, into: &edits)
    remakeRudderID(bytes, found, into: &edits)
  }

  /// Makes RudderStack's id of the person anew, of what stands in place of the ids that it was made of.
  private func remakeRudderID(_ bytes: Span<UInt8>, _ found: borrowing Found, into edits: inout Edits) {
    let old = found.slice(context.rudderID)
    guard old.isPresent else { return }
    var name = Output(capacity: 128)
    name.append(contentsOf: remainingText(of: found.slice(context.userID), bytes, edits))
    name.append(UInt8(ascii: ":"))
    name.append(contentsOf: remainingText(of: found.slice(context.anonymousID), bytes, edits))
    var id = Output(capacity: 64)
    id.append(quoted: name.withTail(from: 0) { UUIDBytes.rudderID(of: $0) })
    let new = Array(id.written)
    if new != old.range.map({ bytes[$0] }) { edits.add(old.range, new, .consequence) }
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
    _ batch: Batch, _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int,
    into edits: inout Edits, noting tally: inout SelectionTally
  ) -> Outcome {
    let calls = found.slice(batch.calls).elements(bytes)
    var scanner = Scanner(end: end)
    var call = Found(settings: found.settings)
    var meant: [Slice] = []
    let isEverything = settings.selection.isEverything
    for element in calls {
      call.document = element
      guard element.kind == .object,
        (try? scanner.document(bytes, Int(element.start), plan, into: &call.slots)) != nil
      else {
        // What is no call is nobody's, and goes with all the others.
        if isEverything { try? LooseRedaction.value(bytes, element, &scanner, text, into: &edits) }
        continue
      }
      guard selection.includes(bytes, call, shared: selection.sharedEmail(of: found), noting: &tally) else {
        continue
      }
      meant.append(element)
      if !settings.drops { redactMembers(bytes, call, end: end, into: &edits) }
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
      let around = FieldRedaction.Context(text: text)
      var shared = Edits()
      _ = try? batch.model.redact(bytes, Int(found.document.start), &scanner, around, into: &shared)
      // Of a member that stands twice, the last is the batch; no route takes such a one.
      found.document.forEachMember(bytes) { key, value in
        guard Text.isEqual(bytes, key, to: "batch"), value.start != found.slice(batch.calls).start else {
          return
        }
        try? LooseRedaction.value(bytes, value, &scanner, text, into: &shared)
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
