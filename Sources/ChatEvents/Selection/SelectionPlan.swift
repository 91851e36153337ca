internal import JSONText

/// A selection compiled for records of one format: where they say who the visitor is, and when it was.
struct SelectionPlan: Sendable {
  private let selection: Selection
  private let emails, ids, times: [ReadPlan.Slot]
  /// The list of messages, when each was sent, and which of them hold a form's answers.
  private let rows: (list: ReadPlan.Slot, time: ReadPlan.Slot, isInSeconds: Bool, answers: Answers?)?

  private struct Answers: Sendable {
    let kind, body: ReadPlan.Slot
    let answers: String
  }
  /// The addresses that are asked for, in small letters, and the ids; each with its places among the selectors.
  private let wantedEmails, wantedIDs: [[UInt8]: [Int]]
  /// Where a batch says for all its calls which address the person has; nil for a format without batches.
  private let sharedEmail: ReadPlan.Slot?

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    let rows = format.rows.map { [$0.list, $0.time] + ($0.kinds.map { [$0.member, $0.body] } ?? []) }
    return format.people.emails + format.people.ids + format.times + (rows ?? [])
  }

  init(_ selection: Selection, _ format: Format, reading plan: ReadPlan) {
    self.selection = selection
    wantedEmails = Self.places(of: selection.emails.map { $0.lowercased() }, from: 0)
    wantedIDs = Self.places(of: selection.visitorIDs, from: selection.emails.count)
    emails = format.people.emails.map(plan.slot)
    sharedEmail = format.people.sharedEmail.map(plan.slot)
    ids = format.people.ids.map(plan.slot)
    times = format.times.map(plan.slot)
    rows = format.rows.map { rows in
      let answers = rows.kinds.map {
        Answers(kind: plan.slot($0.member), body: plan.slot($0.body), answers: $0.answers)
      }
      return (plan.slot(rows.list), plan.slot(rows.time), rows.isInSeconds, answers)
    }
  }

  private static func places(of texts: [String], from first: Int) -> [[UInt8]: [Int]] {
    texts.enumerated().reduce(into: [:]) { places, text in
      places[Array(text.element.utf8), default: []].append(first + text.offset)
    }
  }

  /// Returns the address that a batch has for all its calls.
  func sharedEmail(of batch: borrowing Found) -> Slice {
    guard let sharedEmail else { return .absent }
    return batch.slice(sharedEmail)
  }

  /// Whether a record is selected; notes which demands it fits.
  ///
  /// - Parameter shared: the address that the batch around a call has for all its calls.
  func includes(
    _ bytes: Span<UInt8>, _ found: borrowing Found, shared: Slice = .absent,
    noting tally: inout SelectionTally
  ) -> Bool {
    if selection.isEverything { return true }
    var fits = !selection.isNothing
    if !wantedEmails.isEmpty { fits = noteEmails(bytes, found, shared, &tally.matched) && fits }
    if !wantedIDs.isEmpty {
      var isOne = false
      for slot in ids where note(wantedIDs[Text.characters(bytes, found.slice(slot))], &tally.matched) {
        isOne = true
      }
      fits = fits && isOne
    }
    if selection.before != nil || selection.since != nil {
      let place = selection.emails.count + selection.visitorIDs.count
      let places = place..<place + (selection.before == nil || selection.since == nil ? 1 : 2)
      // A time is looked for only as long as it decides something.
      if fits || !places.allSatisfy(tally.matched.contains) {
        let last = lastTime(bytes, found)?.seconds
        let demands = [
          selection.before.map { before in last.map { $0 < before } ?? false },
          selection.since.map { since in last.map { $0 >= since } ?? false },
        ].compactMap(\.self)
        for (place, isFitted) in zip(places, demands) {
          if isFitted { tally.matched.insert(place) }
          fits = fits && isFitted
        }
      }
    }
    if fits { tally.hasSelected = true }
    return fits
  }

  /// Notes the places of a demand that is fitted; whether there is one.
  private func note(_ places: [Int]?, _ matched: inout Set<Int>) -> Bool {
    guard let places else { return false }
    for place in places where !matched.contains(place) { matched.insert(place) }
    return true
  }

  /// Notes which of the addresses are the visitor's; whether any is.
  private func noteEmails(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ shared: Slice, _ matched: inout Set<Int>
  ) -> Bool {
    var isOne = false
    // What a call says itself comes before what its batch says.
    if let sharedEmail, found.slice(sharedEmail).kind == .absent,
      note(places(of: Text.characters(bytes, shared)), &matched)
    {
      isOne = true
    }
    for slot in emails where note(places(of: Text.characters(bytes, found.slice(slot))), &matched) {
      isOne = true
    }
    guard let rows, let form = rows.answers else { return isOne }
    for row in 0..<found.rowCount(rows.list)
    where Text.isEqual(bytes, found.slice(rows.list, row, form.kind), to: form.answers) {
      let slice = found.slice(rows.list, row, form.body)
      guard slice.kind == .string else { continue }
      let text = UnescapedText(bytes, slice.content, isEscaped: slice.flags.isEscaped)
      for answer in FormAnswers.ranges(in: text)
      where note(places(of: Array(text.characters[answer])), &matched) {
        isOne = true
      }
    }
    return isOne
  }

  /// Returns the places of an address, in capitals or not; nil for one that is not asked for.
  private func places(of value: [UInt8]) -> [Int]? {
    if value.isEmpty { return nil }
    return wantedEmails[value]
      ?? wantedEmails[Array(String(decoding: value, as: UTF8.self).lowercased().utf8)]
  }

  /// Returns what is odd about the times of a record.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    guard let rows, rows.isInSeconds else { return [] }
    for row in 0..<found.rowCount(rows.list)
    where ExactTime.isInMilliseconds(bytes, found.slice(rows.list, row, rows.time)) {
      return .milliseconds
    }
    return []
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
