internal import JSONText
internal import PersonalData

/// The job "collect": the values that name selected people in their records are noted, so that a second reading of the input can
/// follow them, or look for them.
struct CollectionJob: RecordJob {
  let reporting = Reporting(quotes: false)
  var found = Found()

  private let lanes: [Lane<CollectionPlan>]
  private var plan: CollectionPlan

  /// Makes what notes values in records of some formats; nil without a format.
  init?(_ formats: [Format], _ selection: Selection, _ wanted: CollectedValues) {
    lanes = formats.map { format in Lane(format) { CollectionPlan(format, selection, wanted) } }
    guard let first = lanes.first else { return nil }
    plan = first.plan
  }

  var formats: [Format] { lanes.map(\.format) }

  mutating func select(_ index: Int) -> FormatPlan {
    plan = lanes[index].plan
    return plan.reading
  }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    found.document = document.slice
    plan.collect(bytes, found, end: document.end, into: &balance.selection)
    return .skipped
  }
}

/// Which values are collected.
public enum CollectedValues: Sendable, Hashable {
  /// The ids, to follow people who match by an address.
  case ids
  /// All identifiers of a person: ids, e-mail addresses and phone numbers.
  case all
}

/// What is noted of records of one format, compiled.
final class CollectionPlan: Sendable {
  /// What is read of the records.
  let reading: FormatPlan
  private let selection: SelectionPlan
  private let batch: Batch?
  private let kinds: NormalForm.Kinds

  init(_ format: Format, _ selection: Selection, _ wanted: CollectedValues) {
    // Whom the caller names is looked for in records of any time.
    var people = Selection()
    people.emails = selection.emails
    if wanted == .all { people.visitorIDs = selection.visitorIDs }
    let inputs =
      SelectionPlan.inputs(of: format, people) + Batch.calls(of: format) + Batch.otherMembers(of: format)
    reading = FormatPlan(format, format.record, FormatPlan.Wanted(noted: inputs), knowsWritten: true)
    self.selection = SelectionPlan(people, format, reading: reading.members)
    batch = Batch(format, reading.members)
    kinds = wanted == .all ? .all : .id
  }

  /// Notes the values of a sound document: its own, or those of its calls if it is a batch.
  func collect(
    _ bytes: Span<UInt8>, _ found: borrowing Found, end: Int, into tally: inout SelectionTally
  ) {
    guard let batch, let calls = batch.list(in: found) else {
      return selection.collect(bytes, found, kinds, into: &tally, where: Self.isNoted)
    }
    let shared = selection.shared(in: found)
    Batch.forEach(of: calls.elements(bytes), bytes, reading.members, end: end) { _, _, call in
      selection.collect(bytes, call, in: shared, kinds, into: &tally, where: Self.isNoted)
    }
  }

  /// Whether a value names somebody: not what stands in place of another.
  private static func isNoted(_ form: NormalForm) -> Bool { !Replacement.isClean(form.bytes) }
}
