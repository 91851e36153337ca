internal import JSONText

/// A selection compiled for records of one format: where they say who the visitor is, and when it was.
struct SelectionPlan: Sendable {
  private let selection: Selection
  private let emails, ids, times: [ReadPlan.Slot]
  /// The rows in whose texts a form's answers stand, the times of rows, and those texts.
  private let rows: (list: ReadPlan.Slot, time: ReadPlan.Slot, kind: ReadPlan.Slot?, body: ReadPlan.Slot?)?
  private let email: [UInt8]?
  /// Where a batch says for all its calls which address the person has; nil for a format without batches.
  private let sharedEmail: ReadPlan.Slot?

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    let members = Members(format)
    return members.emails + members.ids + members.times + members.rows
  }

  init(_ selection: Selection, _ format: Format, reading plan: ReadPlan) {
    let members = Members(format)
    self.selection = selection
    email = selection.email.map { Array($0.lowercased().utf8) }
    emails = members.emails.map(plan.slot)
    sharedEmail = members.sharedEmail.map(plan.slot)
    ids = members.ids.map(plan.slot)
    times = members.times.map(plan.slot)
    let slots = members.rows.map(plan.slot)
    rows =
      slots.count > 1
      ? (slots[0], slots[1], slots.count > 2 ? slots[2] : nil, slots.count > 3 ? slots[3] : nil) : nil
  }

  /// Where records of a format say what a selection asks.
  private struct Members {
    var emails: [Path] = []
    /// One of them, which a batch has for all its calls.
    var sharedEmail: Path?
    var ids: [Path] = []
    var times: [Path] = []
    /// A list and, of its rows, the time, the kind and the text.
    var rows: [Path] = []

    init(_ format: Format) {
      switch format {
      case .olark:
        (emails, ids) = (["visitor.emailAddress"], ["visitor.id"])
        rows = ["items[]", "items[].timestamp", "items[].kind", "items[].body"]
      case .olarkJS:
        emails = ["visitor.emailAddress", "getDetails.emailAddress"]
        (ids, times) = (["userId", "anonymousId", "visitor.id", "getDetails.id"], ["timestamp"])
      case .userlike:
        (emails, ids, times) = (["client_email"], ["client_uuid"], ["created_at", "ended_at"])
        rows = ["messages[]", "messages[].sent_at"]
      case .userlikeJS:
        (ids, times) = (["globalCtx.client_uuid"], ["timestamp"])
        emails = ["custom.segmentio.visitor.email"]
      default:
        emails = ["traits.email", "context.traits.email", "userId"]
        sharedEmail = "context.traits.email"
        (ids, times) = (["userId", "anonymousId", "previousId"], ["timestamp", "originalTimestamp"])
      }
    }
  }

  /// Returns the address that a batch has for all its calls.
  func sharedEmail(of batch: borrowing Found) -> Slice {
    guard let sharedEmail else { return .absent }
    return batch.slice(sharedEmail)
  }

  /// Whether a record is meant.
  ///
  /// - Parameter shared: the address that the batch around a call has for all its calls.
  func includes(_ bytes: Span<UInt8>, _ found: borrowing Found, shared: Slice = .absent) -> Bool {
    if selection.isEverything { return true }
    if let email, !hasEmail(email, bytes, found, shared) { return false }
    if let id = selection.visitorID {
      let wanted = Array(id.utf8)
      var isSame = false
      for slot in ids where Text.characters(bytes, found.slice(slot)) == wanted { isSame = true }
      if !isSame { return false }
    }
    if let before = selection.before {
      guard let last = lastTime(bytes, found), last.seconds < before else { return false }
    }
    return true
  }

  private func hasEmail(
    _ email: [UInt8], _ bytes: Span<UInt8>, _ found: borrowing Found, _ shared: Slice
  ) -> Bool {
    // What a call says itself comes before what its batch says.
    if let sharedEmail, found.slice(sharedEmail).kind == .absent,
      isSame(Text.characters(bytes, shared), email)
    {
      return true
    }
    for slot in emails where isSame(Text.characters(bytes, found.slice(slot)), email) { return true }
    guard let rows, let kind = rows.kind, let body = rows.body else { return false }
    for row in 0..<found.rowCount(rows.list) {
      guard Text.isEqual(bytes, found.slice(rows.list, row, kind), to: OlarkItem.Kind.offlineMessage.rawValue)
      else {
        continue
      }
      let slice = found.slice(rows.list, row, body)
      guard slice.kind == .string else { continue }
      let text = UnescapedText(bytes, slice.content, isEscaped: slice.flags.isEscaped)
      for answer in FormAnswers.ranges(in: text) where isSame(Array(text.characters[answer]), email) {
        return true
      }
    }
    return false
  }

  private func isSame(_ value: [UInt8], _ email: [UInt8]) -> Bool {
    !value.isEmpty
      && (value == email || String(decoding: value, as: UTF8.self).lowercased().utf8.elementsEqual(email))
  }

  /// Returns the last moment that a record tells; nil where it tells none.
  func lastTime(_ bytes: Span<UInt8>, _ found: borrowing Found) -> ExactTime? {
    var last: ExactTime?
    for slot in times {
      if let time = ExactTime(anyForm: found.slice(slot), bytes, in: selection.zone) {
        last = max(last ?? time, time)
      }
    }
    if let rows {
      for row in 0..<found.rowCount(rows.list) {
        if let time = ExactTime(anyForm: found.slice(rows.list, row, rows.time), bytes, in: selection.zone) {
          last = max(last ?? time, time)
        }
      }
    }
    return last
  }
}

extension ExactTime {
  /// Reads a moment in any of the ways that the formats write it.
  ///
  /// - Parameter zone: the zone of a time that does not say its own.
  init?(anyForm slice: Slice, _ bytes: Span<UInt8>, in zone: LocalZone) {
    if slice.kind == .string, let time = WrittenTime(slice, bytes)?.moment(in: zone) {
      self = time
    } else if [.string, .integer, .number].contains(slice.kind) {
      self.init(recorded: slice, bytes)
    } else {
      return nil
    }
  }
}
