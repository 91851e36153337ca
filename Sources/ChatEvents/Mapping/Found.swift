internal import JSONText

/// What a scan found in a record, as checks and computations see it.
struct Found: Sendable {
  /// The slices of the wanted members.
  var slots = Slots()

  /// The whole document.
  var document = Slice.absent

  /// The row that the current event is made from; 0 for an event made from the whole record.
  var row = 0

  /// What the caller asked for.
  var settings: RouteSettings

  /// Where the caller wants the person's id to be looked for.
  var chosenIDs: [ReadPlan.Slot] = []

  /// What the record's conversation is, where the route works that out.
  var chat = Chat()

  /// Who an identify call says that the person is, where the route works that out.
  var visitor = IdentifiedPerson()

  /// Whether a call is for the destination that the route stands for.
  var isForDestination = true

  /// Whether what is written may be more than its receiver takes, and has to be looked at.
  var isDoubtful = false

  /// What is worth a warning in the record, where it gives an event.
  var warning: Code?

  /// What looks for marks of consent in the record's messages; nil where nobody asks.
  var consentMarks: ConsentMarks?

  /// How the record's last mark of consent stood; nil where it has none, or none is looked for.
  var consent: Bool?

  /// What the batch around the call says for all its calls.
  var batch = BatchMembers()

  /// The number of bytes of the largest event that was written of the record.
  var largestEvent = 0

  /// Where in the output each stretch stands that is the same in all events of the record.
  var copies = WrittenStretches()

  /// Returns the slice in a slot: the record's own, or the current row's.
  @inline(__always)
  func slice(_ slot: ReadPlan.Slot) -> Slice {
    guard let list = slot.list else { return slots[slot.index] }
    return slots[slots[list], row, slot.index]
  }
}
