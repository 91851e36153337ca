internal import JSONText

/// Counts what a summary tells of converted records; without one, only that some are old and their events carry no time.
struct Survey: Sendable {
  private let kinds: ItemKinds?
  private let names: (names: EventNames, member: ReadPlan.Slot)?
  private let times: ItemTimes?
  private let isWhole: Bool

  /// What it looks at in the records of a route.
  ///
  /// - Parameter isWhole: whether all is counted.
  static func inputs(of route: Route, _ settings: RouteSettings, isWhole: Bool) -> [Path] {
    let rows = looksAtTimes(of: route, settings) ? route.from.rows.map { [$0.list, $0.time] } ?? [] : []
    if !isWhole { return rows }
    return rows + ItemKinds.inputs(of: route.from) + (route.from.names.map { [$0.member] } ?? [])
  }

  /// Whether events carry a time only if the caller asks for it, who does not.
  private static func looksAtTimes(of route: Route, _ settings: RouteSettings) -> Bool {
    route.options.contains(.timestamps) && !settings.options.contains(.timestamps)
  }

  /// Makes a survey; nil if it has nothing to count in the records of that route.
  init?(_ route: Route, _ settings: RouteSettings, _ plan: ReadPlan, isWhole: Bool) {
    self.isWhole = isWhole
    kinds = isWhole ? ItemKinds(route.from, plan) : nil
    names = isWhole ? route.from.names.map { ($0, plan.slot($0.member)) } : nil
    if Self.looksAtTimes(of: route, settings), let rows = route.from.rows {
      var inputs = Inputs(plan)
      times = ItemTimes(of: rows, &inputs)
    } else {
      times = nil
    }
    if kinds == nil, names == nil, times == nil { return nil }
  }

  /// Counts a converted record: messages of unknown kinds, an unknown name, and whether its events carry no time.
  func count(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, now: Int?, into balance: inout Balance
  ) {
    // Without a summary, one that is old is as good as all.
    if let times, let now, isWhole || balance.undated == 0,
      let time = times.first(bytes, record.found), time.seconds < now - 86_400
    {
      balance.undated += 1
    }
    kinds?.count(bytes, record.found, into: &balance)
    guard let (names, member) = names else { return }
    let name = record.found.slice(member)
    if names.isUnknown(name, bytes) { balance.unknownEvents[name.text(bytes), default: 0] += 1 }
  }
}

/// The kinds of a conversation's messages.
private struct ItemKinds: Sendable {
  private let items, kind: ReadPlan.Slot
  private let known: [String]

  static func inputs(of format: Format) -> [Path] {
    format.rows.flatMap { rows in rows.kinds.map { [rows.list, $0.member] } } ?? []
  }

  /// Asks for the kinds; nil if all messages of the format are of one.
  init?(_ format: Format, _ plan: ReadPlan) {
    guard let rows = format.rows, let kinds = rows.kinds else { return nil }
    items = plan.slot(rows.list)
    kind = plan.slot(kinds.member)
    known = kinds.known
  }

  /// Counts messages of kinds that are not documented.
  func count(_ bytes: Span<UInt8>, _ found: borrowing Found, into balance: inout Balance) {
    let items = found.slots[self.items.index]
    for row in 0..<Int(items.count) {
      let kind = found.slots[items, row, self.kind.index]
      guard kind.kind == .string else { continue }
      if known.contains(where: { Text.isEqual(bytes, kind, to: $0) }) { continue }
      balance.unknownItemKinds[kind.text(bytes), default: 0] += 1
    }
  }
}

extension Slice {
  /// The text that a string is.
  fileprivate func text(_ bytes: Span<UInt8>) -> String {
    String(decoding: Text.unescaped(bytes, content), as: UTF8.self)
  }
}
