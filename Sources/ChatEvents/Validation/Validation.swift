internal import JSONText

/// What records of one format are held against, compiled.
struct Validation: Sendable {
  let settings: ValidationSettings
  private let format: Format
  /// What a record's members are held against.
  private let model: ModelCheck
  /// The same for what the format's other side is written as: calls of an API, a widget's data.
  private let written: (marks: [ReadPlan.Slot], model: ModelCheck?)
  /// The members by which a record is known that is read: with one of them it is nothing else.
  private let marks: [ReadPlan.Slot]
  private let rules: [any Rule]
  /// Those of them whose words come before what a value's type says.
  private let firstRules: [any Rule]
  /// The members that tell a record from all others, those that say what kind it is first.
  private let identity: [ReadPlan.Slot]
  private let batch: Batch?

  /// What is looked at in a batch.
  private struct Batch: Sendable {
    let calls: ReadPlan.Slot
    let type: ReadPlan.Slot
    /// What the members around the calls are held against.
    let model: ModelCheck
  }

  /// The members that are looked at in records of a format, besides those of its rules.
  static func inputs(of reader: Reader) -> [Path] {
    identityMembers(of: reader.format).map { Path($0) }
      + (reader.format.limits == nil ? [] : ["batch", "type"])
  }

  init(_ reader: Reader, reading plan: ReadPlan, _ settings: ValidationSettings) {
    self.settings = settings
    format = reader.format
    // What a service refuses at its door is missed in its own words.
    let hasDoor = reader.format.limits != nil
    model = ModelCheck(reader.model, isDemanding: !hasDoor)
    written = (
      reader.format.writtenMarks.map { plan.slot(Path($0)) },
      reader.format == .userlikeJS ? ModelCheck(UserlikeData.model) : nil
    )
    marks = reader.format.marks.map { plan.slot(Path($0)) }
    var inputs = Inputs(plan)
    let rules = Rules.all(for: reader.format).map { $0.init(&inputs) }
    firstRules = rules.filter { type(of: $0).comesFirst }
    self.rules = rules.filter { !type(of: $0).comesFirst }
    identity = Self.identityMembers(of: reader.format).map { plan.slot(Path($0)) }
    batch =
      hasDoor
      ? Batch(
        calls: plan.slot("batch"), type: plan.slot("type"),
        model: ModelCheck(
          reader.format == .segment ? SegmentBatch.model : RudderStackEvent.batch, isDemanding: false,
          except: ["batch"]))
      : nil
  }

  /// The members that tell a record from all others.
  ///
  /// Userlike posts a chat at each of its events.
  private static func identityMembers(of format: Format) -> [String] {
    switch format {
    case .olark: ["id"]
    case .userlike: ["_type", "_event", "id"]
    case .segment, .rudderstack: ["messageId"]
    default: []
    }
  }

