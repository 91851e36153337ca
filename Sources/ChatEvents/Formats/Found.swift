internal import JSONText

/// What a scan found in a record, as everything sees it that is done with records.
struct Found: Sendable {
  /// The slices of the wanted members.
  var slots = Slots()

  /// The whole document.
  var document = Slice.absent

  /// The row that is looked at; 0 where the whole record is.
  var row = 0

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
