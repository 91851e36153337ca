internal import JSONText

/// A record on its way through a route: what a scan found in it, and the scratch memory of the routes.
struct RouteRecord: Sendable {
  /// What the scan found; its row is the one that the current event is made from.
  var found = Found()

  /// What the caller asked for.
  var settings: RouteSettings

  /// What routes from conversations work out; others leave it empty.
  var chat = ChatScratch()

  /// What routes from calls work out; others leave it empty.
  var call = CallScratch()

  /// What was written of the record so far.
  var written = WrittenEvents()

  /// The day that was written last.
  var day = WrittenDay()
}

extension RouteRecord {
  /// Returns the slice in a slot: the record's own, or the current row's.
  @inline(__always)
  func slice(_ slot: ReadPlan.Slot) -> Slice { found.slice(slot) }
}

/// What was written of a record.
struct WrittenEvents: Sendable {
  /// The number of bytes of the largest event.
  var largest = 0

  /// The place in the output of each stretch that is the same in all events of the record.
  var stretches = WrittenStretches()
}