  /// Notes everything that is wrong with a sound document, in no order.
  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int,
    into complaints: inout [Complaint]
  ) {
    if let batch, found.slice(batch.calls).isPresent, !found.slice(batch.type).isPresent {
      return check(batch, bytes, found, plan, end: end, into: &complaints)
    }
    checkMembers(bytes, found, end: end, into: &complaints)
    if let limits = format.limits {
      let size = found.document.compactCount(bytes, orAtMost: limits.event)
      if size > limits.event {
        complaints.append(
          Complaint(
            code: .eventTooLarge,
            message: "an event of \(size) bytes is over \(format.name)'s limit of \(limits.event)"))
      }
    }
  }

  private func checkMembers(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, into complaints: inout [Complaint]
  ) {
    let isWritten =
      written.marks.contains { found.slice($0).kind != .absent }
      && !marks.contains { found.slice($0).isPresent }
    let before = complaints.count
    for rule in firstRules { rule.check(bytes, found, settings, into: &complaints) }
    if let model = isWritten ? written.model : model {
      var typed: [Complaint] = []
      var scanner = Scanner(end: end)
      // The document was scanned already: it cannot fail.
      _ = try? model.check(bytes, Int(found.document.start), &scanner, into: &typed)
      add(typed, to: &complaints, from: before)
    }
    for rule in rules {
      var more: [Complaint] = []
      rule.check(bytes, found, settings, into: &more)
      add(more, to: &complaints, from: before)
    }
  }

  /// Adds complaints about values of which nobody has complained yet.
  private func add(_ more: [Complaint], to complaints: inout [Complaint], from start: Int) {
    guard !more.isEmpty else { return }
    let blamed = Set(complaints[start...].compactMap(\.offset))
    complaints += more.filter { complaint in complaint.offset.map { !blamed.contains($0) } ?? true }
  }

  /// Notes what is wrong with a batch, and with each of its calls.
  private func check(
    _ batch: Batch, _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int,
    into complaints: inout [Complaint]
  ) {
    var scanner = Scanner(end: end)
    _ = try? batch.model.check(bytes, Int(found.document.start), &scanner, into: &complaints)
    let calls = found.slice(batch.calls)
    guard calls.kind == .array else {
      return complaints.append(
        .typeMismatch(Int(calls.start), byte: bytes[Int(calls.start)], expected: "an array"))
    }
    let elements = calls.elements(bytes)
    if elements.isEmpty { complaints.append(Complaint(code: .emptyBatch, offset: Int(calls.start))) }
    var call = Found(settings: found.settings)
    for element in elements {
      guard element.kind == .object else {
        complaints.append(
          .typeMismatch(Int(element.start), byte: bytes[Int(element.start)], expected: "an object"))
        continue
      }
      call.document = element
      guard (try? scanner.document(bytes, Int(element.start), plan, into: &call.slots)) != nil else {
        continue
      }
      let before = complaints.count
      checkMembers(bytes, call, end: end, into: &complaints)
      // What is wrong with a whole call is told at the call.
      for index in before..<complaints.count where complaints[index].offset == nil {
        complaints[index].offset = Int(element.start)
      }
      checkSize(element, bytes, into: &complaints)
    }
    checkSize(of: found.document, calls: elements.count, bytes, into: &complaints)
  }

  private func checkSize(_ call: Slice, _ bytes: Span<UInt8>, into complaints: inout [Complaint]) {
    guard let limits = format.limits else { return }
    let size = call.compactCount(bytes, orAtMost: limits.event)
    guard size > limits.event else { return }
    complaints.append(
      Complaint(
        code: .eventTooLarge, offset: Int(call.start),
        message: "an event of \(size) bytes is over \(format.name)'s limit of \(limits.event)"))
  }

  private func checkSize(
    of batch: Slice, calls: Int, _ bytes: Span<UInt8>, into complaints: inout [Complaint]
  ) {
    guard let limits = format.limits else { return }
    let size = batch.compactCount(bytes, orAtMost: limits.batch)
    if size > limits.batch {
      complaints.append(
        Complaint(
          code: .batchTooLarge,
          message: "a batch of \(size) bytes is over \(format.name)'s limit of \(limits.batch)"))
    }
    if let most = limits.eventsInBatch, calls > most {
      complaints.append(
        Complaint(
          code: .batchTooLarge, message: "a batch of \(calls) calls is over \(format.name)'s limit of \(most)"
        ))
    }
  }

  /// Returns what tells a record from all others, and where it stands; of a batch this of each of its calls. What has no
  /// id is left out.
  func identities(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ plan: ReadPlan, end: Int
  ) -> [ExaminedRecord.Identity] {
    guard let batch, found.slice(batch.calls).isPresent, !found.slice(batch.type).isPresent else {
      return [identity(bytes, found, at: [])].compactMap(\.self)
    }
    let calls = found.slice(batch.calls)
    guard calls.kind == .array else { return [] }
    var scanner = Scanner(end: end)
    var call = Found(settings: found.settings)
    var identities: [ExaminedRecord.Identity] = []
    for (index, element) in calls.elements(bytes).enumerated() where element.kind == .object {
      call.document = element
      guard (try? scanner.document(bytes, Int(element.start), plan, into: &call.slots)) != nil,
        let identity = identity(bytes, call, at: ["batch", "\(index)"])
      else { continue }
      identities.append(identity)
    }
    return identities
  }

  /// Returns what tells a record from all others; nil where it has no id.
  private func identity(
    _ bytes: Span<UInt8>, _ found: borrowing Found, at way: [String]
  ) -> ExaminedRecord.Identity? {
    guard let last = identity.last, found.slice(last).isIdentity(bytes) else { return nil }
    var name = Output(capacity: 64)
    name.appendQuoted(format.name)
    for slot in identity {
      name.append(UInt8(ascii: "/"))
      name.append(characters: found.slice(slot), of: bytes)
    }
    return ExaminedRecord.Identity(
      name: name.withTail(from: 0) { UUIDBytes(version5: $0, in: .chatevents) },
      pointer: JSONPointer(way + Self.identityMembers(of: format).suffix(1)),
      offset: Int(found.slice(last).start))
  }
}

extension Slice {
  /// Returns the number of its bytes without the white space between tokens; where there is too little of it to matter, no
  /// more than a number that they are not over.
  func compactCount(_ bytes: Span<UInt8>, orAtMost limit: Int) -> Int {
    guard range.count > limit else { return range.count }
    var output = Output(capacity: range.count)
    output.appendCompact(bytes, range)
    return output.count
  }
}
