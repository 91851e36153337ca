internal import JSONText

/// Counts what only a summary tells of converted conversations.
struct Survey: Sendable {
  private let items, kind: ReadPlan.Slot
  private let known: [String]
  private let times: ItemTimes
  /// Whether events carry a time only if the caller asks for it.
  private let datesOnRequest: Bool

  /// What it looks at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    guard let rows = format.rows, let kinds = rows.kinds else { return [] }
    return [rows.list, kinds.member, rows.time]
  }

  /// Makes a survey; nil if it has nothing to count in the records of that route.
  init?(_ route: Route, _ plan: ReadPlan) {
    guard let rows = route.from.rows, let kinds = rows.kinds else { return nil }
    items = plan.slot(rows.list)
    kind = plan.slot(kinds.member)
    known = kinds.known
    var inputs = Inputs(plan)
    times = ItemTimes(of: rows, &inputs)
    datesOnRequest = route.options.contains(.timestamps)
  }

  /// Counts a converted record: messages of unknown kinds, and whether its events carry no time.
  func count(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, now: Int?, into balance: inout Balance
  ) {
    let items = record.found.slots[self.items.index]
    for row in 0..<Int(items.count) {
      let kind = record.found.slots[items, row, self.kind.index]
      guard kind.kind == .string else { continue }
      if known.contains(where: { Text.isEqual(bytes, kind, to: $0) }) { continue }
      let name = String(decoding: Text.unescaped(bytes, kind.content), as: UTF8.self)
      balance.unknownItemKinds[name, default: 0] += 1
    }
    guard let now, datesOnRequest, !record.settings.options.contains(.timestamps) else { return }
    if let time = times.first(bytes, record.found), time.seconds < now - 86_400 {
      balance.undated += 1
    }
  }
}
