internal import JSONText

/// When records of one format were: the members that date them.
struct RecordTimes: Sendable {
  private let zone: LocalZone
  private let times: [ReadPlan.Slot]
  /// The list of messages, and when each was sent.
  private let rows: (list: ReadPlan.Slot, time: ReadPlan.Slot, isInSeconds: Bool)?

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    format.times + (format.rows.map { [$0.list, $0.time] } ?? [])
  }

  init(_ format: Format, _ zone: LocalZone, reading plan: ReadPlan) {
    self.zone = zone
    times = format.times.map(plan.slot)
    rows = format.rows.map { (plan.slot($0.list), plan.slot($0.time), $0.isInSeconds) }
  }

  /// Makes what finds no time.
  init(_ zone: LocalZone) { (self.zone, times, rows) = (zone, [], nil) }

  /// Returns what is odd about the times of a record.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    guard let rows, rows.isInSeconds else { return [] }
    for row in 0..<found.rowCount(rows.list)
    where ExactTime.isInMilliseconds(bytes, found.slice(rows.list, row, rows.time)) {
      return .milliseconds
    }
    return []
  }

  /// Returns the last moment that a record tells; nil if it tells none.
  func last(_ bytes: Span<UInt8>, _ found: borrowing Found) -> ExactTime? {
    var last: ExactTime?
    for slot in times {
      if let time = ExactTime(dating: found.slice(slot), bytes, in: zone) { last = max(last ?? time, time) }
    }
    guard let rows else { return last }
    for row in 0..<found.rowCount(rows.list) {
      if let time = ExactTime(dating: found.slice(rows.list, row, rows.time), bytes, in: zone) {
        last = max(last ?? time, time)
      }
    }
    return last
  }
}
