internal import JSONText

/// Batches as a scan finds them: documents that hold calls, which share what the batch says for all of them.
///
/// Nothing else knows what a batch is, or goes through its calls.
struct Batch: Sendable {
  let facts: BatchFacts
  private let calls, type, context, integrations: ReadPlan.Slot

  /// Makes what finds batches of a format; nil if it has none.
  init?(_ format: Format, _ plan: ReadPlan) {
    guard let facts = format.batch else { return nil }
    self.facts = facts
    (calls, type) = (plan.slot(Path(facts.calls)), plan.slot(Path(facts.type)))
    (context, integrations) = (plan.slot(Path(facts.context)), plan.slot(Path(facts.integrations)))
  }

  /// The member that holds the calls; none for a format without batches.
  static func calls(of format: Format) -> [Path] { format.batch.map { [Path($0.calls)] } ?? [] }

  /// The members that are noted besides; none for a format without batches.
  static func otherMembers(of format: Format) -> [Path] {
    format.batch.map { [Path($0.type), Path($0.context), Path($0.integrations)] } ?? []
  }

  /// Returns what a document has in place of its calls; nil if it is not a batch. With a type of its own it is a call, whatever
  /// else it holds.
  func calls(in found: borrowing Found) -> Slice? {
    let calls = found.slice(calls)
    return calls.isPresent && !found.slice(type).isPresent ? calls : nil
  }

  /// Returns the array of a document's calls; nil if it is not a batch, or has anything else in place of them.
  func list(in found: borrowing Found) -> Slice? {
    guard let calls = calls(in: found), calls.kind == .array else { return nil }
    return calls
  }

  /// Returns what the batch says for all its calls.
  func shared(in found: borrowing Found) -> BatchMembers {
    BatchMembers(context: found.slice(context), integrations: found.slice(integrations))
  }

  /// Scans one of the calls as a document of its own; nil if it is not an object.
  static func document(
    _ element: Slice, _ bytes: Span<UInt8>, _ plan: ReadPlan, end: Int, into slots: inout Slots
  ) -> Document? {
    var scanner = Scanner(end: end)
    guard element.kind == .object else { return nil }
    // The batch was scanned already: its parts are sound.
    return try? Document(bytes, Int(element.start), plan, &scanner, into: &slots)
  }

  /// Goes through calls, each scanned as a document of its own.
  ///
  /// - Parameters:
  ///   - visit: gets the place of each that is an object, its text and what was found in it.
  ///   - other: gets each that is none.
  static func forEach(
    of calls: [Slice], _ bytes: Span<UInt8>, _ plan: ReadPlan, end: Int,
    _ visit: (_ index: Int, _ element: Slice, _ call: borrowing Found) -> Void,
    other: (Slice) -> Void = { _ in }
  ) {
    var call = Found()
    for (index, element) in calls.enumerated() {
      call.document = element
      if document(element, bytes, plan, end: end, into: &call.slots) != nil {
        visit(index, element, call)
      } else {
        other(element)
      }
    }
  }
}
