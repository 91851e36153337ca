internal import JSONText

/// Counts what only a summary tells of converted transcripts.
struct Survey: Sendable {
  private let items: ReadPlan.Slot
  private let kind: ReadPlan.Slot
  private let times: ItemTimes

  /// What it looks at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    format == .olark ? ["items[]", "items[].kind", "items[].timestamp"] : []
  }

  /// Makes a survey; nil where it has nothing to count in that format.
  init?(_ format: Format, _ plan: ReadPlan) {
    guard format == .olark else { return nil }
    items = plan.slot("items[]")
    kind = plan.slot("items[].kind")
    var inputs = Inputs(plan)
    times = ItemTimes(&inputs)
  }

  /// Counts a converted record: items of unknown kinds, and whether its events carry no time.
  func count(
    _ bytes: Span<UInt8>, _ found: borrowing Found, to: Format, now: Int?, into balance: inout Balance
  ) {
    let items = found.slots[self.items.index]
    for row in 0..<Int(items.count) {
      let kind = found.slots[items, row, self.kind.index]
      guard kind.kind == .string else { continue }
      if OlarkItem.Kind.known.contains(where: { Text.isEqual(bytes, kind, to: $0.rawValue) }) { continue }
      let name = String(decoding: Text.unescaped(bytes, kind.content), as: UTF8.self)
      balance.unknownItemKinds[name, default: 0] += 1
    }
    guard let now, to == .rudderstack, !found.settings.options.contains(.timestamps) else { return }
    if let time = times.first(bytes, found), time.seconds < now - 86_400 {
      balance.undated += 1
    }
  }
}
