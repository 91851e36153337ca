internal import JSONText

/// What a scan found in a record, as checks and computations see it, and the scratch memory of the routes.
struct Found: Sendable {
  /// The slices of the wanted members.
  var slots = Slots()

  /// The whole document.
  var document = Slice.absent

  /// The row that the current event is made from; 0 for an event made from the whole record.
  var row = 0

  /// What the caller asked for.
  var settings: RouteSettings

  /// What routes from conversations work out; others leave it empty.
  var chat = ChatScratch()

  /// What routes from calls work out; others leave it empty.
  var call = CallScratch()

  /// What was written of the record so far.
  var written = WrittenEvents()

  init(settings: RouteSettings) { self.settings = settings }

  /// Returns the slice in a slot: the record's own, or the current row's.
  @inline(__always)
  func slice(_ slot: ReadPlan.Slot) -> Slice {
    guard let list = slot.list else { return slots[slot.index] }
    return slots[slots[list], row, slot.index]
  }

  /// Returns the slice in a slot of a row.
  @inline(__always)
  func slice(_ list: ReadPlan.Slot, _ row: Int, _ slot: ReadPlan.Slot) -> Slice {
    slots[slots[list.index], row, slot.index]
  }

  /// The number of rows of a list; 0 if the member is not a list.
  func rowCount(_ list: ReadPlan.Slot) -> Int {
    slots[list.index].kind == .array ? Int(slots[list.index].count) : 0
  }
}

/// What was written of a record.
struct WrittenEvents: Sendable {
  /// The number of bytes of the largest event.
  var largest = 0

  /// The place in the output of each stretch that is the same in all events of the record.
  var stretches = WrittenStretches()
}
