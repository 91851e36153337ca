internal import JSONText

/// The members of a batch: one record that holds calls, which share what the batch says for all of them.
struct BatchPlan: Sendable {
  private let calls, type, context, integrations: ReadPlan.Slot

  /// The members of which none may be there twice.
  static let verbatimMembers: [Path] = ["batch"]

  /// The members that are noted as they come.
  static let notedMembers: [Path] = ["context", "integrations", "type"]

  init(_ plan: ReadPlan) {
    (calls, type) = (plan.slot("batch"), plan.slot("type"))
    (context, integrations) = (plan.slot("context"), plan.slot("integrations"))
  }

  /// Returns what a document has in place of its calls; nil if it is not a batch. With a type of its own it is a call, whatever
  /// else it holds.
  func calls(in found: borrowing Found) -> Slice? {
    let calls = found.slice(calls)
    return calls.isPresent && !found.slice(type).isPresent ? calls : nil
  }

  /// Returns what the batch says for all its calls.
  func shared(in found: borrowing Found) -> BatchMembers {
    BatchMembers(context: found.slice(context), integrations: found.slice(integrations))
  }
}
